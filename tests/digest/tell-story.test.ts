import { expect, test } from 'vitest';
import { tellStory } from '../../src/digest/tell-story.ts';
import { makeBrief } from './make-brief.ts';

test('figures that sources give differently name the source, and whose share they are', () => {
  const told = tellStory([
    makeBrief({
      file: 'a.md',
      summary: { ko: '', en: 'Harbor Cart saw 16 million exchanges through 24,000 accounts.' },
      keyPoints: [],
    }),
    makeBrief({
      file: 'b.md',
      summary: { ko: '', en: 'Harbor Cart saw 12 million exchanges through 24,000 accounts.' },
      keyPoints: [],
    }),
  ]);
  const said = told.figures.flatMap(({ values }) => values);
  expect(said.map(({ source }) => source).sort()).toEqual(['Outlet a', 'Outlet b']);
  expect(said.map(({ value }) => value).join()).toMatch(/16 million/);
  expect(told.sources.map(({ file }) => file)).toHaveLength(2);
});

test('two sources without a name are told apart by their titles', () => {
  const nameless = (file: string, title: string, count: string) =>
    makeBrief({
      file,
      title,
      sourceName: '',
      summary: { ko: '', en: `Harbor Cart saw ${count} exchanges through 24,000 accounts.` },
      keyPoints: [],
    });
  const told = tellStory([
    nameless('a.md', 'Harbor Cart counts its exchanges and its accounts anew', '16 million'),
    nameless('b.md', 'Harbor Cart is busy', '12 million'),
  ]);
  const names = ['“Harbor Cart counts its exchanges and…”', '“Harbor Cart is busy”'];
  expect(told.sources.map(({ name }) => name).sort()).toEqual(names);
  expect(told.figures.flatMap(({ values }) => values.map(({ source }) => source)).sort()).toEqual(names);
});
