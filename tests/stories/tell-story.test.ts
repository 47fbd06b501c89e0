import { expect, test } from 'vitest';
import { tellStory } from '../../src/stories/tell-story.ts';
import { sampleBrief } from './sample-brief.ts';

const both = sampleBrief({
  file: '0.md',
  title: 'Nordwind accuses three labs of over 16 million copying attacks',
  sourceName: 'Compass',
  url: 'https://compass.example/0',
  urlKey: 'compass.example/0',
  summary: {
    en: 'Nordwind accused three labs of 16 million attacks.',
    ko: 'Nordwind가 1,600만 건의 공격을 고발했습니다.',
  },
  soWhat: { en: 'Check your keys.', ko: '키를 확인하세요.' },
});
const post = sampleBrief({
  file: '1.md',
  made: 'extract',
  kind: 'article',
  title: 'Nordwind accuses labs',
  sourceName: 'Port Gazette',
  keyPoints: [
    '16 million exchanges with its model were counted',
    '13 million exchanges came from Kestrel alone',
  ],
});
const copy = sampleBrief({
  file: '2.md',
  made: 'extract',
  kind: 'article',
  title: 'Nordwind alleges copying',
  sourceName: '',
  summary: {
    en: 'Kestrel was said to have conducted over 13 million interactions; Orrin allegedly carried out over 3.4 million interactions; while Vellum reportedly had over 150,000 interactions.',
    ko: '',
  },
});

test('shows the best-told brief first, then every source once', () => {
  const twin = { ...post, file: '3.md' };
  const told = tellStory([copy, post, twin, both]);
  expect(told.lead).toBe(both);
  expect(told.sources).toEqual([
    { name: 'Compass', url: 'https://compass.example/0', file: '0.md' },
    { name: '“Nordwind alleges copying”', url: '', file: '2.md' },
    { name: 'Port Gazette', url: '', file: '1.md' },
  ]);
});

test('shows the figures that differ, whose they are and who says which', () => {
  expect(tellStory([copy, post, both]).figures).toEqual([
    {
      what: '공격 · interactions',
      values: [
        { text: '16 million', value: 16e6, of: '', saidBy: ['0.md', '1.md'] },
        { text: '13 million', value: 13e6, of: 'Kestrel', saidBy: ['2.md', '1.md'] },
        { text: '3.4 million', value: 3.4e6, of: 'Orrin', saidBy: ['2.md'] },
        { text: '150,000', value: 150_000, of: 'Vellum', saidBy: ['2.md'] },
      ],
    },
  ]);
});

test('says what is counted in both languages where it is told in both, and never by a counter alone', () => {
  const korean = (words: string) => ({ ...copy, file: '4.md', summary: { ko: words, en: '' } });
  const whatOf = (words: string) => tellStory([copy, post, korean(words)]).figures.map(({ what }) => what);
  expect(whatOf('Nordwind는 1,700만 건 이상의 상호작용을 확인했습니다.')).toEqual([
    '상호작용 · interactions',
  ]);
  expect(whatOf('Nordwind는 1,700만 건을 확인했습니다.')).toEqual(['interactions']);
});

test('tells what differs once, in both languages, by the thing that is counted', () => {
  const told = (file: string, en: string, ko: string) =>
    sampleBrief({ file, title: 'Nordwind', summary: { en, ko } });
  const figuresOf = (...briefs: [en: string, ko: string][]) =>
    tellStory(briefs.map(([en, ko], at) => told(`${at}.md`, en, ko))).figures.map(
      ({ what, values }) => `${what}: ${values.map(({ text }) => text).join(', ')}`,
    );
  expect(
    figuresOf(
      ['Nordwind says that 12 million answers were taken.', '답변 1,200만 건이 수집되었다고 밝혔습니다.'],
      ['Nordwind says otherwise.', '확인된 답변만 1,100만 건이라고 말했습니다.'],
    ),
  ).toEqual(['답변 · answers: 12 million, 1,100만']);
  const points = ['11 million answers confirmed so far'];
  expect(
    tellStory([
      told('0.md', 'They took 12 million answers.', ''),
      { ...told('1.md', '', '답변만 1,100만 건이라고 했습니다.'), keyPoints: points },
    ]).figures[0]?.values.map(({ text }) => text),
  ).toEqual(['12 million', '11 million']);
  expect(
    figuresOf(
      ['Nordwind has lost 4,200 barrels.', '통 4,200개를 잃었다고 밝혔습니다.'],
      ['Nordwind has lost 3,900 barrels.', '통 3,900개라고 밝혔습니다.'],
    ),
  ).toEqual(['barrels: 4,200, 3,900']);
  expect(figuresOf(['', '직원을 4,200명이나 줄였습니다.'], ['', '직원 3,900명이라고 합니다.'])).toEqual([
    '직원: 4,200, 3,900',
  ]);
  expect(figuresOf(['', '주민 4,200명이 모였습니다.'], ['', '모두 3,900명이라고 합니다.'])).toEqual([
    ': 4,200, 3,900',
  ]);
  expect(figuresOf(['', '문 40개를 달았습니다.'], ['', '창 60개를 달았습니다.'])).toEqual([]);
  expect(figuresOf(['', '매출이 18% 늘었습니다.'], ['', '이익이 25% 늘었습니다.'])).toEqual([]);
});

test('has no figures to show where all agree, and none for a single brief', () => {
  expect(tellStory([both]).figures).toEqual([]);
  expect(tellStory([both, { ...both, file: '9.md' }]).figures).toEqual([]);
});

test('does not depend on the order', () => {
  expect(tellStory([both, post, copy])).toEqual(tellStory([copy, both, post]));
});
