import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorOf } from '../../src/app/editor-of.ts';
import { settingsFile } from '../../src/config/watch-settings.ts';
import { filesOf, storiesOfEdition } from '../../src/digest/with-edits.ts';
import type { Call, StoredMessage } from '../../src/sandbox/world.ts';
import { sowhat } from './sowhat.ts';
import {
  type Bot,
  control,
  discordBoth,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  slackEn,
  slackKo,
  startBot,
  until,
} from './start-bot.ts';

const platforms = ['slack', 'discord'] as const;
const channels = { slack: [slackKo, slackEn], discord: [discordKo, discordBoth] };
const person = { slack: 'U0SEOYEON', discord: '100000000000000201' } as const;
/** The address of its first source. */
const onlyLead = /cobaltine-distillation-accounts/;
/** What only the story tells which is taken back: its company, in both languages, but not as a topic of a menu. */
const telling = /Cobaltine(?! AI(?: · |"))|코발틴/;
const removed = /편집자가 삭제했습니다|Removed by the editors/;

let bot: Bot;
/** The two briefs that tell it, the lead first. */
let files: string[] = [];

/** What the bot itself edits with. */
const editor = () => {
  const { settings } = settingsFile(bot.settingsPath).read();
  if (settings === null) throw new Error('no settings');
  return editorOf({ store: bot.store, library: bot.library, settings: () => settings, clock: Date.now });
};
const text = (message: StoredMessage | undefined): string => JSON.stringify(message?.payload ?? {});
const tellers = async (platform: 'slack' | 'discord') =>
  (await posted(bot.sandbox, platform)).filter((message) => telling.test(text(message)));
const everywhere = async () => (await Promise.all(platforms.map(tellers))).flat();
const calls = (platform: 'slack' | 'discord') => control<Call[]>(bot.sandbox, `${platform}/calls`);

function archived(): string {
  return readdirSync(bot.archiveDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|xml|json)$/.test(name))
    .map((name) => readFileSync(path.join(bot.archiveDir, name), 'utf8'))
    .join('\n');
}

async function ask(platform: 'slack' | 'discord', words: string): Promise<StoredMessage | undefined> {
  const before = (await privateTo(bot.sandbox, platform, person[platform])).length;
  await control(bot.sandbox, `${platform}/act/command`, {
    person: person[platform],
    channel: channels[platform][0],
    ...(platform === 'slack'
      ? { command: '/brief', text: words }
      : { command: 'brief', options: { topic: words } }),
  });
  const answers = await until(
    () => privateTo(bot.sandbox, platform, person[platform]),
    (all) => all.length > before && (Number(all.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
  return answers.at(-1);
}

/** Somebody shares the story, and somebody flags the message that tells it. */
async function shareAndFlag(platform: 'slack' | 'discord'): Promise<void> {
  const [channel = ''] = channels[platform];
  const answer = await ask(platform, '증류');
  const action = platform === 'slack' ? 'share' : /"custom_id":"([^"]+:share)"/.exec(text(answer))?.[1];
  const before = await tellers(platform);
  await control(bot.sandbox, `${platform}/act/press`, {
    person: person[platform],
    channel,
    message: answer?.id,
    action,
  });
  const skim = before.find(
    (message) => message.channel === channel && [null, message.id].includes(message.thread),
  );
  const story = before.find(
    ({ id, thread, channel: room }) => id !== skim?.id && [thread, room].includes(skim?.id ?? ''),
  );
  await control(bot.sandbox, `${platform}/act/react`, {
    person: person[platform],
    channel: story?.channel,
    message: story?.id,
    emoji: platform === 'slack' ? 'us' : '🇺🇸',
  });
  await until(
    () => tellers(platform),
    (all) => all.length === before.length + 2,
  );
}

beforeAll(async () => {
  bot = await startBot({ sandbox: await quickSandbox(), postAtStart: true });
  await until(
    async () => (await posted(bot.sandbox, 'slack')).length + (await posted(bot.sandbox, 'discord')).length,
    (count) => count >= 4 * 6,
  );
  await until(
    async () => (await bot.store.postedEditions(9)).length,
    (count) => count === 4,
  );
  for (const platform of platforms) await shareAndFlag(platform);
  const edition = await bot.store.latestEdition('slack', 'T0SANDBOX', slackKo);
  const story = edition && storiesOfEdition(edition).find(({ lead }) => telling.test(lead.title));
  files = story ? filesOf(story) : [];
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

describe('a story that is retracted from the shell while the bot runs', () => {
  test('is told in skim, thread, share and reply on both platforms, and in the archive', async () => {
    expect((await everywhere()).length).toBeGreaterThanOrEqual(12);
    expect(archived()).toMatch(telling);
  });

  test('is told by its other source as long as that one stands', async () => {
    const [lead = ''] = files;
    const before = await everywhere();
    await editor().retract([lead], 'Emma');
    await until(everywhere, (all) => all.every((message) => !onlyLead.test(text(message))));
    expect(await everywhere()).toHaveLength(before.length);
    await until(
      async () => archived(),
      (all) => !onlyLead.test(all),
    );
  });

  test('is gone from every message, archive and feed; nothing is posted, only changed', async () => {
    const file = files[1] ?? '';
    const before = await everywhere();
    const counts = await Promise.all(platforms.map(async (each) => (await posted(bot.sandbox, each)).length));
    for (const platform of platforms)
      await fetch(`${bot.sandbox.control}/${platform}/calls`, { method: 'DELETE' });
    const { code, out } = await sowhat(bot, 'retract', file);
    expect([code, out]).toEqual([0, expect.stringContaining(`${before.length} messages in`)]);
    for (const name of ['slack-ko', 'slack-en', 'discord-ko', 'discord-both']) expect(out).toContain(name);
    await until(everywhere, (all) => all.length === 0);
    await until(
      async () => archived(),
      (all) => !telling.test(all),
    );
    for (const name of ['feed.ko.xml', 'feed.en.json']) {
      const feed = readFileSync(path.join(bot.archiveDir, name), 'utf8');
      expect(feed).toMatch(removed);
    }
    for (const [index, platform] of platforms.entries()) {
      const now = await posted(bot.sandbox, platform);
      expect(now).toHaveLength(counts[index] ?? 0);
      const changed = now.filter(({ id }) => before.some((message) => message.id === id));
      expect(changed.every((message) => removed.test(text(message)))).toBe(true);
      const written = (await calls(platform)).filter(({ method }) =>
        platform === 'slack' ? /^chat\./.test(method) : !method.startsWith('GET'),
      );
      expect(new Set(written.map(({ method }) => method.replace(/\/.*/, '').trim()))).toEqual(
        new Set([platform === 'slack' ? 'chat.update' : 'PATCH']),
      );
    }
  });

  test.each(platforms)('is found by nobody on %s, and its buttons show it no more', async (platform) => {
    await until(
      async () => (await bot.library.search('distillation', { limit: 9, now: Date.now() })).hits,
      (hits) => !hits.some((hit) => files.includes(hit.file)),
    );
    expect(text(await ask(platform, '증류'))).not.toMatch(telling);
    expect(text(await ask(platform, ''))).not.toMatch(telling);
  });

  test('comes back where it was when it is put back', async () => {
    await editor().restore(files, 'Emma');
    await until(everywhere, (all) => all.length >= 12 && all.some((message) => onlyLead.test(text(message))));
    await until(
      async () => archived(),
      (all) => onlyLead.test(all),
    );
    await until(
      async () => (await bot.library.search('distillation', { limit: 9, now: Date.now() })).hits,
      (hits) => files.every((file) => hits.some((hit) => hit.file === file)),
    );
  });
});

describe('a story that is corrected', () => {
  test('shows the mended text, marked with the time, in every message', async () => {
    const before = await everywhere();
    const [file = ''] = files;
    const where = path.join(bot.briefsDir, file);
    writeFileSync(
      where,
      readFileSync(where, 'utf8').replaceAll('Cobaltine', 'Cerulean').replaceAll('코발틴', '세룰리안'),
    );
    await bot.library.scan();
    expect((await editor().correct(await bot.library.briefs([file]), 'Emma')).messages).toBe(before.length);
    await until(everywhere, (all) => all.length === 0);
    const now = [...(await posted(bot.sandbox, 'slack')), ...(await posted(bot.sandbox, 'discord'))];
    const changed = now.filter(({ id }) => before.some((message) => message.id === id));
    expect(changed).toHaveLength(before.length);
    for (const message of changed)
      expect(text(message)).toMatch(
        /정정 \d\d:\d\d|Corrected \d\d:\d\d|정정 .{3,9}일 \d\d:\d\d|Corrected \w{3} \d+, (?:\d{4}, )?\d\d:\d\d/,
      );
    const edition = await bot.store.latestEdition('slack', 'T0SANDBOX', slackKo);
    const story = edition && storiesOfEdition(edition).find(({ lead }) => lead.file === file);
    expect(story?.edited?.kind).toBe('corrected');
  });
});
