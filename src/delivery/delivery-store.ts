import type { Edition, PlatformName, Slot, Verdict } from '../digest/edition.ts';
import type { MessageLanguage } from '../message/message.ts';
import type { Payload } from '../message/renderer.ts';
import type { Target } from './channel-plan.ts';

/**
 * How far the briefs go that an edition judged: every brief first seen as number `seq` or before
 * and taken in by the pipeline at `at` (epoch ms) or before counts as judged in that channel.
 * `seq` must be read before the folder is: then every brief with a number up to it was looked at.
 */
export interface Mark {
  seq: number;
  at: number;
}

export type DeliveryKind = 'skim' | 'story' | 'full' | 'reply' | 'share' | 'weekly' | 'notice' | 'direct';

/** Whether it is a part of an edition. */
export function isOfEdition(kind: DeliveryKind): boolean {
  return kind === 'skim' || kind === 'story' || kind === 'full';
}

/** Messages on which a flag asks for the other language. */
export const flaggableKinds: readonly DeliveryKind[] = ['skim', 'story', 'full', 'share', 'weekly'];

/**
 * - `planned`: not posted yet
 * - `sending`: claimed; the request may be under way
 * - `sent`: the platform has it
 * - `unknown`: the platform may have it; the history is read before anything else
 * - `held`: as unknown, and the history cannot be read
 * - `failed`: given up; the platform refuses this message
 * - `withdrawn`: never posted; its news goes to a later edition
 */
export type DeliveryStatus = 'planned' | 'sending' | 'sent' | 'unknown' | 'held' | 'failed' | 'withdrawn';

/** One message to be posted once, as it enters the ledger. */
export interface NewDelivery extends Target {
  /** 24 characters `a-z2-7`; the payload carries it. */
  id: string;
  kind: DeliveryKind;
  /** What is posted in order: the edition key, the request id, or the notice's cause. */
  chain: string;
  /** 0 … n−1 within the chain. */
  position: number;
  /** Parts in the chain. */
  parts: number;
  /** Delivery under whose message it stands; null for the channel itself. */
  parent: string | null;
  /** Name of the thread that may be opened under it. */
  threadName: string;
  edition: string | null;
  language: MessageLanguage;
  /** Story ids it tells. */
  stories: string[];
  /** Who caused it; '' for nobody. */
  person: string;
  payload: Payload;
}

/** A delivery that is not settled, without its payload. */
export interface OpenDelivery extends Target {
  id: string;
  kind: DeliveryKind;
  chain: string;
  position: number;
  parent: string | null;
  status: DeliveryStatus;
  /** Order in which it entered the ledger. */
  seq: number;
  /** The edition's slot, or when it was asked for. */
  dueAt: number;
  /** Not before this instant. */
  nextAt: number;
  leaseUntil: number;
  attempts: number;
  /** How often it was refused for a reason that we do not know. */
  refusals: number;
  /** When its edition is withdrawn where nothing of it was posted; null = never, or it is of none. */
  limitAt: number | null;
  lookUps: number;
  /** When the first attempt began; null before. */
  firstTriedAt: number | null;
  /** Thread it was last posted to; null = channel. */
  thread: string | null;
  /** It goes to the channel because its thread cannot be had. */
  degraded: boolean;
  /** Name of the thread that may be opened under it. */
  threadName: string;
}

/** A posted part as the archive needs it. */
export interface SentPart {
  id: string;
  kind: DeliveryKind;
  status: DeliveryStatus;
  stories: string[];
  messageId: string | null;
  link: string;
  postedAt: number | null;
}

/** An edition and what became of its messages. */
export interface PostedEdition {
  edition: Edition;
  parts: SentPart[];
}

/** What posting under another delivery needs to know of it. */
export interface Parent extends Target {
  status: DeliveryStatus;
  messageId: string | null;
  /** Thread it stands in. */
  thread: string | null;
  /** Thread opened under it. */
  ownThread: string | null;
  threadName: string;
  kind: DeliveryKind;
}

export type SlotOutcome = 'edition' | 'nothing' | 'missed' | 'skipped';

/** A slot that has been dealt with. */
export interface DecidedSlot extends Slot {
  outcome: SlotOutcome;
  decidedAt: number;
  /** When the first part was posted; null where it was not. */
  postedAt: number | null;
}

