import { expect, test } from 'vitest';
import { candidates } from '../../src/processing/candidates.ts';
import { fingerprint } from '../../src/processing/fingerprint.ts';
import { lanternBrief } from './lantern-brief.ts';

const nothing = { day: '2026-07-03', asked: 0, refused: [] };
const order = (briefs: Parameters<typeof candidates>[0], failures = new Map<string, number>()) =>
  candidates(briefs, nothing, failures).map(({ file }) => file);
const item = (file: string) => lanternBrief({ file, kind: 'roundup', title: file });
const whole = lanternBrief({
  file: 'whole.md',
  kind: 'brief',
  summary: { ko: '요약입니다.', en: 'A summary.' },
  soWhat: { ko: '그래서', en: 'So what' },
  keyPoints: [],
});

test('an article is not held up by the items of a roundup that came later', () => {
  const items = ['r.md#1', 'r.md#2', 'r.md#3'].map(item);
  const articles = ['a.txt', 'b.txt'].map((file) => lanternBrief({ file }));
  expect(order([...items, ...articles])).toEqual(['a.txt', 'r.md#1', 'b.txt', 'r.md#2', 'r.md#3']);
});

test('a brief that lacks nothing but key points in one language comes last, one that lacks nothing never', () => {
  const points = { ...whole, file: 'points.md', keyPoints: ['2,400 fake accounts were used'] };
  const soWhat = { ...whole, file: 'so-what.md', soWhat: { ko: '', en: 'So what' } };
  expect(order([points, whole, soWhat, lanternBrief({ file: 'a.txt' })])).toEqual([
    'a.txt',
    'so-what.md',
    'points.md',
  ]);
});

test('what was asked about in vain comes after the others, and what was refused not at all', () => {
  const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((file) => lanternBrief({ file, title: file }));
  if (!a || !b || !c) throw new Error('Three articles are needed.');
  expect(order([a, b], new Map([['a.txt', 1]]))).toEqual(['b.txt', 'a.txt']);
  const spent = { ...nothing, refused: [fingerprint(c)] };
  expect(candidates([a, c], spent, new Map()).map(({ file }) => file)).toEqual(['a.txt']);
});
