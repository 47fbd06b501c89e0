import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { type Bot, createWorld, minute, second, startBot, type World } from './bot.ts';
import type { Fault } from './memory-platform.ts';

const text = noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]);
const workspaces = { slack: 'T1', discord: 'A1' } as const;
type Name = keyof typeof workspaces;

function refuse(code: DeliveryError['code'], options: { retryAfterMs?: number; isOfChannel?: boolean } = {}) {
  return { kind: 'error', error: new DeliveryError(code, 'No.', options) } satisfies Fault;
}

/** A bot that has posted one message into each of the channels, in that order; a channel may come more than once. */
async function posted(name: Name, channels: readonly string[]): Promise<{ world: World; bot: Bot }> {
  const world = createWorld('2026-06-14T12:00:00Z', []);
  const without = [name === 'slack' ? ('discord' as const) : ('slack' as const)];
  const bot = await startBot(world, { timing: { pollMs: second }, without });
  const about = { platform: name, workspace: workspaces[name], kind: 'share', underDelivery: null } as const;
  for (const [index, channel] of channels.entries())
    await bot.delivery.request({
      ...about,
      ...{ id: `r${index}`, channel, language: 'en', edition: null, stories: [], message: text, person: '' },
    });
  await bot.run(5 * minute);
  expect(world[name].messages).toHaveLength(channels.length);
  return { world, bot };
}

async function reviseAll(bot: Bot, name: Name, count: number): Promise<void> {
  const where = { platform: name, workspace: workspaces[name] };
  for (let index = 0; index < count; index += 1) await bot.delivery.revise(where, `r${index}`, text);
}

const edits = (world: World, name: Name) => world[name].asked.filter(({ method }) => method === 'edit');
const channels = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

test('a change that fails in a way that nobody foresaw keeps no other one, and is tried again', async () => {
  const { world, bot } = await posted('slack', channels('C', 3));
  let isBroken = true;
  world.slack.fault = ({ method, place }) => {
    if (isBroken && method === 'edit' && place.channel === 'C0') throw new TypeError('a bug of ours');
    return null;
  };
  await reviseAll(bot, 'slack', 3);
  await bot.run(10 * second);
  expect(new Set(edits(world, 'slack').map(({ place }) => place.channel))).toEqual(new Set(channels('C', 3)));
  isBroken = false;
  const before = edits(world, 'slack').length;
  await bot.run(minute);
  expect(edits(world, 'slack').slice(before)).toHaveLength(1);
});

test.each(['slack', 'discord'] as const)(
  'told to wait with a change on %s, the bot asks for none there until then',
  async (name) => {
    const { world, bot } = await posted(name, [...Array(5).fill('C0'), ...channels('D', 5)]);
    const from = world.clock.now();
    world[name].fault = ({ method, place }) =>
      method === 'edit' && place.channel === 'C0' && world.clock.now() < from + 30 * second
        ? refuse('rate-limited', { retryAfterMs: 30 * second })
        : null;
    await reviseAll(bot, name, 10);
    await bot.run(25 * second);
    expect(edits(world, name).filter(({ place }) => place.channel === 'C0')).toHaveLength(1);
    // Slack counts all changes of a workspace together, Discord those of a channel.
    expect(edits(world, name)).toHaveLength(name === 'slack' ? 1 : 6);
    await bot.run(minute);
    expect(new Set(edits(world, name).map(({ id }) => id)).size).toBe(10);
  },
);

test('a channel that refuses its changes is asked now and then, not for each of them, and keeps no other one', async () => {
  const { world, bot } = await posted('discord', [...Array(30).fill('C0'), ...channels('D', 5)]);
  let isRefused = true;
  world.discord.fault = ({ method, place }) =>
    isRefused && method === 'edit' && place.channel === 'C0' ? refuse('forbidden') : null;
  await reviseAll(bot, 'discord', 35);
  await bot.run(10 * second);
  expect(edits(world, 'discord').filter(({ place }) => place.channel !== 'C0')).toHaveLength(5);
  await bot.run(10 * minute);
  expect(edits(world, 'discord').filter(({ place }) => place.channel === 'C0').length).toBeLessThan(10);
  isRefused = false;
  await bot.run(20 * minute);
  expect(new Set(edits(world, 'discord').map(({ id }) => id)).size).toBe(35);
});

test('a refused token is not shown again with every change', async () => {
  const { world, bot } = await posted('slack', channels('C', 30));
  let isRefused = true;
  world.slack.fault = ({ method }) => (isRefused && method === 'edit' ? refuse('auth') : null);
  await reviseAll(bot, 'slack', 30);
  await bot.run(10 * minute);
  const asked = edits(world, 'slack').length;
  // Those that were under way at once, then one at a time.
  expect(asked).toBeLessThan(40);
  isRefused = false;
  await bot.run(20 * minute);
  expect(new Set(edits(world, 'slack').map(({ id }) => id)).size).toBe(30);
});

test('changes wait while posting in their channels is paused, and keep no other ones', async () => {
  const paused = channels('C', 25);
  const { world, bot } = await posted('slack', [...paused, 'D0']);
  for (const channel of paused)
    await bot.store.setHealth({
      ...{ platform: 'slack', workspace: 'T1', channel, failures: 5, reason: 'Mend it.' },
      ...{ pausedAt: world.clock.now(), probeAt: world.clock.now() + 5 * minute },
    });
  bot.kill();
  const next = await startBot(world, { timing: { pollMs: second } });
  await reviseAll(next, 'slack', 26);
  await next.run(4 * minute);
  expect(edits(world, 'slack').map(({ place }) => place.channel)).toEqual(['D0']);
  await next.run(3 * minute);
  expect(edits(world, 'slack')).toHaveLength(26);
});

