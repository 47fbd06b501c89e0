import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { composeForChannels } from '../../src/app/compose-for-channels.ts';
import type { Brief } from '../../src/briefs/brief.ts';
import { blankBrief } from '../../src/briefs/readers/blank-brief.ts';
import type { ChannelPlan } from '../../src/delivery/channel-plan.ts';
import { createDelivery, type Delivery } from '../../src/delivery/delivery.ts';
import type { Checkpoint, Compose, DeliveryTiming } from '../../src/delivery/delivery-options.ts';
import type { PostedEdition } from '../../src/delivery/delivery-store.ts';
import type { FoundFlag } from '../../src/delivery/flag-reader.ts';
import type { Platform } from '../../src/delivery/platform.ts';
import type { ScanReport } from '../../src/library/library.ts';
import type { StorePlace } from '../../src/store/open-database.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createMemoryPlatform, type MemoryPlatform } from './memory-platform.ts';
import { createTurnedClock, type TurnedClock } from './turned-clock.ts';

export const second = 1_000;
export const minute = 60_000;

export const productionTiming: DeliveryTiming = {
  requestTimeoutMs: 8_000,
  leaseMs: 30_000,
  lookUpDelayMs: 5_000,
  lookUps: 3,
  // Alarms and kicks wake it in between; polling each second makes a simulated day slow.
  pollMs: 60_000,
  backOffMs: 5_000,
  maxBackOffMs: 900_000,
};

/** A channel in Seoul, every day at 08:30, unless told otherwise. */
export function plan(
  change: Partial<ChannelPlan['rules']> = {},
  about: Partial<Omit<ChannelPlan, 'rules'>> = {},
): ChannelPlan {
  return {
    rules: {
      name: 'team-ko',
      platform: 'slack',
      workspace: 'T1',
      channel: 'C1',
      timezone: 'Asia/Seoul',
      language: 'ko',
      topics: [],
      minConfidence: 0,
      maxAgeDays: 30,
      layout: 'skim',
      soWhat: true,
      silent: true,
      mentionRole: null,
      highlights: 3,
      headlines: 5,
      ...change,
    },
    schedule: '30 8 * * *',
    catchUp: { until: '18:00' },
    skip: [],
    paused: null,
    setInChat: [],
    ...about,
  };
}

export function brief(file: string, ingestedAt: number | null): Brief {
  return {
    ...blankBrief({ file, hash: file, text: '' }, 'brief', 'pipeline'),
    title: `Title of ${file}`,
    url: `https://news.example/${file}`,
    urlKey: `news.example/${file}`,
    sourceName: `Outlet ${file}`,
    sourceId: file,
    ingestedAt,
    summary: { ko: `${file} 요약입니다.`, en: `Summary of ${file}.` },
    soWhat: { ko: '그래서 무엇을 할지.', en: 'What to do about it.' },
    keyPoints: ['A point.'],
  };
}

/** Everything that outlives a process: the clock, the chat, the folder, the ledger's place. */
export interface World {
  clock: TurnedClock;
  slack: MemoryPlatform;
  discord: MemoryPlatform;
  briefs: Brief[];
  plans: ChannelPlan[];
  place: StorePlace;
  operator: { platform: 'slack' | 'discord'; channel: string } | null;
}

export function createWorld(start: string, plans: ChannelPlan[]): World {
  const clock = createTurnedClock(Date.parse(start));
  const { now, alarms } = clock;
  return {
    clock,
    slack: createMemoryPlatform({ name: 'slack', workspace: 'T1', now, alarms }),
    discord: createMemoryPlatform({ name: 'discord', workspace: 'A1', now, alarms }),
    briefs: [],
    plans,
    place: { dataDir: mkdtempSync(path.join(fastFolder(), 'sowhat-delivery-')) },
    operator: null,
  };
}

/** These tests pass days; what a commit costs on a disk is not their subject. */
function fastFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
}

