import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { probeGateway } from '../../src/setup/gateway-probe.ts';
import { slackClient } from '../../src/setup/slack-desk.ts';
import { openStore } from '../../src/store/open-store.ts';
import { control, quickSandbox, slackKo, world } from '../app/start-bot.ts';
import { discordKo, findings, healthy, named } from './examine-sandbox.ts';

let sandbox: Sandbox;
const guild = '100000000000000001';
const scopes = ['bot', 'applications.commands'];
const rights = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'READ_MESSAGE_HISTORY',
];

beforeAll(async () => {
  sandbox = await quickSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await control(sandbox, 'reset', {});
  await control(sandbox, 'discord/seed', { sessionStarts: 0 });
});

/** The only finding of this name, mended where it can be. */
async function only(name: string, options = healthy(sandbox)) {
  const [finding, ...more] = await named(options, name);
  expect(more).toEqual([]);
  return finding!;
}

/** A socket of somebody else who has the app token. */
async function strangeSocket(): Promise<WebSocket> {
  const address = { apiUrl: sandbox.slackApiUrl, timeoutMs: 2_000 };
  const { url } = await slackClient(sandbox.slackAppToken, address).apps.connections.open();
  const socket = new WebSocket(String(url));
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

test('a healthy bot has nothing to mend, once the commands are registered', async () => {
  const first = await findings(healthy(sandbox));
  expect(first.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['discord commands']);
  await first.find(({ ok }) => !ok)!.fix!();
  const second = await findings(healthy(sandbox));
  expect(second.filter(({ ok }) => !ok)).toEqual([]);
  expect(second.map(({ name }) => name)).toEqual([
    'node',
    'time zone',
    'settings',
    'environment',
    'briefs',
    expect.stringMatching(/^write .*data$/),
    'room',
    'schedule team-ko',
    'schedule guild-ko',
    'database',
    'clock',
    'slack token',
    'slack scopes',
    'slack sockets',
    'slack channel team-ko',
    'slack channel operator',
    'discord token',
    'discord application',
    'discord sessions',
    'discord gateway',
    'discord commands',
    'discord channel guild-ko',
  ]);
  expect((await world(sandbox, 'slack')).sockets).toBe(0);
});

test('a wrong Slack bot token ends the questions to Slack', async () => {
  const options = healthy(sandbox);
  options.environment!.slack!.botToken = 'xoxb-wrong';
  const found = (await findings(options)).filter(({ name }) => name.startsWith('slack'));
  expect(found).toEqual([
    {
      name: 'slack token',
      ok: false,
      says: 'Slack refuses the token.',
      mend: expect.stringContaining('Copy the Bot User OAuth Token'),
    },
  ]);
});

test('a wrong Slack app token', async () => {
  const options = healthy(sandbox);
  options.environment!.slack!.appToken = 'xapp-wrong';
  expect(await only('slack sockets', options)).toMatchObject({
    ok: false,
    says: 'Slack refuses the app token.',
    mend: expect.stringContaining('connections:write'),
  });
});

test('the bot token in the place of the app token', async () => {
  const options = healthy(sandbox);
  options.environment!.slack!.appToken = sandbox.slackBotToken;
  expect(await only('slack sockets', options)).toMatchObject({
    ok: false,
    says: 'Slack refuses the app token.',
  });
});

test('a scope of the manifest that was not granted', async () => {
  const { scopes: granted } = await world(sandbox, 'slack');
  await control(sandbox, 'slack/seed', { scopes: granted.filter((scope) => scope !== 'reactions:read') });
  expect(await only('slack scopes')).toMatchObject({
    ok: false,
    says: 'The Slack app lacks reactions:read.',
    mend: expect.stringContaining('Reinstall to Workspace'),
  });
});

test('a socket that does not open', async () => {
  await control(sandbox, 'slack/connections', { do: 'refuse' });
  try {
    expect(await only('slack sockets')).toMatchObject({
      ok: false,
      says: expect.stringContaining('The socket to Slack does not open'),
      mend: expect.stringContaining('port 443'),
    });
  } finally {
    await control(sandbox, 'slack/connections', { do: 'accept' });
  }
});

test('ten sockets that are taken', async () => {
  const sockets = [];
  for (let count = 0; count < 10; count += 1) sockets.push(await strangeSocket());
  try {
    expect(await only('slack sockets')).toMatchObject({
      ok: false,
      says: 'Slack allows ten sockets to an app, and all are taken.',
    });
  } finally {
    for (const socket of sockets) socket.terminate();
  }
});

test('a second bot that uses the app token', async () => {
  const stranger = await strangeSocket();
  try {
    expect(await only('slack sockets')).toMatchObject({
      ok: false,
      says: '1 more socket is open with this app token: a second bot takes a share of the commands and flags.',
      mend: expect.stringContaining('Stop the other one'),
    });
  } finally {
    stranger.terminate();
  }
});

test('the running bot’s own two sockets are no strangers, a third one is', async () => {
  const options = healthy(sandbox);
  const store = await options.openStore();
  const team = (await world(sandbox, 'slack')).workspace.id;
  await store.hold(`post:slack:${team}`, randomUUID(), Date.now(), Date.now() + 60_000);
  const sockets = [await strangeSocket(), await strangeSocket()];
  try {
    expect(await only('slack sockets', options)).toMatchObject({ ok: true });
    sockets.push(await strangeSocket());
    expect(await only('slack sockets', options)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/^1 more socket/),
    });
  } finally {
    for (const socket of sockets) socket.terminate();
    await store.close();
  }
});