test('a platform, or a channel, that does not answer keeps no change elsewhere, nor the end of the program', async () => {
  const { world, bot } = await posted('slack', channels('C', 25));
  world.slack.fault = ({ method, place }) =>
    method === 'edit' && place.channel !== 'C24' ? { kind: 'slow', ms: 60 * minute } : null;
  await reviseAll(bot, 'slack', 25);
  await bot.run(3 * second);
  expect(edits(world, 'slack').some(({ place }) => place.channel === 'C24')).toBe(true);
  let isStopped = false;
  void bot.delivery.stop().then(() => {
    isStopped = true;
  });
  await world.clock.advance(10 * second);
  expect(isStopped).toBe(true);
});

test('a hundred changes of one channel delay those of another by no more than their own', async () => {
  const { world, bot } = await posted('discord', [...Array(100).fill('C0'), 'D0']);
  await reviseAll(bot, 'discord', 101);
  await bot.run(3 * second);
  expect(edits(world, 'discord').filter(({ place }) => place.channel === 'D0')).toHaveLength(1);
});

/** Where nothing is connected, what the operator is to be told waits in the ledger, and can be read there. */
async function told(world: World, bot: Bot): Promise<string[]> {
  world.operator = { platform: 'discord', channel: 'OPS' };
  return (await bot.store.untoldCauses()).map(({ sentence }) => sentence);
}

test.each([
  ['rejected', 'delete it by hand: https://chat.example/C0/m1'],
  ['forbidden', 'Messages in slack channel C0 cannot be changed: No.'],
  ['auth', 'Messages in slack cannot be changed: No.'],
] as const)('the operator is told once what cannot be changed (%s)', async (code, sentence) => {
  const { world, bot } = await posted('slack', ['C0', 'C0', 'C1']);
  await told(world, bot);
  let isRefused = true;
  world.slack.fault = ({ method, place, id }) =>
    isRefused && method === 'edit' && place.channel === 'C0' && (code !== 'rejected' || id === 'm1')
      ? refuse(code)
      : null;
  await reviseAll(bot, 'slack', code === 'auth' ? 2 : 3);
  await bot.run(30 * minute, minute);
  expect(await told(world, bot)).toEqual([expect.stringContaining(sentence)]);
  isRefused = false;
  // The stuck change is not made any more: a newer one takes its place.
  await reviseAll(bot, 'slack', 3);
  await bot.run(30 * minute, minute);
  // What works again is told anew when it fails again; what was refused for good stays for a person to mend.
  expect(await told(world, bot)).toHaveLength(code === 'rejected' ? 1 : 0);
});

test.each(['network', 'auth'] as const)(
  'many changes that fail at once (%s) are one failure: they are tried again soon, and the operator need not know',
  async (code) => {
    const { world, bot } = await posted('slack', channels('C', 30));
    await told(world, bot);
    const from = world.clock.now();
    world.slack.fault = ({ method }) =>
      method === 'edit' && world.clock.now() < from + 2 * second ? refuse(code) : null;
    await reviseAll(bot, 'slack', 30);
    await bot.run(minute + 30 * second);
    expect(new Set(edits(world, 'slack').map(({ id }) => id)).size).toBe(30);
    expect(await told(world, bot)).toEqual([]);
  },
);

test('a network that is away for long is told to nobody as a trouble of channels', async () => {
  const { world, bot } = await posted('slack', channels('C', 30));
  await told(world, bot);
  world.slack.fault = ({ method }) => (method === 'edit' ? refuse('network') : null);
  await reviseAll(bot, 'slack', 30);
  await bot.run(20 * minute);
  expect(await told(world, bot)).toEqual([]);
  expect(edits(world, 'slack').length).toBeLessThan(40);
});

test('of two changes wished for in one instant the later one is shown in the end', async () => {
  const { world, bot } = await posted('slack', ['C0']);
  const { edit } = world.slack;
  const shown: unknown[] = [];
  const newer = { ...text, push: 'Newer' };
  world.slack.edit = async (place, id, payload) => {
    shown.push(payload);
    if (shown.length === 1) await bot.delivery.revise({ platform: 'slack', workspace: 'T1' }, 'r0', newer);
    return edit(place, id, payload);
  };
  await reviseAll(bot, 'slack', 1);
  await bot.run(minute);
  expect(shown.at(-1)).toMatchObject({ push: 'Newer' });
});

test('who lost the right to post while it brought pictures changes nothing after the one that follows', async () => {
  const { world, bot } = await posted('slack', ['C0']);
  const { edit, prepare } = world.slack;
  const shown: unknown[] = [];
  let isFirst = true;
  world.slack.prepare = async (payload, channel) => {
    const waits = isFirst;
    isFirst = false;
    if (waits) await new Promise<void>((resolve) => void world.clock.alarms.set(40 * second, resolve));
    return prepare(payload, channel);
  };
  world.slack.edit = (place, id, payload) => {
    shown.push(payload);
    return edit(place, id, payload);
  };
  const where = { platform: 'slack', workspace: 'T1' } as const;
  await bot.delivery.revise(where, 'r0', { ...text, push: 'Older' });
  await world.clock.advance(second);
  await bot.store.release('post:slack:T1', (await bot.store.holder('post:slack:T1')) ?? '');
  const next = await startBot(world, { timing: { pollMs: second }, without: ['discord'] });
  await next.delivery.revise(where, 'r0', { ...text, push: 'Newer' });
  await world.clock.advance(2 * minute);
  expect(shown).toEqual([expect.objectContaining({ push: 'Newer' })]);
});
