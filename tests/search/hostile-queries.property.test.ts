import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAliases } from '../../src/search/alias-table.ts';
import { openSearchIndex } from '../../src/search/open-search-index.ts';
import { background, newsroom } from './sample-briefs.ts';

const NOW = Date.parse('2026-06-30T09:00:00Z');
const index = openSearchIndex(':memory:', { aliases: parseAliases('- [BNPL, buy now pay later]') });
index.update({ put: [...newsroom, ...background], remove: [] });

const pieces = [
  '"',
  '""',
  "'; DROP TABLE texts; --",
  'NEAR(a b, 3)',
  'title:tariff',
  'AND',
  'OR',
  'NOT',
  '*',
  'tar*',
  '^tariff',
  '(',
  ')',
  '-tariff',
  '{title}: x',
  '%',
  '_',
  '\\',
  '\0',
  '$1',
  '.*',
  '(a+)+$',
  '[',
  '🙂',
  '👨‍👩‍👧',
  '관세',
  'ㅋㅋㅋ',
  'ㄱㅏ',
  '東京',
  'Привет',
  'שלום',
  'مرحبا',
  'ไทย',
  '\u202e',
  '\ud800',
  'tag:',
  'tag:""',
  'source:',
  'source:"',
  'source:store gazette',
  '2026-99-99',
  '13월',
  '99일 전',
  'last 999 years',
  'since',
  '0',
  '-1',
  'constructor',
  '__proto__',
  'toString',
];
const query = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join('')),
  fc.constantFrom(...pieces).map((piece) => piece.repeat(4000).slice(0, 4000)),
);

test('any text is answered, never an error', () => {
  fc.assert(
    fc.property(query, (text) => {
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
