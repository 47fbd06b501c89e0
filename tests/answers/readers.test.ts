import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerAt } from '../../src/answers/reader-store.ts';
import type { Message } from '../../src/message/message.ts';
import { actionsOf, answerInProcess, faultsOf, spot, wordsOf } from './answer-in-process.ts';

type Bot = Awaited<ReturnType<typeof answerInProcess>>;
let bot: Bot;
beforeAll(async () => {
  bot = await answerInProcess();
});
afterAll(() => bot.close());

const nothing: Message = { language: 'ko', push: '', groups: [] };

describe('a language that was chosen', () => {
  test('counts for everything, whatever the app is set to, until it is taken back', async () => {
    expect(wordsOf((await bot.own('lang en')).message)).toBe('From now on you get everything in English.');
    expect(wordsOf((await bot.ask('help')).message)).toContain('What Sowhat can do');
    expect(wordsOf((await bot.ask('help', 'ko', { language: 'ko' })).message)).toContain('Sowhat 사용법');
    expect(wordsOf((await bot.own('언어 자동')).message)).toContain('언어 설정을 지웠습니다');
    expect(wordsOf((await bot.ask('help')).message)).toContain('Sowhat 사용법');
  });

  test('can be chosen by a button', async () => {
    const asked = await bot.own('lang');
    expect(actionsOf(asked.message)).toEqual(['prefer:ko', 'prefer:en', 'prefer:auto']);
    expect(faultsOf(asked)).toEqual([]);
    const chosen = await bot.press(asked, 'prefer:en');
    expect(wordsOf(chosen?.message ?? nothing)).toBe('From now on you get everything in English.');
    await bot.own('lang auto');
  });

  test('is asked for with /mybrief on Discord, not with /brief', async () => {
    expect(wordsOf((await bot.ask('lang en')).message)).not.toContain('From now on');
  });
});

describe('what was missed', () => {
  test('is everything since then, the best first, in pages, with the span', async () => {
    const first = await bot.own('6월 1일부터');
    const total = Number(/새 소식 (\d+)건/.exec(wordsOf(first.message))?.[1]);
    expect(total).toBeGreaterThan(8);
    expect(wordsOf(first.message)).toContain('6월 1일부터 새 소식');
    expect(wordsOf(first.message)).toContain(`${total}건 중 1–4번째`);
    expect(faultsOf(first)).toEqual([]);
    const seen = new Set<string>();
    let page = first;
    for (let offset = 0; offset < total; offset += 4) {
      if (offset > 0) page = (await bot.press(page, `missed:${offset}`)) ?? page;
      const body = (await bot.store.answer(page.id))?.body as { stories: { id: string }[] };
      for (const { id } of body.stories) seen.add(id);
    }
    expect(seen.size).toBe(total);
    expect(page.show).toBe('replace');
    expect(actionsOf(page.message)).not.toContain(`missed:${total}`);
    const opened = await bot.press(page, 'open:0');
    expect(opened?.show).toBe('new');
  });

  test('a time alone is a catch-up; words that remain are searched for', async () => {
    expect(wordsOf((await bot.own('since monday', 'en')).message)).toMatch(/stories since Jun 29/);
    expect(wordsOf((await bot.own('what did I miss?', 'en')).message)).toMatch(/since Jun 26/);
    expect(wordsOf((await bot.own('since june agents', 'en')).message)).toContain('“since june agents”');
  });

  test('nothing new is said to be nothing', async () => {
    const answer = await bot.own('since today', 'en');
    expect(wordsOf(answer.message)).toMatch(/Nothing new has come in since Jul 3|stor(?:y|ies) since Jul 3/);
  });
});

describe('forgetting', () => {
  test('deletes what is kept after a second word, and says what it was', async () => {
    await bot.own('lang en');
    const asked = await bot.own('forget');
    expect(wordsOf(asked.message)).toContain('Delete everything kept about you');
    expect(await bot.store.readers.language(readerAt(spot, 'p1'))).toBe('en');
    const gone = await bot.press(asked, 'forget:yes');
    expect(wordsOf(gone?.message ?? nothing)).toMatch(/^Deleted: your language\. Nothing is kept/);
    expect(await bot.store.readers.language(readerAt(spot, 'p1'))).toBeNull();
    const again = await bot.press(await bot.own('forget'), 'forget:yes');
    expect(wordsOf(again?.message ?? nothing)).toContain('지울 것이 없습니다');
  });
});

test('nothing that is kept of an answer says who asked', async () => {
  const answer = await bot.own('관세');
  expect(JSON.stringify(await bot.store.answer(answer.id))).not.toContain('p1');
});
