import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseAliases } from '../../src/search/alias-table.ts';
import { openSearchIndex } from '../../src/search/open-search-index.ts';
import type { SearchIndex, SearchOptions } from '../../src/search/search-types.ts';
import { background, newsroom, sampleBrief } from './sample-briefs.ts';

const NOW = Date.parse('2026-06-30T09:00:00Z');
const aliases = parseAliases(
  '- [BNPL, buy now pay later, 선구매 후결제]\n- [shop shutdown, 매장 폐점]\n- [가격, 요금]\n- [lamp theft, 등불 절도]\n- [Rook Tivelo, 루크티벨로]',
);

function files(index: SearchIndex, query: string, options: Partial<SearchOptions> = {}): string[] {
  return index.search(query, { limit: 10, now: NOW, ...options }).hits.map((hit) => hit.file);
}

function filled(target = ':memory:'): SearchIndex {
  const index = openSearchIndex(target, { aliases });
  index.update({ put: [...newsroom, ...background], remove: [] });
  return index;
}

describe('the same stories, however one asks', () => {
  const index = filled();
  test.each([
    'distillation',
    'distilled',
    'distilation',
    'distillatoin',
    '증류',
    '증류는',
    '디스틸레이션',
    '"distillation"',
    '얀샤ㅣㅣㅁ샤ㅐㅜ',
    'wmdfb',
  ])('%s', (query) => {
    expect(files(index, query).sort()).toEqual(['distil-1.md', 'distil-2.md']);
  });
  test.each(['관세', '관세가', '관세에서는', 'tariff', 'tarrif', 'rhkstp', '태리프'])('%s', (query) => {
    expect(files(index, query).sort()).toEqual(['tariff-1.md', 'tariff-2.md']);
  });
  test.each([
    ['증류 공격은', 'distil-1.md'],
    ['바이브코딩', 'vibe.md'],
    ['vibecoding', 'vibe.md'],
    ['바이브 코딩', 'vibe.md'],
    ['켈마트', 'tariff-1.md'],
    ['오르바닉스', 'distil-1.md'],
    ['챗루모', 'chat.md'],
    ['챗Lumo', 'chat.md'],
    ['오픈LUMO 광고', 'chat.md'],
    ['매장폐점', 'close.md'],
    ['관세환급요구', 'tariff-1.md'],
    ['매장요금', 'tariff-1.md'],
    ['shop shutdown', 'close.md'],
    ['매장 폐점', 'close.md'],
    ['vibe-codng', 'vibe.md'],
    ['Kellmart K9', 'tariff-1.md'],
    ['켈마트 5.7', 'tariff-1.md'],
    ['세이블 하버', 'harbor.md'],
    ['세이블하버', 'harbor.md'],
    ['세이블하버가', 'harbor.md'],
    ['store-closures', 'close.md'],
    ['던모어', 'close.md'],
    ['why did dunmore close its stores?', 'close.md'],
    ['던모어는 왜 매장을 닫나요', 'close.md'],
  ])('%s finds %s first', (query, file) => {
    expect(files(index, query)[0]).toBe(file);
  });
});

