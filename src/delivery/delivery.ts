import type { Standing } from '../answers/standing.ts';
import type { RequestPost } from '../answers/stores.ts';
import type { PlatformName, Slot } from '../digest/edition.ts';
import { editionKey } from '../digest/edition-key.ts';
import type { Message } from '../message/message.ts';
import type { ChannelPlan } from './channel-plan.ts';
import { createComposer, targetOf } from './composer.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { createNotices } from './notices.ts';
import type { Platform } from './platform.ts';
import { createPoster, type Poster } from './poster.ts';
import { createRequestPost } from './request-post.ts';
import { reviseMessages, wantRevisions } from './revise.ts';
import { createSkimGate } from './skim-gate.ts';
import { slotAsked } from './slot-asked.ts';
import { standingOf } from './standing.ts';
import { sweepFlags } from './sweep-flags.ts';

const dayMs = 86_400_000;
/** Flags on older messages get no answer. */
const fortnightMs = 14 * dayMs;
/** What the record of being on time looks back at. */
const monthMs = 31 * dayMs;

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
  /**
   * From now on the messages of an edition, a request or a notice show this instead; crash-safe, never notifies.
   * @param chain the edition's key, or the request's id
   */
  revise(
    where: { platform: PlatformName; workspace: string },
    chain: string,
    message: Message,
  ): Promise<void>;
  /** Tells the operator once per cause, in the log and in the operator's channel. */
  notify(cause: string, sentence: string): Promise<void>;
  /** The cause is gone; a later one is told again. */
  mended(cause: string): Promise<void>;
  /**
   * Reads the reactions on our messages of the last 14 days, newest first, as the limits allow.
   * A new call for the same platform ends the one before.
   */
  sweepFlags(platform: PlatformName, onFlag: (flag: FoundFlag) => Promise<void>): Promise<void>;
  standings(): Promise<Standing[]>;
  /** Takes nothing new, and resolves when nothing is in flight. What is open is settled by the next start. */
  stop(): Promise<void>;
}

