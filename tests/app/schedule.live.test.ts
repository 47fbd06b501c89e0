import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  discordKo,
  fourChannels,
  posted,
  quickSandbox,
  slackKo,
  startBot,
  toldOperator,
  until,
} from './start-bot.ts';

let bot: Bot;
/** The clock runs on from wherever it is turned to: first a Monday; the samples end on the Friday before. */
const setAt = { real: Date.now(), turned: Date.parse('2026-07-06T08:29:30+09:00') };
const clock = () => setAt.turned + (Date.now() - setAt.real);

function turnTo(instant: string): void {
  setAt.real = Date.now();
  setAt.turned = Date.parse(instant);
}

beforeAll(async () => {
  bot = await startBot({ sandbox: await quickSandbox(), clock });
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

const all = async (): Promise<StoredMessage[]> => [
  ...(await posted(bot.sandbox, 'slack')),
  ...(await posted(bot.sandbox, 'discord')),
];
const skims = async (): Promise<StoredMessage[]> =>
  (await all()).filter(
    ({ channel, thread, id }) => [slackKo, discordKo].includes(channel) && (thread === null || thread === id),
  );

/** Discord opens each thread with a line of its own (type 21), which is no message of the edition. */
const settledCount = async (): Promise<number> =>
  (await all()).filter(({ payload }) => payload.type !== 21).length;

test('with tokens nothing is posted before the slot, and at the slot every channel gets its edition', async () => {
  await bot.app.delivery.tick();
  expect(await all()).toEqual([]);
  turnTo('2026-07-06T08:30:05+09:00');
  // Four channels, each with one skim message and five stories.
  await until(settledCount, (count) => count === 24);
  const [first] = await bot.app.delivery.standings();
  expect(first?.last?.slot).toMatchObject({ date: '2026-07-06', time: '0830' });
  expect(first?.next).toMatchObject({ date: '2026-07-07', time: '0830' });
});

test('a brief that arrives is found without a restart, and is all that the next edition holds', async () => {
  const sample = readFileSync(
    path.join(bot.briefsDir, '2026-07-03/2026-07-03__payments_harbor__agent-refund-fraud.md'),
    'utf8',
  );
  const fresh = sample
    .replace(/^title: .*$/m, 'title: "Quayside Foods tries paying suppliers by agent"')
    .replace(/^canonical_url: .*$/m, 'canonical_url: "https://harbor.example/quayside"')
    .replace(/^date_ingested: .*$/m, 'date_ingested: "2026-07-06T23:00:00Z"')
    .replace(/^date_published: .*$/m, 'date_published: "2026-07-06"')
    .replace(
      /^summary_ko: .*$/m,
      'summary_ko: "퀘이사이드 푸드가 납품 대금을 에이전트로 치르는 시범을 시작했습니다."',
    )
    .replace(
      /^summary_en: .*$/m,
      'summary_en: "Quayside Foods has begun to pay its suppliers through an agent."',
    )
    .replace(/^one_line_insight_(ko|en): .*\n/gm, '')
    .replace(/^key_entities: .*$/m, 'key_entities: ["Quayside Foods"]');
  writeFileSync(path.join(bot.briefsDir, 'fresh.md'), fresh);
  writeFileSync(path.join(bot.briefsDir, 'half-written.md'), fresh.slice(0, 200));
  await until(
    () => bot.library.briefs(['fresh.md']),
    (briefs) => briefs.length === 1,
  );
  const before = (await skims()).length;
  turnTo('2026-07-07T08:30:05+09:00');
  const now = await until(skims, (messages) => messages.length === before + 2);
  const texts = now
    .map(({ payload }) => JSON.stringify(payload))
    .filter((text) => text.includes('퀘이사이드'));
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).toContain('· 1건');
});

test('a slot without news posts nothing, and the log says so', async () => {
  // One skim message and one story more in each of the four channels.
  const before = await until(settledCount, (count) => count === 32);
  rmSync(path.join(bot.briefsDir, 'half-written.md'));
  turnTo('2026-07-08T08:30:05+09:00');
  await until(
    async () =>
      bot.lines.filter(({ msg, slot }) => slot === '2026-07-08 0830' && /Nothing new/.test(String(msg))),
    (lines) => lines.length === 4,
  );
  expect(await settledCount()).toBe(before);
});

test('settings that are changed apply; broken ones are reported to the operator, and the old ones stay', async () => {
  writeFileSync(bot.settingsPath, fourChannels.replace('language: en', 'language: english'));
  const notice = await until(
    () => toldOperator(bot.sandbox),
    (messages) =>
      messages.some(({ payload }) => JSON.stringify(payload).includes('it ought to be ko, en or both')),
  );
  expect(notice.length).toBeGreaterThan(0);
  expect(await bot.app.delivery.standings()).toHaveLength(4);
  writeFileSync(bot.settingsPath, fourChannels.split('\n').slice(0, 4).join('\n'));
  await until(
    () => bot.app.delivery.standings(),
    (standings) => standings.length === 1,
  );
});
