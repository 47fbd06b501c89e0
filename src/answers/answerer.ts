import type {
  AnyAnswer,
  Command,
  Flag,
  MenuChoice,
  Press,
  Submission,
  Submitted,
  Typing,
} from './hearing.ts';

/** One suggestion while somebody types. */
export interface Completion {
  label: string;
  value: string;
}

/** What the bot says; never posts by itself. Platforms call it with what they heard. */
export interface Answerer {
  command(command: Command): Promise<AnyAnswer>;
  /** null where the press asks for nothing more (already answered, or too old to know). */
  press(press: Press): Promise<AnyAnswer | null>;
  menu(choice: MenuChoice): Promise<AnyAnswer>;
  /** null where the form is too old to know. */
  submit(submission: Submission): Promise<Submitted | null>;
  flag(flag: Flag): Promise<void>;
  complete(typing: Typing): Promise<Completion[]>;
}
