import { expect, test } from 'vitest';
import type { PostRequest } from '../../src/answers/stores.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { rateLimits } from '../../src/delivery/rate-limits.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { brief, createWorld, minute, plan, second, startBot } from './bot.ts';

const before = '2026-06-14T23:29:00Z';
const text = noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]);

function reply(change: Partial<PostRequest> = {}): PostRequest {
  return {
    id: 'flag-1',
    kind: 'reply',
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    underDelivery: null,
    language: 'en',
    edition: null,
    stories: [],
    message: text,
    person: '',
    ...change,
  };
}

test('a reply goes into the thread under its message, at once, and once however often it is asked for', async () => {
  const world = createWorld(before, [plan()]);
  world.briefs.push(brief('a', world.clock.now()));
  const bot = await startBot(world);
  await bot.run(3 * minute);
  const [skim, story] = world.slack.messages;
  const asked = await Promise.all(
    Array.from({ length: 5 }, () => bot.delivery.request(reply({ underDelivery: skim?.id ?? '' }))),
  );
  expect([...asked].sort()).toEqual(['known', 'known', 'known', 'known', 'stored']);
  await bot.delivery.request(reply({ id: 'flag-2', underDelivery: story?.id ?? '' }));
  await world.clock.advance(3 * second);
  expect(world.slack.messages.slice(2).map((each) => each.place)).toEqual(
    Array(2).fill({ channel: 'C1', thread: `t${skim?.messageId}` }),
  );
  bot.kill();
  const next = await startBot(world);
  expect(await next.delivery.request(reply({ underDelivery: skim?.id ?? '' }))).toBe('known');
});

test('a shared answer whose answer from the platform is lost is not posted twice', async () => {
  const world = createWorld(before, [plan()]);
  let isLost = false;
  world.slack.fault = ({ method }) => {
    if (method !== 'post' || isLost) return null;
    isLost = true;
    return { kind: 'lost-answer' };
  };
  const bot = await startBot(world);
  await bot.delivery.request(reply({ id: 'share-1', kind: 'share', person: 'U1' }));
  await bot.run(minute);
  expect(world.slack.messages).toHaveLength(1);
  expect(await bot.store.sharesSince('slack', 'U1', 0)).toBe(1);
});

test('somebody who waits is answered before the stories of an edition', async () => {
  const world = createWorld(before, [plan({ highlights: 5 })]);
  world.briefs.push(...['a', 'b', 'c', 'd', 'e'].map((file) => brief(file, world.clock.now())));
  const bot = await startBot(world);
  await bot.run(minute + 2 * second);
  await bot.delivery.request(reply());
  await bot.run(minute);
  const order = world.slack.messages.map((each) => each.place.thread === null);
  expect(order).toHaveLength(7);
  expect(order.lastIndexOf(true)).toBeLessThan(4);
});

test('a request on a platform that is not connected is refused in a sentence', async () => {
  const bot = await startBot(createWorld(before, []));
  await expect(bot.delivery.request(reply({ workspace: 'T9' }))).rejects.toThrow(/not connected/);
});

/** The least time, ms, within which one more than `count` were asked for. */
const fastest = (times: readonly number[], count: number) =>
  Math.min(...times.slice(count).map((at, index) => at - (times[index] ?? 0)));

test('the limits are kept: per channel, and per workspace, however much is waiting', async () => {
  const plans = Array.from({ length: 40 }, (_, index) => [
    plan({ name: `s${index}`, channel: `C${index}` }),
    plan({ name: `d${index}`, channel: `D${index}`, platform: 'discord', workspace: 'A1' }),
  ]).flat();
  const world = createWorld(before, plans);
  world.briefs.push(...['a', 'b', 'c'].map((file) => brief(file, world.clock.now())));
  const bot = await startBot(world);
  await bot.run(3 * minute);
  for (const platform of [world.slack, world.discord]) {
    const posts = platform.asked.filter((each) => each.method === 'post');
    expect(posts).toHaveLength(160);
    const { channel, workspace } = rateLimits[platform.name];
    const windows = new Map<string, number[]>();
    for (const { place, at } of posts) {
      const key = platform.name === 'discord' ? (place.thread ?? place.channel) : place.channel;
      windows.set(key, [...(windows.get(key) ?? []), at]);
    }
    for (const times of windows.values())
      expect(fastest(times, channel.count)).toBeGreaterThanOrEqual(channel.ms);
    const all = platform.asked.filter((each) => each.method !== 'openThread' || platform.name === 'discord');
    expect(
      fastest(
        all.map((each) => each.at),
        workspace.count,
      ),
    ).toBeGreaterThanOrEqual(workspace.ms);
  }
}, 20_000);