/** One process of the bot in a world. */
export interface Bot {
  delivery: Delivery;
  store: Store;
  finished: PostedEdition[];
  composed: string[];
  flags: FoundFlag[];
  /** Both platforms are connected anew. */
  reconnect(): void;
  /** From now on nothing that the process does has an effect: as after SIGKILL. */
  kill(): void;
  /** Lets `ms` pass, ticking every 15 s as the program does; less often where a test passes days. */
  run(ms: number, tickMs?: number): Promise<void>;
  /** The machine sleeps until the instant: no alarm rings on the way. */
  sleepUntil(instant: string): Promise<void>;
}

/** Starts a process. `dieAt` ends it at a named point: the call there never returns. */
export async function startBot(
  world: World,
  options: {
    instance?: string;
    timing?: Partial<DeliveryTiming>;
    dieAt?: (at: Checkpoint) => boolean;
    without?: readonly Platform['name'][];
    onFlag?: (flag: FoundFlag) => Promise<void>;
  } = {},
): Promise<Bot> {
  const { clock } = world;
  const store = await openStore({ ...world.place, clock: clock.now });
  let isDead = false;
  const finished: Bot['finished'] = [];
  const composed: string[] = [];
  const flags: FoundFlag[] = [];
  const never = new Promise<never>(() => {});

  /** A dead process asks nothing and hears no answer. */
  function mortal<T extends object>(target: T): T {
    return new Proxy(target, {
      get(of, property) {
        const value = Reflect.get(of, property) as unknown;
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (isDead) return never;
          const result = Reflect.apply(value, of, args) as unknown;
          if (!(result instanceof Promise)) return result;
          return result.then(
            (answer) => (isDead ? never : answer),
            (error) => (isDead ? never : Promise.reject(error)),
          );
        };
      },
    });
  }

  const briefs = () => world.briefs.filter((each) => (each.ingestedAt ?? 0) <= clock.now());
  const composeAll = composeForChannels({
    library: {
      scan: async () => ({}) as ScanReport,
      look: async () => ({}) as ScanReport,
      list: async () =>
        briefs().map(({ file, ingestedAt, urlKey }) => ({
          ...{ file, ingestedAt, urlKey, story: file, followUpOf: null },
        })),
      briefs: async (files) => briefs().filter((each) => files.includes(each.file)),
    },
    ledger: store,
    clock: clock.now,
    freshMs: 0,
  });
  const compose: Compose = (asks, at) => {
    composed.push(...asks.map(({ plan: of, slot }) => `${of.rules.name} ${slot.date} ${slot.time}`));
    return composeAll(asks, at);
  };

  const connect = (): Platform[] => [mortal<Platform>(world.slack), mortal<Platform>(world.discord)];
  let platforms = connect().filter(({ name }) => !options.without?.includes(name));
  const delivery = createDelivery({
    store: mortal(store),
    platforms: () => platforms,
    channels: () => world.plans,
    operator: () => world.operator,
    compose,
    onEditionsPosted: async (posted) => void finished.push(...posted),
    isFlag: () => true,
    async onFlag(flag) {
      if (options.onFlag) await options.onFlag(flag);
      flags.push(flag);
    },
    log: pino({ level: 'silent' }),
    clock: clock.now,
    alarms: {
      set: (ms, ring) => clock.alarms.set(ms, () => (isDead ? undefined : ring())),
    },
    timing: { ...productionTiming, ...options.timing },
    instance: options.instance ?? `bot-${Math.random()}`,
    checkpoint(at) {
      if (!options.dieAt?.(at)) return;
      isDead = true;
      return never;
    },
  });
  delivery.start();
  await clock.advance(1);

  return {
    delivery,
    store,
    finished,
    composed,
    flags,
    reconnect() {
      platforms = connect();
      delivery.start();
    },
    kill() {
      isDead = true;
    },
    async sleepUntil(instant) {
      clock.jump(Date.parse(instant));
      await clock.advance(1);
    },
    async run(ms, tickMs = 15 * second) {
      const end = clock.now() + ms;
      while (clock.now() < end && !isDead) {
        void delivery.tick();
        await clock.advance(Math.min(tickMs, end - clock.now()));
      }
    },
  };
}
