import type { StoryTerms } from './story-terms.ts';

/**
 * Days between two briefs as they state them, less what the later one may tell late; where one states none,
 * between the days they were first seen.
 */
export function daysApart(a: StoryTerms, b: StoryTerms): number {
  const stated = Math.abs(a.day - b.day);
  if (Number.isNaN(stated)) return Math.abs(a.seenDay - b.seenDay);
  return Math.max(0, stated - laterOf(a, b).lateDays);
}

/** The brief that tells later; the second where it cannot be told. */
export function laterOf(a: StoryTerms, b: StoryTerms): StoryTerms {
  return a.day > b.day ? a : b;
}
