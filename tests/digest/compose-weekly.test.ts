import { describe, expect, test } from 'vitest';
import { composeWeekly } from '../../src/digest/compose-weekly.ts';
import type { Edition, EditionStory } from '../../src/digest/edition.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';
import { makeSlot } from './make-brief.ts';

type Told = { edition: Edition; links: ReadonlyMap<string, string> };

const at = (time: string) => Date.parse(`${time}+09:00`);
const timezone = 'Asia/Seoul';
/** From Friday to Friday at 17:00. */
const week = { since: at('2026-03-06T17:00'), until: at('2026-03-13T17:00') };

function on(date: string, stories: EditionStory[], links: [string, string][] = [], time = '08:30'): Told {
  const composedAt = at(`${date}T${time}`);
  const edition = makeEdition({
    slot: makeSlot(date),
    composedAt,
    highlights: stories,
    headlines: [],
    rest: [],
  });
  return { edition, links: new Map(links) };
}

const story = (file: string, tags: string[], score = 0.5) => makeStory({ file, tags }, { score });
const many = (prefix: string, count: number, tags: string[]) =>
  Array.from({ length: count }, (_, at) => story(`${prefix}${at}.md`, tags));

test('a channel that was told nothing has no week', () => {
  expect(composeWeekly({ editions: [], week, timezone })).toBeNull();
  expect(composeWeekly({ editions: [on('2026-03-06', [story('a.md', [])])], week, timezone })).toBeNull();
});

describe('stories', () => {
  test('the best of seven days, each once as it was told last, with the message that told it', () => {
    const sum = composeWeekly({
      editions: [
        on('2026-03-06', [story('too-early.md', [], 0.9)]),
        on('2026-03-07', [story('a.md', [], 0.4)], [['a.md', 'https://chat.example/1']]),
        on(
          '2026-03-12',
          [story('b.md', [], 0.6), story('a.md', [], 0.8)],
          [['a.md', 'https://chat.example/2']],
        ),
      ],
      week,
      timezone,
    });
    expect(sum?.span).toEqual({ from: '2026-03-07', to: '2026-03-13' });
    expect(sum?.total).toBe(2);
    expect(sum?.stories.map(({ story: { id }, date, link }) => [id, date, link])).toEqual([
      ['a.md', '2026-03-12', 'https://chat.example/2'],
      ['b.md', '2026-03-12', ''],
    ]);
  });

  test('an edition of the day itself, after the hour, is in the next week and in no other', () => {
    const late = on('2026-03-13', [story('late.md', [])], [], '18:00');
    const next = { since: week.until, until: at('2026-03-20T17:00') };
    const told = (span: typeof week) =>
      composeWeekly({ editions: [late], week: span, timezone })?.stories.map(({ story: { id } }) => id);
    expect([told(week), told(next)]).toEqual([undefined, ['late.md']]);
    expect(composeWeekly({ editions: [late], week: next, timezone })?.span.from).toBe('2026-03-13');
  });

  test('five at most', () => {
    const sum = composeWeekly({ editions: [on('2026-03-10', many('a', 9, []))], week, timezone });
    expect(sum?.stories).toHaveLength(5);
    expect(sum?.total).toBe(9);
  });
});

describe('topics', () => {
  const before = on('2026-03-05', [...many('p', 4, ['retail-media']), ...many('q', 2, ['checkout'])]);

  test('what rose and what fell, as people read it', () => {
    const now = on('2026-03-10', [
      ...many('a', 5, ['agentic-commerce', 'checkout']),
      story('r.md', ['retail-media']),
    ]);
    const sum = composeWeekly({ editions: [before, now], week, timezone });
    expect(sum?.rose).toEqual([
      { topic: 'agentic commerce', now: 5, before: 0 },
      { topic: 'checkout', now: 5, before: 2 },
    ]);
    expect(sum?.fell).toEqual([{ topic: 'retail media', now: 1, before: 4 }]);
    expect(sum?.charted.map(({ topic }) => topic)).toEqual(['checkout', 'agentic commerce', 'retail media']);
  });

  test('a tag of one story is no topic', () => {
    const sum = composeWeekly({
      editions: [on('2026-03-10', many('a', 5, ['x-tag']).concat(story('b.md', ['only-here'])))],
      week,
      timezone,
    });
    expect(sum?.charted.map(({ topic }) => topic)).toEqual(['x tag']);
  });

  test('without a week before there is nothing to compare', () => {
    const sum = composeWeekly({ editions: [on('2026-03-10', many('a', 6, ['x']))], week, timezone });
    expect([sum?.comparable, sum?.rose, sum?.fell]).toEqual([false, [], []]);
  });

  test('a quiet week has none', () => {
    const sum = composeWeekly({
      editions: [before, on('2026-03-10', many('a', 5, ['x']))],
      week,
      timezone,
    });
    expect([sum?.charted, sum?.rose, sum?.fell]).toEqual([[], [], []]);
  });
});
