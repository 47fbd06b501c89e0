import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComposeInput, composeEdition } from '../../src/digest/compose-edition.ts';
import type { Candidate, Composition, ToldStory } from '../../src/digest/edition.ts';
import { makeCandidate, makeRules, makeSlot } from './make-brief.ts';

function compose(candidates: Candidate[], given: Partial<ComposeInput> = {}): Composition {
  return composeEdition({
    rules: makeRules(),
    slot: makeSlot(),
    candidates,
    retracted: [],
    told: [],
    lastEditionDate: null,
    isFirst: false,
    now: 1,
    ...given,
  });
}

function tiers({ edition }: Composition): Record<string, string[]> {
  const files = (stories: { lead: { file: string } }[] = []) => stories.map(({ lead }) => lead.file);
  return {
    highlights: files(edition?.highlights),
    headlines: files(edition?.headlines),
    rest: files(edition?.rest),
  };
}

function codes({ verdicts }: Composition): Record<string, string> {
  return Object.fromEntries(verdicts.map(({ file, reason }) => [file, reason.code]));
}

const told: ToldStory = {
  story: 'old.md',
  urlKey: 'news.example/old',
  edition: 'slack:T1:C1:2026-03-09:0830',
  date: '2026-03-09',
  link: 'https://chat.example/p1',
};

describe('what is in', () => {
  test('nothing new gives no edition', () => {
    expect(compose([])).toEqual({ edition: null, verdicts: [], told: [] });
  });

  test('what is too old to be news is still a source of a story that is in', () => {
    const old = { datePublished: '2025-01-05', ingestedAt: null };
    const composed = compose([
      makeCandidate({ file: 'fresh.md' }, { story: 'fresh.md' }),
      makeCandidate({ file: 'late.md', ...old }, { story: 'fresh.md' }),
      makeCandidate({ file: 'stale.md', ...old }),
    ]);
    expect(codes(composed)).toEqual({
      'fresh.md': 'highlight',
      'late.md': 'same-story',
      'stale.md': 'too-old',
    });
    expect(composed.edition?.highlights[0]?.sources).toHaveLength(2);
  });

  test('a brief merged into a better telling is told by that one, also where the story bears its own name', () => {
    const composed = compose([
      makeCandidate({ file: 'first.md', soWhat: { ko: '', en: '' }, confidence: 0.5 }, { story: 'first.md' }),
      makeCandidate({ file: 'richer.md', confidence: 0.95 }, { story: 'first.md' }),
    ]);
    expect(composed.edition?.highlights[0]?.lead.file).toBe('richer.md');
    expect(composed.verdicts[0]).toMatchObject({
      file: 'first.md',
      reason: { code: 'same-story', story: 'richer.md' },
    });
  });

  test('briefs that do not say when they came in do not stretch the days an edition covers', () => {
    const { edition } = compose(
      [makeCandidate({ file: 'a.md' }), makeCandidate({ file: 'b.md', ingestedAt: null })],
      {
        slot: makeSlot('2026-03-12'),
      },
    );
    expect(edition?.span).toEqual({ from: '2026-03-10', to: '2026-03-10' });
  });

  test('a story whose briefs were told is not told again, by story or by address', () => {
    const composed = compose(
      [
        makeCandidate({ file: 'x.md' }, { story: 'old.md' }),
        makeCandidate({ file: 'y.md', urlKey: 'news.example/old' }),
      ],
      { told: [told] },
    );
    expect(composed.edition).toBeNull();
    expect(composed.verdicts.map(({ reason }) => reason)).toEqual([
      { code: 'already-told', edition: told.edition, date: told.date },
      { code: 'already-told', edition: told.edition, date: told.date },
    ]);
  });

  test('an empty address is no address that was told', () => {
    const blank = makeCandidate({ file: 'x.md', url: '', urlKey: '' });
    expect(compose([blank], { told: [{ ...told, urlKey: '' }] }).edition?.highlights).toHaveLength(1);
  });

  test('filters: topics, confidence, age; an unknown value passes', () => {
    const rules = makeRules({ topics: ['checkout'], minConfidence: 0.7, maxAgeDays: 30 });
    const composed = compose(
      [
        makeCandidate({ file: 'in.md' }),
        makeCandidate({ file: 'other.md', tags: [], title: 'Weather', summary: { ko: '비', en: 'Rain' } }),
        makeCandidate({ file: 'unsure.md', confidence: 0.69 }),
        makeCandidate({ file: 'unknown.md', confidence: null, datePublished: '' }),
        makeCandidate({ file: 'limit.md', datePublished: '2026-02-08' }),
        makeCandidate({ file: 'old.md', datePublished: '2026-02-07' }),
        makeCandidate({ file: 'future.md', datePublished: '2026-03-12' }),
      ],
      { rules },
    );
    expect(codes(composed)).toEqual({
      'in.md': 'highlight',
      'other.md': 'outside-topics',
      'unsure.md': 'below-confidence',
      'unknown.md': 'highlight',
      'limit.md': 'highlight',
      'old.md': 'too-old',
      'future.md': 'highlight',
    });
  });

  test('one story once, with its sources', () => {
    const composed = compose([
      makeCandidate({ file: 'a.md' }),
      makeCandidate({ file: 'b.md' }, { story: 'a.md' }),
      makeCandidate({ file: 'c.md', urlKey: 'news.example/a' }),
    ]);
    expect(composed.edition?.highlights).toHaveLength(1);
    expect(composed.edition?.highlights[0]?.sources.map(({ file }) => file).sort()).toEqual(
      expect.arrayContaining(['a.md', 'b.md']),
    );
    expect(Object.values(codes(composed)).sort()).toEqual(['highlight', 'same-story', 'same-url']);
    expect(composed.told.map(({ story }) => story).sort()).toEqual(['a.md', 'a.md', 'c.md']);
  });

  test('two stories that a third brief joins by address are one', () => {
    const composed = compose([
      makeCandidate({ file: 'a.md' }, { story: 's1' }),
      makeCandidate({ file: 'b.md' }, { story: 's2' }),
      makeCandidate({ file: 'c.md', urlKey: 'news.example/a' }, { story: 's2' }),
    ]);
    expect(composed.edition?.highlights).toHaveLength(1);
  });

  test('a later development of a told story is in, and says so', () => {
    const composed = compose([makeCandidate({ file: 'new.md' }, { followUpOf: 'old.md' })], { told: [told] });
    expect(composed.edition?.highlights[0]?.updateOf).toEqual(told);
    const unknown = compose([makeCandidate({ file: 'new.md' }, { followUpOf: 'never.md' })], {
      told: [told],
    });
    expect(unknown.edition?.highlights[0]?.updateOf).toBeNull();
  });
});

