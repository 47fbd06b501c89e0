import { type Client, GatewayIntentBits } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { discordClient, guildId, loggedIn, marketingKo, worldOf } from './discord-client.ts';

let sandbox: Sandbox;
let client: Client | undefined;

afterEach(async () => {
  await client?.destroy();
  await sandbox.close();
});

test('a client logs in and sees the server, its channels and what it may do there', async () => {
  sandbox = await startSandbox({ port: 0 });
  client = await loggedIn(sandbox);
  const guild = client.guilds.cache.get(guildId);
  expect(guild?.channels.cache.map((channel) => channel.name)).toEqual([
    'marketing-ko',
    'marketing-en',
    'ops',
  ]);
  const channel = await client.channels.fetch(marketingKo);
  if (!channel?.isSendable() || channel.isDMBased()) throw new Error('not a server channel');
  expect(channel.permissionsFor(client.user!)?.toArray().sort()).toEqual([
    'AddReactions',
    'AttachFiles',
    'CreatePublicThreads',
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
  expect((await worldOf(sandbox)).sockets).toBe(1);
});

test('a wrong token ends the login', async () => {
  sandbox = await startSandbox({ port: 0 });
  client = discordClient(sandbox);
  await expect(client.login('sandbox.discord.wrong')).rejects.toThrow(/invalid token/i);
});

test('a privileged intent that is not switched on is refused', async () => {
  sandbox = await startSandbox({ port: 0 });
  client = discordClient(sandbox, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
  await expect(client.login(sandbox.discordToken)).rejects.toThrow('Used disallowed intents');
});
