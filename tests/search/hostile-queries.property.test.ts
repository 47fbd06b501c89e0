import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAliases } from '../../src/search/alias-table.ts';
import { openSearchIndex } from '../../src/search/open-search-index.ts';
import { hostileQuery } from './hostile-query.ts';
import { background, newsroom } from './sample-briefs.ts';

const NOW = Date.parse('2026-06-30T09:00:00Z');
const index = openSearchIndex(':memory:', { aliases: parseAliases('- [BNPL, buy now pay later]') });
index.update({ put: [...newsroom, ...background], remove: [] });

test('any text is answered, never an error', () => {
  fc.assert(
    fc.property(hostileQuery, (text) => {
      const { hits, total, near } = index.search(text, { limit: 10, now: NOW });
      expect(hits.length).toBeLessThanOrEqual(Math.min(10, total));
      expect(new Set(hits.map((hit) => hit.file)).size).toBe(hits.length);
      expect(near.length).toBeLessThanOrEqual(3);
      expect(
        index.search(text, { limit: 10, now: NOW, only: text, source: text }).hits.length,
      ).toBeLessThanOrEqual(10);
      expect(index.suggest(text, { language: 'ko', limit: 5 }).length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 400 },
  );
});

test.each(['', '   ', '🙂🙂🙂', '!!!', '"', 'tag:'])('%j has nothing to search for', (text) => {
  expect(index.search(text, { limit: 10, now: NOW }).hits).toEqual([]);
});