describe('order and tiers', () => {
  test('relevance and impact, then confidence, freshness, and the number of sources', () => {
    const better = (given: object, than: object) =>
      tiers(compose([makeCandidate({ file: 'a.md', ...than }), makeCandidate({ file: 'b.md', ...given })]))
        .highlights;
    expect(better({ relevance: 0.9 }, { relevance: 0.5 })).toEqual(['b.md', 'a.md']);
    expect(better({ impact: 'HIGH' }, { impact: 'LOW' })).toEqual(['b.md', 'a.md']);
    expect(better({ confidence: 0.9 }, { confidence: 0.6 })).toEqual(['b.md', 'a.md']);
    expect(better({ datePublished: '2026-03-10' }, { datePublished: '2026-03-05' })).toEqual([
      'b.md',
      'a.md',
    ]);
    const joined = compose([
      makeCandidate({ file: 'a.md' }),
      makeCandidate({ file: 'b.md' }),
      makeCandidate({ file: 'c.md' }, { story: 'b.md' }),
    ]);
    expect(joined.edition?.highlights[0]?.id).toBe('b.md');
  });

  test('at most two highlights from one source; the third is a headline that says why', () => {
    const composed = compose(
      ['a', 'b', 'c', 'd'].map((name, index) =>
        makeCandidate({
          file: `${name}.md`,
          sourceId: name === 'd' ? 'other' : 'same',
          relevance: 0.9 - index / 10,
        }),
      ),
    );
    expect(tiers(composed)).toEqual({ highlights: ['a.md', 'b.md', 'd.md'], headlines: ['c.md'], rest: [] });
    expect(composed.verdicts[2]?.reason).toEqual({ code: 'headline', because: 'source-has-two' });
  });

  test('a so-what that says nothing follows is never a highlight, however high it ranks', () => {
    const composed = compose([
      makeCandidate({
        file: 'quiz.md',
        relevance: 1,
        impact: 'HIGH',
        soWhat: { ko: '직접적인 시사점은 없다.', en: '' },
      }),
    ]);
    expect(tiers(composed)).toEqual({ highlights: [], headlines: ['quiz.md'], rest: [] });
    expect(composed.verdicts[0]?.reason).toEqual({ code: 'headline', because: 'nothing-follows' });
  });

  test('what is beyond the counts is the rest, and judged', () => {
    const many = Array.from({ length: 9 }, (_, index) => makeCandidate({ file: `${index}.md` }));
    const composed = compose(many, { rules: makeRules({ highlights: 2, headlines: 3 }) });
    expect(tiers(composed)).toEqual({
      highlights: ['0.md', '1.md'],
      headlines: ['2.md', '3.md', '4.md'],
      rest: ['5.md', '6.md', '7.md', '8.md'],
    });
    expect(composed.verdicts).toHaveLength(9);
    expect(composed.told).toHaveLength(9);
  });

  test('the order of the candidates changes nothing', () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      makeCandidate(
        { file: `${index}.md`, sourceId: `s${index % 3}`, relevance: (index % 4) / 4 },
        { story: `${index % 8}.md` },
      ),
    );
    const expected = compose(many);
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 12 }), (shuffled) => {
        expect(compose(shuffled)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the edition itself', () => {
  const arrived = (file: string, text: string) => makeCandidate({ file, ingestedAt: Date.parse(text) });

  test('names its key and its span in the channel’s zone', () => {
    const { edition } = compose(
      [arrived('a.md', '2026-03-07T20:00:00Z'), arrived('b.md', '2026-03-09T16:00:00Z')],
      { lastEditionDate: '2026-03-06' },
    );
    expect(edition?.key).toBe('slack:T1:C1:2026-03-10:0830');
    expect(edition?.span).toEqual({ from: '2026-03-08', to: '2026-03-10' });
  });

  test('the span begins with the last edition where older briefs came late', () => {
    const late = [arrived('a.md', '2026-03-01T20:00:00Z'), arrived('b.md', '2026-03-09T16:00:00Z')];
    expect(compose(late, { lastEditionDate: '2026-03-09' }).edition?.span).toEqual({
      from: '2026-03-09',
      to: '2026-03-10',
    });
    expect(compose(late.slice(0, 1), { lastEditionDate: '2026-03-09' }).edition?.span).toEqual({
      from: '2026-03-02',
      to: '2026-03-02',
    });
  });

  test('a filtered-out brief does not stretch the span', () => {
    const { edition } = compose(
      [
        arrived('a.md', '2026-03-09T16:00:00Z'),
        makeCandidate({ file: 'b.md', ingestedAt: Date.parse('2026-03-01T00:00:00Z'), confidence: 0.1 }),
      ],
      { rules: makeRules({ minConfidence: 0.5 }) },
    );
    expect(edition?.span).toEqual({ from: '2026-03-10', to: '2026-03-10' });
  });

  test('is plain data: storing it changes nothing', () => {
    const composed = compose([makeCandidate()]);
    expect(JSON.parse(JSON.stringify(composed))).toEqual(composed);
  });
});

