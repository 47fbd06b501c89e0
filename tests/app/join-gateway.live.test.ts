import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GatewaySeat, joinGateway } from '../../src/app/join-gateway.ts';
import { superviseGateway } from '../../src/app/supervise-gateway.ts';
import { identifiesKey } from '../../src/discord/identify-budget.ts';
import { type DiscordListener, type DiscordSide, openDiscord } from '../../src/discord/open-discord.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { control, quickSandbox, quickTiming, temporaryFolder, until } from './start-bot.ts';

/** One of several programs on one ledger, with one Discord application. */
interface Program {
  side: DiscordSide;
  /** How its way to the ledger is. */
  ledger: 'well' | 'refuses' | 'is silent';
  /** When its last hold on the seat was asked for, epoch ms; 0 where it has none. */
  heldAt: number;
  opened: number;
  fatal: string[];
  join(): Promise<void>;
  seat: GatewaySeat | null;
  lines: Record<string, unknown>[];
}

let sandbox: Sandbox;
let store: Store;
let programs: Program[];

beforeEach(async () => {
  sandbox = await quickSandbox();
  store = await openStore({ dataDir: temporaryFolder('seat'), clock: Date.now });
  programs = [];
});

afterEach(async () => {
  for (const program of programs) {
    program.ledger = 'well';
    await program.seat?.leave();
    await program.side.leave();
  }
  await store.close();
  await sandbox.close();
});

interface Waits {
  leaseMs: number;
  /** How long an IDENTIFY waits after many of them. */
  identifyMs?: number;
  resumeMs?: number;
}

const listener: Omit<DiscordListener, 'onDead'> = {
  answerer: {} as DiscordListener['answerer'],
  isNewEvent: async () => true,
  named: () => ({ channels: [], servers: [] }),
  onReconnect() {},
};

async function open({ leaseMs, identifyMs = 0, resumeMs = 3_000 }: Waits): Promise<Program> {
  const lines: Program['lines'] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  async function reach<T>(work: () => Promise<T>): Promise<T> {
    if (program.ledger === 'refuses') throw new Error('connect ECONNREFUSED');
    if (program.ledger === 'is silent') return new Promise(() => {});
    return work();
  }
  const side = await openDiscord({
    ...{ token: sandbox.discordToken, apiUrl: sandbox.discordApiUrl, logger, clock: Date.now },
    ...{ requestTimeoutMs: 1_500, resumeWithinMs: resumeMs, identifyWaitMs: 0 },
    identifyBackOff: { firstMs: identifyMs, mostMs: identifyMs },
    remembered: {
      get(key) {
        if (key.startsWith('discord-identifies')) program.opened += 1;
        return reach(() => store.value(key));
      },
      set: (key, value) => reach(() => store.setValue(key, value)),
    },
  });
  const instance = `program-${programs.length}`;
  const program: Program = {
    side,
    ledger: 'well',
    heldAt: 0,
    opened: 0,
    fatal: [],
    seat: null,
    lines,
    async join() {
      await program.seat?.leave();
      program.seat = await joinGateway({
        ...{ side, listener, logger, instance, clock: Date.now },
        store: {
          engine: 'postgres',
          async hold(...asked) {
            const granted = await reach(() => store.hold(...asked));
            program.heldAt = granted ? asked[2] : 0;
            return granted;
          },
          release: (...asked) => reach(() => store.release(...asked)),
        },
        onFatal: (sentence) => void program.fatal.push(sentence),
        timing: {
          ...quickTiming,
          delivery: { ...quickTiming.delivery, leaseMs },
          discordResumeMs: resumeMs,
          discordMaxWaitMs: 4_500,
        },
      });
    },
  };
  programs.push(program);
  return program;
}

/** Sessions started, as Discord counts them. */
async function starts(): Promise<number> {
  const { limits } = await control<{ limits: { sessionStarts: { total: number; remaining: number } } }>(
    sandbox,
    'discord',
  );
  return limits.sessionStarts.total - limits.sessionStarts.remaining;
}

async function noted(): Promise<number[]> {
  return JSON.parse((await store.value(identifiesKey(programs[0]?.side.application ?? ''))) ?? '[]');
}

/** Many were sent just now, so that the next one waits. */
async function noteMany(): Promise<void> {
  const past = Array.from({ length: 8 }, (_, index) => Date.now() - 8 + index);
  await store.setValue(identifiesKey(programs[0]?.side.application ?? ''), JSON.stringify(past));
}

const listening = async () => programs.map(({ side }) => side.isListening());

