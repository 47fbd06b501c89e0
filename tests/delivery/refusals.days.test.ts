import { expect, test } from 'vitest';
import type { PostRequest } from '../../src/answers/stores.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { type Bot, brief, createWorld, minute, plan, second, startBot, type World } from './bot.ts';
import type { Fault } from './memory-platform.ts';

/** Half past eight in Seoul is 23:30 UTC of the day before. */
const before = '2026-06-14T23:25:00Z';
const slot = '2026-06-14T23:30:00Z';

function withNews(world: World, ...files: string[]): World {
  world.briefs.push(...files.map((file) => brief(file, world.clock.now())));
  return world;
}

function refuse(
  code: DeliveryError['code'],
  options: ConstructorParameters<typeof DeliveryError>[2] = {},
): Fault {
  return { kind: 'error', error: new DeliveryError(code, 'No.', options) };
}

test('a refusal that nobody foresaw loses no edition: the operator hears of it, and it goes out when it can', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = { platform: 'discord', channel: 'OPS' };
  let isRefused = true;
  world.slack.fault = () => (isRefused ? refuse('unforeseen') : null);
  const bot = await startBot(world);
  await bot.run(30 * minute);
  expect(world.discord.messages).toHaveLength(1);
  isRefused = false;
  await bot.run(20 * minute);
  expect(world.slack.messages).toHaveLength(2);
  expect(bot.finished).toHaveLength(1);
});

test('a message that is refused for hours for a reason that nobody foresaw is given up, and holds up nothing', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a', 'b');
  let stuck = '';
  world.slack.fault = ({ method, place, id }) => {
    if (method !== 'post') return null;
    if (stuck === '' && place.thread !== null) stuck = id;
    return id === stuck ? refuse('unforeseen') : null;
  };
  const bot = await startBot(world);
  await bot.run(10 * 60 * minute, minute);
  // Refused in its thread and in the channel, it keeps the other one from neither.
  expect(world.slack.messages.map(({ place }) => place.thread)).toEqual([null, 'tm1']);
  expect(bot.finished[0]?.parts.map(({ status }) => status)).toEqual(['sent', 'failed', 'sent']);
});

test('a channel that is archived for an hour gets the rest of its edition into its thread', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b');
  let isArchived = true;
  world.slack.fault = ({ method, place }) =>
    isArchived && method === 'post' && place.thread !== null
      ? refuse('forbidden', { isOfChannel: true })
      : null;
  const bot = await startBot(world);
  await bot.run(60 * minute);
  expect(world.slack.messages).toHaveLength(1);
  isArchived = false;
  await bot.run(20 * minute);
  expect(world.slack.messages.map(({ place }) => place.thread)).toEqual([null, 'tm1', 'tm1']);
});

test('a thread that the platform fails to make is tried for longer and longer, then done without', async () => {
  const world = withNews(createWorld(before, [plan({ platform: 'discord', workspace: 'A1' })]), 'a');
  world.discord.fault = ({ method }) => (method === 'openThread' ? refuse('unknown-outcome') : null);
  const bot = await startBot(world);
  await bot.run(2 * minute + 4 * minute);
  expect((await bot.delivery.standings())[0]).toMatchObject({ advice: 'No.' });
  await bot.run(40 * minute);
  const tries = world.discord.asked.filter(({ method }) => method === 'openThread').map(({ at }) => at);
  expect(tries).toHaveLength(8);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits.at(-1)).toBeGreaterThan(10 * (waits[0] ?? 0));
  expect(world.discord.messages.map(({ place }) => place.thread)).toEqual([null, null]);
});

test('two channels told to slow down in the same moment do not stop a third', async () => {
  const plans = ['C1', 'C2', 'C3'].map((channel) => plan({ name: channel, channel }));
  const world = withNews(createWorld(before, plans), 'a');
  const limited = new Set(['C1', 'C2']);
  world.slack.fault = ({ method, place }) =>
    method === 'post' && limited.delete(place.channel)
      ? refuse('rate-limited', { retryAfterMs: 60 * second })
      : null;
  const bot = await startBot(world);
  await bot.run(5 * minute + 20 * second);
  expect(world.slack.shown({ channel: 'C3' })).toHaveLength(2);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(0);
  await bot.run(2 * minute);
  expect(world.slack.messages).toHaveLength(6);
});

