import type { LibraryBrief } from '../library/library.ts';

/**
 * The briefs taken in between two instants (epoch ms, both inclusive) and those that do not say when, the newest
 * first. Pure.
 */
export function arrivals(briefs: readonly LibraryBrief[], since: number, upTo: number): LibraryBrief[] {
  return briefs
    .filter(({ ingestedAt }) => ingestedAt === null || (ingestedAt >= since && ingestedAt <= upTo))
    .sort((a, b) => (b.ingestedAt ?? 0) - (a.ingestedAt ?? 0));
}
