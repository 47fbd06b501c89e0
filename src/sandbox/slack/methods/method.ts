import type { Args } from '../args.ts';
import type { SlackContext } from '../context.ts';
import type { Tier } from '../rate-limits.ts';

/** One method of the Web API. `run` gives the answer without `ok`, or throws a SlackError. */
export interface Method {
  tier: Tier;
  /** Which token it takes; `none`: any or no token. */
  token: 'bot' | 'app' | 'any' | 'none';
  /** One of these is needed; empty: none. */
  scopes: readonly string[];
  run(context: SlackContext, args: Args): Record<string, unknown>;
}

export type Methods = Record<string, Method>;
