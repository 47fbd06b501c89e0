import { expect, test } from 'vitest';
import type { Checkpoint } from '../../src/delivery/delivery-options.ts';
import { type Bot, brief, createWorld, minute, plan, second, startBot, type World } from './bot.ts';

const before = '2026-06-14T23:29:00Z';

function twoChannels(): World {
  const plans = [plan(), plan({ name: 'team-en', channel: 'C2', platform: 'discord', workspace: 'A1' })];
  const world = createWorld(before, plans);
  world.briefs.push(...['a', 'b', 'c'].map((file) => brief(file, world.clock.now())));
  return world;
}

function expectEachOnce(world: World): void {
  for (const { shown } of [world.slack, world.discord]) {
    const ids = shown().map((each) => each.id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  }
}

const points: Checkpoint[] = [
  'before-ledger',
  'after-ledger',
  'before-request',
  'request-sent',
  'after-answer-before-record',
  'between-parts',
  'thread-opening',
  'thread-opened',
];

test.each(points)(
  'killed at “%s”, the first or the third time there, the next process completes everything once',
  async (point) => {
    for (const nth of [1, 3]) {
      const world = twoChannels();
      let passed = 0;
      const first = await startBot(world, {
        dieAt: (at) => {
          if (at === point) passed += 1;
          return at === point && passed === nth;
        },
      });
      await first.run(3 * minute);
      const second = await startBot(world);
      await second.run(5 * minute);
      expectEachOnce(world);
      await second.delivery.stop();
    }
  },
);

test('killed again and again, every process a little later than the one before', async () => {
  const world = twoChannels();
  world.slack.lagMs = 10 * second;
  world.discord.lagMs = 3 * second;
  for (let kill = 1; kill <= 12; kill += 1) {
    let steps = 0;
    const bot = await startBot(world, {
      dieAt: () => {
        steps += 1;
        return steps === kill + 2;
      },
    });
    await bot.run(2 * minute);
    bot.kill();
  }
  const last = await startBot(world);
  await last.run(5 * minute);
  expectEachOnce(world);
});

test('without reading the history back, a kill after the platform stored a message would post it twice', async () => {
  const world = twoChannels();
  const first = await startBot(world, { dieAt: (at) => at === 'after-answer-before-record' });
  await first.run(2 * minute);
  world.slack.find = async () => new Map();
  world.discord.find = async () => new Map();
  const next = await startBot(world);
  await next.run(5 * minute);
  const ids = [...world.slack.shown(), ...world.discord.shown()].map((each) => each.id);
  expect(ids.length - new Set(ids).size).toBeGreaterThanOrEqual(1);
});

test('of several processes on one ledger one posts; when it is gone another takes over within its lease', async () => {
  const world = twoChannels();
  const bots: Bot[] = [];
  for (const instance of ['one', 'two', 'three']) bots.push(await startBot(world, { instance }));
  const runAll = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 15 * second) {
      for (const bot of bots) void bot.delivery.tick();
      await world.clock.advance(15 * second);
    }
  };
  await runAll(minute);
  bots[0]?.kill();
  await runAll(3 * minute);
  expectEachOnce(world);
  expect(bots.filter((bot) => bot.composed.length > 0)).toHaveLength(1);
});

test('a process that stood still past its lease, just before its request, does not post', async () => {
  const world = twoChannels();
  world.plans = [plan()];
  let resume = () => {};
  let isStill = false;
  const still = await startBot(world, { instance: 'still' });
  // SIGSTOP between the claim and the request: time passes, nothing runs.
  const store = still.store;
  const claim = store.claim;
  store.claim = async (...args) => {
    const payload = await claim(...args);
    if (!isStill) {
      isStill = true;
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    }
    return payload;
  };
  void still.delivery.tick();
  await still.run(2 * minute);
  const other = await startBot(world, { instance: 'other' });
  await other.run(3 * minute);
  resume();
  await world.clock.advance(minute);
  const ids = world.slack.shown().map((each) => each.id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
});

test('stop() finishes what is in flight; the next process goes on with the rest', async () => {
  const world = twoChannels();
  world.slack.fault = ({ method }) => (method === 'post' ? { kind: 'slow', ms: 3 * second } : null);
  const first = await startBot(world);
  await first.run(minute + 2 * second);
  const stopping = first.delivery.stop();
  await world.clock.advance(9 * second);
  await stopping;
  const posted = world.slack.shown().length;
  expect(posted).toBeGreaterThan(0);
  expect(posted).toBeLessThan(4);
  const next = await startBot(world);
  await next.run(2 * minute);
  expectEachOnce(world);
  expect(world.slack.asked.filter((each) => each.method === 'find')).toEqual([]);
});
