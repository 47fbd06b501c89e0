import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenModal } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordKo,
  privateTo,
  quickSandbox,
  slackKo,
  startBot,
  until,
  world,
} from './start-bot.ts';
import { fault, noFaults } from './talk.ts';

const admin = { slack: 'U0SEOYEON', discord: '100000000000000201' } as const;
const fresh = 'C0FRESH0000';
const others = 'C0OTHERS000';
const forum = '100000000000000156';

const settings = `briefs: { folder: ./unused }
servers: ["999999999999999999"]
channels:
  - { name: team, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
  - { name: guild, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

let bot: Bot;

beforeAll(async () => {
  const sandbox = await quickSandbox();
  await control(sandbox, 'slack/seed', {
    channels: [
      { id: fresh, name: 'fresh', kind: 'channel', botIsMember: false, createdBy: admin.slack },
      { id: others, name: 'others', kind: 'channel', botIsMember: true, createdBy: 'U0JUNHO' },
      { id: 'D0SEOYEON00', name: 'direct', kind: 'dm', createdBy: admin.slack },
    ],
  });
  await control(sandbox, 'discord/seed', {
    channels: [
      { id: forum, name: 'ideas', kind: 'forum' },
      { id: '100000000000000301', name: 'direct', kind: 'dm', createdBy: admin.discord },
    ],
  });
  bot = await startBot({ sandbox, settings });
  await until(
    async () => (await control<{ commands: unknown[] }>(sandbox, 'discord')).commands.length,
    (count) => count > 0,
  );
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});
beforeEach(async () => {
  await noFaults(bot, 'slack');
  await noFaults(bot, 'discord');
});

/** What an admin is told in answer to the words; on Discord it shows “thinking…” (flag 128) until it is there. */
async function told(platform: 'slack' | 'discord', channel: string, typed: object): Promise<string> {
  const person = admin[platform];
  const before = (await privateTo(bot.sandbox, platform, person)).length;
  const outcome = await control(bot.sandbox, `${platform}/act/command`, { person, channel, ...typed });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  const answers = await until(
    () => privateTo(bot.sandbox, platform, person),
    (all) => all.length > before && (Number(all.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
  return JSON.stringify(answers.at(-1)?.payload);
}

const slack = (text: string, channel: string = slackKo) =>
  told('slack', channel, { command: '/brief', text });
const discord = (command: string, channel = discordKo, options: object = {}) =>
  told('discord', channel, { command, options });

const failed = '문제가 생겨 처리하지 못했습니다';

async function modalWith(text: string): Promise<OpenModal> {
  const found = await until(
    async () =>
      (await world(bot.sandbox, 'slack')).modals.filter((each) => each.person === admin.slack).at(-1),
    (modal) => modal !== undefined && JSON.stringify(modal.view).includes(text),
  );
  return found as OpenModal;
}

async function openForm(channel: string): Promise<OpenModal> {
  const before = (await world(bot.sandbox, 'slack')).modals.map(({ id }) => id);
  const outcome = await control(bot.sandbox, 'slack/act/command', {
    person: admin.slack,
    channel,
    command: '/brief',
    text: '여기',
  });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  const found = await until(
    async () => (await world(bot.sandbox, 'slack')).modals.find(({ id }) => !before.includes(id)),
    (modal) => modal !== undefined,
  );
  return found as OpenModal;
}

const everyDay = ['0', '1', '2', '3', '4', '5', '6'];
const values = { language: 'ko', time: '08:30', days: everyDay, timezone: 'Asia/Seoul', topics: '' };
const send = (modal: OpenModal, changes: object = {}) =>
  control<{ acknowledged: boolean; error: string | null; response: unknown }>(
    bot.sandbox,
    'slack/act/submit',
    {
      person: admin.slack,
      modal: modal.id,
      values: { ...values, ...changes },
    },
  );

const noInfo = { match: { method: 'conversations.info' }, kind: 'error', status: 'internal_error', count: 9 };

test('a command on Slack that fails is answered all the same', async () => {
  await fault(bot, 'slack', noInfo);
  expect(await slack('설정')).toContain(failed);
});

test('a form on Slack that fails says so in its place, and changes nothing', async () => {
  const form = await openForm(slackKo);
  await fault(bot, 'slack', noInfo);
  expect(await send(form, { language: 'en' })).toMatchObject({ acknowledged: true, error: null });
  await modalWith(failed);
  expect(await bot.store.overrides('slack', 'T0SANDBOX')).toEqual([]);
});

test('a press in a modal that fails says so in its place', async () => {
  await send(await openForm(slackKo));
  const sheet = await modalWith('바뀐 것이 없습니다');
  await fault(bot, 'slack', noInfo);
  await control(bot.sandbox, 'slack/act/press', {
    person: admin.slack,
    modal: sheet.id,
    action: 'set-pause',
  });
  await modalWith(failed);
});

test('a form that takes long is acknowledged with a waiting line, and shows what came of it', async () => {
  // Who may is looked up in two calls, each slower than usual: together they outlast the patience, not the 3 s.
  const slowly = async () => {
    for (const method of ['conversations.info', 'users.info'])
      await fault(bot, 'slack', { match: { method }, kind: 'slow', afterMs: 1_000, count: 1 });
  };
  const wrong = await openForm(others);
  await slowly();
  const refused = await send(wrong, { timezone: '화성' });
  expect(refused).toMatchObject({ acknowledged: true, error: null });
  expect(JSON.stringify(refused.response)).toContain('One moment…');
  await modalWith('“화성” 시간대를 찾지 못했습니다');

  const form = await openForm(others);
  await slowly();
  const taken = await send(form, { topics: 'energy' });
  expect(taken).toMatchObject({ acknowledged: true, error: null });
  expect(JSON.stringify(taken.response)).toContain('One moment…');
  await modalWith('이 채널은 이제 브리핑을 받습니다');
});

test('a channel that cannot be joined just now is left as it was, and can be set up later', async () => {
  await fault(bot, 'slack', {
    match: { method: 'conversations.join' },
    kind: 'error',
    status: 'internal_error',
  });
  await send(await openForm(fresh));
  await modalWith('지금은 채널에 들어갈 수 없어 아무것도 바꾸지 않았습니다');
  expect((await bot.app.delivery.standings()).map(({ name }) => name)).not.toContain('fresh');
  await send(await openForm(fresh));
  await modalWith('이 채널은 이제 브리핑을 받습니다');
  expect((await bot.app.delivery.standings()).map(({ name }) => name)).toContain('fresh');
});

test('a command and a press on Discord that fail are answered all the same', async () => {
  const shown = await discord('briefing settings');
  const broken = { match: { method: 'GET /channels/*' }, kind: 'error', status: 50_035, count: null };
  await fault(bot, 'discord', broken);
  expect(await discord('briefing settings')).toContain(failed);
  const pause = /"custom_id":"([^"]+:set-pause)"/.exec(shown)?.[1];
  const messages = await privateTo(bot.sandbox, 'discord', admin.discord);
  const sheet = messages.findLast(({ payload }) => JSON.stringify(payload).includes(pause ?? '-'));
  await control(bot.sandbox, 'discord/act/press', {
    person: admin.discord,
    channel: discordKo,
    message: sheet?.id,
    action: pause,
  });
  const after = await until(
    () => privateTo(bot.sandbox, 'discord', admin.discord),
    (all) => all.length > messages.length,
  );
  expect(JSON.stringify(after.at(-1)?.payload)).toContain(failed);
});

test('editions cannot be posted in a forum', async () => {
  expect(await discord('briefing here', forum)).toContain('이 채널에는 브리핑을 올릴 수 없습니다');
});

test('in a direct message members of the servers are answered, nobody else is', async () => {
  const direct = '100000000000000301';
  const foreign = '다른 팀의 것이라';
  expect(await discord('mybrief follows', direct)).toContain('구독하는 주제가 없습니다');
  await fault(bot, 'discord', {
    match: { method: 'GET /guilds/*/members/*' },
    kind: 'error',
    status: 10_007,
    count: null,
  });
  expect(await discord('mybrief follows', direct)).toContain(foreign);
});
