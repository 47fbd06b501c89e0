import {
  type Client,
  Events,
  GatewayIntentBits,
  type MessageReaction,
  type PartialMessageReaction,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import {
  alice,
  callsOf,
  control,
  junho,
  loggedIn,
  marketingKo,
  minji,
  textChannel,
  worldOf,
} from './discord-client.ts';

let sandbox: Sandbox;
let client: Client<true>;
let seen: [emoji: string | null, user: string, partial: boolean][];

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = (await loggedIn(sandbox)) as Client<true>;
  seen = [];
  client.on(Events.MessageReactionAdd, (reaction: MessageReaction | PartialMessageReaction, user) => {
    seen.push([reaction.emoji.name, user.id, reaction.message.partial]);
  });
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

function react(message: string, emoji: string, person = junho): Promise<{ event: string | null }> {
  return control(sandbox, 'act/react', { person, channel: marketingKo, message, emoji });
}

test('a flag is told of without a call; reading an unknown message takes exactly one', async () => {
  const channel = await textChannel(client, marketingKo);
  const own = await channel.send('다이제스트');
  const { id } = await control<{ id: string }>(sandbox, 'act/say', {
    person: minji,
    channel: marketingKo,
    text: 'hi',
  });
  expect((await react(own.id, '🇺🇸')).event).toMatch(/^\d{17,}$/);
  expect((await react(own.id, '🇺🇸')).event).toBeNull();
  await react(own.id, '🇺🇸', alice);
  await react(id, '🇰🇷');
  await expect
    .poll(() => seen)
    .toEqual([
      ['🇺🇸', junho, false],
      ['🇺🇸', alice, false],
      ['🇰🇷', junho, true],
    ]);
  expect(await callsOf(sandbox, 'GET *messages*')).toEqual([]);
  client.once(Events.MessageReactionAdd, (reaction) => void reaction.message.fetch());
  const other = await control<{ id: string }>(sandbox, 'act/say', {
    person: minji,
    channel: marketingKo,
    text: 'hi',
  });
  await react(other.id, '🇰🇷');
  await expect
    .poll(() => callsOf(sandbox, 'GET *messages*'))
    .toMatchObject([{ method: 'GET /channels/:id/messages/:id', status: 200 }]);
});

test('an event is delivered again on order, and not at all where the bot may not look', async () => {
  const message = await (await textChannel(client, marketingKo)).send('x');
  const { event } = await react(message.id, '🇬🇧');
  await control(sandbox, 'redeliver', { event });
  await expect.poll(() => seen).toHaveLength(2);
  await control(sandbox, 'seed', { channels: [{ id: marketingKo, denied: ['VIEW_CHANNEL'] }] });
  expect((await react(message.id, '🇰🇷')).event).toBeNull();
  await expect(control(sandbox, 'redeliver', { event: '1' })).rejects.toThrow('There is no event 1');
  await expect(react(message.id, 'flag_us')).rejects.toThrow('send the character itself');
});

test('without the intent no reaction arrives, and people’s words only with the content intent', async () => {
  await control(sandbox, 'seed', { scopes: [...(await worldOf(sandbox)).scopes, 'MESSAGE_CONTENT'] });
  const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
  const deaf = await loggedIn(sandbox, { intents: [Guilds, GuildMessages] });
  const full = await loggedIn(sandbox, { intents: [Guilds, GuildMessages, MessageContent] });
  const heard: [string, string][] = [];
  const raw: string[] = [];
  deaf.on(Events.MessageCreate, (message) => heard.push(['deaf', message.content]));
  full.on(Events.MessageCreate, (message) => heard.push(['full', message.content]));
  deaf.on(Events.Raw as never, (packet: { t: string }) => raw.push(packet.t));
  const { id } = await control<{ id: string }>(sandbox, 'act/say', {
    person: minji,
    channel: marketingKo,
    text: 'secret',
  });
  await react(id, '🇺🇸');
  await expect.poll(() => heard.length === 2 && seen.length === 1).toBe(true);
  expect(heard.sort()).toEqual([
    ['deaf', ''],
    ['full', 'secret'],
  ]);
  expect(raw).toEqual(['MESSAGE_CREATE']);
  await deaf.destroy();
  await full.destroy();
});

test('who reacted is read in pages, and the bot’s own reactions come and go', async () => {
  const message = await (await textChannel(client, marketingKo)).send('x');
  for (const person of [alice, junho, minji]) await react(message.id, '🇺🇸', person);
  const reaction = await message.react('🇺🇸');
  const fetched = await message.fetch(true);
  expect(fetched.reactions.cache.map((r) => [r.emoji.name, r.count, r.me])).toEqual([['🇺🇸', 4, true]]);
  const first = await reaction.users.fetch({ limit: 2 });
  expect([...first.keys()]).toEqual([minji, junho]);
  expect([...(await reaction.users.fetch({ limit: 2, after: junho })).keys()]).toEqual([
    alice,
    client.user.id,
  ]);
  await reaction.users.remove(client.user);
  await expect(reaction.users.remove(alice)).rejects.toMatchObject({ code: 50_013 });
  await control(sandbox, 'act/unreact', {
    person: alice,
    channel: marketingKo,
    message: message.id,
    emoji: '🇺🇸',
  });
  expect((await worldOf(sandbox)).messages[0]?.reactions).toEqual([{ emoji: '🇺🇸', people: [junho, minji] }]);
  await control(sandbox, 'seed', { channels: [{ id: marketingKo, denied: ['ADD_REACTIONS'] }] });
  await expect(message.react('🇰🇷')).rejects.toMatchObject({ code: 50_013 });
});
