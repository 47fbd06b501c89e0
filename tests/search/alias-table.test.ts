import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAliases } from '../../src/search/alias-table.ts';

test('any name of a group leads to the others', () => {
  const { byTerms, longest } = parseAliases('- [BNPL, buy now pay later]\n- [BNPL, 선구매 후결제]');
  expect(byTerms.get('bnpl')?.map(({ text }) => text)).toEqual(['buy now pay later', '선구매 후결제']);
  expect(byTerms.get('buy now pay later')?.map(({ text }) => text)).toEqual(['BNPL']);
  expect(longest).toBe(4);
});

test('an empty file has no aliases', () => {
  expect(parseAliases('# nothing yet\n').byTerms.size).toBe(0);
});

test.each([
  ['a: b', /must be a list/],
  ['- [alone]', /Entry 1 .* two or more names/],
  ['- [a, b]\n- [a, 1]', /Entry 2/],
])('%j is refused with what to do', (yaml, reason) => {
  expect(() => parseAliases(yaml)).toThrow(reason);
});

test('the file that comes with the bot is sound', () => {
  const { byTerms } = parseAliases(readFileSync('config/aliases.yaml', 'utf8'));
  expect(byTerms.size).toBeGreaterThan(100);
  expect(byTerms.has('')).toBe(false);
});
