import { expect, test } from 'vitest';
import { learnLexicon, type SentencePair } from '../../src/search/learn-lexicon.ts';

const pair = (ko: string, en: string): SentencePair => ({ ko: ko.split(' '), en: en.split(' ') });
const lessons = [
  pair('관세 인상', 'tariff rise'),
  pair('관세 환급', 'tariff refund'),
  pair('가격 인상', 'price rise'),
  pair('가격 환급', 'price refund'),
  pair('관세 가격', 'tariff price'),
  pair('증류 공격', 'distil attack'),
  pair('증류 가격', 'distil price'),
  pair('공격 인상', 'attack rise'),
];

test('learns which terms translate each other, both ways', () => {
  const best = new Map<string, { other: string; p: number }>();
  for (const { term, other, p } of learnLexicon(lessons))
    if (p > (best.get(term)?.p ?? 0)) best.set(term, { other, p });
  for (const [ko, en] of [
    ['관세', 'tariff'],
    ['가격', 'price'],
    ['증류', 'distil'],
    ['공격', 'attack'],
  ] as const) {
    expect(best.get(ko)?.other).toBe(en);
    expect(best.get(en)?.other).toBe(ko);
  }
});

test('a pair seen together once teaches nothing', () => {
  expect(learnLexicon([pair('장미', 'rose'), pair('백합', 'lily')])).toEqual([]);
});

test('learns nothing from nothing', () => {
  expect(learnLexicon([])).toEqual([]);
});
