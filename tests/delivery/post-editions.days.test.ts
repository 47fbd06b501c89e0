import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { brief, createWorld, minute, plan, second, startBot, type World } from './bot.ts';

/** Half past eight in Seoul is 23:30 UTC of the day before. */
const before = '2026-06-14T23:25:00Z';

function withNews(world: World, ...files: string[]): World {
  world.briefs.push(...files.map((file) => brief(file, world.clock.now())));
  return world;
}

const parts = (world: World) => world.slack.shown().map((each) => each.id);

test('an edition goes out at its slot: the skim message, then one message per highlight in its thread', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b', 'c', 'd');
  const bot = await startBot(world);
  await bot.run(4 * minute);
  expect(world.slack.messages).toEqual([]);
  await bot.run(2 * minute);
  const [skim, ...stories] = world.slack.messages;
  expect(skim?.place).toEqual({ channel: 'C1', thread: null });
  expect(stories.map((each) => each.place)).toEqual(
    Array(3).fill({ channel: 'C1', thread: `t${skim?.messageId}` }),
  );
  expect(
    bot.finished.map(({ edition, parts: sent }) => [edition.key, sent.map((each) => each.status)]),
  ).toEqual([['slack:T1:C1:2026-06-15:0830', ['sent', 'sent', 'sent', 'sent']]]);
  await bot.sleepUntil('2026-06-15T23:29:00Z');
  await bot.run(5 * minute);
  expect(world.slack.messages).toHaveLength(4);
  expect(bot.composed).toEqual(['team-ko 2026-06-15 0830', 'team-ko 2026-06-16 0830']);
  await bot.delivery.stop();
});

test('what one edition judged is not in the next; what came later is', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const bot = await startBot(world);
  await bot.run(10 * minute);
  withNews(world, 'b');
  await bot.sleepUntil('2026-06-15T23:29:00Z');
  await bot.run(5 * minute);
  expect(bot.finished.map(({ edition }) => edition.highlights.map((story) => story.id))).toEqual([
    ['a'],
    ['b'],
  ]);
});

test('an entry that keeps its name and gets another channel is not told the same again', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const bot = await startBot(world);
  await bot.run(10 * minute);
  world.plans = [plan({ channel: 'C2' })];
  withNews(world, 'b');
  await bot.sleepUntil('2026-06-15T23:29:00Z');
  await bot.run(5 * minute);
  expect(bot.finished.map(({ edition }) => [edition.rules.channel, edition.isFirst])).toEqual([
    ['C1', true],
    ['C2', false],
  ]);
  expect(bot.finished[1]?.edition.highlights.map((story) => story.id)).toEqual(['b']);
});

test('a new channel waits for its next slot', async () => {
  const world = withNews(createWorld('2026-06-14T23:40:00Z', [plan()]), 'a');
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(bot.composed).toEqual([]);
});

test('skim messages of all channels go out before any thread, on both platforms', async () => {
  const channels = ['C1', 'C2', 'C3', 'C4', 'C5'];
  const plans = channels.flatMap((channel) => [
    plan({ name: `s-${channel}`, channel }),
    plan({ name: `d-${channel}`, channel, platform: 'discord', workspace: 'A1' }),
  ]);
  const world = withNews(createWorld(before, plans), 'a', 'b', 'c');
  const bot = await startBot(world);
  await bot.run(8 * minute);
  for (const { messages } of [world.slack, world.discord]) {
    expect(messages).toHaveLength(20);
    expect(messages.slice(0, 5).map((each) => each.place.thread)).toEqual(Array(5).fill(null));
  }
  const skims = [...world.slack.messages, ...world.discord.messages].filter((each) => !each.place.thread);
  const threads = [...world.slack.messages, ...world.discord.messages].filter((each) => each.place.thread);
  expect(Math.max(...skims.map((each) => each.at))).toBeLessThanOrEqual(
    Math.min(...threads.map((each) => each.at)),
  );
  await bot.delivery.stop();
});