test('three channels told to slow down stop no other for longer than until one works', async () => {
  const plans = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((channel) => plan({ name: channel, channel }));
  const world = withNews(createWorld(before, plans), 'a');
  const limited = new Set(['C1', 'C2', 'C3']);
  world.slack.fault = ({ method, place }) =>
    method === 'post' && limited.delete(place.channel)
      ? refuse('rate-limited', { retryAfterMs: 600 * second })
      : { kind: 'slow', ms: 200 };
  const bot = await startBot(world, { timing: { pollMs: second } });
  await bot.run(6 * minute);
  expect(world.slack.messages).toHaveLength(6);
  expect(Math.max(...world.slack.messages.map(({ at }) => at - Date.parse(slot)))).toBeLessThan(5 * second);
  await bot.run(10 * minute);
  expect(world.slack.messages).toHaveLength(12);
});

test('histories that hang keep no channel back while it is in doubt whether messages get through', async () => {
  const plans = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((channel) => plan({ name: channel, channel }));
  const world = withNews(createWorld(before, plans), 'a');
  const limited = new Set(['C1', 'C2', 'C3', 'C6']);
  const lost = new Set(['C4', 'C5']);
  world.slack.fault = ({ method, place }) => {
    if (method !== 'post') return null;
    if (limited.delete(place.channel)) return refuse('rate-limited', { retryAfterMs: 1 * second });
    return lost.delete(place.channel) ? { kind: 'lost-request' } : { kind: 'slow', ms: 200 };
  };
  world.slack.find = async () => {
    await new Promise<void>((resolve) => void world.clock.alarms.set(8 * second, resolve));
    throw new DeliveryError('unknown-outcome', 'The history hangs.');
  };
  const bot = await startBot(world, { timing: { pollMs: second } });
  await bot.run(7 * minute);
  const told = new Set(world.slack.messages.map(({ place }) => place.channel));
  expect([...told].sort()).toEqual(['C1', 'C2', 'C3', 'C6']);
});

test('a workspace at its limit is asked by one message at a time, less and less often, and goes on when one works', async () => {
  const plans = Array.from({ length: 40 }, (_, index) => plan({ name: `n${index}`, channel: `C${index}` }));
  const world = withNews(createWorld(before, plans), 'a');
  const end = Date.parse(slot) + 100 * second;
  world.slack.fault = ({ method }) =>
    method === 'post' && world.clock.now() < end
      ? refuse('rate-limited', { retryAfterMs: end - world.clock.now() })
      : null;
  const bot = await startBot(world, { timing: { pollMs: second } });
  await bot.run(5 * minute + 99 * second);
  // What was under way when the third was refused, then one after 5, 15, 35 and 75 s.
  expect(world.slack.asked.length).toBeLessThanOrEqual(16);
  await bot.run(2 * minute);
  expect(world.slack.messages).toHaveLength(80);
});

test.each([1, 3])(
  'channels that cannot be reached (%i of them), with many answers waiting, delay no other channel',
  async (count) => {
    const plans = ['C1', 'C2', 'C3', 'C4'].map((channel) => plan({ name: channel, channel }));
    const world = withNews(createWorld(before, plans), 'a');
    const moving = ['C1', 'C2', 'C3'].slice(0, count);
    world.slack.fault = ({ method, place }) =>
      method === 'post' && moving.includes(place.channel) ? refuse('network') : null;
    const bot = await startBot(world, { timing: { pollMs: second } });
    for (const channel of moving)
      for (let n = 0; n < 20; n += 1)
        await bot.delivery.request({ ...reply, channel, id: `${channel}-${n}` });
    await bot.run(6 * minute, 5 * second);
    const times = world.slack.shown({ channel: 'C4' }).map(({ at }) => at - Date.parse(slot));
    expect(times).toHaveLength(2);
    expect(Math.max(...times)).toBeLessThan(count === 1 ? 3 * second : 10 * second);
  },
);

