import { expect, test } from 'vitest';
import { type FoundGroup, rankBriefs } from '../../src/search/rank-briefs.ts';

function found(typed: string, ids: number[], partOf?: string): FoundGroup {
  const alternative = { terms: [typed], shown: typed, origin: 'as typed' as const, weight: 1 };
  return {
    group: { typed, words: [], alternatives: [alternative], ...(partOf !== undefined && { partOf }) },
    common: false,
    found: [
      { alternative, matches: { briefs: ids.length, rows: ids.map((id): [number, number] => [id, 1]) } },
    ],
  };
}

test('half of a compound says nothing, and the brief is still found by the rest of the query', () => {
  const groups = [
    found('던모어', [1, 2]),
    found('재무', [2], '재무책임자'),
    found('책임자', [1, 2, 3], '재무책임자'),
  ];
  const ranked = rankBriefs(groups, [], 100, 100, 0.3);
  expect(ranked.map(({ id }) => id)).toEqual([2, 1]);
  expect(ranked[1]?.by.map((alternative) => alternative?.shown)).toEqual(['던모어', undefined, undefined]);
});

test('half of a compound alone finds nothing', () => {
  const groups = [found('재무', [1], '재무책임자'), found('책임자', [2], '재무책임자')];
  expect(rankBriefs(groups, [], 100, 100, 0.3)).toEqual([]);
});