test('an answer that is lost is found in the history, even one that lags ten seconds; nothing is posted twice', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b');
  world.slack.lagMs = 10 * second;
  const lost = new Set<string>();
  world.slack.fault = ({ method, id }) => {
    if (method !== 'post' || lost.has(id)) return null;
    lost.add(id);
    return { kind: 'lost-answer' };
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(parts(world)).toHaveLength(3);
  expect(new Set(parts(world)).size).toBe(3);
  expect(bot.finished[0]?.parts.map((each) => each.status)).toEqual(['sent', 'sent', 'sent']);
});

test('a request that is lost is posted once the history has shown several times that it is not there', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  let isLost = false;
  world.slack.fault = ({ method }) => {
    if (method !== 'post' || isLost) return null;
    isLost = true;
    return { kind: 'lost-request' };
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(parts(world)).toHaveLength(2);
  expect(world.slack.asked.filter((each) => each.method === 'find')).toHaveLength(3);
});

test('an answer slower than the time-out is an unknown outcome, settled by the history', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.slack.fault = ({ method }) => (method === 'post' ? { kind: 'slow', ms: 60 * second } : null);
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(new Set(parts(world)).size).toBe(2);
  expect(parts(world)).toHaveLength(2);
});

test('a part whose history cannot be read is held: the operator is told once, nothing is posted again, and it settles by itself', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = { platform: 'discord', channel: 'OPS' };
  let isBroken = true;
  world.slack.fault = ({ method }) => {
    if (!isBroken) return null;
    if (method === 'post') return { kind: 'lost-answer' };
    return { kind: 'error', error: new DeliveryError('forbidden', 'Invite the bot to #news.') };
  };
  const bot = await startBot(world);
  await bot.run(15 * minute);
  expect(parts(world)).toHaveLength(1);
  expect((await bot.delivery.standings())[0]).toMatchObject({
    state: 'held',
    advice: 'Invite the bot to #news.',
  });
  expect(world.discord.shown({ channel: 'OPS' })).toHaveLength(1);
  isBroken = false;
  await bot.run(15 * minute);
  expect(parts(world)).toHaveLength(2);
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'ok', advice: '' });
});

test('a refused part is given up, the operator is told, and the rest goes on', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b', 'c');
  world.operator = { platform: 'slack', channel: 'OPS' };
  world.slack.fault = ({ method, place }) => {
    const isSecond = world.slack.shown({ channel: 'C1' }).length === 2 && place.channel === 'C1';
    const isRefused =
      method === 'post' &&
      isSecond &&
      world.slack.asked.filter((each) => each.place.channel === 'C1' && each.method === 'post').length === 3;
    return isRefused ? { kind: 'error', error: new DeliveryError('rejected', 'invalid_blocks') } : null;
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(bot.finished[0]?.parts.map((each) => each.status)).toEqual(['sent', 'sent', 'failed', 'sent']);
  expect(world.slack.shown({ channel: 'OPS' })).toHaveLength(1);
});

test('a channel that is forbidden delays nobody, is paused after five failures with one notice, and resumes by itself', async () => {
  const plans = [plan(), plan({ name: 'other', channel: 'C2' })];
  const world = withNews(createWorld(before, plans), 'a');
  world.operator = { platform: 'slack', channel: 'OPS' };
  let isForbidden = true;
  world.slack.fault = ({ method, place }) =>
    isForbidden && method === 'post' && place.channel === 'C1'
      ? { kind: 'error', error: new DeliveryError('forbidden', 'Invite the bot to #news.') }
      : null;
  const bot = await startBot(world);
  await bot.run(6 * minute);
  const other = world.slack.shown({ channel: 'C2' });
  expect(other.map((each) => each.at - Date.parse('2026-06-14T23:30:00Z') < 30 * second)).toEqual([
    true,
    true,
  ]);
  await bot.run(20 * minute, minute);
  expect(world.slack.shown({ channel: 'OPS' })).toHaveLength(1);
  expect((await bot.delivery.standings())[0]).toMatchObject({
    state: 'paused',
    advice: 'Invite the bot to #news.',
  });
  expect(world.slack.asked.filter((each) => each.place.channel === 'C1').length).toBeLessThan(20);
  isForbidden = false;
  await bot.run(15 * minute, minute);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(2);
  expect((await bot.delivery.standings())[0]).toMatchObject({ state: 'ok' });
});