describe('names as people say and mistype them', () => {
  const index = openSearchIndex(':memory:', { aliases });
  index.update({
    put: [
      sampleBrief('name.md', { title: 'Torvin Skael opens a depot', entities: ['Torvin Skael'] }),
      sampleBrief('other-1.md', { title: 'Skain sells shoes', entities: ['Skain'] }),
      sampleBrief('other-2.md', { title: 'Skael of another kind', entities: ['Skael'] }),
      sampleBrief('desk.md', { summary: { ko: '', en: 'Chiefs leave The Kelm Desk after a bad year.' } }),
      sampleBrief('site.md', { title: 'Ads move to Tivra.co', entities: ['Tivra.co'] }),
      sampleBrief('event.md', { title: 'Orbit names the dates for Z/Q', entities: ['Orbit'] }),
      sampleBrief('list.md', { title: 'Orbit has a plan Q', entities: ['Orbit'] }),
      sampleBrief('news-ko.md', { summary: { ko: '새벽 방송이 순위를 바꿨다.', en: '' } }),
      sampleBrief('one.md', { title: 'RookTivelo makes kettles', entities: ['RookTivelo'] }),
      sampleBrief('theft.md', { title: 'Lamp theft in the north' }),
      sampleBrief('paper-1.md', { summary: { ko: '철제 바구니를 판다.', en: '' } }),
      ...background,
    ],
    remove: [],
  });
  test.each([
    ['torvin skain', 'one of two words is another name', 'name.md'],
    ['tkd', 'first letters, The among them', 'desk.md'],
    ['티브라코', 'a site said as one word', 'site.md'],
    ['orbit z/q', 'single letters around a slash', 'event.md'],
    ['새벽 재방송', 'a syllable before a known word', 'news-ko.md'],
    ['새벽뉴스', 'written together with a word that only asks', 'news-ko.md'],
    ['등불절도', 'a name of the alias file that seems to end in a particle', 'theft.md'],
    ['루크티벨로', 'a name of the alias file that the briefs write as one word', 'one.md'],
    ['철제바구니', 'two words that one brief has', 'paper-1.md'],
    ['새벽 방송 바뀌었다던데', 'a verb at the end that says no topic', 'news-ko.md'],
  ])('%s: %s', (query, _why, file) => {
    expect(files(index, query)[0]).toBe(file);
  });
});

test('who is named first counts more', () => {
  const index = openSearchIndex(':memory:', { aliases });
  index.update({
    put: [
      sampleBrief('named.md', { summary: { ko: '', en: 'Kellmart speaks.' }, entities: ['Kellmart'] }),
      sampleBrief('topic.md', { summary: { ko: '', en: 'Lanterns glow.' }, tags: ['lanterns'] }),
      ...background,
    ],
    remove: [],
  });
  expect(files(index, 'kellmart lanterns garden')[0]).toBe('named.md');
  expect(files(index, 'lanterns kellmart garden')[0]).toBe('topic.md');
});

describe('names typed in a hurry', () => {
  const index = openSearchIndex(':memory:', { aliases });
  index.update({
    put: [
      sampleBrief('shop.md', { title: 'Clipkart opens a depot', entities: ['Clipkart'] }),
      sampleBrief('clip-1.md', { title: 'A clip for long hair' }),
      sampleBrief('clip-2.md', { title: 'Another clip is sold out' }),
      sampleBrief('cart-1.md', { title: 'A cart for the garden' }),
      sampleBrief('cart-2.md', { title: 'The cart that rolls away' }),
      sampleBrief('pen-ko.md', { summary: { ko: '토르닉스가 문을 연다.', en: '' } }),
      sampleBrief('pen-en.md', { title: 'Tornix moves north', entities: ['Tornix'] }),
      sampleBrief('ring.md', { summary: { ko: '벨가론이 반지를 판다.', en: '' } }),
      ...background,
    ],
    remove: [],
  });
  test.each([
    ['clipcart', 'a letter from a name, though clip and cart are words', ['shop.md']],
    ['xhfmslrtm', 'in the other keyboard layout', ['pen-en.md', 'pen-ko.md']],
    ['ㅌㅗㄹㅡㄴㅣㄱㅅㅡ', 'letter by letter', ['pen-en.md', 'pen-ko.md']],
    ['벨가로', 'the last letter not yet typed', ['ring.md']],
    ['반지ㄹ', 'a letter of the ending that follows', ['ring.md']],
    ['반지ㅋㅋ', 'letters that are no word', ['ring.md']],
    ['벨ㄱ', 'a syllable of which one letter is typed', ['ring.md']],
    ['벨ㅁ', 'a syllable that no word goes on with', []],
    ['벨가루', 'another word', []],
  ])('%s: %s', (query, _why, expected) => {
    expect(files(index, query).sort()).toEqual(expected);
  });
});

