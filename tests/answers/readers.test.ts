import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/hearing.ts';
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
    expect(wordsOf((await bot.own('since 2030-01-01', 'en')).message)).toContain('could not tell since when');
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
    expect(wordsOf(gone?.message ?? nothing)).toMatch(
      /^Deleted: your language\. What you shared .* stays there/,
    );
    expect(await bot.store.readers.language(readerAt(spot, 'p1'))).toBeNull();
    const again = await bot.press(await bot.own('forget'), 'forget:yes');
    expect(wordsOf(again?.message ?? nothing)).toContain('지울 것이 없습니다');
  });
});

test('nothing that is kept of an answer says who asked', async () => {
  const answer = await bot.own('관세');
  expect(JSON.stringify(await bot.store.answer(answer.id))).not.toContain('p1');
});

describe('following a topic', () => {
  const forget = async () => bot.press(await bot.own('forget'), 'forget:yes');
  const said = (answer: Answer | null) => wordsOf(answer?.message ?? nothing);

  test('is confirmed, listed, and ended by the menu or by its words', async () => {
    const begun = await bot.own('구독 관세');
    expect(said(begun)).toContain('“관세” 소식을 구독했습니다');
    expect(faultsOf(begun)).toEqual([]);
    expect(said(await bot.own('follow tariffs', 'en'))).toContain('You follow “tariffs”. When there is news');
    expect(said(await bot.own('구독 관세'))).toContain('이미 구독하고 있습니다');
    const list = await bot.own('follows', 'en');
    expect(said(list)).toContain('2 topics');
    expect(await bot.complete('topic', 'tar', 'en', 'mybrief unfollow')).toEqual([
      { label: 'tariffs', value: 'tariffs' },
    ]);
    const [button = ''] = actionsOf(list.message).filter((action) => action.startsWith('unfollow:'));
    expect(said(await bot.press(list, button))).toContain('You no longer follow “관세”.');
    expect(said(await bot.own('구독 취소 TARIFFS'))).toContain('“tariffs” 구독을 취소했습니다');
    await bot.own('구독 로봇');
    const choice = await bot.own('구독 취소');
    const menu = choice.message.groups.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'select');
    const value = menu?.kind === 'select' ? (menu.choices[0]?.value ?? '') : '';
    expect(said(await bot.press(choice, 'unfollow', { values: [value] }))).toContain(
      '“로봇” 구독을 취소했습니다',
    );
    expect(said(await bot.own('unfollow', 'en'))).toContain('You follow nothing yet');
    await forget();
  });

  test('says what is missing, what is too long, what has no word, and what cannot be', async () => {
    expect(said(await bot.own('구독'))).toContain('예: 구독 관세');
    expect(said(await bot.own(`follow ${'a'.repeat(81)}`, 'en'))).toContain('80 characters');
    expect(said(await bot.own('follow !!!', 'en'))).toContain('no word to look for');
    expect(said(await bot.own('unfollow robots', 'en'))).toContain('You do not follow “robots”.');
    bot.reach({ problem: 'refused' });
    expect(said(await bot.own('follow robots', 'en'))).toContain('Please allow them and try again');
    bot.reach({ problem: 'unreachable' });
    expect(said(await bot.own('follow robots', 'en'))).toContain('just now');
    bot.reach({ channel: 'D1' });
    expect(said(await bot.own('follows', 'en'))).toContain('You follow nothing yet');
  });

  test('goes on until twenty topics', async () => {
    for (let count = 0; count < 20; count += 1) await bot.own(`follow robot${count}`, 'en');
    const full = await bot.own('follow one more', 'en');
    expect(said(full)).toContain('You can follow 20 topics');
    expect(faultsOf(full)).toEqual([]);
    expect(said(await forget())).toContain('구독 20건');
  });

  test.each(['<!channel> @everyone', '[x](http://evil.example) **b**', '‮증류 공격', '`a` <@U1> robot'])(
    'a hostile topic %j is shown as it was typed, on both platforms',
    async (topic) => {
      const answer = await bot.own(`follow ${topic}`);
      expect(faultsOf(answer)).toEqual([]);
      await forget();
    },
  );
});