test('looking for a running bot takes no lease away', async () => {
  const options = healthy(sandbox);
  await findings(options);
  const store = await options.openStore();
  const team = (await world(sandbox, 'slack')).workspace.id;
  expect(await store.hold(`post:slack:${team}`, 'bot', Date.now(), Date.now() + 60_000)).toBe(true);
  await store.close();
});

test('a public Slack channel without the bot, which it can join', async () => {
  await control(sandbox, 'slack/seed', { channels: [{ id: slackKo, botIsMember: false }] });
  const finding = await only('slack channel team-ko');
  expect(finding).toMatchObject({
    ok: false,
    says: 'The bot is not in #마케팅-브리핑.',
    mend: 'Type “/invite @Sowhat” in #마케팅-브리핑.',
  });
  expect(await finding.fix!()).toBe('the bot joined #마케팅-브리핑');
  expect(await only('slack channel team-ko')).toMatchObject({ ok: true });
});

test('a channel that cannot be joined says why', async () => {
  await control(sandbox, 'slack/seed', { channels: [{ id: slackKo, botIsMember: false }] });
  const finding = await only('slack channel team-ko');
  await control(sandbox, 'slack/faults', {
    match: { method: 'conversations.join' },
    kind: 'error',
    status: 'missing_scope',
  });
  await expect(finding.fix!()).rejects.toThrow('scope');
});

test('a private Slack channel without the bot', async () => {
  await control(sandbox, 'slack/seed', { channels: [{ id: slackKo, kind: 'private', botIsMember: false }] });
  const finding = await only('slack channel team-ko');
  expect(finding).toMatchObject({ ok: false, says: `Slack knows no channel team-ko (${slackKo}).` });
  expect(finding.fix).toBeUndefined();
});

test('an archived Slack channel', async () => {
  await control(sandbox, 'slack/seed', { channels: [{ id: slackKo, isArchived: true }] });
  expect(await only('slack channel team-ko')).toMatchObject({
    ok: false,
    says: '#마케팅-브리핑 is archived.',
    mend: 'Unarchive it, or remove team-ko from the settings.',
  });
});

test('a Slack channel whose history may not be read', async () => {
  const { scopes: granted } = await world(sandbox, 'slack');
  await control(sandbox, 'slack/seed', { scopes: granted.filter((scope) => scope !== 'channels:history') });
  expect(await only('slack channel team-ko')).toMatchObject({
    ok: false,
    says: expect.stringMatching(/^team-ko: Slack says a scope is missing/),
    mend: expect.stringContaining('Reinstall to Workspace'),
  });
});

test('a Slack that cannot be reached', async () => {
  const options = healthy(sandbox);
  const gone = await quickSandbox();
  await gone.close();
  options.environment!.slack!.apiUrl = gone.slackApiUrl;
  expect(await only('slack token', options)).toMatchObject({
    ok: false,
    says: 'Slack cannot be reached.',
    mend: 'Check this machine’s network.',
  });
  expect(await only('clock', options)).toMatchObject({
    ok: true,
    says: expect.stringContaining('could not be compared'),
  });
});