describe('what is not there', () => {
  const index = filled();
  test.each([
    'volcano',
    '쿠팡',
    'naver',
    '김치찌개',
    'photosynthesis',
    'quantum teleportation',
    '카카오톡 장애',
    'zzzz',
  ])('%s finds nothing', (query) => {
    expect(index.search(query, { limit: 10, now: NOW })).toMatchObject({ hits: [], total: 0 });
  });
  test.each([
    ['warehouse advertising', 'one word in one brief, the other in another'],
    ['창고 환급', 'the same in Korean'],
    ['tariff advertising software', 'no brief answers more than one of three words'],
    ['advertising in may', 'the word stands in no brief of that month'],
  ])('%s finds nothing: %s', (query) => {
    expect(files(index, query)).toEqual([]);
  });
  test('a question finds the brief that answers about half of its words', () => {
    expect(files(index, 'which warehouse teams replaced software vendors this spring')).toEqual(['vibe.md']);
  });
  test.each([
    ['haier', 'a letter from hair, a word too short to be its correction'],
    ['순천만', 'a letter from 수천만'],
    ['위닉스', 'begins with a vowel, Knicks does not'],
    ['하이얼', 'sounds like Why Wall, which is no name'],
    ['내일', 'sounds like nail, but is tomorrow'],
    ['C++', 'is not the letter C'],
  ])('%s finds nothing: %s', (query) => {
    const near = openSearchIndex(':memory:', { aliases });
    near.update({
      put: [
        sampleBrief('hair.md', {
          title: 'A brush for curly hair',
          summary: { ko: '수천만 명이 쓴다.', en: '' },
        }),
        sampleBrief('nail.md', { title: 'How to nail it with a C-suite' }),
        sampleBrief('wall.md', { title: 'Why Wall Paint Sells Beside Knicks Tickets', entities: ['Knicks'] }),
        ...background,
      ],
      remove: [],
    });
    expect(files(near, query)).toEqual([]);
    near.close();
  });
  test('a letter with its sign is told as it was typed', () => {
    const { reading, near } = index.search('C++', { limit: 10, now: NOW });
    expect({ unknown: reading.unknown, near }).toEqual({ unknown: ['C++'], near: [] });
  });
  test('offers near terms that do find something', () => {
    const { near } = index.search('distant kellmart volcano eruptions', { limit: 10, now: NOW });
    expect(near).toContain('kellmart');
    for (const term of near) expect(files(index, term), term).not.toEqual([]);
  });
});

describe('narrowing', () => {
  const index = filled();
  test.each([
    ['tariff last week', ['tariff-1.md']],
    ['지난주 관세', ['tariff-1.md']],
    ['4월 관세', ['tariff-2.md']],
    ['tariff in april', ['tariff-2.md']],
    ['tariff since june', ['tariff-1.md']],
    ['source:store gazette tariff', ['tariff-1.md']],
    ['source:store gazette tariff last week', ['tariff-1.md']],
    ['source:store gazette 지난주', ['tariff-1.md']],
    ['source:store gazette 4월', []],
    ['source:store gazette "close forty stores"', ['close.md']],
    ['source:store gazette "forty close stores"', []],
    ['tag:tariff-refunds', ['tariff-1.md']],
    ['Store Gazette', ['tariff-1.md', 'close.md']],
    ['"close forty stores"', ['close.md']],
    ['"forty close stores"', []],
    ['source:nowhere tariff', []],
    ['source:"Store Gazete" tariff', []],
    ['source:"Store Gazette" tariff', ['tariff-1.md']],
    ['yesterday', ['chat.md']],
  ])('%s', (query, expected) => {
    expect(files(index, query)).toEqual(expected);
  });
  test.each([
    ['tag:vibe', { near: ['vibe-coding'], noTag: 'vibe' }],
    ['tag:codng', { near: ['vibe-coding'], noTag: 'codng' }],
    ['tag:zzzzzz', { near: [], noTag: 'zzzzzz' }],
  ])('%s is no tag: near ones are offered', (query, { near, noTag }) => {
    const result = index.search(query, { limit: 9, now: NOW });
    expect(result).toMatchObject({ total: 0, near, reading: { noTag } });
  });
  test.each([
    ['source:', 'source'],
    ['출처: ', 'source'],
    ['source:""', 'source'],
    ['tag:', 'tag'],
    ['태그:', 'tag'],
  ] as const)('%s has nothing behind it and is no word to search for', (query, emptyFilter) => {
    const { total, reading } = index.search(query, { limit: 9, now: NOW });
    expect({ total, reading }).toMatchObject({ total: 0, reading: { emptyFilter, terms: [], unknown: [] } });
    expect(files(index, `tariff ${query}`)).toEqual(files(index, 'tariff'));
  });
  test('options narrow like words do', () => {
    expect(files(index, 'tariff', { since: Date.parse('2026-06-01') })).toEqual(['tariff-1.md']);
    expect(files(index, 'tariff', { until: Date.parse('2026-05-01') })).toEqual(['tariff-2.md']);
    expect(files(index, 'tariff', { source: 'Store Gazette' })).toEqual(['tariff-1.md']);
    expect(index.search('tariff', { limit: 9, now: NOW, source: 'Store Gazete' }).reading.noSource).toBe(
      'Store Gazete',
    );
    expect(files(index, 'tariff', { language: 'ko' })).toEqual([]);
    expect(files(index, 'tariff', { upTo: Date.parse('2026-05-01') })).toEqual(['tariff-2.md']);
  });
  test('pages without gap or repetition', () => {
    const all = files(index, 'tariff');
    expect([
      ...files(index, 'tariff', { limit: 1 }),
      ...files(index, 'tariff', { limit: 1, offset: 1 }),
    ]).toEqual(all);
    expect(index.search('tariff', { limit: 1, now: NOW }).total).toBe(2);
  });
});

