import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Bot,
  control,
  discordBoth,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  startBot,
  until,
} from './start-bot.ts';

const minji = '100000000000000201';
const junho = '100000000000000202';
const ops = '100000000000000103';
const thread = '100000000000000155';

const settings = `briefs: { folder: ./unused }
channels:
  - { name: team, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

let bot: Bot;

beforeAll(async () => {
  const sandbox = await quickSandbox();
  await control(sandbox, 'discord/seed', {
    channels: [
      { id: thread, name: 'a thread', kind: 'thread', parent: discordKo },
      { id: discordBoth, denied: ['SEND_MESSAGES_IN_THREADS', 'EMBED_LINKS'] },
    ],
  });
  bot = await startBot({ sandbox, settings });
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

/** Discord shows “thinking…” (flag 128) until the answer is there. */
async function answerAfter(before: number, person: string): Promise<{ id: string; text: string }> {
  const answers = await until(
    () => privateTo(bot.sandbox, 'discord', person),
    (messages) => messages.length > before && (Number(messages.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
  const last = answers.at(-1);
  return { id: last?.id ?? '', text: JSON.stringify(last?.payload) };
}

async function briefing(channel: string, command: string, options: object = {}, person = minji) {
  const before = (await privateTo(bot.sandbox, 'discord', person)).length;
  const outcome = await control(bot.sandbox, 'discord/act/command', {
    person,
    channel,
    command: `briefing ${command}`,
    options,
  });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  return answerAfter(before, person);
}

/** Presses a button of a private answer, and waits until the answer shows the text. */
async function press(channel: string, answer: { id: string; text: string }, action: string, shows: string) {
  const id = [...answer.text.matchAll(/"custom_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
  const wanted = id.find((each) => each.includes(`:${action}`));
  expect(wanted, answer.text).toBeDefined();
  await control(bot.sandbox, 'discord/act/press', {
    person: minji,
    channel,
    message: answer.id,
    action: wanted,
  });
  const messages = await until(
    () => privateTo(bot.sandbox, 'discord', minji),
    (all) => all.some(({ payload }) => JSON.stringify(payload).includes(shows)),
  );
  const found = messages.findLast(({ payload }) => JSON.stringify(payload).includes(shows));
  return { id: found?.id ?? '', text: JSON.stringify(found?.payload) };
}

const standing = async (name: string) =>
  (await bot.app.delivery.standings()).find((each) => each.name === name);

test('the command is there for those who manage channels, with its Korean names', async () => {
  await until(
    async () => {
      const { commands } = await control<{ commands: unknown[] }>(bot.sandbox, 'discord');
      return JSON.stringify(commands);
    },
    (text) => text.includes('"ko":"여기"'),
  );
  await expect(briefing(discordKo, 'settings', {}, junho)).rejects.toThrow(/briefing/);
});

test('here sets up a channel by options, and shows a preview before anything is posted', async () => {
  const refused = await briefing(ops, 'here', { time: 'noon', timezone: 'Mars', days: 'soon' });
  expect(refused.text).toContain('시각을 읽지 못했습니다(“noon”)');
  expect(refused.text).toContain('“Mars” 시간대를 찾지 못했습니다');
  expect(refused.text).toContain('요일을 하나 이상');
  expect(await standing('ops')).toBeUndefined();

  const made = await briefing(ops, 'here', {
    time: '오전 9시',
    days: '월수금',
    timezone: '서울',
    language: 'en',
  });
  expect(made.text).toContain('이 채널은 이제 브리핑을 받습니다');
  expect(made.text).toContain('매주 월·수·금 09:00');
  expect(made.text).toContain('미리보기');
  expect(made.text).toMatch(/5 of \d+/);
  expect(await standing('ops')).toMatchObject({ channel: ops, platform: 'discord' });
  expect((await posted(bot.sandbox, 'discord')).filter(({ channel }) => channel === ops)).toEqual([]);

  await press(ops, made, 'set-now', '지금 올립니다');
  const messages = await until(
    async () => (await posted(bot.sandbox, 'discord')).filter(({ channel }) => channel === ops),
    (all) => all.length > 0,
  );
  expect(JSON.stringify(messages[0]?.payload)).toContain('React with 🇰🇷 to read this in Korean.');
});

test('what is left out stays; settings tells who set what, and undo takes it back', async () => {
  const changed = await briefing(discordKo, 'here', { topics: 'energy, 결제' });
  expect(changed.text).toContain('설정을 바꿨습니다');
  expect(changed.text).toContain('매일 08:30');
  const shown = await briefing(discordKo, 'settings');
  expect(shown.text).toContain('energy, 결제 (Minji 님이');
  expect(shown.text).toContain('나머지는 설정 파일의 값입니다');
  expect(shown.text).toContain('/briefing here');
  const undone = await press(discordKo, shown, 'set-undo', '되돌렸습니다');
  expect(undone.text).toContain('모든 소식');
});

test('pause and resume by command and by button', async () => {
  const paused = await briefing(discordKo, 'pause');
  expect(paused.text).toContain('Minji 님이');
  expect(await standing('team')).toMatchObject({ state: 'paused', next: null });
  await press(discordKo, paused, 'set-resume', '다시 시작했습니다');
  expect(await standing('team')).toMatchObject({ state: 'ok' });
});

test('a thread, and a channel where the bot lacks rights, are explained', async () => {
  expect((await briefing(thread, 'here')).text).toContain('스레드가 아니라 채널에서');
  expect((await briefing(discordBoth, 'here')).text).toContain('Send Messages in Threads, Embed Links');
});

test('a button does nothing for a person who lost the right', async () => {
  const shown = await briefing(discordKo, 'settings');
  await control(bot.sandbox, 'discord/seed', { people: [{ id: minji, isAdmin: false }] });
  await press(discordKo, shown, 'set-pause', '‘채널 관리하기’ 권한이 있는 사람');
  expect(await standing('team')).toMatchObject({ state: 'ok' });
  await control(bot.sandbox, 'discord/seed', { people: [{ id: minji, isAdmin: true }] });
});

test('time zones, days and the last of several topics are completed', async () => {
  const complete = async (option: string, value: string) => {
    const { choices } = await control<{ choices: { name: string; value: string }[] }>(
      bot.sandbox,
      'discord/act/autocomplete',
      { person: minji, channel: discordKo, command: 'briefing here', option, value },
    );
    return choices.map((choice) => choice.value);
  };
  expect(await complete('timezone', '뉴')).toEqual(['America/New_York']);
  expect(await complete('days', '')).toContain('평일');
  expect((await complete('topics', 'payments, ag'))[0]).toMatch(/^payments, ag/);
});