test('a wrong Discord token ends the questions to Discord', async () => {
  const options = healthy(sandbox);
  options.environment!.discord!.token = 'wrong';
  const found = (await findings(options)).filter(({ name }) => name.startsWith('discord'));
  expect(found).toMatchObject([
    {
      name: 'discord token',
      ok: false,
      says: 'Discord refuses the token.',
      mend: expect.stringContaining('Reset Token'),
    },
  ]);
});

test('a Discord application that nobody invited', async () => {
  await control(sandbox, 'discord/seed', { scopes: [] });
  expect(await only('discord application')).toMatchObject({
    ok: false,
    says: 'Sowhat is in no server.',
    mend: expect.stringContaining('https://discord.com/oauth2/authorize?client_id=100000000000000900'),
  });
});

test.each([
  ['READ_MESSAGE_HISTORY', '“Read Message History”'],
  ['EMBED_LINKS', '“Embed Links”'],
  ['CREATE_PUBLIC_THREADS', '“Create Public Threads”'],
  ['SEND_MESSAGES_IN_THREADS', '“Send Messages in Threads”'],
  ['SEND_MESSAGES', '“Send Messages”'],
])('a Discord channel that denies %s', async (denied, shown) => {
  await control(sandbox, 'discord/seed', { channels: [{ id: discordKo, denied: [denied] }] });
  expect(await only('discord channel guild-ko')).toMatchObject({
    ok: false,
    says: `In #marketing-ko the bot lacks ${shown}.`,
    mend: expect.stringContaining('Edit Channel → Permissions'),
  });
});

test('a permission that the bot’s role lacks in the whole server', async () => {
  await control(sandbox, 'discord/seed', {
    scopes: [...scopes, ...rights.filter((right) => right !== 'EMBED_LINKS')],
  });
  expect(await only('discord channel guild-ko')).toMatchObject({
    ok: false,
    says: 'In #marketing-ko the bot lacks “Embed Links”.',
  });
});

test('without a weekly roll-up the permissions of the invite link but Attach Files are enough', async () => {
  await control(sandbox, 'discord/seed', { scopes: [...scopes, ...rights] });
  expect(await only('discord channel guild-ko')).toMatchObject({ ok: true });
});

test('a Discord channel the bot may not see, and one that is gone', async () => {
  await control(sandbox, 'discord/seed', { channels: [{ id: discordKo, denied: ['VIEW_CHANNEL'] }] });
  expect(await only('discord channel guild-ko')).toMatchObject({
    ok: false,
    says: `The bot cannot see the Discord channel guild-ko (${discordKo}).`,
  });
  await control(sandbox, 'discord/seed', { channels: [{ id: discordKo, isArchived: true }] });
  expect(await only('discord channel guild-ko')).toMatchObject({
    ok: false,
    says: `Discord knows no channel guild-ko (${discordKo}).`,
  });
});

test('a forum, in which no message can be posted', async () => {
  await control(sandbox, 'discord/seed', { channels: [{ id: discordKo, kind: 'forum' }] });
  expect(await only('discord channel guild-ko')).toMatchObject({
    ok: false,
    says: '#marketing-ko is no text or announcement channel.',
  });
});

test('a gateway that does not open', async () => {
  await control(sandbox, 'discord/connections', { do: 'refuse' });
  try {
    expect(await only('discord gateway')).toMatchObject({
      ok: false,
      says: expect.stringContaining('The gateway of Discord does not open'),
    });
  } finally {
    await control(sandbox, 'discord/connections', { do: 'accept' });
  }
});

test('a token that starts sessions over and over; no further one is started', async () => {
  await control(sandbox, 'discord/seed', { sessionStarts: 700 });
  const found = await findings(healthy(sandbox));
  expect(found.find(({ name }) => name === 'discord sessions')).toMatchObject({
    ok: false,
    says: expect.stringContaining('700 of today'),
    mend: expect.stringContaining('Stop every other program with this token'),
  });
  expect(found.some(({ name }) => name === 'discord gateway')).toBe(false);
});

