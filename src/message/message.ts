import type { Language } from '../briefs/brief.ts';

/** What a message is written in; `both` shows Korean and English side by side. */
export type MessageLanguage = Language | 'both';

/** A run of words. Text is plain: each platform escapes it for the place it goes to. */
export type Inline =
  | { kind: 'text'; text: string; bold?: true; italic?: true }
  /** Rendered as plain text where the address is not http(s). */
  | { kind: 'link'; text: string; url: string; bold?: true };

export type Button =
  /** `action` comes back with the press; at most 60 ASCII characters of `[a-z0-9:._-]`. */
  | { kind: 'press'; label: string; action: string; style?: 'primary' | 'danger' }
  | { kind: 'link'; label: string; url: string };

export interface Choice {
  label: string;
  value: string;
  description?: string;
}

export type Block =
  | { kind: 'heading'; text: string }
  /** `apart`: with a little space above, as a paragraph of its own. */
  | { kind: 'text'; inlines: Inline[]; apart?: true }
  /** Small print: dates, counts, original titles. */
  | { kind: 'small'; inlines: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'quote'; inlines: Inline[]; apart?: true }
  | { kind: 'divider' }
  /** A picture: a PNG as base64. `alt` says everything that it shows. */
  | { kind: 'image'; png: string; alt: string }
  | { kind: 'buttons'; buttons: Button[] }
  /** A menu; the chosen value comes back with the press of `action`. */
  | { kind: 'select'; action: string; placeholder: string; choices: Choice[] };

/** Blocks that stay together: one story, a header, a closing row. Splitting never cuts a group unless it alone is too big. */
export interface Group {
  blocks: Block[];
  /** Stands at the end of every part when the message is split: the row of buttons that each part needs. */
  repeats?: true;
}

/** What the bot says, before any platform's way of saying it. */
export interface Message {
  language: MessageLanguage;
  /** One line for the push notification; the first story, not “Daily digest”. */
  push: string;
  groups: Group[];
}
