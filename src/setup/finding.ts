/** What one check found. */
export interface Finding {
  /** Stable name, for scripts: `slack scopes`, `discord channel team-ko`. */
  name: string;
  ok: boolean;
  /** What is the case, in one line. */
  says: string;
  /** The one thing to do; null where all is well. Where `ok` is true: only if it is not meant so. */
  mend: string | null;
  /** Mends it where that is safe without asking; gives a sentence on what was done. */
  fix?: () => Promise<string>;
}

/** All is well. */
export function good(name: string, says: string): Finding {
  return { name, ok: true, says, mend: null };
}

/** Nothing is wrong, but hardly meant so; this is what to do if it is not. */
export function odd(name: string, says: string, mend: string): Finding {
  return { name, ok: true, says, mend };
}

/** Something is wrong, and this is the one thing to do about it. */
export function bad(name: string, says: string, mend: string, fix?: () => Promise<string>): Finding {
  return { name, ok: false, says, mend, ...(fix ? { fix } : {}) };
}

/**
 * What a refused call says, split into what is the case and what to do: the advice of the platforms' errors has the
 * form “what is the case: what to do”.
 */
export function refused(name: string, error: Error): Finding {
  const at = error.message.search(/: /);
  if (at < 0) return bad(name, error.message, 'Try again in a minute; the log of the bot tells more.');
  const mend = error.message.slice(at + 2);
  return bad(name, `${error.message.slice(0, at)}.`, `${mend.charAt(0).toUpperCase()}${mend.slice(1)}`);
}

/** The same of an error whose message is two sentences, which may quote what a program said: what is the case, and what to do. */
export function failed(name: string, error: Error): Finding {
  // What is quoted stands in brackets, and has sentences of its own.
  const quoted = error.message.lastIndexOf('). ') + 1;
  const at = quoted + error.message.slice(quoted).search(/(?<=\. )[A-Z]/);
  if (at < quoted) return refused(name, error);
  return bad(name, error.message.slice(0, at).trim(), error.message.slice(at));
}
