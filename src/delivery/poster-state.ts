import type { Logger } from 'pino';
import type { DeliveryOptions } from './delivery-options.ts';
import type { Health, OpenDelivery } from './delivery-store.ts';
import type { Limiter } from './limiter.ts';
import type { Doubt } from './note-doubt.ts';
import type { Notices } from './notices.ts';
import type { Platform } from './platform.ts';

/** What the steps of a poster work on. */
export interface PosterState {
  options: DeliveryOptions;
  platform: Platform;
  notices: Notices;
  log: Logger;
  limiter: Limiter;
  workspace: {
    health: Health | null;
    doubt: Doubt | null;
    /** Channels that failed and have not worked since, while another did: they say nothing of the workspace. */
    failAlone: Set<string>;
  };
  startedAt: number;
  /**
   * Per channel, when a message was last posted, and the chains of which one was refused for a reason that we do not
   * know that was first tried since then.
   */
  refused: Map<string, { since: number; chains: Set<string> }>;
  /** Whether the right to post is ours for long enough to post one message. */
  mayPost(): boolean;
  /** Takes back the editions whose time is over and of which nothing was posted. */
  withdrawExpired(): Promise<void>;
  saveHealth(health: Health): Promise<void>;
  /** A delivery is settled: it leaves its lane. */
  settled(job: OpenDelivery): void;
  /** A posted message stood there before the ledger said so: flags set on it meanwhile were not understood. */
  readFlags(job: OpenDelivery, messageId: string): void;
  /** Reads the reactions on all messages anew. */
  sweepFlags(): void;
  /** Something was posted or found in a channel: the reactions that could not be read there are. */
  readsAgain(channel: string): void;
  /** Whether messages other than these are held, in any channel. */
  isHeldElsewhere(jobs: readonly OpenDelivery[]): boolean;
  /** The ledger is not as we thought: reads the delivery again. */
  reload(job: OpenDelivery): Promise<void>;
}