describe('saying how the query was read', () => {
  const index = filled();
  test('a translation is not obvious and can be undone', () => {
    const { reading } = index.search('증류', { limit: 10, now: NOW });
    expect(reading.terms.map((term) => term.shown)).toEqual(expect.arrayContaining(['증류', 'distillation']));
    expect(reading).toMatchObject({ obvious: false, literal: '증류' });
    const literal = index.search('디스틸레이션', { limit: 10, now: NOW, only: '디스틸레이션' });
    expect(literal.hits).toEqual([]);
  });
  test('words are said as a person writes them: without an ending, but for a name that ends like one', () => {
    const named = filled();
    const brief = { title: 'Yuniklo opens', entities: ['Yuniklo'], summary: { ko: '유니클로 매장', en: '' } };
    named.update({ put: [sampleBrief('yuniklo.md', brief)], remove: [] });
    const read = (query: string) => {
      const { terms, literal } = named.search(query, { limit: 10, now: NOW }).reading;
      return { shown: terms.map(({ shown }) => shown), literal };
    };
    expect(read('관세가').shown[0]).toBe('관세');
    expect(read('유니클로가').shown[0]).toBe('유니클로');
    expect(read("Tariff's")).toMatchObject({ literal: 'Tariff' });
    expect(read('yuniclo').shown[0]).toBe('Yuniklo');
    named.close();
  });
  test('a word with an ending is obvious', () => {
    expect(index.search('dunmore', { limit: 10, now: NOW }).reading.obvious).toBe(true);
  });
  test('every hit says why', () => {
    const [hit] = index.search('증류 공격은', { limit: 1, now: NOW }).hits;
    expect(hit?.why.join('\n')).toMatch(/증류[\s\S]*공격은/);
  });
});

describe('the index as a cache', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'search-index-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is kept from one opening to the next', () => {
    const file = path.join(folder, 'search.db');
    filled(file).close();
    const index = openSearchIndex(file, { aliases });
    expect(index.indexed().size).toBe(newsroom.length + background.length);
    expect(files(index, '증류').sort()).toEqual(['distil-1.md', 'distil-2.md']);
    index.close();
  });
  test('is begun anew when damaged', () => {
    const file = path.join(folder, 'search.db');
    writeFileSync(file, 'this is no database, whatever its name says'.repeat(100));
    const index = openSearchIndex(file, { aliases });
    expect(index.indexed().size).toBe(0);
    index.update({ put: newsroom, remove: [] });
    expect(files(index, 'dunmore')).toEqual(['close.md']);
    index.close();
  });
  test('is begun anew when another version wrote it', () => {
    const file = path.join(folder, 'search.db');
    filled(file).close();
    const index = openSearchIndex(file, { aliases, version: 'parser 2' });
    expect(index.indexed().size).toBe(0);
    index.close();
  });
});

