import type { RequestPost } from '../answers/stores.ts';
import type { PlatformName, Slot } from '../digest/edition.ts';
import type { DeliveryOptions } from './delivery-options.ts';

/** A flag found on one of our messages. */
export interface FoundFlag {
  platform: PlatformName;
  workspace: string;
  /** The channel; on Discord the thread where the message stands in one. */
  channel: string;
  messageId: string;
  emoji: string;
}

/** What asking for a channel's edition gave. */
export interface PostResult {
  slot: Slot;
  /** `edition`: stored now; `known`: it was before (its missing parts are posted); `nothing`: nothing new. */
  outcome: 'edition' | 'known' | 'nothing';
  edition: string | null;
}

/** How a channel stands; everything `status` shows. */
export interface ChannelStanding {
  name: string;
  platform: PlatformName;
  channel: string;
  state: 'ok' | 'posting' | 'held' | 'paused';
  /** What a person must do; '' where nothing. */
  advice: string;
  last: {
    slot: Slot;
    parts: number;
    posted: number;
    failed: number;
    retries: number;
    /** First post after the slot; null while none. */
    lateMs: number | null;
  } | null;
  next: Slot | null;
  /** Slots of the last 31 days: on time of all (those skipped on purpose are not counted). */
  onTime: number;
  due: number;
  missed: number;
  /** Slots in a row without news. */
  quiet: number;
}

export interface Delivery {
  /** Starts posting what is open, and goes on until stopped. Composes nothing: that is `tick`. */
  start(): void;
  /** Composes and stores what is due in every channel. Never rejects; call it every 15 s, one at a time. */
  tick(): Promise<void>;
  /**
   * Posts one channel's edition because somebody asked: the slot last due at `at`, a new `manual-…` one,
   * or the `start-…` one of a channel that never had any. Safe to repeat. Resolves once it is stored.
   */
  post(name: string, as: 'due' | 'manual' | 'start', at: number): Promise<PostResult>;
  /** Resolves when every part of the edition is posted or given up, by this process or another; false after `ms`. */
  settled(edition: string, ms: number): Promise<boolean>;
  /** The door for replies to flags and shared answers. */
  request: RequestPost;
  /** Tells the operator once per cause, in the log and in the operator's channel. */
  notify(cause: string, sentence: string): Promise<void>;
  /** The cause is gone; a later one is told again. */
  mended(cause: string): Promise<void>;
  /**
   * Reads the reactions on our messages of the last 14 days, newest first, as the limits allow.
   * A new call for the same platform ends the one before.
   */
  sweepFlags(platform: PlatformName, onFlag: (flag: FoundFlag) => Promise<void>): Promise<void>;
  standings(): Promise<ChannelStanding[]>;
  /** Takes nothing new, and resolves when nothing is in flight. What is open is settled by the next start. */
  stop(): Promise<void>;
}

export type CreateDelivery = (options: DeliveryOptions) => Delivery;