test('a refused token pauses the workspace at once: one request at a time finds out, however many channels wait', async () => {
  const plans = Array.from({ length: 12 }, (_, index) => plan({ name: `n${index}`, channel: `C${index}` }));
  const world = withNews(createWorld(before, plans), 'a');
  let isRefused = true;
  world.slack.fault = () =>
    isRefused ? { kind: 'error', error: new DeliveryError('auth', 'The token was revoked.') } : null;
  const bot = await startBot(world);
  await bot.run(15 * minute);
  // All that were under way when the first answer came, then one at each probe.
  expect(world.slack.asked.length).toBeLessThan(20);
  isRefused = false;
  await bot.run(20 * minute);
  expect(world.slack.shown()).toHaveLength(24);
});

test('429: the channel waits as long as it was told, the others do not', async () => {
  const world = withNews(createWorld(before, [plan(), plan({ name: 'other', channel: 'C2' })]), 'a');
  let told = false;
  world.slack.fault = ({ method, place }) => {
    if (told || method !== 'post' || place.channel !== 'C1') return null;
    told = true;
    const error = new DeliveryError('rate-limited', 'Slack asks to wait.', { retryAfterMs: 90 * second });
    return { kind: 'error', error };
  };
  const bot = await startBot(world);
  await bot.run(5 * minute + 30 * second);
  expect(world.slack.shown({ channel: 'C2' })).toHaveLength(2);
  const tries = () => world.slack.asked.filter((each) => each.place.channel === 'C1').map((each) => each.at);
  expect(tries()).toHaveLength(1);
  await bot.run(3 * minute);
  expect((tries()[1] ?? 0) - (tries()[0] ?? 0)).toBeGreaterThanOrEqual(90 * second);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(2);
});

test('a thread whose parent was deleted degrades to the channel', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a', 'b', 'c');
  world.slack.fault = ({ method }) => {
    const skim = world.slack.messages[0];
    if (method === 'post' && world.slack.messages.length === 2 && skim) skim.deleted = true;
    return null;
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.slack.messages.map((each) => each.place.thread)).toEqual([null, 'tm1', null, null]);
  expect(bot.finished[0]?.parts.map((each) => each.status)).toEqual(Array(4).fill('sent'));
});

test('a reply whose parent was deleted, and whose answer is lost, is looked for in the channel, where it landed', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  const { post } = world.slack;
  world.slack.post = async (place, payload, id) => {
    const skim = world.slack.messages[0];
    if (place.thread === null || !skim) return post(place, payload, id);
    skim.deleted = true;
    await post({ ...place, thread: null }, payload, id);
    throw new DeliveryError('unknown-outcome', 'The connection broke.');
  };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(parts(world)).toHaveLength(1);
  expect(bot.finished[0]?.parts.map((each) => each.status)).toEqual(['sent', 'sent']);
});

test('a thread that may not be made degrades to the channel', async () => {
  const world = withNews(createWorld(before, [plan({ platform: 'discord', workspace: 'A1' })]), 'a', 'b');
  world.discord.fault = ({ method }) =>
    method === 'openThread'
      ? { kind: 'error', error: new DeliveryError('forbidden', 'Allow “Create Public Threads”.') }
      : null;
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.discord.messages.map((each) => each.place.thread)).toEqual([null, null, null]);
  expect(world.discord.asked.filter((each) => each.method === 'openThread')).toHaveLength(1);
});

test('an edition of which nothing could be posted in time is withdrawn, and its news joins the next one', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  let isDown = true;
  world.slack.fault = () =>
    isDown ? { kind: 'error', error: new DeliveryError('network', 'Slack is down.') } : null;
  const bot = await startBot(world);
  await bot.run(10 * minute);
  await bot.sleepUntil('2026-06-15T09:01:00Z');
  isDown = false;
  withNews(world, 'b');
  await bot.run(20 * minute);
  expect(world.slack.messages).toEqual([]);
  await bot.sleepUntil('2026-06-15T23:29:00Z');
  await bot.run(5 * minute);
  expect(bot.finished.map(({ edition }) => edition.highlights.map((story) => story.id).sort())).toEqual([
    ['a', 'b'],
  ]);
  expect(world.slack.messages).toHaveLength(3);
});

