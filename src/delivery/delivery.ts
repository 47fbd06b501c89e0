import type { Standing } from '../answers/standing.ts';
import type { RequestPost } from '../answers/stores.ts';
import type { PlatformName, Slot } from '../digest/edition.ts';
import { editionKey } from '../digest/edition-key.ts';
import type { Message } from '../message/message.ts';
import { createCalendars } from './calendars.ts';
import { targetOf } from './channel-plan.ts';
import { createComposer, type Work } from './composer.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { keepRevising } from './keep-revising.ts';
import { createNotices } from './notices.ts';
import type { Platform } from './platform.ts';
import { createPosters } from './posters.ts';
import { readStandings } from './read-standings.ts';
import { createRequestPost } from './request-post.ts';
import { slotAsked } from './slot-asked.ts';
import { wantRevisions } from './want-revisions.ts';

const dayMs = 86_400_000;

/** What asking for a channel's edition gave. */
export interface PostResult {
  slot: Slot;
  /** `edition`: stored now; `known`: it was before (its missing parts are posted); `nothing`: nothing new. */
  outcome: 'edition' | 'known' | 'nothing';
  edition: string | null;
}

export interface Delivery {
  /**
   * Starts posting what is open on the platforms that are connected, and goes on until stopped; call it again when
   * one more is. Composes nothing: that is `tick`.
   */
  start(): void;
  /** Composes and stores what is due in every channel. Never rejects; call it every 15 s, one at a time. */
  tick(): Promise<void>;
  /**
   * Posts one channel's edition because somebody asked: the slot last due at `at`, a new `manual-…` one,
   * or the `start-…` one of a channel that never had any. Safe to repeat. Resolves once it is stored.
   */
  post(name: string, as: 'due' | 'manual' | 'start', at: number): Promise<PostResult>;
  /**
   * Resolves when every part of the edition is posted or given up, by this process or another; false after `ms`.
   * @throws Error that keeps this process from posting, such as a disk that is full; what is open stays in the ledger
   */
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
  /**
   * Passes on to the operator's channel what people say, once per id; false where there is none, or it is not connected.
   * @param link where it is about; '' for nowhere
   */
  pass(id: string, lines: readonly string[], link: string): Promise<boolean>;
  /** The cause is gone; a later one is told again. */
  mended(cause: string): Promise<void>;
  /**
   * Reads the reactions on our messages of the last 14 days, newest first, as the limits allow: call it whenever a
   * connection was made. A new call for the same platform begins anew. Resolves when all are read, or given up.
   */
  sweepFlags(platform: PlatformName): Promise<void>;
  standings(): Promise<Standing[]>;
  /** Takes nothing new, and resolves when nothing is in flight. What is open is settled by the next start. */
  stop(): Promise<void>;
}

/** Delivery over a ledger and the connected platforms. Does nothing until `start` or `tick` is called. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, clock, alarms, timing, log } = options;
  let isStarted = false;
  let isStopped = false;
  let prunedAt = 0;
  const calendars = createCalendars();
  const kick = () => posters.kick();
  const notices = createNotices({ ...options, added: kick });
  const posters = createPosters(options, notices);
  const composer = createComposer(options, calendars, notices, kick);
  const request = createRequestPost({ ...options, added: kick });
  const revising = keepRevising(options, posters, notices);

  function platformOf(target: { platform: PlatformName; workspace: string }): Platform | undefined {
    return options
      .platforms()
      .find(({ name, workspace }) => name === target.platform && workspace === target.workspace);
  }

  function syncPosters(): void {
    if (isStarted && !isStopped) posters.sync();
  }

  /** Channels that this process may compose for: where it is the one that posts. */
  function ledWorks(): Work[] {
    return options.channels().flatMap((plan) => {
      const platform = platformOf(plan.rules);
      return platform && posters.of(plan.rules)?.leads() ? [{ plan, platform }] : [];
    });
  }

  return {
    request,

    async revise(where, chain, message) {
      const platform = platformOf(where);
      if (!platform) throw new Error(`${where.platform} is not connected; try again in a moment.`);
      await wantRevisions(store, platform, chain, message, clock());
      revising.soon();
    },

    notify: (cause, sentence) => notices.tell(cause, sentence),
    pass: (id, lines, link) => notices.pass(id, lines, link),
    mended: (cause) => notices.mended(cause),

    start() {
      const isFirst = !isStarted;
      isStarted = true;
      syncPosters();
      if (isFirst) revising.start();
    },

    async tick() {
      if (isStopped) return;
      try {
        syncPosters();
        await notices.catchUp();
        posters.gate.composing(true);
        for (const poster of posters.all()) if (poster.leads()) await poster.withdrawExpired();
        await composer.due(ledWorks(), () => !isStopped);
        if (clock() - prunedAt > dayMs) {
          prunedAt = clock();
          await store.prune();
        }
      } catch (error) {
        log.error({ err: error }, 'The ledger cannot be used; the next tick tries again.');
      } finally {
        posters.gate.composing(false);
        kick();
      }
    },

    async post(name, as, at) {
      const plan = options.channels().find((each) => each.rules.name === name);
      if (!plan)
        throw new Error(`There is no channel named ${name} that is connected; see \`sowhat check\`.`);
      const platform = platformOf(plan.rules);
      if (!platform) throw new Error(`${plan.rules.platform} is not connected; check its token.`);
      const slot = slotAsked(calendars.of(plan), as, at, plan.rules.timezone);
      if (!slot)
        throw new Error(
          `The schedule “${plan.schedule}” of ${name} was never due, so there is no slot to post: write one that comes, such as "30 8 * * 1-5", or write “settings” to the bot in that channel and press “Post now”.`,
        );
      const edition = editionKey(plan.rules, slot);
      const [last = null] = as === 'start' ? await store.lastEditions([targetOf(plan)]) : [];
      if (last !== null) return { slot, outcome: 'known', edition: null };
      const [decision = null] = await composer.slots([{ plan, platform, slot, expiresAt: null }], at);
      kick();
      if (!decision) return { slot, outcome: 'known', edition: (await store.edition(edition)) && edition };
      return {
        slot,
        outcome: decision.edition ? 'edition' : 'nothing',
        edition: decision.edition && edition,
      };
    },

    async settled(edition, ms) {
      const askedAt = clock();
      const until = askedAt + ms;
      const rules = (await store.edition(edition))?.rules;
      for (;;) {
        const parts = await store.partsOf(edition);
        if (parts.every((part) => ['sent', 'failed', 'withdrawn'].includes(part.status))) return true;
        const trouble = rules && posters.of(rules)?.trouble();
        if (trouble && trouble.at >= askedAt) throw trouble.error;
        if (clock() >= until || isStopped) return false;
        await new Promise<void>((resolve) => void alarms.set(Math.min(200, timing.pollMs), resolve));
      }
    },

    async sweepFlags(name) {
      const swept = [...posters.all()].filter(({ platform }) => platform.name === name);
      await Promise.all(swept.map((poster) => poster.sweepFlags()));
    },

    standings: () => readStandings(store, options.channels(), calendars, clock()),

    async stop() {
      isStopped = true;
      await revising.stop();
      await posters.stop();
    },
  };
}
