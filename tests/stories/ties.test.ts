import { expect, test, vi } from 'vitest';
import { storyTerms } from '../../src/stories/story-terms.ts';
import { createTies } from '../../src/stories/ties.ts';
import { createVocabulary } from '../../src/stories/vocabulary.ts';
import { sampleBrief } from './sample-brief.ts';

const vocabulary = createVocabulary();
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((file) =>
  storyTerms(sampleBrief({ file, title: file }), 0, vocabulary),
) as [Terms, Terms, Terms, Terms];
type Terms = ReturnType<typeof storyTerms>;

test('a third brief that tells the same as both is a witness, one that tells the same as one is none', () => {
  const ties = createTies(() => []);
  ties.add(a, []);
  ties.add(b, [[a, 0.2]]);
  ties.add(c, [
    [a, 0.9],
    [b, 0.7],
  ]);
  expect(ties.company(a, b)).toEqual({ witness: 0.7 });
  ties.add(d, [[a, 0.8]]);
  expect(ties.company(a, b)).toEqual({ witness: 0.7 });
});

test('a pair is no witness of itself, and a removed brief is heard no more', () => {
  const ties = createTies(() => []);
  ties.add(a, []);
  ties.add(b, [[a, 0.9]]);
  expect(ties.company(a, b)).toEqual({ witness: 0 });
  ties.add(c, [
    [a, 0.9],
    [b, 0.7],
  ]);
  ties.remove(c);
  expect(ties.company(a, b)).toEqual({ witness: 0 });
});

test('a brief that was taken in without its neighbours asks for them once', () => {
  const scoresOf = vi.fn((terms: Terms): [Terms, number][] => (terms === a ? [[c, 0.6]] : [[c, 0.5]]));
  const ties = createTies(scoresOf);
  expect(ties.company(a, b).witness).toBe(0.5);
  expect(ties.company(b, a).witness).toBe(0.5);
  expect(scoresOf).toHaveBeenCalledTimes(2);
});
