import { expect, test } from 'vitest';
import { kindLines } from '../../src/cli/check.ts';

const kinds = [
  { file: 'a.md', kind: 'brief', because: 'front matter with the fields of a brief' },
  { file: 'b.md', kind: 'brief', because: 'front matter with the fields of a brief' },
  { file: 'c.md', kind: 'roundup', because: '5 items in 3 sections' },
  { file: 'd.md', kind: null, because: 'neither items nor running text' },
] as const;

test('briefs share a line; every other file says what it was taken for', () => {
  expect(kindLines(kinds, false)).toEqual([
    '  2 files: read as brief, because front matter with the fields of a brief',
    '  c.md: read as roundup, because 5 items in 3 sections',
  ]);
});

test('with --all each file has a line', () => {
  expect(kindLines(kinds, true)).toEqual([
    '  a.md: read as brief, because front matter with the fields of a brief',
    '  b.md: read as brief, because front matter with the fields of a brief',
    '  c.md: read as roundup, because 5 items in 3 sections',
  ]);
});
