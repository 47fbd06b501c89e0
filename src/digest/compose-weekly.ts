import type { Edition } from './edition.ts';
import { addDays } from './local-date.ts';
import { changesOf, mostChanged } from './topic-changes.ts';
import type { Weekly, WeeklyStory } from './weekly.ts';

const days = 7;
const storiesAtMost = 5;
const changesNamed = 3;
const charted = 6;
/** A week with fewer stories is told without topics and chart: they would mean nothing. */
const quietBelow = 6;

export interface WeeklyInput {
  /** The channel's editions of two weeks, with the addresses of the messages that told each story (by story id). */
  editions: readonly { edition: Edition; links: ReadonlyMap<string, string> }[];
  /** Last day of the week, `YYYY-MM-DD`. */
  to: string;
}

/**
 * Sums up what a channel was told in the seven days up to a date. Pure.
 * @returns null where it was told nothing
 */
export function composeWeekly({ editions, to }: WeeklyInput): Weekly | null {
  const from = addDays(to, 1 - days);
  const told = storiesIn(editions, { from, to });
  if (told.length === 0) return null;
  const before = storiesIn(editions, { from: addDays(from, -days), to: addDays(from, -1) });
  const changes = told.length < quietBelow ? [] : changesOf(told, before);
  const comparable = before.length > 0;
  const rose = changes.filter(({ now, before: then }) => now > then);
  const fell = changes.filter(({ now, before: then }) => now < then);
  return {
    span: { from, to },
    total: told.length,
    sources: new Set(told.flatMap(({ story }) => story.sources.map(({ name }) => name.toLowerCase()))).size,
    stories: told.slice(0, storiesAtMost),
    rose: comparable ? mostChanged(rose).slice(0, changesNamed) : [],
    fell: comparable ? mostChanged(fell).slice(0, changesNamed) : [],
    charted: changes.slice(0, charted),
    comparable,
  };
}

/** The stories of the editions in a span, each once as it was told last, best first. */
function storiesIn(editions: WeeklyInput['editions'], span: { from: string; to: string }): WeeklyStory[] {
  const found = new Map<string, WeeklyStory>();
  const inSpan = editions
    .filter(({ edition: { slot } }) => slot.date >= span.from && slot.date <= span.to)
    .sort((a, b) => a.edition.slot.dueAt - b.edition.slot.dueAt);
  for (const { edition, links } of inSpan)
    for (const story of [...edition.highlights, ...edition.headlines, ...edition.rest])
      found.set(story.id, { story, date: edition.slot.date, link: links.get(story.id) ?? '' });
  return [...found.values()].sort(
    (a, b) =>
      b.story.score - a.story.score ||
      b.story.sources.length - a.story.sources.length ||
      (a.story.id < b.story.id ? -1 : 1),
  );
}
