import { pino } from 'pino';
import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { createFlagReader } from '../../src/delivery/flag-reader.ts';
import { brief, createWorld, minute, plan, second, startBot } from './bot.ts';
import type { Fault } from './memory-platform.ts';

const before = '2026-06-14T23:25:00Z';
const flag = [{ emoji: 'us', byPerson: true }];

function oneEdition() {
  const world = createWorld(before, [plan()]);
  world.briefs.push(brief('a', world.clock.now()));
  return world;
}

function fail(code: DeliveryError['code'], retryAfterMs?: number): Fault {
  return {
    kind: 'error',
    error: new DeliveryError(code, 'No.', retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

test('a flag on a message whose answer was lost is found once the message is', async () => {
  const world = oneEdition();
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread === null ? { kind: 'lost-answer' } : null;
  const bot = await startBot(world);
  await bot.run(5 * minute + 2 * second);
  expect(world.slack.messages).toHaveLength(1);
  // Somebody reacts now; the event says so of a message that the ledger does not know yet.
  world.slack.reactions.set('m1', flag);
  await bot.run(5 * minute);
  expect(bot.flags).toEqual([
    { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: 'm1', emoji: 'us' },
  ]);
});

test('a flag on a message that the platform was slow to answer for is found', async () => {
  const world = oneEdition();
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread === null ? { kind: 'slow', ms: 3 * second } : null;
  const bot = await startBot(world);
  await bot.run(5 * minute + 1 * second);
  world.slack.reactions.set('m1', flag);
  await bot.run(5 * minute);
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('of what is posted as usual the reactions are not read', async () => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.slack.asked.filter(({ method }) => method === 'flags')).toEqual([]);
});

test.each([
  ['the connection breaks ten times', (): Fault => fail('network')],
  ['the outcome is unknown', (): Fault => fail('unknown-outcome')],
  ['the platform is limited', (): Fault => fail('rate-limited', 20 * second)],
] as const)('reactions are read again when %s', async (_name, fault) => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(6 * minute);
  for (const { messageId } of world.slack.messages) world.slack.reactions.set(messageId, flag);
  let left = 10;
  world.slack.fault = ({ method }) => {
    if (method !== 'flags' || left === 0) return null;
    left -= 1;
    return fault();
  };
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(120 * minute);
  await sweep;
  expect(bot.flags.map(({ messageId }) => messageId).sort()).toEqual(['m1', 'm2']);
});

test('no reading is asked for while the platform said to wait', async () => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(6 * minute);
  world.slack.asked.length = 0;
  let isFirst = true;
  world.slack.fault = ({ method }) => {
    if (method !== 'flags' || !isFirst) return null;
    isFirst = false;
    return fail('rate-limited', 40 * second);
  };
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(10 * minute);
  await sweep;
  const [refused, ...later] = world.slack.asked.filter(({ method }) => method === 'flags');
  expect(later).toHaveLength(2);
  for (const { at } of later) expect(at - (refused?.at ?? 0)).toBeGreaterThanOrEqual(40 * second);
});

test('a flag that could not be answered is handed on again', async () => {
  const world = oneEdition();
  let failures = 2;
  const bot = await startBot(world, {
    async onFlag() {
      failures -= 1;
      if (failures >= 0) throw new Error('The database is locked.');
    },
  });
  await bot.run(6 * minute);
  world.slack.reactions.set('m1', flag);
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(5 * minute);
  await sweep;
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('a flag that shows late, on a message that shows late, is found', async () => {
  const world = oneEdition();
  let isFound = false;
  world.slack.fault = ({ method, place }) => {
    if (method === 'post' && place.thread === null) return { kind: 'slow', ms: 3 * second };
    if (method !== 'flags' || isFound) return null;
    isFound = true;
    return fail('not-found');
  };
  const bot = await startBot(world);
  await bot.run(5 * minute + 6 * second);
  expect(world.slack.asked.filter(({ method }) => method === 'flags')).toEqual([]);
  world.slack.reactions.set('m1', flag);
  await bot.run(5 * minute);
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('a picture that takes long to bring is no reason to read reactions', async () => {
  const world = oneEdition();
  const { prepare } = world.slack;
  world.slack.prepare = async (payload, channel) => {
    await new Promise<void>((resolve) => void world.clock.alarms.set(3 * second, resolve));
    return prepare(payload, channel);
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.slack.messages).toHaveLength(2);
  expect(world.slack.asked.filter(({ method }) => method === 'flags')).toEqual([]);
});

test('killed before a message was read: whoever posts next reads it', async () => {
  const world = oneEdition();
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread === null ? { kind: 'slow', ms: 3 * second } : null;
  const timing = { pollMs: second };
  const first = await startBot(world, { timing });
  const second_ = await startBot(world, { timing });
  await first.run(5 * minute + 1 * second);
  world.slack.reactions.set('m1', flag);
  await world.clock.advance(3 * second);
  expect(world.slack.messages).not.toEqual([]);
  first.kill();
  await second_.run(5 * minute);
  expect([first.flags.length, second_.flags.map(({ messageId }) => messageId)]).toEqual([0, ['m1']]);
});

test('the database fails when the messages to read are listed: they are listed again', async () => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(6 * minute);
  world.slack.reactions.set('m1', flag);
  const { flaggable } = bot.store;
  let failures = 3;
  bot.store.flaggable = async (...args) => {
    failures -= 1;
    if (failures >= 0) throw new Error('The database is locked.');
    return flaggable(...args);
  };
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(2 * minute);
  await sweep;
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('cut off from the database while another posted and died: its message is read', async () => {
  const world = oneEdition();
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread === null ? { kind: 'slow', ms: 3 * second } : null;
  const timing = { pollMs: second };
  const first = await startBot(world, { timing });
  const other = await startBot(world, { timing });
  await first.run(minute);
  const { hold } = first.store;
  first.store.hold = async () => {
    throw new Error('The connection to the database broke.');
  };
  await other.run(4 * minute + 1 * second);
  world.slack.reactions.set('m1', flag);
  await world.clock.advance(3 * second);
  expect(world.slack.messages).not.toEqual([]);
  other.kill();
  await world.clock.advance(40 * second);
  first.store.hold = hold;
  await first.run(10 * minute);
  expect([other.flags.length, first.flags.map(({ messageId }) => messageId)]).toEqual([0, ['m1']]);
});

test('a token that was refused once stops no reading for good', async () => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(6 * minute);
  world.slack.reactions.set('m1', flag);
  let isRefused = true;
  world.slack.fault = ({ method }) => {
    if (method !== 'flags' || !isRefused) return null;
    isRefused = false;
    return fail('auth');
  };
  const sweep = bot.delivery.sweepFlags('slack');
  await bot.run(10 * minute);
  await sweep;
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('a message that is recorded while the list is slow to come is read', async () => {
  const world = createWorld(before, [plan({ layout: 'full' })]);
  world.briefs.push(brief('a', world.clock.now()));
  world.slack.fault = ({ method }) => (method === 'post' ? { kind: 'slow', ms: 3 * second } : null);
  const bot = await startBot(world);
  await bot.run(4 * minute + 59 * second);
  const { flaggable } = bot.store;
  bot.store.flaggable = async (...args) => {
    const answer = await flaggable(...args);
    await new Promise<void>((resolve) => void world.clock.alarms.set(15 * second, resolve));
    return answer;
  };
  const sweep = bot.delivery.sweepFlags('slack');
  await bot.run(2 * second);
  world.slack.reactions.set('m1', flag);
  await bot.run(20 * minute);
  await sweep;
  expect(world.slack.messages).toHaveLength(1);
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('one message that may not be read keeps none of its channel unread', async () => {
  const world = createWorld(before, [plan({ highlights: 5 })]);
  for (const file of ['a', 'b', 'c']) world.briefs.push(brief(file, world.clock.now()));
  const bot = await startBot(world);
  await bot.run(10 * minute);
  const newest = world.slack.messages.at(-1)?.messageId;
  for (const { messageId } of world.slack.messages) world.slack.reactions.set(messageId, flag);
  world.slack.fault = ({ method, id }) => (method === 'flags' && id === newest ? fail('forbidden') : null);
  void bot.delivery.sweepFlags('slack');
  await bot.run(60 * minute, minute);
  expect(bot.flags).toHaveLength(world.slack.messages.length - 1);
});

test.each(['rate-limited', 'network'] as const)(
  'the newest message is read first although its first reading failed (%s)',
  async (code) => {
    const plans = Array.from({ length: 30 }, (_, n) => plan({ name: `C${n}`, channel: `C${n}` }));
    const world = createWorld(before, plans);
    for (const file of ['a', 'b', 'c']) world.briefs.push(brief(file, world.clock.now()));
    const bot = await startBot(world);
    await bot.run(20 * minute);
    expect(world.slack.messages.length).toBeGreaterThan(90);
    let newest = '';
    world.slack.fault = ({ method, id }) => {
      if (method !== 'flags' || newest !== '') return null;
      newest = id;
      world.slack.reactions.set(newest, flag);
      return fail(code, 3 * second);
    };
    void bot.delivery.sweepFlags('slack');
    await world.clock.advance(75 * second);
    expect(bot.flags.map(({ messageId }) => messageId)).toEqual([newest]);
  },
);

test('whoever takes over from a program that ended properly reads what that one was to read', async () => {
  const world = oneEdition();
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread === null ? { kind: 'slow', ms: 3 * second } : null;
  const timing = { pollMs: second };
  const first = await startBot(world, { timing });
  const { hold } = first.store;
  await first.run(minute);
  first.store.hold = async () => {
    throw new Error('The connection to the database broke.');
  };
  const other = await startBot(world, { timing });
  await other.run(4 * minute + 1 * second);
  world.slack.reactions.set('m1', flag);
  await world.clock.advance(3 * second);
  expect(world.slack.messages).not.toEqual([]);
  const stopped = other.delivery.stop();
  await world.clock.advance(10 * second);
  await stopped;
  first.store.hold = hold;
  await first.run(10 * minute);
  expect([other.flags.length, first.flags.map(({ messageId }) => messageId)]).toEqual([0, ['m1']]);
});

test.each(['auth', 'forbidden'] as const)(
  'what could not be read for hours is read when the channel works again (%s)',
  async (code) => {
    const world = createWorld(before, [plan({}, { catchUp: 'once' })]);
    world.briefs.push(brief('a', world.clock.now()));
    const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
    await bot.run(6 * minute);
    world.slack.reactions.set('m1', flag);
    let isRefused = true;
    world.slack.fault = () => (isRefused ? fail(code) : null);
    void bot.delivery.sweepFlags('slack');
    await bot.run(12 * 60 * minute, 5 * minute);
    expect(bot.flags).toEqual([]);
    world.briefs.push(brief('b', world.clock.now()));
    await bot.run(14 * 60 * minute, 5 * minute);
    isRefused = false;
    await bot.run(60 * minute, 5 * minute);
    expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
  },
);

test('stopping gives the right to post up before a reading ends', async () => {
  const world = oneEdition();
  const bot = await startBot(world);
  await bot.run(6 * minute);
  world.slack.fault = ({ method }) => (method === 'flags' ? { kind: 'slow', ms: 15 * second } : null);
  void bot.delivery.sweepFlags('slack');
  await world.clock.advance(second);
  const stopped = bot.delivery.stop();
  await world.clock.advance(second);
  const now = world.clock.now();
  expect(await bot.store.hold('post:slack:T1', 'another', now, now + second)).toBe(true);
  await world.clock.advance(20 * second);
  await stopped;
});

test('what was given up is read once its channel works, though it was never paused', async () => {
  const world = createWorld(before, [plan({}, { catchUp: 'once' })]);
  world.briefs.push(brief('a', world.clock.now()));
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  await bot.run(10 * minute);
  let isClosed = true;
  world.slack.fault = ({ method }) =>
    isClosed && method === 'flags'
      ? { kind: 'error', error: new DeliveryError('forbidden', 'No.', { isOfChannel: true }) }
      : null;
  world.slack.reactions.set('m1', flag);
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(4 * 60 * minute);
  await sweep;
  expect(bot.flags).toEqual([]);
  isClosed = false;
  world.briefs.push(brief('b', world.clock.now()));
  await bot.run(26 * 60 * minute, 5 * minute);
  expect(bot.flags.map(({ messageId }) => messageId)).toEqual(['m1']);
});

test('a sweep that is asked for at any moment while another ends is one', async () => {
  for (let moments = 0; moments < 60; moments += 1) {
    let lists = 0;
    const reader = createFlagReader({
      platform: createWorld(before, []).slack,
      list: async () => {
        lists += 1;
        return [];
      },
      onFlag: async () => {},
      isFlag: () => true,
      turn: async () => true,
      rest() {},
      clock: () => 0,
      alarms: { set: () => () => {} },
      timing: { backOffMs: 1, maxBackOffMs: 1, lookUpDelayMs: 1 },
      log: pino({ level: 'silent' }),
    });
    const first = reader.sweep();
    for (let moment = 0; moment < moments; moment += 1) await null;
    const listed = lists;
    await reader.sweep();
    await first;
    expect([moments, lists > listed]).toEqual([moments, true]);
  }
});