test('a connection that takes five leases to come up is one program’s, and one IDENTIFY', async () => {
  for (const _each of [1, 2]) await open({ leaseMs: 900, identifyMs: 4_500, resumeMs: 1_350 });
  await noteMany();
  for (const program of programs) void program.join();
  await until(
    () => Promise.all(programs.map(({ seat }) => seat !== null)),
    (joined) => joined.every(Boolean),
  );
  await until(listening, (all) => all.includes(true));
  // Whoever else waited, did so since the same instant.
  const then = Date.now() + 500;
  await until(
    async () => Date.now(),
    (now) => now > then,
  );
  expect([await starts(), (await noted()).length, (await listening()).filter(Boolean)]).toEqual([
    1,
    9,
    [true],
  ]);
});

test('who leaves while it connects is not connected later, and sends no IDENTIFY', async () => {
  const program = await open({ leaseMs: 3_000, identifyMs: 600 });
  const { side, lines } = program;
  await noteMany();
  const connecting = side.listen({ ...listener, onDead: () => expect.unreachable() });
  const refused = expect(connecting).rejects.toMatchObject({ code: 'network' });
  await until(
    async () => program.opened,
    (count) => count === 1,
  );
  await side.leave();
  await refused;
  // One that is let through afterwards has waited at least as long.
  await side.listen({ ...listener, onDead: () => expect.unreachable() });
  expect([await starts(), (await noted()).length, side.isListening()]).toEqual([1, 9, true]);
  expect(lines.filter(({ level }) => level === 50)).toEqual([]);
});

test.each(['refuses', 'is silent'] as const)(
  'a program whose ledger %s leaves the gateway before another one takes it',
  async (how) => {
    const first = await open({ leaseMs: 2_400 });
    await first.join();
    const second = await open({ leaseMs: 2_400 });
    await second.join();
    expect(await listening()).toEqual([true, false]);
    first.ledger = how;
    const seen = new Set<string>();
    await until(
      async () => {
        const now = await listening();
        seen.add(String(now));
        return now;
      },
      ([, taken]) => taken === true,
    );
    expect([...seen].at(-1)).toBe('false,true');
    expect(seen).not.toContain('true,true');
    // Back at its ledger, it stands by.
    first.ledger = 'well';
    await first.join();
    expect(await listening()).toEqual([false, true]);
  },
);

test('the gateway of a program that died is taken over within the lease of a delivery', async () => {
  const leaseMs = 6_000;
  const first = await open({ leaseMs });
  await first.join();
  const second = await open({ leaseMs });
  await second.join();
  // As if it had died right after it renewed the seat, which is when it lasts longest.
  first.ledger = 'is silent';
  const diedAt = first.heldAt;
  await until(listening, ([, taken]) => taken === true);
  expect(Date.now() - diedAt).toBeLessThan(leaseMs);
});

test('a program whose token is refused gives the gateway to another one', async () => {
  const first = await open({ leaseMs: 3_000 });
  const second = await open({ leaseMs: 3_000 });
  await control(sandbox, 'discord/faults', {
    match: { method: 'GET /gateway/bot' },
    ...{ kind: 'error', status: 50027, count: 1 },
  });
  await first.join();
  expect(first.fatal).toEqual([expect.stringMatching(/DISCORD_TOKEN/)]);
  await second.join();
  await until(listening, ([, taken]) => taken === true);
  expect(await listening()).toEqual([false, true]);
});

test('without its ledger it does not connect again and again, and it does once the ledger is back', async () => {
  const program = await open({ leaseMs: 3_000, resumeMs: 2_000 });
  program.ledger = 'refuses';
  const warned: Record<string, unknown>[] = [];
  const gateway = superviseGateway({
    ...{ side: program.side, listener, clock: Date.now, patienceMs: 100, firstWaitMs: 200, maxWaitMs: 5_000 },
    logger: pino({ level: 'error' }, { write: (line: string) => void warned.push(JSON.parse(line)) }),
    onFatal: (sentence) => expect.unreachable(sentence),
  });
  await gateway.connect();
  await until(
    async () => warned,
    (all) => all.length === 3,
  );
  expect(warned.map(({ inMs }) => inMs)).toEqual([200, 400, 800]);
  expect(warned[0]).toMatchObject({ advice: expect.stringMatching(/ledger/) });
  expect([program.opened, await starts()]).toEqual([3, 0]);
  program.ledger = 'well';
  await until(listening, ([first]) => first === true);
  expect([program.opened, await starts()]).toEqual([4, 1]);
  await gateway.leave();
});
