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
  const { pairs }: { pairs: { a: string; b: string; label: string }[] } = JSON.parse(
    readFileSync(new URL('./held-out-pairs.json', import.meta.url), 'utf8'),
  );

  const ways: [string, (a: string, b: string) => boolean][] = [
    ['pair by pair', (a, b) => index.compare(a, b)?.label === 'same'],
    ['by story', (a, b) => index.get(a)?.story === index.get(b)?.story],
  ];
  test.each(ways)('are told apart nearly always, and one event is mostly known: %s', (_, isOne) => {
    const said = pairs.filter(({ a, b }) => isOne(a, b));
    const hits = said.filter(({ label }) => label === 'same').length;
    const same = pairs.filter(({ label }) => label === 'same').length;
    expect(hits / said.length).toBeGreaterThanOrEqual(0.95);
    expect(hits / same).toBeGreaterThanOrEqual(0.7);
  });
});
