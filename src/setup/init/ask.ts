/** Says what is wrong with an answer, or nothing. */
export type Check = (value: string) => string | undefined | Promise<string | undefined>;

/** One thing to choose. */
export interface Choice<Value> {
  value: Value;
  label: string;
  hint?: string;
}

/** A person at a terminal. Every question rejects where the person stops the set-up. */
export interface Ask {
  text(question: string, initial: string, check: Check): Promise<string>;
  /** Not shown while it is typed. */
  secret(question: string, check: Check): Promise<string>;
  one<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    initial: Value,
  ): Promise<Value>;
  many<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    initial: readonly Value[],
  ): Promise<Value[]>;
  yes(question: string, initial: boolean): Promise<boolean>;
  tell(text: string): void;
  /** An address on a line of its own, in one piece. */
  link(what: string, url: string): void;
}
