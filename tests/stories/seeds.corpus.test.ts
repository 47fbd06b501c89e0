import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefsIn } from '../../bench/briefs-in.ts';
import { createStoryIndex } from '../../src/stories/story-index.ts';
import { tellStory } from '../../src/stories/tell-story.ts';

const corpus = process.env.CORPUS_DIR;

describe.skipIf(!corpus)('five kinds of document on one event (needs CORPUS_DIR)', () => {
  const briefs = corpus ? briefsIn(path.join(corpus, 'seeds')) : [];
  const index = createStoryIndex();
  for (const brief of briefs) index.add(brief, 0);
  const stories = index.stories();
  const event = stories.find((files) => files.length === 5) ?? [];

  test('give one story that all five tell, and eight or more others', () => {
    expect(event.map((file) => file.slice(0, 3))).toEqual(['000', '001', '002', '003', '004']);
    expect(stories.length - 1).toBeGreaterThanOrEqual(8);
  });

  test('is told by the processed brief, with the figures the sources differ in', () => {
    const told = tellStory(briefs.filter((brief) => event.includes(brief.file)));
    expect(told.lead.file).toMatch(/^000/);
    expect(told.sources).toHaveLength(5);
    expect(told.figures[0]?.values.map((said) => [said.value, said.of])).toEqual([
      [16e6, ''],
      [13e6, 'MiniMax'],
      [3.4e6, 'Moonshot AI'],
      [150_000, 'DeepSeek'],
    ]);
  });
});