test('a second bot that connects with the same token', async () => {
  const options = healthy(sandbox);
  expect(await only('discord sessions', options)).toMatchObject({ ok: true });
  // What the doctor itself started, it has noted.
  expect(await only('discord sessions', options)).toMatchObject({ ok: true });
  await probeGateway(
    `${sandbox.discordApiUrl.replace(/^http/, 'ws').replace(/api$/, 'gateway')}`,
    sandbox.discordToken,
    2_000,
  );
  expect(await only('discord sessions', options)).toMatchObject({
    ok: false,
    says: expect.stringMatching(/^1 of today's 3 connections with this token were not this bot's/),
  });
});

test('a command that is there for the server and for all is removed for the server', async () => {
  const before = await only('discord commands');
  await before.fix!();
  const { commands } = await world(sandbox, 'discord');
  const globals = commands as Record<string, unknown>[];
  await control(sandbox, 'discord/seed', {
    commands: [...globals, { ...globals[0], id: '100000000000000555', guild_id: guild }],
  });
  const finding = await only('discord duplicate');
  expect(finding).toMatchObject({
    ok: false,
    says: '/brief is there twice in 증류소 Distillery: once for that server, once for all.',
  });
  await finding.fix!();
  expect(await named(healthy(sandbox), 'discord duplicate')).toEqual([]);
  expect(await only('discord commands')).toMatchObject({ ok: true });
});

interface Command {
  name: string;
  options?: object[];
}

test.each([
  ['what it says', (of: Command) => ({ ...of, description: 'Of old' })],
  ['where it is offered', (of: Command) => ({ ...of, contexts: [0, 1, 2] })],
  [
    'how long an option may be',
    (of: Command) => ({ ...of, options: of.options?.map((each) => ({ ...each, max_length: 5 })) }),
  ],
])('a command as an older version defined it (%s) is registered anew', async (_what, older) => {
  await (await only('discord commands')).fix!();
  const { commands } = await world(sandbox, 'discord');
  const all = commands as unknown as Command[];
  const [first] = all.filter(({ name }) => name === 'brief');
  if (!first) throw new Error('no /brief');
  const others = all.filter((each) => each !== first);
  await control(sandbox, 'discord/seed', { commands: [older(first), ...others] });
  const finding = await only('discord commands');
  expect(finding).toMatchObject({
    ok: false,
    says: 'Discord knows the commands as another version defined them.',
  });
  await finding.fix!();
  expect(await only('discord commands')).toMatchObject({ ok: true });
});

test('a clock that is wrong', async () => {
  const late = { ...healthy(sandbox), clock: () => Date.now() - 90_000 };
  expect(await only('clock', late)).toMatchObject({
    ok: false,
    says: expect.stringMatching(/^The clock of this machine is (89|90|91) s slow/),
    mend: 'Switch on time synchronisation: timedatectl set-ntp true',
  });
});

test('a database that cannot be opened, with everything else looked at all the same', async () => {
  const options = {
    ...healthy(sandbox),
    openStore: () => openStore({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', clock: Date.now }),
  };
  const found = await findings(options);
  expect(found.find(({ name }) => name === 'database')).toMatchObject({
    ok: false,
    says: expect.stringContaining('The PostgreSQL of DATABASE_URL cannot be used'),
    mend: 'Check that it runs, and that the user may create tables.',
  });
  expect(found.find(({ name }) => name === 'slack channel team-ko')).toMatchObject({ ok: true });
  // No session is started that could not be noted: the next look would take it for a second bot's.
  expect(await only('discord sessions')).toMatchObject({
    ok: true,
    says: expect.stringMatching(/^0 of today's/),
  });
});

test('tokens that are missing for a channel of the settings', async () => {
  const options = healthy(sandbox);
  options.environment!.discord = null;
  expect(await only('tokens', options)).toMatchObject({
    ok: false,
    says: 'guild-ko: nothing is posted, for there is no token for discord.',
    mend: expect.stringContaining('DISCORD_TOKEN'),
  });
});

test('no secret is in anything the doctor says', async () => {
  const options = healthy(sandbox);
  options.environment!.slack!.botToken = 'xoxb-1-secret';
  options.environment!.discord!.token = 'discord-secret';
  options.openStore = () =>
    openStore({ databaseUrl: 'postgres://nobody:db-secret@127.0.0.1:1/none', clock: Date.now });
  expect(JSON.stringify(await findings(options))).not.toMatch(/secret/);
});