describe('updating', () => {
  test('a changed brief replaces itself, a removed one is gone, an unchanged one is left alone', () => {
    const index = filled();
    const changed = {
      ...sampleBrief('close.md', { title: 'Dunmore keeps its stores and sells umbrellas' }),
      hash: 'close.md 2',
    };
    index.update({ put: [changed, ...newsroom.slice(0, 2)], remove: ['tariff-2.md', 'never-was.md'] });
    expect(files(index, 'umbrellas')).toEqual(['close.md']);
    expect(files(index, 'closures')).toEqual([]);
    expect(files(index, 'tariff')).toEqual(['tariff-1.md']);
    expect(index.indexed().get('close.md')).toBe('close.md 2');
    expect(index.indexed().size).toBe(newsroom.length + background.length - 1);
  });
  test('brief by brief finds the same as all at once', () => {
    const whole = filled();
    const grown = openSearchIndex(':memory:', { aliases });
    for (const brief of [...newsroom, ...background]) grown.update({ put: [brief], remove: [] });
    for (const query of ['distillation', '관세가', 'kellmart', '바이브코딩', 'volcano']) {
      expect(files(grown, query).sort(), query).toEqual(files(whole, query).sort());
    }
  });
  test('an empty index answers with nothing', () => {
    const index = openSearchIndex(':memory:', { aliases });
    expect(index.search('anything', { limit: 10, now: NOW })).toMatchObject({ hits: [], total: 0 });
    expect(index.suggest('a', { language: 'en', limit: 5 })).toEqual([]);
  });
});

describe('suggestions', () => {
  const index = filled();
  const texts = (typed: string, language: 'ko' | 'en') =>
    index.suggest(typed, { language, limit: 10 }).map(({ text }) => text);
  test('tags and entities that begin with what was typed, with counts', () => {
    expect(index.suggest('kell', { language: 'en', limit: 5 })).toContainEqual({
      text: 'Kellmart',
      kind: 'entity',
      briefs: 2,
    });
    expect(texts('tariff-r', 'en')).toEqual(['tariff-refunds']);
    expect(texts('TARIFF R', 'en')).toEqual(['tariff-refunds']);
  });
  test('a syllable still being composed', () => {
    const korean = openSearchIndex(':memory:', { aliases });
    korean.update({ put: [sampleBrief('a.md', { tags: ['관세'], entities: ['켈마트'] })], remove: [] });
    const typed = ['ㄱ', '고', '과', '관', '관ㅅ', '관세'];
    for (const text of typed)
      expect(
        korean.suggest(text, { language: 'ko', limit: 5 }).map((s) => s.text),
        text,
      ).toEqual(['관세']);
    expect(korean.suggest('켈ㅁ', { language: 'ko', limit: 5 }).map((s) => s.text)).toEqual(['켈마트']);
  });
});

describe('suggestions in a small folder', () => {
  const brief = (file: string) =>
    sampleBrief(file, {
      title: 'OrbanixPay joins a distillation pact',
      tags: ['agent-payments'],
      entities: ['Orbanix Labs'],
      summary: {
        en: 'Companies were told of distillation attacks.',
        ko: '기업들은 오픈소스 증류 공격을 받고 있다고 밝혔습니다. 이는 OrbanixPay의 증류와 같습니다.',
      },
    });
  const indexOf = (count: number) => {
    const index = openSearchIndex(':memory:', { aliases });
    index.update({ put: Array.from({ length: count }, (_, i) => brief(`${i}.md`)), remove: [] });
    return index;
  };
  test.each([1, 5])('of %i briefs: tags, entities and words, with counts, in the language typed', (count) => {
    const index = indexOf(count);
    const texts = (typed: string) =>
      index
        .suggest(typed, { language: /[ㄱ-힣]/.test(typed) ? 'ko' : 'en', limit: 25 })
        .map(({ text, briefs }) => `${text} ${briefs}`);
    expect(texts('OrbanixP')).toEqual([`orbanixpay ${count}`]);
    expect(texts('orbanix l')).toEqual([`Orbanix Labs ${count}`]);
    expect(texts('agent')).toEqual([`agent-payments ${count}`, `agent ${count}`]);
    expect(texts('dist')).toEqual([`distillation ${count}`]);
    for (const typed of ['증', '증ㄹ', '증류']) expect(texts(typed), typed).toEqual([`증류 ${count}`]);
    for (const typed of ['오ㅍ', '옾', '오프', '오픈'])
      expect(texts(typed), typed).toEqual([`오픈소스 ${count}`]);
    expect(texts('밝')).toEqual([]);
    expect(texts('이')).toEqual([]);
    expect(texts('기업')).toEqual([`기업 ${count}`]);
    expect(texts('zz')).toEqual([]);
    index.close();
  });
});

