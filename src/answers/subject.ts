import type { Language } from '../briefs/brief.ts';
import type { Answer, Command, Press } from './hearing.ts';
import type { DeliveredMessage, KeptAnswer } from './stores.ts';
import type { View } from './view.ts';

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

/**
 * One thing the bot can be talked to about: which words ask for it, and what its buttons do. A verb belongs to one
 * subject.
 */
export interface Subject {
  /** Answers the words that it knows; null for words that ask for something else. */
  command(said: Command, language: Language): Promise<Answer | null>;
  /** Presses on private answers, by verb. */
  answerPresses: Readonly<Record<string, (press: AnswerPress) => Promise<Answer | null>>>;
  /** Presses on public messages, by verb. */
  deliveredPresses: Readonly<Record<string, (press: DeliveredPress) => Promise<Answer | null>>>;
}

/** A subject that is asked for by presses only. */
export const noCommand: Subject['command'] = async () => null;

/** Whether the words may be about the person: those of `/mybrief`, and on Slack all. */
export function isOneself({ commands }: Command): boolean {
  return commands.includes('mybrief');
}
