import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefsIn } from '../../bench/briefs-in.ts';
import { createStoryIndex } from '../../src/stories/story-index.ts';

const corpus = process.env.CORPUS_DIR;

// Ten of the 217 are one event, and seven of those are known.
describe.skipIf(!corpus)('pairs of real briefs kept apart from learning (needs CORPUS_DIR)', () => {
  const briefs = corpus ? briefsIn(path.join(corpus, 'briefs')) : [];
  const index = createStoryIndex();
  for (const brief of briefs.sort((a, b) => (a.file < b.file ? -1 : 1)))
    index.add(brief, brief.ingestedAt ?? 0);
  const read = (name: string): { a: string; b: string; label: string }[] =>
    JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')).pairs;
  const heldOut = read('./held-out-pairs.json');
  /** Look-alikes are many more here than in a folder. */
  const unseen = read('./unseen-pairs.json');
  const ways: [string, (a: string, b: string) => boolean][] = [
    ['pair by pair', (a, b) => index.compare(a, b)?.label === 'same'],
    ['by story', (a, b) => index.get(a)?.story === index.get(b)?.story],
  ];
  const sets: [string, typeof heldOut, { precision: number; recall: number }][] = [
    ['of any kind', heldOut, { precision: 0.95, recall: 0.7 }],
    ['that look alike', unseen, { precision: 0.84, recall: 0.72 }],
  ];
  test.each(sets.flatMap((set) => ways.map((way) => [set[0], way[0], set, way] as const)))(
    'pairs %s are told apart, and one event is mostly known: %s',
    (_kind, _way, [, pairs, least], [, isOne]) => {
      const said = pairs.filter(({ a, b }) => isOne(a, b));
      const hits = said.filter(({ label }) => label === 'same').length;
      const same = pairs.filter(({ label }) => label === 'same').length;
      expect(hits / said.length).toBeGreaterThanOrEqual(least.precision);
      expect(hits / same).toBeGreaterThanOrEqual(least.recall);
    },
  );
});
