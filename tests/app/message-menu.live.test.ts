import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, storiesOfEdition } from '../../src/digest/with-edits.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { OpenModal, StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordKo,
  posted,
  privateTo,
  quickTiming,
  slackKo,
  slackOps,
  startBot,
  toldOperator,
  until,
  world,
} from './start-bot.ts';

type PlatformName = 'slack' | 'discord';
const platforms = ['slack', 'discord'] as const;

const ko = { slack: slackKo, discord: discordKo } as const;
/** The first is an administrator, and reads Korean; Emma and the other one are not, and read English. */
const admin = { slack: 'U0SEOYEON', discord: '100000000000000201' } as const;
const names = { slack: '김서연', discord: 'Minji' } as const;
const reporters = { slack: 'Emma Clarke', discord: 'Alice' } as const;
const emma = { slack: 'U0EMMA', discord: '100000000000000203' } as const;
const daniel = { slack: 'U0DANIEL', discord: '100000000000000204' } as const;
const entries = {
  slack: { edit: 'edit', report: 'report' },
  discord: { edit: '삭제·정정', report: 'Report a problem' },
} as const;
const telling = /Cobaltine(?! AI(?: · |"))|코발틴/;

/** What the story is called in Korean, as in the skim message. */
const lead = 'AI 모델의 답변 자체가 지켜야 할 자산이 되었습니다.';

let bot: Bot;
let files: string[] = [];

const text = (message: { payload: unknown } | undefined): string => JSON.stringify(message?.payload ?? {});
const shownIn = (modal: OpenModal | undefined): string => JSON.stringify(modal?.view ?? {});

/** The messages that tell the one story, on a platform. */
const tellers = async (platform: PlatformName) =>
  (await posted(bot.sandbox, platform)).filter(
    (message) => message.channel !== slackOps && telling.test(text(message)),
  );

async function findSkimAndStory(
  platform: PlatformName,
): Promise<{ skim: StoredMessage; story: StoredMessage }> {
  const all = (await posted(bot.sandbox, platform)).filter(({ payload }) => payload.type !== 21);
  const skim = all.find(({ channel, thread, id }) => channel === ko[platform] && [null, id].includes(thread));
  const story = all.find(
    (message) =>
      message.id !== skim?.id &&
      [message.thread, message.channel].includes(skim?.id ?? '') &&
      /cobaltine-distillation/.test(text(message)),
  );
  if (!skim || !story) throw new Error('no edition');
  return { skim, story };
}

/** As they were posted first. */
let told: Record<PlatformName, { skim: StoredMessage; story: StoredMessage }>;
/** How many messages tell the story, on both platforms, while nothing was taken back. */
let tellersInAll: number;

const tellersNow = async () => (await Promise.all(platforms.map(tellers))).flat().length;

/** What an earlier press put back may still be on its way into some messages. */
const allTellAgain = () => until(tellersNow, (count) => count === tellersInAll, 40_000);

async function choose(
  platform: PlatformName,
  person: string,
  message: Pick<StoredMessage, 'id' | 'channel'>,
  entry: 'edit' | 'report',
): Promise<{ acknowledged: boolean; ackMs: number | null; error: string | null }> {
  return control(bot.sandbox, `${platform}/act/menu`, {
    person,
    channel: message.channel,
    message: message.id,
    entry: entries[platform][entry],
  });
}

/** What the person sees now: an open modal, or the newest private message. */
async function seen(platform: PlatformName, person: string): Promise<string> {
  if (platform === 'slack') {
    const { modals } = await world(bot.sandbox, 'slack');
    const open = modals.filter((modal) => modal.person === person).at(-1);
    return open === undefined ? '' : shownIn(open);
  }
  const last = (await privateTo(bot.sandbox, 'discord', person)).at(-1);
  return (Number(last?.payload.flags ?? 0) & 128) === 0 ? text(last) : '';
}

async function sees(platform: PlatformName, person: string, what: RegExp): Promise<string> {
  return until(
    () => seen(platform, person),
    (shown) => what.test(shown),
    40_000,
  );
}

/** Presses what the person sees: a button, or a menu with a value. */
async function press(
  platform: PlatformName,
  person: string,
  action: string,
  values: string[] = [],
): Promise<void> {
  const shown = await seen(platform, person);
  const ids = [...shown.matchAll(/"(?:action_id|custom_id)":"([^"]+)"/g)].map((match) => match[1] ?? '');
  const wanted = ids.find((id) => id === action || id.endsWith(`:${action}`) || id.includes(`:${action}:`));
  if (wanted === undefined) throw new Error(`no ${action} among ${ids.join(', ')}`);
  const chosen = values.length > 0 ? { values } : {};
  if (platform === 'slack') {
    const { modals } = await world(bot.sandbox, 'slack');
    const modal = modals.filter((each) => each.person === person).at(-1);
    await control(bot.sandbox, 'slack/act/press', { person, modal: modal?.id, action: wanted, ...chosen });
    return;
  }
  const last = (await privateTo(bot.sandbox, 'discord', person)).at(-1);
  await control(bot.sandbox, 'discord/act/press', {
    person,
    channel: last?.channel,
    message: last?.id,
    action: wanted,
    ...chosen,
  });
}

/** Closes what is open, so that the next thing seen is new. */
async function tidy(platform: PlatformName, person: string): Promise<void> {
  const { modals } = await world(bot.sandbox, platform);
  for (const modal of modals.filter((each) => each.person === person).reverse())
    await control(bot.sandbox, `${platform}/act/dismiss`, { person, modal: modal.id });
  await control(bot.sandbox, `${platform}/act/reload`, { person });
}

async function modalOf(platform: PlatformName, person: string): Promise<OpenModal> {
  const found = await until(
    async () => (await world(bot.sandbox, platform)).modals.filter((modal) => modal.person === person).at(-1),
    (modal) => modal !== undefined,
  );
  return found as OpenModal;
}

const notices = () => toldOperator(bot.sandbox);

async function open(): Promise<void> {
  // The platforms' three seconds are tested elsewhere; here a busy machine may take its time.
  const sandbox = await startSandbox({
    port: 0,
    folder: null,
    discordTimings: { acknowledgeMs: 30_000 },
    slackTimings: { ackMs: 30_000, triggerMs: 30_000 },
  });
  const delivery = { ...quickTiming.delivery, requestTimeoutMs: 15_000, leaseMs: 40_000 };
  bot = await startBot({ sandbox, postAtStart: true, timing: { ...quickTiming, delivery } });
  await until(
    async () => (await bot.store.postedEditions(9)).length,
    (count) => count === 4,
  );
  await until(
    async () => (await world(bot.sandbox, 'discord')).commands.length,
    (count) => count === 5,
  );
  told = { slack: await findSkimAndStory('slack'), discord: await findSkimAndStory('discord') };
  tellersInAll = await tellersNow();
  const edition = await bot.store.latestEdition('slack', 'T0SANDBOX', slackKo);
  const story = edition && storiesOfEdition(edition).find(({ lead }) => telling.test(lead.title));
  files = story ? filesOf(story) : [];
}
async function close(): Promise<void> {
  await bot.stop();
  await bot.sandbox.close();
}
beforeAll(open);
afterAll(close);

describe.each(platforms)('the menu of a message on %s', (platform) => {
  test('a story in the thread is retracted, undone, and put back by somebody who manages', async () => {
    const { story } = told[platform];
    const before = await allTellAgain();
    expect(await choose(platform, admin[platform], story, 'edit')).toMatchObject({ acknowledged: true });
    const first = await sees(platform, admin[platform], /출처 2곳을 합쳐 전한 소식입니다/);
    expect(first).toContain(lead);

    await press(platform, admin[platform], 'edit-ask:retract');
    const sure = await sees(platform, admin[platform], new RegExp(`메시지 ${before}개`));
    for (const name of ['slack-ko', 'slack-en', 'discord-ko', 'discord-both']) expect(sure).toContain(name);
    expect(sure).toContain('출처 2곳이 모두 삭제됩니다');
    await press(platform, admin[platform], 'edit-back');
    await sees(platform, admin[platform], /출처 2곳을 합쳐 전한 소식입니다/);
    expect(await bot.store.retractedFiles()).toEqual([]);

    await press(platform, admin[platform], 'edit-ask:retract');
    await sees(platform, admin[platform], /모두 삭제됩니다/);
    await press(platform, admin[platform], 'edit-do:retract');
    await sees(platform, admin[platform], /삭제했습니다\. 1분 안에/);
    expect(await bot.store.retractedFiles()).toEqual([...files].sort());
    for (const each of platforms)
      await until(
        () => tellers(each),
        (all) => all.length === 0,
      );
    expect(await bot.store.editsOf(files)).toMatchObject(files.map(() => ({ by: names[platform] })));
    const logged = bot.lines.find(
      (line) => line.msg === 'a story was retracted in the chat' && line.platform === platform,
    );
    expect(logged).toMatchObject({ platform, by: names[platform], person: admin[platform], isUndo: false });

    await press(platform, admin[platform], 'edit-undo');
    await sees(platform, admin[platform], /되돌렸습니다/);
    await allTellAgain();
    expect(await bot.store.retractedFiles()).toEqual([]);
    await tidy(platform, admin[platform]);
  });

  test('what another editor did since is not undone, and a second press does nothing', async () => {
    const { story } = told[platform];
    await choose(platform, admin[platform], story, 'edit');
    await sees(platform, admin[platform], /출처 2곳을/);
    await press(platform, admin[platform], 'edit-ask:retract');
    await sees(platform, admin[platform], /모두 삭제됩니다/);
    const [sure] = [await seen(platform, admin[platform])];
    expect(sure).toMatch(/edit-do:retract/);
    // Twice at once, as a nervous thumb does.
    await Promise.allSettled([
      press(platform, admin[platform], 'edit-do:retract'),
      press(platform, admin[platform], 'edit-do:retract'),
    ]);
    await sees(platform, admin[platform], /님이 삭제했습니다|삭제했습니다\. 1분/);
    await until(
      () => bot.store.retractedFiles(),
      (all) => all.length === files.length,
    );
    expect(await seen(platform, admin[platform])).not.toContain('너무 오래');
    await tidy(platform, admin[platform]);

    await choose(platform, admin[platform], story, 'edit');
    const gone = await sees(platform, admin[platform], new RegExp(`${names[platform]} 님이 삭제했습니다`));
    expect(gone).toContain(lead);
    // Who reports something sees what the messages show: nothing of it.
    await choose(platform, daniel[platform], told[platform].skim, 'report');
    const asked = shownIn(await modalOf(platform, daniel[platform]));
    expect(asked).toContain('Removed by the editors');
    expect(asked).not.toMatch(telling);
    await tidy(platform, daniel[platform]);
    await choose(platform, daniel[platform], story, 'report');
    const modal = await modalOf(platform, daniel[platform]);
    const heard = (await notices()).length;
    const values = { text: 'Where is it?' };
    await control(bot.sandbox, `${platform}/act/submit`, {
      person: daniel[platform],
      modal: modal.id,
      values,
    });
    const reported = await until(notices, (all) => all.length === heard + 1);
    expect(text(reported.at(-1))).toContain('reported a problem with “Removed by the editors”');
    await tidy(platform, daniel[platform]);
    await press(platform, admin[platform], 'edit-ask:restore');
    await sees(platform, admin[platform], /다시 나타나고/);
    await press(platform, admin[platform], 'edit-do:restore');
    await sees(platform, admin[platform], /다시 실었습니다/);
    // Somebody takes one of its briefs back from the shell, and only then is Undo pressed.
    const edit = { file: files[0] ?? '', kind: 'retracted' as const, at: Date.now(), by: 'Emma' };
    await bot.store.edit(
      await bot.store.editVersion(),
      { put: [{ ...edit, brief: null, others: [] }], end: [], by: 'Emma', at: edit.at },
      [],
    );
    await press(platform, admin[platform], 'edit-undo');
    await sees(platform, admin[platform], /Emma 님이 같은 소식을 다시 바꿔서/);
    await press(platform, admin[platform], 'edit-ask:restore');
    await sees(platform, admin[platform], /다시 들어갑니다/);
    await press(platform, admin[platform], 'edit-do:restore');
    await sees(platform, admin[platform], /다시 실었습니다/);
    await tidy(platform, admin[platform]);
    await until(
      () => bot.store.retractedFiles(),
      (list) => list.length === 0,
    );
  });

  test('of a message with several stories one is chosen first', async () => {
    const { skim } = told[platform];
    await choose(platform, admin[platform], skim, 'edit');
    const menu = await sees(platform, admin[platform], /어느 소식인가요/);
    const labels = [...menu.matchAll(/"value":"(\d+)"/g)].map((match) => match[1]);
    expect(new Set(labels).size).toBeGreaterThanOrEqual(5);
    await press(platform, admin[platform], 'edit-story', ['1']);
    await sees(platform, admin[platform], /edit-others/);
    await press(platform, admin[platform], 'edit-others');
    await sees(platform, admin[platform], /어느 소식인가요/);
    await tidy(platform, admin[platform]);
  });

  test('a shared answer tells stories, too', async () => {
    const who = { person: admin[platform], channel: ko[platform] };
    const before = (await privateTo(bot.sandbox, platform, admin[platform])).length;
    await control(bot.sandbox, `${platform}/act/command`, {
      ...who,
      ...(platform === 'slack'
        ? { command: '/brief', text: '증류' }
        : { command: 'brief', options: { topic: '증류' } }),
    });
    const [answer] = (
      await until(
        () => privateTo(bot.sandbox, platform, admin[platform]),
        (all) => all.length > before && (Number(all.at(-1)?.payload.flags ?? 0) & 128) === 0,
      )
    ).slice(-1);
    const count = (await posted(bot.sandbox, platform)).length;
    const action = platform === 'slack' ? 'share' : /"custom_id":"([^"]+:share)"/.exec(text(answer))?.[1];
    await control(bot.sandbox, `${platform}/act/press`, { ...who, message: answer?.id, action });
    const all = await until(
      () => posted(bot.sandbox, platform),
      (messages) => messages.length > count,
    );
    const shared = all.at(-1) as StoredMessage;
    tellersInAll += 1;
    await tidy(platform, admin[platform]);
    await choose(platform, admin[platform], shared, 'edit');
    await sees(platform, admin[platform], /어느 소식인가요|전한 소식입니다|실려 있는 소식입니다/);
    await tidy(platform, admin[platform]);
  });

  test('somebody else’s message is explained', async () => {
    const said = await control<{ id: string }>(bot.sandbox, `${platform}/act/say`, {
      person: emma[platform],
      channel: ko[platform],
      text: 'morning all',
    });
    const message = { id: said.id, channel: ko[platform] };
    await choose(platform, admin[platform], message, 'edit');
    await sees(platform, admin[platform], /Sowhat이 올린 소식이 아닙니다/);
    await tidy(platform, admin[platform]);
    await choose(platform, emma[platform], message, 'report');
    await sees(platform, emma[platform], /no message of Sowhat/);
    await tidy(platform, emma[platform]);
  });

  test('rights count at every press', async () => {
    const { story } = told[platform];
    await choose(platform, admin[platform], story, 'edit');
    await sees(platform, admin[platform], /출처 2곳을/);
    await press(platform, admin[platform], 'edit-ask:retract');
    await sees(platform, admin[platform], /모두 삭제됩니다/);
    const channel = { id: ko[platform], createdBy: emma[platform] };
    await control(bot.sandbox, `${platform}/seed`, {
      people: [{ id: admin[platform], isAdmin: false }],
      ...(platform === 'slack' ? { channels: [channel] } : {}),
    });
    await press(platform, admin[platform], 'edit-do:retract');
    await sees(platform, admin[platform], /설정 파일의 managers에 적힌 사람이 합니다/);
    expect(await bot.store.retractedFiles()).toEqual([]);
    await control(bot.sandbox, `${platform}/seed`, {
      people: [{ id: admin[platform], isAdmin: true }],
      ...(platform === 'slack' ? { channels: [{ ...channel, createdBy: admin.slack }] } : {}),
    });
    await tidy(platform, admin[platform]);
  });

  test('a problem is reported to the operator, three times an hour', async () => {
    const { skim, story } = told[platform];
    const before = (await notices()).length;
    const hostile = '@everyone <!channel> <@U0SEOYEON> *bold* `x`\n[link](https://evil.example) <b>';
    for (const [index, message] of [story, skim, story].entries()) {
      const outcome = await choose(platform, emma[platform], message, 'report');
      expect(outcome).toMatchObject({ acknowledged: true, error: null });
      const modal = await modalOf(platform, emma[platform]);
      expect(shownIn(modal)).toContain('What is wrong?');
      const values = {
        text: index === 2 ? '' : hostile,
        ...(index === 1 ? { story: '0' } : {}),
      };
      await control(bot.sandbox, `${platform}/act/submit`, {
        person: emma[platform],
        modal: modal.id,
        values,
      });
      await sees(platform, emma[platform], /Whoever runs the bot has been told/);
      await until(notices, (all) => all.length === before + index + 1);
      await tidy(platform, emma[platform]);
    }
    const [first, second, third] = (await notices()).slice(before).map(text);
    expect(first).toContain(`${reporters[platform]} reported a problem with “`);
    expect(first).toContain(`in ${platform}-ko`);
    expect(first).toContain('Open the message');
    expect(first).toContain(story.id.replace('.', platform === 'slack' ? '' : '.'));
    // Nobody is called, nothing is styled, and no link is made of what a person wrote.
    const payload = (await notices())[before]?.payload;
    expect(payload?.text).not.toMatch(/<[!@#]|@everyone/);
    expect(first).not.toMatch(/"type":"(?:user|broadcast|usergroup|link)"|"bold":true|"url":"https:\/\/evil/);
    expect(second).toContain('reported a problem with “');
    expect(third).toMatch(/reported a problem with “[^”]*” in [a-z-]+\./);

    await choose(platform, emma[platform], story, 'report');
    const modal = await modalOf(platform, emma[platform]);
    await control(bot.sandbox, `${platform}/act/submit`, {
      person: emma[platform],
      modal: modal.id,
      values: { text: 'once more' },
    });
    await sees(platform, emma[platform], /three times an hour/);
    await tidy(platform, emma[platform]);
    // Somebody else still may; and nothing more came to the operator.
    await choose(platform, daniel[platform], story, 'report');
    const other = await modalOf(platform, daniel[platform]);
    await control(bot.sandbox, `${platform}/act/submit`, {
      person: daniel[platform],
      modal: other.id,
      values: { text: 'The figure is wrong' },
    });
    await sees(platform, daniel[platform], /has been told/);
    const all = await until(notices, (messages) => messages.length >= before + 4);
    expect(text(all.at(-1))).toContain('The figure is wrong');
    expect(all).toHaveLength(before + 4);
    await tidy(platform, daniel[platform]);
  });
});

test('on Slack everybody has the entry: who may not is told who may', async () => {
  const { story } = told.slack;
  await choose('slack', emma.slack, story, 'edit');
  await sees('slack', emma.slack, /Workspace admins and owners/);
  await tidy('slack', emma.slack);
});

test('on Discord only those who manage channels have it', async () => {
  const { story } = told.discord;
  const acted = control(bot.sandbox, 'discord/act/menu', {
    person: emma.discord,
    channel: story.channel,
    message: story.id,
    entry: 'Retract or correct',
  });
  await expect(acted).rejects.toThrow('may not use “Retract or correct”');
});

test('a shortcut that comes too late for a modal is answered in the channel, to that person alone', async () => {
  const { story } = told.slack;
  await control(bot.sandbox, 'slack/faults', {
    match: { method: 'views.open' },
    kind: 'error',
    status: 'expired_trigger_id',
    count: 1,
  });
  await control(bot.sandbox, 'slack/act/reload', { person: admin.slack });
  await choose('slack', admin.slack, story, 'edit');
  const answers = await until(
    () => privateTo(bot.sandbox, 'slack', admin.slack),
    (all) => all.length > 0,
  );
  expect(text(answers[0])).toContain('edit-ask:retract');
});

describe('correcting from the menu', () => {
  // What was retracted and put back above is as much as Slack lets one change in a minute.
  beforeAll(async () => {
    await close();
    await open();
  });

  test('shows what the file says now, once it was mended, and can be undone', async () => {
    const { story } = told.slack;
    await tidy('slack', admin.slack);
    await choose('slack', admin.slack, story, 'edit');
    await sees('slack', admin.slack, /출처 2곳을/);
    await press('slack', admin.slack, 'edit-ask:correct');
    await sees('slack', admin.slack, /먼저 브리핑 파일을 고친 뒤/);

    const [file = ''] = files;
    const where = path.join(bot.briefsDir, file);
    const before = readFileSync(where, 'utf8');
    writeFileSync(where, before.replaceAll('Cobaltine', 'Cerulean').replaceAll('코발틴', '세룰리안'));
    await press('slack', admin.slack, 'edit-ask:correct');
    const sure = await sees('slack', admin.slack, /지금 파일: /);
    expect(sure).toMatch(/세룰리안|Cerulean/);
    await press('slack', admin.slack, 'edit-do:correct');
    await sees('slack', admin.slack, /정정했습니다\. 1분 안에/);
    await until(
      async () => text((await posted(bot.sandbox, 'slack')).find(({ id }) => id === story.id)),
      (shown) => /정정 \d\d:\d\d/.test(shown) && /세룰리안/.test(shown),
    );
    await press('slack', admin.slack, 'edit-undo');
    await sees('slack', admin.slack, /되돌렸습니다/);
    await until(
      async () => text((await posted(bot.sandbox, 'slack')).find(({ id }) => id === story.id)),
      (shown) => !/정정 \d\d:\d\d|세룰리안/.test(shown) && /코발틴/.test(shown),
    );
    writeFileSync(where, before);
  });
});

test('without an operator’s channel a report is in the log, and the person is thanked', async () => {
  writeFileSync(bot.settingsPath, readFileSync(bot.settingsPath, 'utf8').replace(/^operator:.*\n/m, ''));
  await until(
    async () => bot.lines.some(({ msg }) => msg === 'the settings were read again'),
    (is) => is,
  );
  const { story } = told.slack;
  const before = (await notices()).length;
  await choose('slack', 'U0JUNHO', story, 'report');
  const modal = await modalOf('slack', 'U0JUNHO');
  await control(bot.sandbox, 'slack/act/submit', {
    person: 'U0JUNHO',
    modal: modal.id,
    values: { text: '숫자가 다릅니다' },
  });
  await sees('slack', 'U0JUNHO', /기록해 두었습니다/);
  const line = bot.lines.find(
    (each) => each.msg === 'somebody reported a problem' && each.text === '숫자가 다릅니다',
  );
  expect(line).toMatchObject({ by: '이준호', person: 'U0JUNHO', channel: 'slack-ko' });
  expect(await notices()).toHaveLength(before);
});
