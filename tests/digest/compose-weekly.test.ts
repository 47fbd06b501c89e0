import { describe, expect, test } from 'vitest';
import { composeWeekly } from '../../src/digest/compose-weekly.ts';
import type { Edition, EditionStory } from '../../src/digest/edition.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';
import { makeSlot } from './make-brief.ts';

type Told = { edition: Edition; links: ReadonlyMap<string, string> };

function on(date: string, stories: EditionStory[], links: [string, string][] = []): Told {
  const edition = makeEdition({ slot: makeSlot(date), highlights: stories, headlines: [], rest: [] });
  return { edition, links: new Map(links) };
}

const story = (file: string, tags: string[], score = 0.5) => makeStory({ file, tags }, { score });
const many = (prefix: string, count: number, tags: string[]) =>
  Array.from({ length: count }, (_, at) => story(`${prefix}${at}.md`, tags));

test('a channel that was told nothing has no week', () => {
  expect(composeWeekly({ editions: [], to: '2026-03-13' })).toBeNull();
  expect(composeWeekly({ editions: [on('2026-03-06', [story('a.md', [])])], to: '2026-03-13' })).toBeNull();
});

describe('stories', () => {
  test('the best of seven days, each once as it was told last, with the message that told it', () => {
    const week = composeWeekly({
      editions: [
        on('2026-03-06', [story('too-early.md', [], 0.9)]),
        on('2026-03-07', [story('a.md', [], 0.4)], [['a.md', 'https://chat.example/1']]),
        on(
          '2026-03-12',
          [story('b.md', [], 0.6), story('a.md', [], 0.8)],
          [['a.md', 'https://chat.example/2']],
        ),
      ],
      to: '2026-03-13',
    });
    expect(week?.span).toEqual({ from: '2026-03-07', to: '2026-03-13' });
    expect(week?.total).toBe(2);
    expect(week?.stories.map(({ story: { id }, date, link }) => [id, date, link])).toEqual([
      ['a.md', '2026-03-12', 'https://chat.example/2'],
      ['b.md', '2026-03-12', ''],
    ]);
  });

  test('five at most', () => {
    const week = composeWeekly({ editions: [on('2026-03-10', many('a', 9, []))], to: '2026-03-13' });
    expect(week?.stories).toHaveLength(5);
    expect(week?.total).toBe(9);
  });
});

describe('topics', () => {
  const before = on('2026-03-05', [...many('p', 4, ['retail-media']), ...many('q', 2, ['checkout'])]);

  test('what rose and what fell, as people read it', () => {
    const now = on('2026-03-10', [
      ...many('a', 5, ['agentic-commerce', 'checkout']),
      story('r.md', ['retail-media']),
    ]);
    const week = composeWeekly({ editions: [before, now], to: '2026-03-13' });
    expect(week?.rose).toEqual([
      { topic: 'agentic commerce', now: 5, before: 0 },
      { topic: 'checkout', now: 5, before: 2 },
    ]);
    expect(week?.fell).toEqual([{ topic: 'retail media', now: 1, before: 4 }]);
    expect(week?.charted.map(({ topic }) => topic)).toEqual(['checkout', 'agentic commerce', 'retail media']);
  });

  test('a tag of one story is no topic', () => {
    const week = composeWeekly({
      editions: [on('2026-03-10', many('a', 5, ['x-tag']).concat(story('b.md', ['only-here'])))],
      to: '2026-03-13',
    });
    expect(week?.charted.map(({ topic }) => topic)).toEqual(['x tag']);
  });

  test('without a week before there is nothing to compare', () => {
    const week = composeWeekly({ editions: [on('2026-03-10', many('a', 6, ['x']))], to: '2026-03-13' });
    expect([week?.comparable, week?.rose, week?.fell]).toEqual([false, [], []]);
  });

  test('a quiet week has none', () => {
    const week = composeWeekly({
      editions: [before, on('2026-03-10', many('a', 5, ['x']))],
      to: '2026-03-13',
    });
    expect([week?.charted, week?.rose, week?.fell]).toEqual([[], [], []]);
  });
});
