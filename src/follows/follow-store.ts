import type { Follow, LookedAt, Reader } from '../answers/reader-store.ts';
import type { PlatformName } from '../digest/edition.ts';

/** A follow with whose it is, and how far the briefs were looked at for it. */
export interface OwnedFollow extends Reader, Follow {
  lookedAt: LookedAt;
}

/** A brief as it was first seen. */
export interface ArrivedBrief {
  file: string;
  seq: number;
  /** Epoch ms as the file says; 0 where it does not. */
  ingestedAt: number;
}

/** A brief found for a follow. */
export interface Match {
  follow: string;
  file: string;
}

/** What following keeps; implemented by `store`. Every method is one transaction. */
export interface FollowStore {
  all(): Promise<OwnedFollow[]>;
  /** Briefs up to `upTo` that are not covered by `since`, in the order first seen. */
  arrived(since: LookedAt, upTo: LookedAt): Promise<ArrivedBrief[]>;
  /** Notes what was found for these follows, each brief once, and that they were looked at up to there. */
  noteMatches(
    matches: readonly Match[],
    looked: { follows: readonly string[]; upTo: LookedAt; now: number },
  ): Promise<void>;
  /** People for whom something waits that was found no later than `until`. */
  waiting(platform: PlatformName, workspace: string, until: number): Promise<Reader[]>;
  /**
   * Takes what waits for a person into the message of this id. Nothing where the ledger has that message already; what
   * an earlier message took and never told is taken again.
   */
  claim(reader: Reader, request: string, until: number): Promise<Match[]>;
  /** The message with this id is in the ledger, or there was nothing to say: what it took is told. */
  told(request: string): Promise<void>;
  /** Briefs that these follows were told of. */
  toldFiles(follows: readonly string[]): Promise<Match[]>;
  /** Ends the follows of those who refused a direct message after they had followed. Returns how many ended. */
  endRefused(): Promise<number>;
}
