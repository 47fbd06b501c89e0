import { describe, expect, test } from 'vitest';
import { judgePairs } from '../../src/cli/stories.ts';
import { backgroundNews, kestrelNews, sampleBrief } from '../stories/sample-brief.ts';

const item = (name: string, title: string, en: string) =>
  sampleBrief({
    file: `roundup.md#${name}`,
    title,
    sourceId: 'roundup',
    datePublished: '2026-03-04',
    summary: { ko: '', en },
  });
const briefs = [
  ...backgroundNews(60),
  ...kestrelNews,
  item('1', 'Solar roofs for ferries', 'A ferry line puts solar roofs on its boats.'),
  item(
    '2',
    'Kestrel Foods to buy Orrin Bakeries for $420 million',
    'Kestrel Foods is buying Orrin Bakeries for $420 million in cash, 180 bakeries in all.',
  ),
];

describe('judgePairs', () => {
  test('answers in the order asked, with a label and a score', () => {
    const pairs = [
      { a: 'c-port-gazette.md', b: 'z-001.md' },
      { a: 'a-port-gazette.md', b: 'b-north-wire.md' },
    ];
    const { judged, unknown } = judgePairs(pairs, briefs);
    expect(judged).toEqual([
      { ...pairs[0], label: 'different', score: expect.any(Number) },
      { ...pairs[1], label: 'same', score: expect.any(Number) },
    ]);
    expect(judged[1]?.score).toBeGreaterThan(judged[0]?.score ?? 1);
    expect(unknown).toEqual([]);
  });

  test('a file of several items is as near as its nearest', () => {
    const { judged } = judgePairs([{ a: 'roundup.md', b: 'a-port-gazette.md' }], briefs);
    expect(judged[0]?.label).toBe('same');
    expect(judgePairs([{ a: 'roundup.md#1', b: 'a-port-gazette.md' }], briefs).judged[0]?.label).toBe(
      'different',
    );
  });

  test('names files that are not there, and goes on', () => {
    const { judged, unknown } = judgePairs([{ a: 'gone.md', b: 'a-port-gazette.md' }], briefs);
    expect(judged).toEqual([{ a: 'gone.md', b: 'a-port-gazette.md', label: 'different', score: 0 }]);
    expect(unknown).toEqual(['gone.md']);
  });
});
