import webApi from '@slack/web-api';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { deliveryId } from '../../src/delivery/delivery-id.ts';
import type { Message } from '../../src/message/message.ts';
import { freshWorkspace } from '../../src/sandbox/slack/fresh-workspace.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Call } from '../../src/sandbox/world.ts';
import { openSlack, type SlackOptions } from '../../src/slack/open-slack.ts';
import { createSlackPeople } from '../../src/slack/people.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { createSlackPlatform } from '../../src/slack/slack-platform.ts';
import { control, until } from '../app/start-bot.ts';
import { platformContract, requestTimeoutMs } from '../platform-contract.ts';

const channel = 'C0SANDBOXKO';

function optionsFor(sandbox: Sandbox, change: Partial<SlackOptions> = {}): SlackOptions {
  return {
    botToken: sandbox.slackBotToken,
    appToken: sandbox.slackAppToken,
    apiUrl: sandbox.slackApiUrl,
    logger: pino({ level: 'silent' }),
    clock: Date.now,
    requestTimeoutMs,
    pingTimeoutMs: 2_000,
    reconnectMaxMs: 300,
    deafAfterMs: 8_000,
    staggerMs: 0,
    isShared: false,
    ...change,
  };
}

/** What a fresh workspace grants, less some. */
const scopes = (...without: string[]) => freshWorkspace.scopes.filter((scope) => !without.includes(scope));

const start = () => startSandbox({ port: 0 });

function plain(id: string) {
  const groups: Message['groups'] = [{ blocks: [{ kind: 'text', inlines: [{ kind: 'text', text: 'x' }] }] }];
  return slackRenderer.render({ language: 'en', push: 'x', groups }, { id, silent: true, mentionRole: null });
}