test.each(['slack', 'discord'] as const)(
  'changes of messages keep the limits of %s: all together, and those of one channel',
  async (name) => {
    const world = createWorld(before, []);
    const bot = await startBot(world, { timing: { pollMs: second } });
    const where = { platform: name, workspace: name === 'slack' ? 'T1' : 'A1' };
    const channels = [...Array(7).fill('C0'), ...Array.from({ length: 53 }, (_, index) => `C${index + 1}`)];
    for (const [index, channel] of channels.entries())
      await bot.delivery.request(reply({ ...where, id: `r${index}`, channel }));
    await bot.run(minute);
    const platform = world[name];
    expect(platform.messages).toHaveLength(60);
    const changed = () => platform.asked.filter((each) => each.method === 'edit');
    await Promise.all(channels.map((_, index) => bot.delivery.revise(where, `r${index}`, text)));
    await bot.run(2 * minute);
    expect(new Set(changed().map(({ id }) => id)).size).toBe(60);
    expect(changed()).toHaveLength(60);
    const { workspace, channel } = rateLimits[name].edits;
    const times = (edits: ReturnType<typeof changed>) => edits.map(({ at }) => at);
    expect(fastest(times(changed()), workspace.count)).toBeGreaterThanOrEqual(workspace.ms);
    const inOne = changed().filter(({ place }) => place.channel === 'C0');
    expect(fastest(times(inOne), channel.count)).toBeGreaterThanOrEqual(channel.ms);
  },
);

test('after a connection was lost the flags on our messages are read, newest first, within the limits', async () => {
  const world = createWorld(before, [plan({ platform: 'discord', workspace: 'A1' })]);
  world.briefs.push(...['a', 'b'].map((file) => brief(file, world.clock.now())));
  const bot = await startBot(world);
  await bot.run(3 * minute);
  const [skim, story] = world.discord.messages;
  world.discord.reactions.set(skim?.messageId ?? '', [
    { emoji: '🇺🇸', byPerson: true },
    { emoji: '🇰🇷', byPerson: false },
  ]);
  world.discord.reactions.set(story?.messageId ?? '', [{ emoji: '🇬🇧', byPerson: true }]);
  const sweep = bot.delivery.sweepFlags('discord');
  await world.clock.advance(10 * second);
  await sweep;
  expect(bot.flags.map(({ channel, emoji }) => `${channel} ${emoji}`)).toEqual([
    `t${skim?.messageId} 🇬🇧`,
    'C1 🇺🇸',
  ]);
});

test('a message that is gone, and a channel that refuses, do not stop the reading of flags', async () => {
  const plans = [plan(), plan({ name: 'closed', channel: 'C2' })];
  const world = createWorld(before, plans);
  world.briefs.push(brief('a', world.clock.now()));
  const bot = await startBot(world);
  await bot.run(3 * minute);
  world.slack.fault = ({ method, place }) =>
    method === 'flags' && place.channel === 'C2'
      ? { kind: 'error', error: new DeliveryError('forbidden', 'Invite the bot.') }
      : null;
  for (const { messageId } of world.slack.messages)
    world.slack.reactions.set(messageId, [{ emoji: 'us', byPerson: true }]);
  let isOver = false;
  const sweep = bot.delivery.sweepFlags('slack').then(() => {
    isOver = true;
  });
  const refused = () =>
    world.slack.asked.filter((each) => each.method === 'flags' && each.place.channel === 'C2').length;
  await world.clock.advance(4 * second);
  expect(bot.flags.map(({ channel }) => channel)).toEqual(['C1', 'C1']);
  expect(refused()).toBe(1);
  // The channel is asked for less and less, one message at a time, and at last no more.
  await world.clock.advance(3 * 60 * minute);
  await sweep;
  expect([isOver, refused()]).toEqual([true, 12]);
});