/** What one slot gave. */
export interface Decision {
  target: Target;
  /** Name of the channel's entry in the settings. */
  name: string;
  slot: Slot;
  outcome: SlotOutcome;
  decidedAt: number;
  /** Null for missed and skipped slots: nothing was judged. */
  mark: Mark | null;
  /** `judgedTimes` as it was before composing. */
  judgedTimes: number;
  edition: Edition | null;
  verdicts: Verdict[];
  told: { story: string; urlKey: string }[];
  deliveries: NewDelivery[];
  /** When an edition that no part was posted of is withdrawn, so that its news joins the next one. */
  expiresAt: number | null;
}

/**
 * - `known`: the slot was decided before (a missed or skipped one may be decided again as edition or nothing)
 * - `stale`: another slot of the channel was judged since `judgedTimes` was read; compose again
 */
export type DecideAnswer = 'stored' | 'known' | 'stale';

/** Whether a channel, or a whole workspace (channel ''), works. */
export interface Health extends Target {
  /** Failures in a row that only a person can mend. */
  failures: number;
  pausedAt: number | null;
  /** What to do, in a sentence. */
  reason: string;
  /** Not tried before this instant. */
  probeAt: number;
}

export interface EditionStanding {
  key: string;
  slot: Slot;
  /** Each part's status, in order. */
  parts: DeliveryStatus[];
  /** Attempts beyond the first. */
  retries: number;
  firstPostedAt: number | null;
  /** Advice of the part that is stuck; ''. */
  advice: string;
}

export interface UntoldCause {
  cause: string;
  /** How often it was opened, this time included. */
  times: number;
  sentence: string;
}

/** A posted message that is to show something else. */
export interface OpenRevision {
  delivery: string;
  channel: string;
  thread: string | null;
  messageId: string;
  payload: Payload;
  wantedAt: number;
  attempts: number;
}

/** A request that the platform counts. */
export interface RecentRequest {
  kind: 'message' | 'edit';
  channel: string;
  thread: string | null;
  at: number;
}

export interface ClosedPlace {
  channel: string;
  thread: string | null;
  until: number;
}

/** What delivery keeps; implemented by `store`. Instants are epoch ms. Every method is one transaction. */
export interface DeliveryStore {
  /** Notes under which schedule each channel is asked; returns since when, and the one before ('' for none). */
  subscribe(
    entries: readonly { target: Target; name: string; schedule: string }[],
    now: number,
  ): Promise<{ since: number; before: string }[]>;
  /** The schedule that each channel was last asked under; null for none. */
  subscriptions(
    targets: readonly Target[],
  ): Promise<({ schedule: string; since: number; before: string } | null)[]>;
  /** Regular slots of each channel that were dealt with, newest first, at most `limit`. */
  decidedSlots(targets: readonly Target[], since: number, limit: number): Promise<DecidedSlot[][]>;
  /** How often each channel's briefs were judged. Read it before composing; the decision carries it. */
  judgedTimes(targets: readonly Target[]): Promise<number[]>;
  /** Stores what slots gave; of a channel, at most one that judged briefs. */
  decide(decisions: readonly Decision[]): Promise<DecideAnswer[]>;
  /** Withdraws the workspace's editions whose time is over and of which nothing can have been posted. */
  withdrawExpired(
    platform: PlatformName,
    workspace: string,
    now: number,
  ): Promise<{ key: string; name: string; deliveries: string[] }[]>;
  /** Slot of each channel's last edition, asked for by hand or not; null for none. */
  lastEditions(targets: readonly Target[]): Promise<(Slot | null)[]>;

