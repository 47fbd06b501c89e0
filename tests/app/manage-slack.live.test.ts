import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenModal } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  posted,
  privateTo,
  quickSandbox,
  slackKo,
  startBot,
  until,
  world,
} from './start-bot.ts';

const admin = 'U0SEOYEON';
const maker = 'U0EMMA';
const other = 'U0JUNHO';
const manager = 'U0DANIEL';
const sales = 'C0SALES0000';
const makers = 'C0MAKERS000';
const hidden = 'G0HIDDEN000';

const settings = `briefs: { folder: ./unused }
managers: { slack: [${manager}] }
channels:
  - { name: team, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

let bot: Bot;

beforeAll(async () => {
  const sandbox = await quickSandbox();
  const channel = { kind: 'channel', botIsMember: false, createdBy: admin };
  await control(sandbox, 'slack/seed', {
    channels: [
      { id: sales, name: 'sales-영업', ...channel },
      { id: makers, name: 'makers', ...channel, botIsMember: true, createdBy: maker },
      { id: hidden, name: 'hidden', ...channel, kind: 'private' },
      { id: 'D0SEOYEON00', name: 'direct', kind: 'dm', createdBy: admin },
    ],
  });
  bot = await startBot({ sandbox, settings });
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

interface Outcome {
  acknowledged: boolean;
  error: string | null;
  response: { response_action?: string; errors?: Record<string, string> } | null;
}

async function type(person: string, channel: string, text: string): Promise<void> {
  const outcome = await control<Outcome>(bot.sandbox, 'slack/act/command', {
    person,
    channel,
    command: '/brief',
    text,
  });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
}

/** What the person is told privately in answer to the words. */
async function told(person: string, channel: string, text: string): Promise<string> {
  const before = (await privateTo(bot.sandbox, 'slack', person)).length;
  await type(person, channel, text);
  const answers = await until(
    () => privateTo(bot.sandbox, 'slack', person),
    (messages) => messages.length > before,
  );
  return JSON.stringify(answers.at(-1)?.payload);
}

async function modalOf(person: string, holds: (text: string) => boolean = () => true): Promise<OpenModal> {
  const found = await until(
    async () => (await world(bot.sandbox, 'slack')).modals.filter((modal) => modal.person === person).at(-1),
    (modal) => modal !== undefined && holds(JSON.stringify(modal.view)),
  );
  return found as OpenModal;
}

async function submit(person: string, modal: OpenModal, values: object): Promise<Outcome> {
  return control<Outcome>(bot.sandbox, 'slack/act/submit', { person, modal: modal.id, values });
}

/** Presses a button of a message that the person was told last, or of an open modal. */
async function press(person: string, channel: string, action: RegExp, modal?: OpenModal): Promise<void> {
  const message = (await privateTo(bot.sandbox, 'slack', person)).filter((m) => m.channel === channel).at(-1);
  const shown = JSON.stringify(modal ? modal.view : message?.payload);
  const found = [...shown.matchAll(/"action_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
  const wanted = found.find((each) => action.test(each));
  if (wanted === undefined) throw new Error(`no button ${action} among ${found.join(', ')}`);
  const place = modal ? { modal: modal.id } : { channel, message: message?.id };
  await control(bot.sandbox, 'slack/act/press', { person, action: wanted, ...place });
}

const good = { language: 'both', time: '09:15', days: ['1', '3'], timezone: '뉴욕', topics: '' };
const standing = async (name: string) =>
  (await bot.app.delivery.standings()).find((each) => each.name === name);

test('who may not is told who may, and how to search for the word; quoted, it is searched for', async () => {
  for (const word of ['here', '여기', 'pause', '재개', 'now', '설정']) {
    const answer = await told(other, slackKo, word);
    expect(answer).toContain('이 채널을 만든 사람');
    expect(answer).toContain(`/brief \\"${word}\\"`);
  }
  expect(await told(other, slackKo, '"now"')).not.toContain('이 채널을 만든 사람');
  expect((await world(bot.sandbox, 'slack')).modals).toEqual([]);
});

test('an admin, the channel’s creator and a manager of the settings may', async () => {
  expect(await told(admin, slackKo, '설정')).toContain('매일 08:30');
  expect(await told(maker, makers, 'settings')).toContain('/brief here sets it up');
  expect(await told(maker, slackKo, 'settings')).toContain('look after its editions');
  expect(await told(manager, slackKo, 'settings')).toContain('every day at 08:30');
});

test('a direct message and a channel the bot cannot see are explained', async () => {
  expect(await told(admin, 'D0SEOYEON00', 'here')).toContain('브리핑을 받을 채널로 가서');
  expect(await told(admin, hidden, 'here')).toContain('/invite @Sowhat');
});

test('here sets up a channel by a form, joins it, and shows a preview before anything is posted', async () => {
  await type(admin, sales, '여기');
  const form = await modalOf(admin);
  expect(JSON.stringify(form.view)).toContain('sales-영업');

  const refused = await submit(admin, form, { ...good, timezone: '화성', topics: 'x'.repeat(61) });
  expect(refused.response).toEqual({
    response_action: 'errors',
    errors: {
      timezone: '“화성” 시간대를 찾지 못했습니다. Asia/Seoul 처럼 적어 주세요.',
      topics: '주제 하나는 60자까지입니다. 쉼표로 나눠 주세요.',
    },
  });
  expect(await standing('sales-영업')).toBeUndefined();

  const taken = await submit(admin, form, good);
  expect(taken).toMatchObject({ acknowledged: true, error: null, response: { response_action: 'update' } });
  const preview = await modalOf(admin, (text) => text.includes('미리보기'));
  const shown = JSON.stringify(preview.view);
  expect(shown).toContain('이 채널은 이제 브리핑을 받습니다');
  expect(shown).toContain('매주 월·수 09:15');
  expect(shown).toContain('America/New_York');
  expect(shown).toMatch(/건 중 5건/);
  expect((await world(bot.sandbox, 'slack')).channels.find(({ id }) => id === sales)?.botIsMember).toBe(true);
  expect(await standing('sales-영업')).toMatchObject({ channel: sales, timezone: 'America/New_York' });
  expect((await posted(bot.sandbox, 'slack')).filter(({ channel }) => channel === sales)).toEqual([]);

  await press(admin, sales, /^set-now$/, preview);
  await modalOf(admin, (text) => text.includes('지금 올립니다'));
  const skims = await until(
    async () =>
      (await posted(bot.sandbox, 'slack')).filter(
        ({ channel, thread, id }) => channel === sales && (thread === null || thread === id),
      ),
    (messages) => messages.length > 0,
  );
  expect(skims).toHaveLength(1);
  const hint = 'Type /brief and a topic to search past news.';
  expect(JSON.stringify(skims[0]?.payload)).toContain(hint);

  // Twice within a second is one edition: the second press says what the first one did.
  await until(
    async () => {
      await press(admin, sales, /^set-now$/, await modalOf(admin));
      return JSON.stringify((await modalOf(admin)).view);
    },
    (text) => text.includes('새로 올릴 소식이 없어'),
  );
});

test('the form changes only what was changed in it; undo takes back one change, unless it was changed since', async () => {
  await type(admin, slackKo, 'here');
  const form = await modalOf(admin, (text) => text.includes('마케팅-브리핑'));
  // Meanwhile somebody else changes another setting.
  await bot.store.changeOverrides({
    id: 'meanwhile',
    spot: { platform: 'slack', workspace: 'T0SANDBOX', channel: slackKo },
    by: { id: manager, name: 'Daniel Okafor' },
    at: Date.now(),
    set: { topics: ['energy'] },
    unset: [],
  });
  const everyDay = ['0', '1', '2', '3', '4', '5', '6'];
  const same = { language: 'ko', time: '08:30', days: everyDay, timezone: 'Asia/Seoul', topics: '' };
  await submit(admin, form, { ...same, language: 'en' });
  const sheet = await modalOf(admin, (text) => text.includes('설정을 바꿨습니다'));
  const shown = JSON.stringify(sheet.view);
  expect(shown).toContain('김서연 님이');
  expect(shown).toContain('energy (Daniel Okafor 님이');
  expect(await bot.store.overrides('slack', 'T0SANDBOX')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: 'language', value: 'en', by: { id: admin, name: '김서연' } }),
      expect.objectContaining({ key: 'topics', value: ['energy'] }),
    ]),
  );

  await bot.store.changeOverrides({
    id: 'later',
    spot: { platform: 'slack', workspace: 'T0SANDBOX', channel: slackKo },
    by: { id: manager, name: 'Daniel Okafor' },
    at: Date.now(),
    set: { language: 'both' },
    unset: [],
  });
  await press(admin, slackKo, /^set-undo:/, sheet);
  const refused = await modalOf(admin, (text) => text.includes('되돌리지 않았습니다'));
  expect(JSON.stringify(refused.view)).toContain('Daniel Okafor 님이 같은 설정을');
  await press(admin, slackKo, /^set-undo:/, refused);
  await modalOf(admin, (text) => text.includes('되돌렸습니다') && text.includes('언어: '));
  expect(
    (await bot.store.overrides('slack', 'T0SANDBOX')).find(
      ({ key, spot }) => key === 'language' && spot.channel === slackKo,
    )?.value,
  ).toBe('en');
});

test('pause and resume; status says who paused it; reset gives the file its say again', async () => {
  expect(await told(manager, slackKo, 'pause')).toContain('No editions come until you resume');
  expect(await told(manager, slackKo, '중지')).toContain('It is paused already');
  const status = await told(other, slackKo, 'status');
  expect(status).toContain('Daniel Okafor 님이');
  expect(status).toContain('채팅에서 바꾼 설정: 주제, 언어');
  expect(await standing('team')).toMatchObject({ state: 'paused', next: null });
  expect(await told(manager, slackKo, 'resume')).toContain('Resumed.');
  expect(await standing('team')).toMatchObject({ state: 'ok' });

  expect(await told(manager, slackKo, 'reset')).toContain('The settings file counts again');
  expect(
    (await bot.store.overrides('slack', 'T0SANDBOX')).filter(({ spot }) => spot.channel === slackKo),
  ).toEqual([]);
  expect(await told(manager, slackKo, 'settings')).toContain('every day at 08:30');

  expect(await told(admin, sales, '초기화')).toContain('이제 브리핑을 받지 않습니다');
  expect(await standing('sales-영업')).toBeUndefined();
  await press(admin, sales, /^set-undo:/);
  await until(
    () => standing('sales-영업'),
    (found) => found !== undefined,
  );
});

test('a button does nothing for a person who lost the right', async () => {
  await told(admin, slackKo, 'settings');
  await control(bot.sandbox, 'slack/seed', {
    people: [{ id: admin, isAdmin: false }],
    channels: [{ id: slackKo, createdBy: maker }],
  });
  await press(admin, slackKo, /^set-pause$/);
  await modalOf(admin, (text) => text.includes('이 채널을 만든 사람'));
  expect(await standing('team')).toMatchObject({ state: 'ok' });
});

test('a form that cannot be opened in time asks to try once more', async () => {
  await control(bot.sandbox, 'slack/faults', {
    match: { method: 'views.open' },
    kind: 'error',
    status: 'expired_trigger_id',
  });
  expect(await told(manager, slackKo, 'here')).toContain('Opening this took too long');
});

test('a button whose trigger expired is answered with a sentence', async () => {
  await told(manager, slackKo, 'settings');
  await control(bot.sandbox, 'slack/faults', {
    match: { method: 'views.open' },
    kind: 'error',
    status: 'expired_trigger_id',
  });
  const before = (await privateTo(bot.sandbox, 'slack', manager)).length;
  await press(manager, slackKo, /^set-form$/);
  const answers = await until(
    () => privateTo(bot.sandbox, 'slack', manager),
    (messages) => messages.length > before,
  );
  expect(JSON.stringify(answers.at(-1)?.payload)).toContain('Opening this took too long');
});

test('who may is not taken from memory: where Slack does not tell, nothing is done', async () => {
  await control(bot.sandbox, 'slack/seed', { people: [{ id: other, isAdmin: true }] });
  expect(await told(other, slackKo, 'settings')).toContain('08:30');
  await control(bot.sandbox, 'slack/faults', {
    match: { method: 'users.info' },
    kind: 'error',
    status: 'internal_error',
    count: 5,
  });
  expect(await told(other, slackKo, 'pause')).toMatch(/권한을 확인할 수 없어|cannot be looked up/);
  expect(await standing('team')).toMatchObject({ state: 'ok' });
  await fetch(`${bot.sandbox.control}/slack/faults`, { method: 'DELETE' });
});

test('a form that somebody overtook renames nothing, and sets only what was changed in it', async () => {
  const late = 'C0LATE00000';
  await control(bot.sandbox, 'slack/seed', {
    channels: [{ id: late, name: 'late', kind: 'channel', botIsMember: true, createdBy: manager }],
  });
  await type(manager, late, 'here');
  const form = await modalOf(manager, (text) => text.includes('late'));
  const spot = { platform: 'slack', workspace: 'T0SANDBOX', channel: late } as const;
  await bot.store.changeOverrides({
    id: 'overtaking',
    spot,
    by: { id: admin, name: '김서연' },
    at: Date.now(),
    set: { name: 'first', schedule: '0 7 * * *', timezone: 'UTC', language: 'ko', topics: ['energy'] },
    unset: [],
  });
  const weekdays = ['1', '2', '3', '4', '5'];
  const values = { language: 'both', time: '08:30', days: weekdays, timezone: 'Asia/Seoul', topics: '' };
  await submit(manager, form, values);
  const set = (await bot.store.overrides('slack', 'T0SANDBOX')).filter((each) => each.spot.channel === late);
  expect(Object.fromEntries(set.map(({ key, value }) => [key, value]))).toEqual({
    name: 'first',
    schedule: '0 7 * * *',
    timezone: 'UTC',
    language: 'both',
    topics: ['energy'],
  });
});
