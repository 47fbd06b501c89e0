import type { Language } from '../briefs/brief.ts';
import type { Choice } from './message.ts';

interface Asked {
  /** Names the field in what comes back; `[a-z-]`. */
  name: string;
  label: string;
  /** A line under the field; '' for none. */
  hint: string;
}

/** One thing that a form asks for, with what stands in it at first. */
export type Field =
  | (Asked & {
      kind: 'text';
      value: string;
      placeholder: string;
      longest: number;
      isRequired: boolean /** Takes more than a line. */;
      isLong?: true;
    })
  /** A time of day, `08:30`; '' for none. */
  | (Asked & { kind: 'time'; value: string; isRequired: boolean })
  | (Asked & { kind: 'one'; value: string; choices: Choice[] })
  | (Asked & { kind: 'several'; values: string[]; choices: Choice[]; isRequired: boolean });

/** What the bot asks one person for, before any platform's way of asking. */
export interface Form {
  language: Language;
  /** 24 characters at most. */
  title: string;
  /** Label of the button that sends it; 24 characters at most. */
  submit: string;
  /** A line above the fields; '' for none. */
  about: string;
  fields: Field[];
}

/** What a person filled in, by name of the field; nothing chosen is an empty list. */
export type FormValues = Readonly<Record<string, readonly string[]>>;