  /** Adds messages once per id; false where the first of them was known. */
  add(deliveries: readonly NewDelivery[], now: number): Promise<boolean>;
  /** Open deliveries of a workspace that entered after `seq`, in order. */
  open(platform: PlatformName, workspace: string, afterSeq: number): Promise<OpenDelivery[]>;
  /** One delivery as it stands; null where it is settled. */
  openDelivery(id: string): Promise<OpenDelivery | null>;
  /**
   * Takes a planned delivery for one attempt and returns its payload; null where it is not as it was read, or where
   * the time of its edition is over.
   */
  claim(
    id: string,
    attempts: number,
    claim: { owner: string; now: number; leaseUntil: number; thread: string | null; degraded: boolean },
  ): Promise<Payload | null>;
  /** Records an outcome, if the delivery still stands as it was read. False where it does not. */
  settle(id: string, seen: SettleGuard, change: SettleChange): Promise<boolean>;
  parent(id: string): Promise<Parent | null>;
  threadOpened(id: string, thread: string): Promise<void>;
  edition(key: string): Promise<Edition | null>;
  /** Every part of an edition in order. */
  partsOf(edition: string): Promise<SentPart[]>;
  /** Editions all of whose parts are settled and that were not reported posted yet. */
  finishedEditions(platform: PlatformName, workspace: string): Promise<string[]>;
  /** Editions with every part in order; those that are gone are left out. */
  posted(editions: readonly string[]): Promise<PostedEdition[]>;
  reportFinished(editions: readonly string[]): Promise<void>;
  /** Ids of the messages of one edition, request or notice, in order. */
  idsOf(chain: string): Promise<string[]>;
  /** Notes what a message is to show from now on, posted yet or not; the newest wish counts. */
  wantRevision(delivery: string, payload: Payload, now: number): Promise<void>;
  /**
   * Wishes not fulfilled yet whose message is posted: the oldest of each channel, then the second oldest, and so on.
   * @param of `without`: channels that are left out
   */
  openRevisions(
    platform: PlatformName,
    workspace: string,
    now: number,
    of: { limit: number; without: readonly string[] },
  ): Promise<OpenRevision[]>;
  /** Records an attempt, unless something else is wanted by now. */
  settleRevision(
    revision: Pick<OpenRevision, 'delivery' | 'wantedAt'>,
    change: { isDone: boolean; attempts: number; nextAt: number; advice: string },
  ): Promise<void>;
  /**
   * Messages posted since the instant, or that may have been, and changes of messages made since; and the places that
   * the platform asked to leave alone, as far as messages wait for them.
   */
  recentRequests(
    platform: PlatformName,
    workspace: string,
    since: number,
  ): Promise<{ asked: RecentRequest[]; closed: ClosedPlace[] }>;
  /** Our messages that flags count on, newest first. */
  flaggable(platform: PlatformName, workspace: string, since: number): Promise<FlaggableMessage[]>;

  health(platform: PlatformName, workspace: string): Promise<Health[]>;
  setHealth(health: Health): Promise<void>;
  /** Opens the cause; false where it was open already. `isTold` = nobody needs to be told its sentence. */
  openCause(cause: string, now: number, about: { sentence: string; isTold: boolean }): Promise<boolean>;
  closeCause(cause: string): Promise<void>;
  /** Open causes that the operator's channel was not told, oldest first. */
  untoldCauses(): Promise<UntoldCause[]>;
  /** Adds the messages that tell it, once per id, and notes that it is told; unless it was opened again since. */
  tellCause(
    of: Pick<UntoldCause, 'cause' | 'times'>,
    messages: readonly NewDelivery[],
    now: number,
  ): Promise<void>;

  /** Who holds a lease, or held it last; null for nobody. */
  holder(lease: string): Promise<string | null>;
  /** Takes or renews a lease; false where another's runs. */
  hold(lease: string, owner: string, now: number, until: number): Promise<boolean>;
  release(lease: string, owner: string): Promise<void>;

  /** How each channel's last edition stands; null for none. */
  standings(targets: readonly Target[]): Promise<(EditionStanding | null)[]>;
  /** Drops what nobody asks for any more. */
  prune(): Promise<void>;
}

/** What must still be true of a delivery for an outcome to be recorded. */
export interface SettleGuard {
  status: DeliveryStatus;
  attempts: number;
  /** The lease must have run out before this instant, or lie further ahead than any honest one. */
  leaseBefore?: number;
}

export interface SettleChange {
  status: DeliveryStatus;
  refusals?: number;
  nextAt?: number;
  lookUps?: number;
  thread?: string | null;
  degraded?: boolean;
  messageId?: string;
  link?: string;
  postedAt?: number;
  errorCode?: string;
  advice?: string;
}

export interface FlaggableMessage extends Target {
  thread: string | null;
  messageId: string;
}
