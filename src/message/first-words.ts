import { textOf } from './inlines.ts';
import type { Group } from './message.ts';

/** The first thing that groups say after their header, for a notification; '' where they say nothing. */
export function firstWords(groups: readonly Group[]): string {
  for (const block of groups.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'text' || block.kind === 'quote') return textOf(block.inlines);
    if (block.kind === 'list') return textOf(block.items[0] ?? []);
  }
  return '';
}