test('a thread that is refused for a reason nobody foresaw is done without, and the channel is not paused for it', async () => {
  const world = withNews(createWorld(before, [plan({ platform: 'discord', workspace: 'A1' })]), 'a');
  world.operator = { platform: 'slack', channel: 'OPS' };
  world.discord.fault = ({ method }) => (method === 'openThread' ? refuse('unforeseen') : null);
  const bot = await startBot(world);
  await bot.run(50 * minute);
  expect(world.discord.messages.map(({ place }) => place.thread)).toEqual([null, null]);
  expect(world.slack.messages).toEqual([]);
});

test('an edition that is refused for hours for a reason nobody foresaw goes out within its limit', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a');
  let isRefused = true;
  world.slack.fault = () => (isRefused ? refuse('unforeseen') : null);
  const bot = await startBot(world);
  await bot.run(12 * 60 * minute, minute);
  isRefused = false;
  await bot.run(30 * minute, minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('what could not be sent for hours is not given up at the first refusal that nobody foresaw', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  let fault: Fault = null;
  world.slack.fault = ({ method, place }) => (method === 'post' && place.thread !== null ? fault : null);
  fault = refuse('network');
  const bot = await startBot(world);
  await bot.run(8 * 60 * minute, minute);
  fault = refuse('unforeseen');
  await bot.run(30 * minute, minute);
  fault = null;
  await bot.run(30 * minute, minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('what a thread refuses for a reason nobody foresaw goes to the channel, and the rest after it', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a', 'b', 'c');
  world.slack.fault = ({ method, place }) =>
    method === 'post' && place.thread !== null ? refuse('unforeseen', { isOfChannel: true }) : null;
  const bot = await startBot(world);
  await bot.run(60 * minute, minute);
  expect(world.slack.messages.map(({ place }) => place.thread)).toEqual([null, null, null, null]);
  expect(world.slack.asked.filter(({ place }) => place.thread !== null)).toHaveLength(8);
  expect(bot.finished[0]?.parts.map(({ status }) => status)).toEqual(Array(4).fill('sent'));
});

test('a message that is refused again and again keeps nothing of its channel back', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a');
  const bot = await startBot(world, { timing: { pollMs: 10 * second } });
  let stuck = '';
  world.slack.fault = ({ method, id }) => {
    if (method !== 'post') return null;
    if (stuck === '') stuck = id;
    return id === stuck ? refuse('unforeseen') : null;
  };
  await bot.delivery.post('team-ko', 'manual', world.clock.now());
  await bot.run(60 * minute, minute);
  expect(world.slack.messages).toEqual([]);
  withNews(world, 'b');
  await bot.delivery.post('team-ko', 'manual', world.clock.now());
  await bot.run(60 * minute, minute);
  expect(world.slack.messages).toHaveLength(2);
});

/** The first message that is asked for is refused for ever. */
function refuseTheFirst(world: World): { tries: () => number } {
  let stuck = '';
  let tries = 0;
  world.slack.fault = ({ method, id }) => {
    if (method !== 'post') return null;
    if (stuck === '') stuck = id;
    if (id !== stuck) return null;
    tries += 1;
    return refuse('unforeseen');
  };
  return { tries: () => tries };
}

const reply: PostRequest = {
  ...{ id: 'flag-1', kind: 'reply', platform: 'slack', workspace: 'T1', channel: 'C1' },
  ...{ underDelivery: null, language: 'en', edition: null, stories: [], person: '' },
  message: noticeMessage(['Hello'], 'en', []),
};

test('a channel that was told to wait keeps the threads of no other channel back', async () => {
  const plans = ['C1', 'C2'].map((channel) => plan({ name: channel, channel }));
  const world = withNews(createWorld(before, plans), 'a', 'b');
  const bot = await startBot(world, { timing: { pollMs: second } });
  let isLimited = true;
  world.slack.fault = ({ method, place }) => {
    if (method !== 'post' || place.channel !== 'C1' || !isLimited) return null;
    isLimited = false;
    return refuse('rate-limited', { retryAfterMs: 600 * second });
  };
  await bot.run(4 * minute + 30 * second);
  await bot.delivery.request(reply);
  await bot.run(minute);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(0);
  expect(world.slack.shown({ channel: 'C2' }).map(({ at }) => at - Date.parse(slot) < 5 * second)).toEqual([
    true,
    true,
    true,
  ]);
});

/** @returns the ids of its messages, before any of them is tried */
async function askFor(bot: Bot, id: string): Promise<string[]> {
  await bot.delivery.request({ ...reply, id });
  return bot.store.idsOf(id);
}

test.each(['skip', { until: '18:00' }] as const)(
  'an answer that is refused again and again costs no edition, and delays none (%j)',
  async (catchUp) => {
    const world = withNews(createWorld('2026-06-14T21:00:00Z', [plan({}, { catchUp })]), 'a');
    const bot = await startBot(world);
    refuseTheFirst(world);
    await bot.delivery.request(reply);
    await bot.run(3 * 60 * minute);
    expect(world.slack.messages).toHaveLength(2);
    expect(world.slack.messages[0]?.at).toBeLessThan(Date.parse('2026-06-14T23:31:00Z'));
  },
);

test('an answer that is refused is given up, and costs no edition, however often the program starts anew', async () => {
  const world = createWorld('2026-06-14T21:00:00Z', [plan()]);
  const { tries } = refuseTheFirst(world);
  const timing = { pollMs: 5 * minute };
  let bot = await startBot(world, { timing });
  await bot.delivery.request(reply);
  for (let start = 0; start < 16; start += 1) {
    withNews(world, `b${start}`);
    await bot.run(180 * minute, 5 * minute);
    bot.kill();
    bot = await startBot(world, { timing });
    await bot.run(minute);
  }
  expect(tries()).toBe(24);
  expect((await bot.delivery.standings())[0]).toMatchObject({ due: 2, onTime: 2, missed: 0 });
});

test('an edition asked for by hand that is refused is given up, and the operator is told twice of it', async () => {
  const world = createWorld(before, [plan({}, { catchUp: 'once' })]);
  world.operator = { platform: 'discord', channel: 'OPS' };
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  const { tries } = refuseTheFirst(world);
  withNews(world, 'x');
  await bot.delivery.post('team-ko', 'manual', world.clock.now());
  for (let day = 0; day < 4; day += 1) {
    withNews(world, `d${day}`);
    await bot.run(24 * 60 * minute, 5 * minute);
  }
  expect(tries()).toBe(24);
  // That it is refused, and that it was given up.
  expect(world.discord.messages).toHaveLength(2);
  expect(world.slack.messages.length).toBeGreaterThanOrEqual(8);
}, 90_000);

test('two messages that are refused while others are posted are given up, and pause nothing', async () => {
  const world = createWorld('2026-06-15T01:00:00Z', [plan({}, { catchUp: 'once' })]);
  world.operator = { platform: 'discord', channel: 'OPS' };
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  const bad = new Set<string>();
  let tries = 0;
  world.slack.fault = ({ method, id }) => {
    if (method !== 'post' || !bad.has(id)) return null;
    tries += 1;
    return refuse('unforeseen', { isOfChannel: true });
  };
  const late: number[] = [];
  for (let hour = 0; hour < 9; hour += 1) {
    if (hour < 2) {
      for (const id of await askFor(bot, `bad-${hour}`)) bad.add(id);
    }
    await bot.run(30 * minute, minute);
    const askedAt = world.clock.now();
    await askFor(bot, `good-${hour}`);
    await bot.run(30 * minute, minute);
    late.push((world.slack.messages[hour]?.at ?? Number.POSITIVE_INFINITY) - askedAt);
  }
  expect(Math.max(...late)).toBeLessThan(5 * second);
  expect(tries).toBe(48);
  // Of each, that it is refused, and that it was given up.
  expect(world.discord.messages).toHaveLength(4);
});

test('two messages that are refused pause their channel until another is posted, and never again', async () => {
  const world = createWorld('2026-06-15T01:00:00Z', [plan({}, { catchUp: 'once' })]);
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  const bad = new Set<string>();
  world.slack.fault = ({ method, id }) => (method === 'post' && bad.has(id) ? refuse('unforeseen') : null);
  for (const name of ['bad-1', 'bad-2']) for (const id of await askFor(bot, name)) bad.add(id);
  await bot.run(30 * minute, minute);
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'paused' });
  for (let hour = 0; hour < 6; hour += 1) {
    await askFor(bot, `good-${hour}`);
    await bot.run(60 * minute, minute);
    expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'ok' });
    expect(world.slack.messages).toHaveLength(hour + 1);
  }
});

