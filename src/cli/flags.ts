/** Options that every command takes. */
export interface CommonFlags {
  config: string;
  briefs?: string;
  data: string;
}

/** A sentence for the person at the terminal; printed without a stack, exit code 1. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
