import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/hearing.ts';
import type { EditionStory } from '../../src/digest/edition.ts';
import { filesOf } from '../../src/digest/with-edits.ts';
import { actionsOf, answerInProcess, buttonsOf, faultsOf, wordsOf } from './answer-in-process.ts';

type Bot = Awaited<ReturnType<typeof answerInProcess>>;
let bot: Bot;
beforeAll(async () => {
  bot = await answerInProcess();
});
afterAll(() => bot.close());

async function pressed(answer: Answer, action: string, options = {}): Promise<Answer> {
  const next = await bot.press(answer, action, options);
  if (next === null) throw new Error(`${action} gave nothing`);
  return next;
}

describe('a question', () => {
  test.each(['증류', 'distillation', '디스틸레이션', 'distilation', '증류 공격은'])(
    '%s finds the same story',
    async (words) => {
      const answer = await bot.ask(words);
      expect(wordsOf(answer.message)).toContain('Cobaltine');
      expect(faultsOf(answer)).toEqual([]);
    },
  );

  test('shows at most four stories, says how many there are, and turns pages in place', async () => {
    const first = await bot.ask('에이전트');
    const total = Number(/” (\d+)건/.exec(wordsOf(first.message))?.[1]);
    expect(total).toBeGreaterThan(4);
    expect(actionsOf(first.message).filter((action) => action.startsWith('open:'))).toHaveLength(4);
    expect(wordsOf(first.message)).toContain(`${total}건 중 1–4번째`);
    const second = await pressed(first, 'page:4');
    expect(second.show).toBe('replace');
    expect(buttonsOf(second.message)[0]?.label).toBe('5번 자세히');
    expect(wordsOf(second.message)).toContain('5. ');
    expect(wordsOf(second.message)).toMatch(new RegExp(`${total}건 중 5–\\d번째`));
    expect(wordsOf(second.message)).not.toContain(wordsOf(first.message).split('\n')[2] ?? 'nothing');
    const back = await pressed(second, 'page:0');
    expect(wordsOf(back.message)).toBe(wordsOf(first.message));
  });

  test('opens the whole brief on a press, in either language', async () => {
    const answer = await bot.ask('증류');
    const whole = await pressed(answer, 'open:0');
    expect(whole.show).toBe('new');
    expect(wordsOf(whole.message)).toContain('핵심 내용');
    const english = await pressed(whole, 'lang:en');
    expect(english.show).toBe('replace');
    expect(wordsOf(english.message)).toContain('Key points');
    expect([...faultsOf(whole), ...faultsOf(english)]).toEqual([]);
  });

  test('says how it read the question when that is not obvious, and a press undoes it', async () => {
    const answer = await bot.ask('디스틸레이션');
    expect(wordsOf(answer.message)).toContain('함께 찾은 말: ');
    expect(actionsOf(answer.message)).toContain('only');
    const literal = await pressed(answer, 'only');
    expect(wordsOf(literal.message)).toContain('찾지 못했습니다');
    // And is not stuck in it.
    expect(buttonsOf(literal.message).map(({ label }) => label)).toContain('증류');
    expect(wordsOf((await pressed(literal, 'near:0')).message)).toContain('Cobaltine');
  });

  test.each([
    ['distillation', 'Searched: distillation, 증류'],
    ['증류 공격은', 'Searched: 증류, distillation, 공격'],
    ['디스틸레이션', 'Searched: distillation, 증류'],
    ['Distillation', 'Searched: Distillation, 증류'],
    ['인공지능', 'Searched: AI'],
  ])('the words that “%s” was searched by are whole words, in both scripts', async (words, said) => {
    const lines = wordsOf((await bot.ask(words, 'en-US')).message);
    expect(lines).toContain(said);
    expect(lines).not.toContain('#');
  });

  test('a word that nothing comes near is named', async () => {
    const answer = await bot.ask('cobaltine distillation attacks accounts zeppelinesque', 'en-US');
    expect(wordsOf(answer.message)).toContain('Nothing about: zeppelinesque');
  });

  test.each([
    ['source:paymentz journal', {}],
    ['에이전트', { source: 'Paymentz' }],
  ])(
    'a source that is not there is said to be, and those like it are offered (%s)',
    async (words, options) => {
      const [known] = await bot.complete('source', 'Payments');
      const answer = await bot.ask(words, 'en-US', options as Record<string, string>);
      expect(wordsOf(answer.message)).toMatch(/There is no source “paymentz/i);
      const near = buttonsOf(answer.message).find(
        (each) => each.kind === 'press' && each.action === 'near:0',
      );
      expect(near?.label).toBe(known?.value);
      const meant = await pressed(answer, 'near:0');
      expect(wordsOf(meant.message)).toContain(known?.value);
      expect(wordsOf(meant.message)).not.toContain('There is no source');
      expect(faultsOf(answer)).toEqual([]);
    },
  );

  test.each([
    ['tag:agentic', 'en-US', 'There is no tag “agentic”.'],
    ['tag:agentic checkout', 'en-US', 'There is no tag “agentic”.'],
    ['태그:agentic', 'ko', '“agentic” 태그를 찾지 못했습니다.'],
    ['tag:', 'en-US', 'Put a tag behind “tag:”.'],
    ['출처:', 'ko', '“source:” 뒤에 매체 이름을 붙여 적어 주세요.'],
  ])('%s (%s) is told what is amiss, and near ones are offered', async (words, language, sentence) => {
    const answer = await bot.ask(words, language);
    expect(wordsOf(answer.message)).toContain(sentence);
    expect(faultsOf(answer)).toEqual([]);
    const near = buttonsOf(answer.message).find((each) => each.kind === 'press' && each.action === 'near:0');
    expect(near?.label).toBeDefined();
    const meant = await pressed(answer, 'near:0');
    expect(wordsOf(meant.message)).toContain(near?.label);
    expect(wordsOf(meant.message)).not.toContain(sentence);
  });

  test('the days that were looked at are told where nothing was found, too', async () => {
    const answer = await bot.ask('2월 30일 증류', 'ko');
    expect(wordsOf(answer.message)).toContain('찾지 못했습니다.');
    expect(wordsOf(answer.message)).toContain('기간: 2026-02-28');
    expect(faultsOf(answer)).toEqual([]);
  });

  test('what is near is asked of the same source and time', async () => {
    const [source] = await bot.complete('source', 'Payments');
    const answer = await bot.ask('zeppelin distillation', 'en-US', {
      source: source?.value ?? '',
      since: '2026-07-03',
    });
    expect(actionsOf(answer.message)).toContain('near:0');
    const meant = await pressed(answer, 'near:0');
    const kept = await bot.store.answer(meant.id);
    expect(kept?.body).toMatchObject({ asked: { source: source?.value } });
    expect(JSON.stringify(kept?.body)).toContain('2026-07-03');
  });

  test('a time that is none is said to be, before anything is searched', async () => {
    const answer = await bot.ask('증류', 'en-US', { since: 'blah' });
    expect(wordsOf(answer.message)).toContain('I could not tell since when.');
    const choices = await bot.complete('since', '', 'ko');
    expect(choices.length).toBeGreaterThan(3);
    for (const { value } of [...choices, ...(await bot.complete('since', 'la', 'en-US'))])
      expect(wordsOf((await bot.ask('증류', 'ko', { since: value })).message)).not.toContain('알아듣지');
    expect((await bot.complete('since', 'march', 'en-US'))[0]?.value).toBe('march');
    expect(await bot.complete('since', 'blah', 'en-US')).toEqual([]);
    expect((await bot.complete('since', '지ㄴ', 'en-US')).map(({ value }) => value)).toEqual([
      '지난주',
      '지난달',
    ]);
  });

  test('a source that is not there takes what was asked of it along to the one that is meant', async () => {
    const [known] = await bot.complete('source', 'Payments');
    const answer = await bot.ask('checkout source:paymentz harbour agents', 'en-US');
    const meant = await pressed(answer, 'near:0');
    const kept = await bot.store.answer(meant.id);
    expect(kept?.body).toMatchObject({ asked: { words: 'checkout agents', source: known?.value } });
  });

  test.each([
    ['증류 since blah', 'en-US', '“since blah” is no time I know, so this is of any time.'],
    ['zeppelin since blah', 'en-US', 'No briefs about “zeppelin since blah”. “since blah” is no time I know'],
    ['증류 저쩌구부터', 'ko', '“저쩌구부터”가 언제인지 알지 못해 기간을 정하지 않았습니다.'],
  ])('%s: a time in words that is none is said to be', async (words, locale, said) => {
    const answer = await bot.ask(words, locale);
    expect(wordsOf(answer.message)).toContain(said);
    expect(faultsOf(answer)).toEqual([]);
  });

  test('what is no time takes nothing away from the words beside it', async () => {
    const answer = await bot.ask('증류 since blah', 'en-US');
    expect(wordsOf(answer.message)).toContain('Cobaltine');
    expect(wordsOf(answer.message)).not.toContain('Nothing about');
  });

  test.each(['증류 since march', '증류 3월부터', '"since blah" 증류'])(
    '%s: nothing is said of a time',
    async (words) => {
      expect(wordsOf((await bot.ask(words, 'en-US')).message)).not.toContain('no time I know');
    },
  );

  test.each(['🔥🔥', '?!', '… —', '"!"'])('%s holds no word to search for, and is told so', async (words) => {
    const answer = await bot.ask(words, 'en-US');
    expect(wordsOf(answer.message)).toContain(`There is no word to look for in “${words}”`);
    expect(wordsOf(answer.message)).toContain('The newest stories');
    expect(faultsOf(answer)).toEqual([]);
  });

  test('an answer kept by an older version is still shown in the other language', async () => {
    const answer = await bot.ask('증류');
    const kept = await bot.store.answer(answer.id);
    const id = 'o'.repeat(24);
    const understood = { searched: [], literal: '', time: null };
    await bot.store.keepAnswer({ ...kept, id, body: { ...(kept?.body as object), understood } } as never);
    const english = await pressed({ ...answer, id }, 'lang:en');
    expect(wordsOf(english.message)).toContain('1 story');
  });

  test('what an older version offered instead can still be pressed, and read in the other language', async () => {
    const answer = await bot.ask('zeppelin maintenance', 'en-US');
    const kept = await bot.store.answer(answer.id);
    const id = 'n'.repeat(24);
    const body = { ...(kept?.body as object), near: ['distillation'], reason: undefined };
    await bot.store.keepAnswer({ ...kept, id, body } as never);
    const korean = await pressed({ ...answer, id }, 'lang:ko');
    expect(buttonsOf(korean.message).some(({ label }) => label === 'distillation')).toBe(true);
    expect(wordsOf((await pressed({ ...answer, id }, 'near:0')).message)).toContain('Cobaltine');
  });

  test('what found nothing is not offered again; where something narrowed it, it is offered without', async () => {
    const answer = await bot.ask('distillation', 'en-US', { since: '2027-01-01' });
    const near = buttonsOf(answer.message).find((each) => each.kind === 'press' && each.action === 'near:0');
    expect(near?.label).toBe('distillation');
    expect(wordsOf((await pressed(answer, 'near:0')).message)).toContain('Cobaltine');
    const alone = await bot.ask('zeppelin', 'en-US');
    expect(buttonsOf(alone.message).some(({ label }) => label === 'zeppelin')).toBe(false);
  });

  test('what is not there is said to be, with the newest stories', async () => {
    const answer = await bot.ask('zeppelin maintenance', 'en-US');
    expect(wordsOf(answer.message)).toContain('No briefs about “zeppelin maintenance”.');
    expect(wordsOf(answer.message)).toContain('The newest stories');
    expect(actionsOf(answer.message)).toContain('open:0');
    expect(faultsOf(answer)).toEqual([]);
  });

  test('the answer is in the language asked for, else the asker’s', async () => {
    expect(buttonsOf((await bot.ask('증류', 'en-GB')).message).some(({ label }) => label === '한국어')).toBe(
      true,
    );
    expect(
      buttonsOf((await bot.ask('증류', 'en-GB', { language: 'ko' })).message).some(
        ({ label }) => label === 'English',
      ),
    ).toBe(true);
  });

  test('since and source narrow it down', async () => {
    const all = wordsOf((await bot.ask('에이전트')).message);
    const late = wordsOf((await bot.ask('에이전트', 'ko', { since: '2026-07-03' })).message);
    const count = (words: string) => Number(/” (\d+)건/.exec(words)?.[1]);
    expect(count(late)).toBeLessThan(count(all));
    expect(late).toContain('기간: 2026-07-03');
    const [source] = await bot.complete('source', 'Payments');
    const outlet = await bot.ask('에이전트', 'ko', { source: source?.value ?? '' });
    expect(count(wordsOf(outlet.message))).toBeLessThan(count(all));
    expect(wordsOf(outlet.message)).toContain(source?.value);
  });

  test.each([
    '',
    'help',
    '🎉🎉🎉',
    "'; DROP TABLE briefs; --",
    'a'.repeat(4000),
    '"(" OR NEAR(',
    '.*+?^$(){}|[]\\',
    'ทดสอบ',
    '‮증류',
  ])('%j gets an answer that both platforms take', async (words) => {
    const answer = await bot.ask(words);
    expect(wordsOf(answer.message).length).toBeGreaterThan(5);
    expect(faultsOf(answer)).toEqual([]);
  });

  test('a menu of topics is offered, and a choice searches', async () => {
    const help = await bot.ask('help');
    const menu = help.message.groups.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'select');
    expect(menu?.kind === 'select' && menu.choices.length).toBeGreaterThan(3);
    const value = menu?.kind === 'select' ? (menu.choices[0]?.value ?? '') : '';
    const answer = await pressed(help, 'topic', { values: [value] });
    expect(wordsOf(answer.message)).toContain(`“${value}”`);
  });
});

