import type { EditionStory } from '../digest/edition.ts';
import { storiesWithin } from '../digest/map-stories.ts';
import { filesOf } from '../digest/with-edits.ts';
import type { Telling } from './edit-store.ts';

/** The stories that a telling is made from, as they were told. */
export function storiesIn({ edition, answer }: Telling): EditionStory[] {
  return storiesWithin([edition, answer?.body]);
}

/** Every file they show. */
export function filesIn(tellings: readonly Telling[]): string[] {
  return [...new Set(tellings.flatMap(storiesIn).flatMap(filesOf))];
}

/** The files that stand beside one in a story as it was told. */
export function filesBeside(file: string, tellings: readonly Telling[]): string[] {
  const stories = tellings.flatMap(storiesIn).map(filesOf);
  const beside = stories.filter((files) => files.includes(file)).flat();
  return [...new Set(beside)].filter((each) => each !== file);
}