test('a message that is refused for what it is pauses no channel that was forbidden for a moment', async () => {
  const world = createWorld('2026-06-15T01:00:00Z', [plan({}, { catchUp: 'once' })]);
  let tries = 0;
  world.slack.fault = ({ method }) => {
    if (method !== 'post') return null;
    tries += 1;
    return tries === 1 ? refuse('forbidden', { isOfChannel: true }) : refuse('unforeseen');
  };
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  await bot.delivery.request(reply);
  await bot.run(60 * minute, minute);
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'ok' });
  await bot.run(6 * 60 * minute, minute);
  expect(tries).toBe(25);
});

test('in a paused channel what waited longest shows whether it works again, not what somebody waits for', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a');
  const bot = await startBot(world);
  let stuck = '';
  let isArchived = true;
  world.slack.fault = ({ method, id }) => {
    if (method !== 'post') return null;
    return isArchived || id === stuck ? refuse('forbidden', { isOfChannel: true }) : null;
  };
  await bot.run(20 * minute);
  await bot.delivery.request(reply);
  [stuck = ''] = await bot.store.idsOf('flag-1');
  isArchived = false;
  await bot.run(60 * minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('a channel that refuses everything for a reason nobody foresaw is paused with one notice, and loses nothing', async () => {
  const world = withNews(createWorld(before, [plan({}, { catchUp: 'once' })]), 'a');
  world.operator = { platform: 'discord', channel: 'OPS' };
  let isRefused = true;
  world.slack.fault = ({ method }) =>
    method === 'post' && isRefused ? refuse('unforeseen', { isOfChannel: true }) : null;
  const bot = await startBot(world);
  for (let n = 0; n < 10; n += 1) await bot.delivery.request({ ...reply, id: `flag-${n}` });
  await bot.run(60 * minute);
  expect(world.slack.asked.filter(({ method }) => method === 'post').length).toBeLessThan(30);
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'paused', advice: 'No.' });
  await bot.run(8 * 60 * minute, minute);
  expect(world.discord.messages).toHaveLength(1);
  isRefused = false;
  await bot.run(30 * minute, minute);
  expect(world.slack.messages).toHaveLength(12);
});

test('a channel that refuses for days is told of, and shows in the status, though no edition came through', async () => {
  const world = createWorld(before, [plan()]);
  world.operator = { platform: 'discord', channel: 'OPS' };
  world.slack.fault = ({ method }) =>
    method === 'post' ? refuse('unforeseen', { isOfChannel: true }) : null;
  const bot = await startBot(world, { timing: { pollMs: 5 * minute } });
  for (let day = 0; day < 4; day += 1) {
    withNews(world, `d${day}`);
    await bot.run(24 * 60 * minute, 5 * minute);
  }
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'paused', advice: 'No.' });
  // That an edition is refused, and that the channel is.
  expect(world.discord.messages).toHaveLength(2);
}, 90_000);