describe('sharing', () => {
  test('asks for one public post that names the sharer, once per answer', async () => {
    const answer = await bot.ask('증류');
    const before = bot.requests.length;
    const said = await pressed(answer, 'share');
    expect(said.show).toBe('replace');
    expect(wordsOf(said.message)).toContain('✓ 채널에 공유합니다.');
    expect(actionsOf(said.message)).not.toContain('share');
    const request = bot.requests[before];
    expect(request?.kind).toBe('share');
    expect(wordsOf(request?.message ?? answer.message)).toContain('서연 님이 공유했습니다');
    const again = await pressed(answer, 'share');
    expect(bot.requests).toHaveLength(before + 1);
    expect(wordsOf(again.message)).toContain('이미 공유했습니다');
    // Stored with the sharer's name, so without what was asked.
    expect(request?.id).not.toBe(answer.id);
    const kept = JSON.stringify((await bot.store.answer(request?.id ?? ''))?.body);
    expect(kept).toContain('"words":""');
  });

  test('can go to another channel, of those in which the person may post when it is shared', async () => {
    const before = bot.requests.length;
    const answer = await bot.ask('증류');
    const offered = await pressed(answer, 'elsewhere');
    expect(faultsOf(offered)).toEqual([]);
    const menu = offered.message.groups.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'select');
    expect(menu?.kind === 'select' && menu.choices).toEqual([{ label: '#room-3', value: '3' }]);
    expect(actionsOf(offered.message)).toContain('share');
    // A channel that was never offered, or that the person has left since.
    for (const value of ['4', '99']) {
      const refused = await pressed(offered, 'shareto', { values: [value] });
      expect(wordsOf(refused.message)).toContain('그 채널에 글을 쓸 권한이 없어');
    }
    bot.mayPostIn.delete('3');
    expect(wordsOf((await pressed(offered, 'shareto', { values: ['3'] })).message)).toContain('권한이 없어');
    expect(wordsOf((await pressed(answer, 'elsewhere')).message)).toContain('다른 브리핑 채널이 없습니다');
    expect(bot.requests).toHaveLength(before);
    bot.mayPostIn.add('3');
    const said = await pressed(offered, 'shareto', { values: ['3'] });
    expect(wordsOf(said.message)).toContain('✓ #room-3 채널에 공유합니다.');
    expect(actionsOf(said.message)).not.toContain('elsewhere');
    expect(bot.requests[before]).toMatchObject({ kind: 'share', channel: '3', person: 'p1' });
    expect(wordsOf(bot.requests[before]?.message ?? said.message)).toContain('서연 님이 공유했습니다');
  });

  test('leaves out what the editors took back since, and is no longer offered where nothing is left', async () => {
    const answer = await bot.ask('에이전트');
    const whole = await pressed(answer, 'open:0');
    const kept = (await bot.store.answer(answer.id))?.body as { stories: EditionStory[] };
    const [first, ...others] = kept.stories;
    const edit = async (stories: (EditionStory | undefined)[], how: 'put' | 'end') => {
      const files = stories.flatMap((story) => (story ? filesOf(story) : []));
      const retractions = files.map((file) => ({
        ...{ file, kind: 'retracted' as const, at: 1, by: '', brief: null, others: [] },
      }));
      const change = { put: [], end: [], by: '', at: 1, [how]: retractions };
      await bot.store.edit(await bot.store.editVersion(), change, []);
    };
    const before = bot.requests.length;
    await edit([first], 'put');
    expect(wordsOf((await pressed(whole, 'share')).message)).toContain('편집자가 삭제한 소식이라');
    const gone = await pressed(whole, 'lang:en');
    expect(wordsOf(gone.message)).toContain('Removed by the editors');
    expect(actionsOf(gone.message)).toEqual(['lang:ko']);
    const left = await pressed(answer, 'lang:en');
    expect(actionsOf(left.message)).not.toContain('open:0');
    expect(actionsOf(left.message)).toContain('open:1');
    expect(bot.requests).toHaveLength(before);
    await pressed(answer, 'share');
    expect(bot.requests[before]?.stories).toEqual(others.map(({ id }) => id));
    expect(wordsOf(bot.requests[before]?.message ?? answer.message)).not.toContain('삭제');
    await edit(others, 'put');
    expect(actionsOf((await pressed(answer, 'lang:en')).message)).not.toContain('share');
    await edit(kept.stories, 'end');
  });

  test('is refused to who may not post there', async () => {
    const before = bot.requests.length;
    const said = await pressed(await bot.ask('증류'), 'share', { mayPost: false });
    expect(wordsOf(said.message)).toContain('권한이 없어');
    expect(bot.requests).toHaveLength(before);
  });
});

test('a button of an answer that is forgotten says so', async () => {
  const gone = await bot.press({ ...(await bot.ask('help')), id: 'x'.repeat(24) }, 'lang:en');
  expect(wordsOf(gone?.message ?? { language: 'ko', push: '', groups: [] })).toContain('너무 오래되어');
});

test('topics are completed from real terms, with counts', async () => {
  const english = await bot.complete('topic', 'agent', 'ko');
  expect(english.length).toBeGreaterThan(0);
  expect(english.every(({ label }) => /· \d+$/.test(label))).toBe(true);
  expect(await bot.complete('language', 'k')).toEqual([]);
});
