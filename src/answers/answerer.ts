import type { Answer, Command, Flag, Press, Typing } from './hearing.ts';

/** One suggestion while somebody types. */
export interface Completion {
  label: string;
  value: string;
}

/** What the bot says; never posts by itself. Platforms call it with what they heard. */
export interface Answerer {
  command(command: Command): Promise<Answer>;
  /** null where the press asks for nothing more (already answered, or too old to know). */
  press(press: Press): Promise<Answer | null>;
  flag(flag: Flag): Promise<void>;
  complete(typing: Typing): Promise<Completion[]>;
}
