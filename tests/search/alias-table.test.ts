import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aliasKey, parseAliases } from '../../src/search/alias-table.ts';
import { termsOfText } from '../../src/search/terms-of-text.ts';

test('any name of a group leads to all of them, whatever its blanks', () => {
  const { byKey, longest } = parseAliases('- [BNPL, buy now pay later]\n- [BNPL, 선구매 후결제]');
  const names = (text: string) =>
    byKey.get(aliasKey(termsOfText(text)))?.map((group) => group.map((name) => name.text));
  expect(names('bnpl')).toEqual([
    ['BNPL', 'buy now pay later'],
    ['BNPL', '선구매 후결제'],
  ]);
  expect(names('선구매후결제')).toEqual([['BNPL', '선구매 후결제']]);
  expect(names('buy pay later')).toEqual([['BNPL', 'buy now pay later']]);
  expect(longest).toBe(4);
});

test('an empty file has no aliases', () => {
  expect(parseAliases('# nothing yet\n').byKey.size).toBe(0);
});

test.each([
  ['a: b', /must be a list/],
  ['- [alone]', /Entry 1 .* two or more names/],
  ['- [a, b]\n- [a, 1]', /Entry 2/],
  ['- [a, b]\na: [\n', /^Line \d is not valid YAML: [^\n]+; check indentation, quotes and brackets there\.$/],
  ['- [a, \0]', /^Line 1 is not valid YAML: null byte is not allowed in input; check/],
])('%j is refused with what to do', (yaml, reason) => {
  expect(() => parseAliases(yaml)).toThrow(reason);
});

test('the file that comes with the bot is sound', () => {
  const { byKey } = parseAliases(readFileSync('config/aliases.yaml', 'utf8'));
  expect(byKey.size).toBeGreaterThan(100);
  expect(byKey.has('')).toBe(false);
});
