import { describe, expect, test } from 'vitest';
import { type BriefEdit, indexEdits } from '../../src/digest/edits.ts';
import { editionWithEdits, storyWithEdits } from '../../src/digest/with-edits.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';
import { makeBrief } from './make-brief.ts';

const toldAt = Date.parse('2026-03-10T08:30:00+09:00');
const at = toldAt + 3_600_000;

function edit(given: Partial<BriefEdit>): BriefEdit {
  return { file: 'a.md', kind: 'retracted', at, by: 'Emma', brief: null, others: [], ...given };
}

function correction(given: Parameters<typeof makeBrief>[0], more: Partial<BriefEdit> = {}): BriefEdit {
  const brief = makeBrief({ hash: 'mended', ...given });
  return edit({ file: brief.file, kind: 'corrected', brief, ...more });
}

/** Told by a.md and b.md, which count the shops differently. */
const a = makeBrief({ file: 'a.md', summary: { ko: '', en: 'Harbor Cart opened 12 stores.' } });
const b = makeBrief({ file: 'b.md', summary: { ko: '', en: 'Harbor Cart opened 21 stores.' } });
const twoSources = makeStory(a, {
  sources: [
    { name: 'Outlet a', url: a.url, file: 'a.md' },
    { name: 'Outlet b', url: b.url, file: 'b.md' },
  ],
  figures: [
    {
      what: 'stores',
      values: [
        { value: '12', source: 'Outlet a' },
        { value: '21', source: 'Outlet b' },
      ],
    },
  ],
});

describe('retracting', () => {
  test('a story of one source leaves nothing of it', () => {
    const story = storyWithEdits(makeStory({ file: 'a.md' }), indexEdits([edit({})]), toldAt);
    expect(story.edited).toEqual({ kind: 'retracted', at });
    const { lead, ...rest } = story;
    expect(JSON.stringify(rest)).not.toMatch(/Harbor|news\.example|Outlet/);
    expect({ ...lead, file: '' }).toEqual({ ...makeEmpty(), file: '' });
  });

  test('one of two sources: the other tells it, and no figure differs any more', () => {
    const story = storyWithEdits(twoSources, indexEdits([edit({ others: [b] })]), toldAt);
    expect(story).toMatchObject({
      id: 'a.md',
      lead: b,
      sources: [{ file: 'b.md' }],
      figures: [],
    });
    expect(story).not.toHaveProperty('edited');
    expect(JSON.stringify({ ...story, id: '' })).not.toContain('12 stores');
  });

  test('a second source leaves the lead as it was', () => {
    const story = storyWithEdits(twoSources, indexEdits([edit({ file: 'b.md', others: [a] })]), toldAt);
    expect(story).toMatchObject({ lead: a, sources: [{ file: 'a.md' }], figures: [] });
  });

  test('the lead while nobody knows the other source any more removes the story', () => {
    expect(storyWithEdits(twoSources, indexEdits([edit({})]), toldAt).edited?.kind).toBe('retracted');
  });

  test('all of its sources removes the story', () => {
    const edits = indexEdits([edit({ others: [b] }), edit({ file: 'b.md', others: [a], at: at + 1 })]);
    expect(storyWithEdits(twoSources, edits, toldAt).edited).toEqual({ kind: 'retracted', at: at + 1 });
  });

  test('counts however long ago the story was told, or told after', () => {
    const edits = indexEdits([edit({})]);
    for (const told of [0, at + 86_400_000])
      expect(storyWithEdits(makeStory({ file: 'a.md' }), edits, told).edited?.kind).toBe('retracted');
  });
});

describe('correcting', () => {
  test('shows the mended text, marked', () => {
    const mended = correction({
      file: 'a.md',
      title: 'Harbor Cart opens two stores',
      sourceName: 'Outlet A',
    });
    const story = storyWithEdits(makeStory({ file: 'a.md' }), indexEdits([mended]), toldAt);
    expect(story.edited).toEqual({ kind: 'corrected', at });
    expect(story.lead).toBe(mended.brief);
    expect(story.sources[0]?.name).toBe('Outlet A');
  });

  test('makes a differing figure go once it no longer differs', () => {
    const mended = correction(
      { file: 'b.md', summary: { ko: '', en: 'Harbor Cart opened 12 stores.' } },
      { others: [a] },
    );
    const story = storyWithEdits(twoSources, indexEdits([mended]), toldAt);
    expect(story.figures).toEqual([]);
    expect(story.lead.file).toBe('a.md');
    expect(story).not.toHaveProperty('edited');
  });

  test('changes nothing in what was told with the mended text, or with later text', () => {
    const mended = indexEdits([correction({ file: 'a.md' })]);
    const told = makeStory({ file: 'a.md', hash: 'mended' });
    expect(storyWithEdits(told, mended, at - 1)).toBe(told);
    const later = makeStory({ file: 'a.md', hash: 'mended again' });
    expect(storyWithEdits(later, mended, at + 3_600_000)).toBe(later);
  });

  test('and retracting: the retraction counts, and the correction is there again after it', () => {
    const mended = correction({ file: 'a.md' });
    const story = makeStory({ file: 'a.md' });
    expect(storyWithEdits(story, indexEdits([mended, edit({})]), toldAt).edited?.kind).toBe('retracted');
    expect(storyWithEdits(story, indexEdits([mended]), toldAt).edited?.kind).toBe('corrected');
  });
});

test('an edition is edited wherever the story stands; what no edit concerns stays as it is', () => {
  const edition = makeEdition({ composedAt: toldAt });
  expect(editionWithEdits(edition, indexEdits([]))).toBe(edition);
  const edited = editionWithEdits(edition, indexEdits([edit({}), edit({ file: 'c.md' })]));
  expect(edited.highlights[0]?.edited?.kind).toBe('retracted');
  expect(edited.rest[0]?.edited?.kind).toBe('retracted');
  expect(edited.headlines[0]).toBe(edition.headlines[0]);
});

function makeEmpty() {
  const empty = makeBrief({ file: 'a.md' });
  return Object.fromEntries(
    Object.entries(empty).map(([key, value]) => {
      if (key === 'kind' || key === 'made') return [key, value];
      if (Array.isArray(value)) return [key, []];
      if (typeof value === 'string') return [key, ''];
      if (typeof value === 'number' || value === null) return [key, null];
      return [key, { ko: '', en: '' }];
    }),
  );
}