test('a topic counts one less when a brief of it goes or changes, and is gone with the last', () => {
  const index = openSearchIndex(':memory:', { aliases });
  const brief = (file: string, tags: string[], hash = file) =>
    sampleBrief(file, { hash, title: `Story ${file}`, tags, entities: ['Kelmart'] });
  const topics = () =>
    Object.fromEntries(
      index.suggest('', { language: 'en', limit: 9 }).map(({ text, briefs }) => [text, briefs]),
    );
  index.update({ put: [brief('a.md', ['tariffs']), brief('b.md', ['tariffs', 'retail'])], remove: [] });
  expect(topics()).toEqual({ tariffs: 2, retail: 1, Kelmart: 2 });
  index.update({ put: [brief('a.md', ['tariffs'], 'changed')], remove: [] });
  expect(topics()).toEqual({ tariffs: 2, retail: 1, Kelmart: 2 });
  index.update({ put: [], remove: ['b.md'] });
  expect(topics()).toEqual({ tariffs: 1, Kelmart: 1 });
  index.update({ put: [brief('b.md', ['tariffs', 'retail'])], remove: [] });
  expect(topics()).toEqual({ tariffs: 2, retail: 1, Kelmart: 2 });
});

describe('what only a removed brief counted', () => {
  const teaching = Array.from({ length: 30 }, (_, n) =>
    sampleBrief(`s${n}.md`, {
      title: 'Okapi Works opens a lantern plant',
      summary: { ko: '오카피 웍스가 등불 공장을 열었습니다.', en: 'Okapi Works opens a lantern plant.' },
      entities: ['Okapi Works'],
      tags: ['lanterns'],
    }),
  );
  const before = (file: string) => teaching.find((each) => each.file === file) ?? null;
  const texts = (index: SearchIndex, typed: string) =>
    index.suggest(typed, { language: /[ㄱ-힣]/.test(typed) ? 'ko' : 'en', limit: 9 });

  test('is suggested, offered and translated no more', () => {
    const index = filled();
    index.update({ put: teaching, remove: [] });
    expect(texts(index, 'okap')).not.toEqual([]);
    index.update({ put: [], remove: teaching.map(({ file }) => file), before });
    for (const typed of ['okap', 'lantern', '오카', '등불']) expect(texts(index, typed), typed).toEqual([]);
    for (const query of ['okapy', 'Okapi', 'lanterns', '오카피', '등불']) {
      const { hits, near, reading } = index.search(query, { limit: 5, now: NOW });
      expect([hits, near.filter((term) => /okap|lantern|오카|등불/i.test(term))], query).toEqual([[], []]);
      expect(
        reading.terms.filter(({ shown }) => /okap|lantern|오카|등불/i.test(shown)),
        query,
      ).toEqual([]);
    }
    // What others say, too, stays.
    expect(files(index, 'distillation').sort()).toEqual(['distil-1.md', 'distil-2.md']);
    index.close();
  });

  test('counts once, however often it comes and goes, and what it says anew is all that it says', () => {
    const index = filled();
    const [one] = teaching;
    if (!one) throw new Error('no brief');
    for (let time = 0; time < 3; time += 1) {
      index.update({ put: [one], remove: [] });
      expect(texts(index, 'okapi w')[0]).toMatchObject({ text: 'Okapi Works', briefs: 1 });
      index.update({ put: [], remove: [one.file], before });
    }
    index.update({ put: [one], remove: [] });
    const other = sampleBrief(one.file, { title: 'A quokka opens a bakery', entities: ['Quokka'], tags: [] });
    index.update({ put: [{ ...other, hash: 'mended' }], remove: [], before });
    expect([texts(index, 'okap'), texts(index, 'quok').length]).toEqual([[], 1]);
    index.close();
  });
});
