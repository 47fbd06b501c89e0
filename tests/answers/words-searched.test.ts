import { expect, test } from 'vitest';
import { wordsSearched } from '../../src/answers/words-searched.ts';
import type { ReadTerm } from '../../src/search/search-types.ts';

const way = (typed: string, shown: string, origin: ReadTerm['origin'], weight: number): ReadTerm => ({
  typed,
  shown,
  origin,
  weight,
});

test('in the other script a name kept by hand goes before what was learned and is not sure', () => {
  const own = way('인공지능', '인공지능', 'as typed', 1);
  const half = way('인공지능', 'artificial', 'translation', 0.82);
  const kept = way('인공지능', 'AI', 'alias', 0.8);
  expect(wordsSearched({ terms: [own, half, kept], obvious: false })).toEqual(['인공지능', 'AI']);
  const sure = way('인공지능', 'ai', 'translation', 0.95);
  expect(wordsSearched({ terms: [own, sure, kept], obvious: false })).toEqual(['인공지능', 'ai']);
});

test('one word is said once, however it is written, and never a tag or a fragment', () => {
  const terms = [
    way('bnpl', 'BNPL', 'as typed', 1),
    way('bnpl', '#bnpl', 'tag', 1),
    way('선구매', 'bnpl', 'alias', 0.8),
    way('선구매', '선구 매', 'part of a compound', 0.9),
  ];
  expect(wordsSearched({ terms, obvious: false })).toEqual(['BNPL']);
});

test('at most six words, and none where what was typed is what was searched', () => {
  const terms = [...'abcdefgh'].map((letter) => way(letter, letter, 'as typed', 1));
  expect(wordsSearched({ terms, obvious: false })).toHaveLength(6);
  expect(wordsSearched({ terms, obvious: true })).toEqual([]);
});
