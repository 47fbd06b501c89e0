import type { PlatformName } from '../digest/edition.ts';

/** Where a person is written to directly, or why not: `refused` by the person, or the platform is `unreachable` now. */
export type Direct = { channel: string } | { problem: 'refused' | 'unreachable' };

/** What a platform says of a person. Never rejects; what it cannot say is logged there. */
export interface Reach {
  /** Opens the conversation between the bot and a person, or gives the one that is open. */
  openDirect(person: string): Promise<Direct>;
  /**
   * Those of these channels in which the person may post, under the names the person knows them by. A channel that the
   * person cannot see is never among them.
   */
  postable(person: string, channels: readonly string[]): Promise<{ id: string; name: string }[]>;
  /** Those of these channels that the person can see; for null, those that are not private. */
  visible(person: string | null, channels: readonly string[]): Promise<string[]>;
}

/** Null where the platform is not connected. */
export type ReachOf = (platform: PlatformName) => Reach | null;
