import type { Logger } from 'pino';
import type { Composition, PlatformName, Slot } from '../digest/edition.ts';
import type { ChannelPlan } from './channel-plan.ts';
import type { DeliveryStore, Mark, PostedEdition } from './delivery-store.ts';
import type { FoundFlag } from './flag-reader.ts';
import type { Platform } from './platform.ts';

/** What composing gave, and how far the briefs go that it looked at. */
export interface Composed {
  composition: Composition;
  mark: Mark;
}

/** A slot of a channel that is to be composed. */
export interface ComposeAsk {
  /** Its rules have the workspace filled in. */
  plan: ChannelPlan;
  slot: Slot;
}

/**
 * Composes what channels get, as if now were `at`, in the order asked; reads, never writes. A channel is asked for
 * once in a call.
 */
export type Compose = (asks: readonly ComposeAsk[], at: number) => Promise<Composed[]>;

/** Spans of time, in ms. */
export interface DeliveryTiming {
  /** A platform call ends within this; 8,000. Shorter than `leaseMs`. */
  requestTimeoutMs: number;
  /** How long a claimed part, and the right to post, belong to one process; 30,000. */
  leaseMs: number;
  /** How long an unknown outcome rests before the history is read, and between readings (×1, ×2, ×3 …); 5,000. */
  lookUpDelayMs: number;
  /** Readings that must agree before a “not there” is believed; 3. */
  lookUps: number;
  /** How often work left by other processes is looked for; 1,000. */
  pollMs: number;
  /** Wait after the first failure; doubles with each further one; 5,000. */
  backOffMs: number;
  /** Longest wait between two tries; 900,000. */
  maxBackOffMs: number;
}

/** Points at which a crash test may end the process. */
export type Checkpoint =
  | 'before-ledger'
  | 'after-ledger'
  | 'before-request'
  | 'request-sent'
  | 'after-answer-before-record'
  | 'between-parts'
  | 'thread-opening'
  | 'thread-opened';

/** Timers, so that tests can turn them. */
export interface Alarms {
  /** Calls `ring` once, `ms` from now; returns what cancels it. */
  set(ms: number, ring: () => void): () => void;
}

export interface DeliveryOptions {
  store: DeliveryStore;
  /** The platforms that are connected now. */
  platforms: () => readonly Platform[];
  /** The channels of the settings whose platform is connected (workspace known). */
  channels: () => readonly ChannelPlan[];
  /** Where the operator reads what a person must mend; null = only the log. */
  operator: () => { platform: PlatformName; channel: string } | null;
  compose: Compose;
  /** Called with editions every part of which is posted or given up; may be called again after a restart. */
  onEditionsPosted: (posted: readonly PostedEdition[]) => Promise<void>;
  /** Called with flags that people set while nobody listened, or before we knew the message; perhaps again. */
  onFlag: (flag: FoundFlag) => Promise<void>;
  /** Whether an emoji, or Slack’s name of one, asks for a language anywhere. */
  isFlag: (emoji: string) => boolean;
  log: Logger;
  /** Epoch ms. */
  clock: () => number;
  timing: DeliveryTiming;
  alarms: Alarms;
  /** Name of this process among those that share the store; unique per start. */
  instance: string;
  checkpoint: (at: Checkpoint) => Promise<void> | void;
}
