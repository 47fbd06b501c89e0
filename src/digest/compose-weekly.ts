import type { Edition } from './edition.ts';
import { addDays, localDate } from './local-date.ts';
import { changesOf, mostChanged } from './topic-changes.ts';
import type { Weekly, WeeklyStory } from './weekly.ts';
import { storiesOfEdition } from './with-edits.ts';

const storiesAtMost = 5;
const changesNamed = 3;
const charted = 6;
/** A week with fewer stories is told without topics and chart: they would mean nothing. */
const quietBelow = 6;

export interface WeeklyInput {
  /** The channel's editions of two weeks, with the addresses of the messages that told each story (by story id). */
  editions: readonly { edition: Edition; links: ReadonlyMap<string, string> }[];
  /** Editions composed after `since` and up to `until` are the week's: so that each is in one week. Epoch ms. */
  week: Span;
  timezone: string;
}

/** Instants, epoch ms: after the first, up to the second. */
export interface Span {
  since: number;
  until: number;
}

/**
 * Sums up what a channel was told in a week, and compares it with as long a time before. Pure.
 * @returns null where it was told nothing
 */
export function composeWeekly({ editions, week, timezone }: WeeklyInput): Weekly | null {
  const told = storiesIn(editions, week);
  if (told.length === 0) return null;
  const before = storiesIn(editions, { since: 2 * week.since - week.until, until: week.since });
  const to = localDate(week.until, timezone);
  const [from = to] = [addDays(localDate(week.since, timezone), 1), ...told.map(({ date }) => date)].sort();
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
function storiesIn(editions: WeeklyInput['editions'], { since, until }: Span): WeeklyStory[] {
  const found = new Map<string, WeeklyStory>();
  const inSpan = editions
    .filter(({ edition: { composedAt } }) => composedAt > since && composedAt <= until)
    .sort((a, b) => a.edition.slot.dueAt - b.edition.slot.dueAt);
  for (const { edition, links } of inSpan)
    for (const story of storiesOfEdition(edition).filter(({ edited }) => edited?.kind !== 'retracted'))
      found.set(story.id, { story, date: edition.slot.date, link: links.get(story.id) ?? '' });
  return [...found.values()].sort(
    (a, b) =>
      b.story.score - a.story.score ||
      b.story.sources.length - a.story.sources.length ||
      (a.story.id < b.story.id ? -1 : 1),
  );
}
