import type { Mark } from '../delivery/delivery-store.ts';

/** Whether one of the marks covers the brief: it was first seen, and taken in, no later than the mark says. */
export function isCovered(marks: readonly Mark[], brief: { seq: number; ingestedAt: number }): boolean {
  return marks.some((mark) => brief.seq <= mark.seq && brief.ingestedAt <= mark.at);
}

/** Whether everything the second mark covers is covered by the first. */
export function covers(first: Mark, second: Mark): boolean {
  return first.seq >= second.seq && first.at >= second.at;
}
