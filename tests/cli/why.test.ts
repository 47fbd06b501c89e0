import { expect, test } from 'vitest';
import { filesNamed } from '../../src/cli/why.ts';

const known = [
  '2026-07-03/a.md',
  '2026-07-03/weekly.md#1',
  '2026-07-03/weekly.md#2',
  '2026-07-04/b.md',
  '2026-07-05/b.md',
];

test.each([
  ['2026-07-03/a.md', ['2026-07-03/a.md']],
  ['briefs/2026-07-03/a.md', ['2026-07-03/a.md']],
  ['a.md', ['2026-07-03/a.md']],
  ['2026-07-03/weekly.md', ['2026-07-03/weekly.md#1', '2026-07-03/weekly.md#2']],
  ['2026-07-03/weekly.md#2', ['2026-07-03/weekly.md#2']],
  ['weekly.md', ['2026-07-03/weekly.md#1', '2026-07-03/weekly.md#2']],
  ['b.md', []],
  ['eekly.md', []],
  ['c.md', []],
])('%s means %j', (typed, files) => {
  expect(filesNamed(typed, 'briefs', known)).toEqual(files);
});