test('two due slots without news: one quiet line in the channel, once, and an alarm', async () => {
  const world = withNews(createWorld(before, [plan()]), 'a');
  world.operator = { platform: 'slack', channel: 'OPS' };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.slack.shown({ channel: 'C1' })).toHaveLength(2);
  for (const day of [15, 16, 17, 18, 19]) {
    await bot.sleepUntil(`2026-06-${day}T23:29:00Z`);
    await bot.run(5 * minute);
    expect(world.slack.shown({ channel: 'C1' })).toHaveLength(day === 15 ? 2 : 3);
  }
  expect(world.slack.shown({ channel: 'OPS' })).toHaveLength(1);
  expect((await bot.delivery.standings())[0]).toMatchObject({ quiet: 5, onTime: 6, due: 6 });
});

test('the first edition of a channel with topics holds the newest day that has any of them', async () => {
  const world = createWorld(before, [plan({ topics: ['robots'] })]);
  const day = 24 * 60 * minute;
  world.briefs.push(
    { ...brief('a', world.clock.now() - 3 * day), tags: ['robots'] },
    { ...brief('b', world.clock.now() - 2 * day), tags: ['robots'] },
    brief('c', world.clock.now()),
  );
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(bot.finished.map(({ edition }) => edition.highlights.map(({ id }) => id))).toEqual([['b']]);
});

test('a day whose briefs a channel may not tell, for their confidence or their age, is not that of its first edition', async () => {
  const world = createWorld(before, [plan({ topics: ['robots'], minConfidence: 0.5, maxAgeDays: 7 })]);
  const day = 24 * 60 * minute;
  const now = world.clock.now();
  world.briefs.push(
    { ...brief('a', now - 3 * day), tags: ['robots'] },
    { ...brief('b', now - 2 * day), tags: ['robots'], confidence: 0.2 },
    { ...brief('c', now), tags: ['robots'], datePublished: '2020-01-01' },
  );
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(bot.finished.map(({ edition }) => edition.highlights.map(({ id }) => id))).toEqual([['a']]);
});

test('a first edition holds what states no time where nothing else is about its topics', async () => {
  const world = createWorld(before, [plan({ topics: ['robots'] })]);
  world.briefs.push({ ...brief('a', null), tags: ['robots'] }, brief('b', world.clock.now()));
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(bot.finished.map(({ edition }) => edition.highlights.map(({ id }) => id))).toEqual([['a']]);
});

test('a channel that never had an edition and finds nothing: an alarm, once, and no line to readers', async () => {
  const world = createWorld(before, [plan()]);
  world.operator = { platform: 'slack', channel: 'OPS' };
  const bot = await startBot(world);
  await bot.run(10 * minute);
  expect(world.slack.messages).toEqual([]);
  for (const day of [15, 16, 17]) {
    await bot.sleepUntil(`2026-06-${day}T23:29:00Z`);
    await bot.run(5 * minute);
  }
  expect(world.slack.messages.map(({ place }) => place.channel)).toEqual(['OPS']);
});

test.each(['due', 'manual'] as const)(
  'a channel that fell silent, had an edition (%s) and falls silent the same day is told again',
  async (as) => {
    const world = withNews(createWorld(before, [plan({}, { schedule: '30 8-20/2 * * *' })]), 'a');
    world.operator = { platform: 'slack', channel: 'OPS' };
    const bot = await startBot(world);
    const told = () => ['C1', 'OPS'].map((channel) => world.slack.shown({ channel, thread: null }).length);
    await bot.run(4 * 60 * minute + 10 * minute, minute);
    expect(told()).toEqual([2, 1]);
    await bot.run(60 * minute, minute);
    withNews(world, 'b');
    if (as === 'manual') await bot.delivery.post('team-ko', 'manual', world.clock.now());
    await bot.run(3 * 60 * minute, minute);
    expect(told()).toEqual(as === 'manual' ? [4, 2] : [3, 1]);
    await bot.run(2 * 60 * minute, minute);
    expect(told()).toEqual([4, 2]);
    await bot.run(4 * 60 * minute, minute);
    expect(told()).toEqual([4, 2]);
  },
);