describe('what the editors took back', () => {
  const removed: ToldStory = { ...told, removed: true };

  test('a brief that was taken back before it was judged has a verdict, and is in nothing', () => {
    const composed = compose([makeCandidate({ file: 'b.md' })], { retracted: ['a.md'] });
    expect(codes(composed)).toEqual({ 'a.md': 'retracted', 'b.md': 'highlight' });
    expect(composed.told.map(({ story }) => story)).toEqual(['b.md']);
    expect(compose([], { retracted: ['a.md'] })).toMatchObject({ edition: null, told: [] });
  });

  test('another brief of a story that nothing is left of does not bring it back', () => {
    const late = makeCandidate({ file: 'late.md' }, { story: 'old.md' });
    const composed = compose([late], { told: [removed] });
    expect(composed.verdicts[0]?.reason).toEqual({
      code: 'retracted-story',
      edition: told.edition,
      date: told.date,
    });
    expect(composed.edition).toBeNull();
  });

  test('what goes on after it is told, but as no update to it', () => {
    const next = makeCandidate({ file: 'next.md' }, { followUpOf: 'old.md' });
    expect(compose([next], { told: [removed] }).edition?.highlights[0]?.updateOf).toBeNull();
    expect(compose([next], { told: [told] }).edition?.highlights[0]?.updateOf).toEqual(told);
  });
});
