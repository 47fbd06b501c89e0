export interface ReadinessOptions {
  /** Every platform is connected, or stands by for another program. */
  isConnected: () => boolean;
  /** Asks the ledger: why it cannot be used, or null. Rejects where it cannot be asked. */
  askLedger: () => Promise<string | null>;
  /** A ledger without an answer by then counts as away, ms; 2 s by default. */
  ledgerWithinMs?: number;
}

export interface Readiness {
  isConnected: boolean;
  /** Why the ledger cannot be used; null where it can. */
  ledger: string | null;
}

/** Shorter than the 3 to 5 s after which those who ask give up, so that they learn the reason. */
const usualWithinMs = 2_000;

/**
 * Whether people can be heard, and editions posted.
 * A channel or a workspace that is paused stays ready: a person must mend it (invite the bot, renew a token), the
 * operator was told, and neither a restart nor another instance would help.
 */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  const { isConnected, askLedger, ledgerWithinMs = usualWithinMs } = options;
  let asked: Promise<string | null> | null = null;

  /** One question at a time: each that gets no answer keeps a connection of the few there are. */
  function ask(): Promise<string | null> {
    asked ??= askLedger().finally(() => {
      asked = null;
    });
    return asked;
  }

  async function whyNoLedger(): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      const sentence = `the ledger gave no answer within ${ledgerWithinMs / 1000} s`;
      timer = setTimeout(() => resolve(sentence), ledgerWithinMs);
    });
    // The reason may hold the address of the database; the log has it.
    const answer = ask().catch(() => 'the ledger cannot be asked');
    const why = await Promise.race([answer, late]);
    clearTimeout(timer);
    return why;
  }

  return async () => {
    const ledger = await whyNoLedger();
    return { isConnected: isConnected(), ledger };
  };
}