platformContract({
  name: 'slack',
  start,
  open: async (sandbox) => (await openSlack(optionsFor(sandbox))).platform,
  async asStranger(sandbox) {
    const { client, identity } = await openSlack(optionsFor(sandbox));
    const people = createSlackPeople(client, { clock: Date.now, onError: () => {} });
    return createSlackPlatform(client, { ...identity, bot: 'B0STRANGER' }, people, pino({ level: 'silent' }));
  },
  channel,
  person: 'U0EMMA',
  posting: 'chat.postMessage',
  flag: 'us',
  refusing: [
    {
      why: 'the bot was not added',
      channel: 'C0OUT',
      seed: { channels: [{ id: 'C0OUT', botIsMember: false }] },
      code: 'forbidden',
      says: /C0OUT.*\/invite @Sowhat/,
    },
    {
      why: 'archived',
      channel: 'C0OLD',
      seed: { channels: [{ id: 'C0OLD', isArchived: true }] },
      code: 'forbidden',
      says: /C0OLD is archived: unarchive it/,
    },
    {
      why: 'posting is restricted',
      channel: 'C0FEW',
      seed: { channels: [{ id: 'C0FEW', denied: ['restricted_action_read_only_channel'] }] },
      code: 'forbidden',
      says: /posting permissions/,
    },
    {
      why: 'unknown',
      channel: 'C0NONE',
      seed: null,
      code: 'not-found',
      says: /C0NONE: check the id in sowhat.yaml/,
    },
    {
      why: 'a scope is missing',
      channel,
      seed: { scopes: ['commands'] },
      code: 'forbidden',
      says: /chat:write.*Bot Token Scopes.*Reinstall/,
    },
  ],
  errors: [
    ['invalid_auth', 'auth', /SLACK_BOT_TOKEN/],
    ['token_revoked', 'auth', /SLACK_BOT_TOKEN/],
    ['account_inactive', 'auth', /SLACK_BOT_TOKEN/],
    ['not_allowed_token_type', 'auth', /xoxb-/],
    ['fatal_error', 'unknown-outcome', /fatal_error/],
    ['internal_error', 'unknown-outcome', /internal_error/],
    ['service_unavailable', 'unknown-outcome', /service_unavailable/],
    ['ratelimited', 'rate-limited', /slow down/],
    ['msg_too_long', 'rejected', /malformed/],
    ['invalid_blocks', 'rejected', /malformed/],
    ['team_added_to_org', 'network', /by itself/],
    ['something_new', 'unforeseen', /“something_new”/],
  ],
  picture: /"slack_file":\{"id":"F[A-Z0-9]+"/,
  noPictures: { seed: { scopes: scopes('files:write') }, back: { scopes: scopes() } },
  link: ({ sandbox, channel: where, message }) =>
    `${new URL(sandbox.page).origin}/archives/${where}/p${message.replace('.', '')}`,
});

test('a reply to a message that was deleted lands in the channel, and is found', async () => {
  const sandbox = await start();
  try {
    const { platform } = await openSlack(optionsFor(sandbox));
    const [above, below] = [deliveryId('above'), deliveryId('below')];
    const payload = (id: string) =>
      slackRenderer.render(
        {
          language: 'en',
          push: 'x',
          groups: [{ blocks: [{ kind: 'text', inlines: [{ kind: 'text', text: 'x' }] }] }],
        },
        { id, silent: true, mentionRole: null },
      );
    const { messageId } = await platform.post({ channel, thread: null }, payload(above), above);
    await fetch(`${sandbox.control}/slack/messages/${channel}/${messageId}`, { method: 'DELETE' });
    const inside = { channel, thread: messageId };
    const reply = await platform.post(inside, payload(below), below);
    expect((await platform.find(inside, [below], 0)).get(below)).toBe(reply.messageId);
    await expect(platform.find(inside, [above], 0)).rejects.toMatchObject({ code: 'not-found' });
  } finally {
    await sandbox.close();
  }
});

test('a channel without threads refuses a reply, and that is not of the channel', async () => {
  const sandbox = await start();
  try {
    const seed = { channels: [{ id: channel, denied: ['restricted_action_non_threadable_channel'] }] };
    await fetch(`${sandbox.control}/slack/seed`, { method: 'POST', body: JSON.stringify(seed) });
    const { platform } = await openSlack(optionsFor(sandbox));
    const post = (thread: string | null) => {
      const id = deliveryId('in', String(thread));
      return platform.post({ channel, thread }, plain(id), id);
    };
    const { messageId } = await post(null);
    await expect(post(messageId)).rejects.toMatchObject({ code: 'forbidden', isOfChannel: false });
  } finally {
    await sandbox.close();
  }
});

test('a flag of somebody whom Slack says nothing of just now counts as a person’s', async () => {
  const sandbox = await start();
  try {
    const { platform } = await openSlack(optionsFor(sandbox));
    const id = deliveryId('flagged');
    const { messageId } = await platform.post({ channel, thread: null }, plain(id), id);
    const flagged = { person: 'U0EMMA', channel, message: messageId, emoji: 'us' };
    await control(sandbox, 'slack/act/react', flagged);
    await control(sandbox, 'slack/faults', { match: { method: 'users.info' }, kind: '500-before', count: 9 });
    expect(await platform.flags({ channel, thread: null }, messageId, () => true)).toEqual([
      { emoji: 'us', byPerson: true },
    ]);
  } finally {
    await sandbox.close();
  }
});

test('a person is asked for once an hour, and forgotten on a change', async () => {
  const sandbox = await start();
  try {
    const client = new webApi.WebClient(sandbox.slackBotToken, {
      slackApiUrl: sandbox.slackApiUrl,
      retryConfig: { retries: 0 },
    });
    let now = Date.now();
    const people = createSlackPeople(client, { clock: () => now, onError: () => {} });
    const asked = async () =>
      ((await (await fetch(`${sandbox.control}/slack/calls?method=users.info`)).json()) as unknown[]).length;
    for (const _time of [1, 2, 3]) expect((await people.find('U0SEOYEON'))?.locale).toBe('ko-KR');
    expect(await asked()).toBe(1);
    people.forget('U0SEOYEON');
    await people.find('U0SEOYEON');
    expect(await asked()).toBe(2);
    now += 3_600_001;
    await people.find('U0SEOYEON');
    expect(await asked()).toBe(3);
    expect(await people.find('U0NOBODY')).toBeNull();
  } finally {
    await sandbox.close();
  }
});

test('a wrong bot token is refused at once, with where to find the right one', async () => {
  const sandbox = await start();
  try {
    await expect(openSlack(optionsFor(sandbox, { botToken: 'xoxb-not-this-one' }))).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/xoxb-.*OAuth & Permissions.*SLACK_BOT_TOKEN/),
    });
  } finally {
    await sandbox.close();
  }
});

test('a picture that Slack is still looking at is waited for, and not uploaded twice', async () => {
  const sandbox = await start();
  try {
    const { platform } = await openSlack(optionsFor(sandbox));
    await control(sandbox, 'slack/history-lag', { ms: 700 });
    const id = deliveryId('picture');
    const message: Message = {
      language: 'en',
      push: 'A chart',
      groups: [{ blocks: [{ kind: 'image', png: 'AAAA', alt: 'A chart' }] }],
    };
    const payload = platform.renderer.render(message, { id, silent: true, mentionRole: null });
    const post = async () =>
      platform.post({ channel, thread: null }, await platform.prepare(payload, channel), id);
    await expect(post()).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 2_000 });
    const { messageId } = await until(
      () => post().catch(() => ({ messageId: '' })),
      (answer) => answer.messageId !== '',
    );
    expect(messageId).toMatch(/^\d+\.\d{6}$/);
    const uploads = await control<Call[]>(sandbox, 'slack/calls?method=files.completeUploadExternal');
    expect(uploads).toHaveLength(1);
  } finally {
    await sandbox.close();
  }
});
