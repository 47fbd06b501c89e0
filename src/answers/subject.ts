import type { Language } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import type { AnyAnswer, Command, MenuChoice, MenuEntry, Press, Submission, Submitted } from './hearing.ts';
import type { DeliveredMessage, KeptAnswer } from './stores.ts';
import type { FormView, View } from './view.ts';

/** A press on an answer that one person sees. */
export interface AnswerPress {
  pressed: Press;
  kept: KeptAnswer;
  view: View;
  /** The language the answer was in. */
  language: Language;
  /** What follows the verb in the action: `4` of `page:4`. */
  argument: string;
}

/** A press on a message of ours that everybody sees. */
export interface DeliveredPress {
  pressed: Press;
  delivered: DeliveredMessage;
  /** The presser's own language. */
  language: Language;
  argument: string;
}

/** An entry chosen from the menu of a message of ours. */
export interface DeliveredChoice {
  choice: MenuChoice;
  delivered: DeliveredMessage;
  /** The stories it tells, as they were told at first; at least one. */
  told: EditionStory[];
  /** The chooser's own language. */
  language: Language;
}

/** A form that came back. */
export interface FormReturn<F extends FormView = FormView> {
  submitted: Submission;
  /** What the form was about. */
  view: F;
  /** The language the form was in. */
  language: Language;
}

/**
 * One thing the bot can be talked to about: which words ask for it, and what its buttons do. A verb belongs to one
 * subject.
 */
export interface Subject {
  /** Answers the words that it knows; null for words that ask for something else. */
  command(said: Command, language: Language): Promise<AnyAnswer | null>;
  /** Presses on private answers, by verb. */
  answerPresses: Readonly<Record<string, (press: AnswerPress) => Promise<AnyAnswer | null>>>;
  /** Presses on public messages, by verb. */
  deliveredPresses: Readonly<Record<string, (press: DeliveredPress) => Promise<AnyAnswer | null>>>;
  /** Entries of messages' menus. */
  menus?: Readonly<Partial<Record<MenuEntry, (choice: DeliveredChoice) => Promise<AnyAnswer>>>>;
  /** Forms that come back, by what they were about. */
  forms?: Readonly<{
    [K in FormView['kind']]?: (back: FormReturn<Extract<FormView, { kind: K }>>) => Promise<Submitted>;
  }>;
}

/** A subject that is asked for by presses only. */
export const noCommand: Subject['command'] = async () => null;

/** Whether the words may be about the person: those of `/mybrief`, and on Slack all. */
export function isOneself({ commands }: Command): boolean {
  return commands.includes('mybrief');
}