test('a channel that opens again during the sweep has its flags answered', async () => {
  const world = createWorld(before, [plan()]);
  world.briefs.push(brief('a', world.clock.now()));
  const bot = await startBot(world);
  await bot.run(3 * minute);
  let isClosed = true;
  world.slack.fault = ({ method }) =>
    method === 'flags' && isClosed
      ? { kind: 'error', error: new DeliveryError('forbidden', 'Invite the bot.') }
      : null;
  for (const { messageId } of world.slack.messages)
    world.slack.reactions.set(messageId, [{ emoji: 'us', byPerson: true }]);
  const sweep = bot.delivery.sweepFlags('slack');
  await world.clock.advance(30 * minute);
  isClosed = false;
  await world.clock.advance(20 * minute);
  await sweep;
  expect(bot.flags).toHaveLength(2);
});

test('asked for by a person: the slot last due, safe to repeat; and one more by hand', async () => {
  const world = createWorld('2026-06-15T03:00:00Z', [plan()]);
  world.briefs.push(brief('a', world.clock.now() - minute));
  const bot = await startBot(world);
  const first = await bot.delivery.post('team-ko', 'due', world.clock.now());
  expect(first).toMatchObject({ outcome: 'edition', edition: 'slack:T1:C1:2026-06-15:0830' });
  expect(await bot.delivery.post('team-ko', 'due', world.clock.now())).toMatchObject({
    outcome: 'known',
    edition: first.edition,
  });
  const settled = bot.delivery.settled(first.edition ?? '', minute);
  await world.clock.advance(minute);
  expect(await settled).toBe(true);
  expect(await bot.delivery.post('team-ko', 'manual', world.clock.now())).toMatchObject({
    outcome: 'nothing',
  });
  expect(await bot.delivery.post('team-ko', 'start', world.clock.now())).toMatchObject({ outcome: 'known' });
  expect(world.slack.messages).toHaveLength(2);
  await expect(bot.delivery.post('none', 'due', 0)).rejects.toThrow(/no channel named none/);
});

test('who waits for an edition hears at once what keeps it from being posted; it is posted later all the same', async () => {
  const world = createWorld('2026-06-15T03:00:00Z', [plan()]);
  world.briefs.push(brief('a', world.clock.now() - minute));
  const bot = await startBot(world);
  const { claim } = bot.store;
  bot.store.claim = () => Promise.reject(new Error('There is no room left.'));
  const { edition } = await bot.delivery.post('team-ko', 'due', world.clock.now());
  const settled = bot.delivery.settled(edition ?? '', 60 * minute).catch((error: Error) => error.message);
  await world.clock.advance(5 * second);
  expect(await settled).toBe('There is no room left.');
  bot.store.claim = claim;
  await world.clock.advance(minute);
  expect(await bot.delivery.settled(edition ?? '', minute)).toBe(true);
  expect(world.slack.messages).toHaveLength(2);
});

test('two slots asked for at once tell each story once', async () => {
  const world = createWorld('2026-06-15T03:00:00Z', [plan()]);
  world.briefs.push(brief('a', world.clock.now() - minute));
  const bots = [await startBot(world), await startBot(world)];
  const asked = await Promise.all(
    bots.map((bot, index) => bot.delivery.post('team-ko', 'manual', world.clock.now() + index * second)),
  );
  expect(asked.map((each) => each.outcome).sort()).toEqual(['edition', 'nothing']);
  await world.clock.advance(minute);
  expect(world.slack.messages).toHaveLength(2);
});

test('a slot asked for by hand hours after it was due that has nothing to tell is neither late nor missed', async () => {
  const world = createWorld('2026-06-15T05:00:00Z', [plan()]);
  const bot = await startBot(world);
  expect(await bot.delivery.post('team-ko', 'due', world.clock.now())).toMatchObject({ outcome: 'nothing' });
  expect((await bot.delivery.standings())[0]).toMatchObject({ due: 0, onTime: 0, missed: 0 });
});

test('where no slot was ever due, it is said what to do', async () => {
  const world = createWorld('2026-06-15T05:00:00Z', [plan({}, { schedule: '30 8 30 2 *' })]);
  const bot = await startBot(world);
  await expect(bot.delivery.post('team-ko', 'due', world.clock.now())).rejects.toThrow(
    'The schedule “30 8 30 2 *” of team-ko was never due, so there is no slot to post: write one that comes, such as "30 8 * * 1-5", or write “settings” to the bot in that channel and press “Post now”.',
  );
});