/** Delivery over a ledger and the connected platforms. Does nothing until `start` or `tick` is called. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, alarms, timing, log } = options;
  const posters = new Map<string, Poster>();
  const sweeps = new Map<PlatformName, object>();
  const gate = createSkimGate();
  let isStarted = false;
  let isStopped = false;
  let prunedAt = 0;
  let cancelRevising = () => {};
  const kick = () => {
    for (const poster of posters.values()) poster.kick();
  };
  const notices = createNotices({ ...options, added: kick });
  const composer = createComposer(options, notices, kick);
  const request = createRequestPost({ ...options, added: kick });

  /** One poster per connected workspace. */
  function syncPosters(): void {
    if (!isStarted || isStopped) return;
    for (const platform of options.platforms()) {
      const key = `${platform.name}:${platform.workspace}`;
      const known = posters.get(key);
      if (known?.platform === platform) continue;
      if (known) void known.stop();
      const poster = createPoster(options, { platform, notices, gate, finished: reportFinished });
      posters.set(key, poster);
      poster.turn();
    }
  }

  async function reportFinished(key: string): Promise<void> {
    const edition = await store.edition(key);
    if (edition) await options.onEditionPosted(edition, await store.partsOf(key));
    await store.reportFinished(key);
  }

  function platformOf(plan: ChannelPlan): Platform | undefined {
    const { platform, workspace } = plan.rules;
    return options.platforms().find((each) => each.name === platform && each.workspace === workspace);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => void alarms.set(ms, resolve));
  }

  async function composeDue(): Promise<void> {
    for (const plan of options.channels()) {
      const platform = platformOf(plan);
      const poster = posters.get(`${plan.rules.platform}:${plan.rules.workspace}`);
      if (!platform || !poster?.leads() || isStopped) continue;
      try {
        await composer.due(plan, platform);
      } catch (error) {
        log.error(
          { err: error, channel: plan.rules.name },
          'An edition could not be composed; the next tick tries again.',
        );
      }
    }
  }

  async function withdrawExpired(): Promise<void> {
    for (const poster of posters.values()) {
      if (!poster.leads()) continue;
      const { name, workspace } = poster.platform;
      for (const { name: channel, key, deliveries } of await store.withdrawExpired(
        name,
        workspace,
        clock(),
      )) {
        poster.drop(deliveries);
        log.warn(
          { channel, edition: key },
          'The edition could not be posted in time; its news joins the next one.',
        );
      }
    }
  }

  let revising: Promise<void> | null = null;

  /** Changes posted messages where this process is the one that posts; a turn at a time. */
  function reviseSoon(): void {
    if (isStopped) return;
    revising ??= reviseAll()
      .catch((error: unknown) =>
        log.error({ err: error }, 'Messages could not be changed; the next turn tries again.'),
      )
      .finally(() => {
        revising = null;
      });
  }

  async function reviseAll(): Promise<void> {
    for (const poster of posters.values()) {
      if (poster.leads() && !isStopped)
        await reviseMessages({ store, platform: poster.platform, clock, timing, log });
    }
  }

  function keepRevising(): void {
    reviseSoon();
    if (!isStopped) cancelRevising = alarms.set(timing.pollMs, keepRevising);
  }

  return {
    request,

    async revise(where, chain, message) {
      const platform = options
        .platforms()
        .find((each) => each.name === where.platform && each.workspace === where.workspace);
      if (!platform) throw new Error(`${where.platform} is not connected; try again in a moment.`);
      await wantRevisions(store, platform, chain, message, clock());
      reviseSoon();
    },

    notify: (cause, sentence) => notices.tell(cause, sentence),
    mended: (cause) => notices.mended(cause),

    start() {
      isStarted = true;
      syncPosters();
      keepRevising();
    },

    async tick() {
      if (isStopped) return;
      try {
        syncPosters();
        gate.composing(true);
        await withdrawExpired();
        await composeDue();
        if (clock() - prunedAt > dayMs) {
          prunedAt = clock();
          await store.prune();
        }
      } catch (error) {
        log.error({ err: error }, 'The ledger cannot be used; the next tick tries again.');
      } finally {
        gate.composing(false);
        kick();
      }
    },

    async post(name, as, at) {
      const plan = options.channels().find((each) => each.rules.name === name);
      if (!plan)
        throw new Error(`There is no channel named ${name} that is connected; see \`sowhat check\`.`);
      const platform = platformOf(plan);
      if (!platform) throw new Error(`${plan.rules.platform} is not connected; check its token.`);
      const slot = slotAsked(composer.calendarOf(plan), as, at, plan.rules.timezone);
      if (!slot) throw new Error(`No slot of ${name} was ever due before; ask for one by hand.`);
      const edition = editionKey(plan.rules, slot);
      if (as === 'start' && (await store.lastEditionDate(targetOf(plan))) !== null)
        return { slot, outcome: 'known', edition: null };
      const decision = await composer.slot(plan, platform, { slot, at, expiresAt: null });
      kick();
      if (!decision) return { slot, outcome: 'known', edition: (await store.edition(edition)) && edition };
      return {
        slot,
        outcome: decision.edition ? 'edition' : 'nothing',
        edition: decision.edition && edition,
      };
    },

    async settled(edition, ms) {
      const until = clock() + ms;
      for (;;) {
        const parts = await store.partsOf(edition);
        if (parts.every((part) => ['sent', 'failed', 'withdrawn'].includes(part.status))) return true;
        if (clock() >= until || isStopped) return false;
        await pause(Math.min(200, timing.pollMs));
      }
    },

    async sweepFlags(name, onFlag) {
      const sweep = {};
      sweeps.set(name, sweep);
      for (const poster of posters.values()) {
        const { platform } = poster;
        if (platform.name !== name) continue;
        const messages = await store.flaggable(name, platform.workspace, clock() - fortnightMs);
        const turn = async () => sweeps.get(name) === sweep && (await poster.readTurn());
        await sweepFlags({ platform, messages, onFlag, turn, log });
      }
    },

    async standings() {
      const now = clock();
      const found: Standing[] = [];
      for (const plan of options.channels()) {
        const target = targetOf(plan);
        const decided = await store.decidedSlots(target, now - monthMs, 5_000);
        found.push(
          standingOf({
            plan,
            next: await composer.next(plan, decided),
            decided,
            last: await store.standing(target),
            health: await store.health(target.platform, target.workspace),
            now,
          }),
        );
      }
      return found;
    },

    async stop() {
      isStopped = true;
      cancelRevising();
      await revising;
      await Promise.all([...posters.values()].map((poster) => poster.stop()));
    },
  };
}
