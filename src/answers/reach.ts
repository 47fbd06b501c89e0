import type { PlatformName } from '../digest/edition.ts';

/** Where a person is written to directly, or why not: `refused` by the person, or the platform is `unreachable` now. */
export type Direct = { channel: string } | { problem: 'refused' | 'unreachable' };

/** What a platform says of a person. Never rejects; what it cannot say is logged there. */
export interface Reach {
  /** Opens the conversation between the bot and a person, or gives the one that is open. */
  openDirect(person: string): Promise<Direct>;
}

/** Null where the platform is not connected. */
export type ReachOf = (platform: PlatformName) => Reach | null;
