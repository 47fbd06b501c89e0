import type { EditionStory } from '../digest/edition.ts';
import { phrase } from './in-language.ts';
import type { Group, Inline } from './message.ts';
import { phrases } from './phrases.ts';
import type { StoryView } from './story-view.ts';

/** Whether the editors took the story back: nothing of it is shown. */
export function isRemoved(story: EditionStory): boolean {
  return story.edited?.kind === 'retracted';
}

/** What stands where a story stood that was taken back. */
export function removedLine(view: StoryView, number = ''): Inline[] {
  return [{ kind: 'text', text: `${number}${phrase(phrases.removed, view.language)}`, italic: true }];
}

/** The same as small print, so that a notification opens with the next story. */
export function removedGroup(view: StoryView, number = ''): Group {
  return { blocks: [{ kind: 'small', inlines: removedLine(view, number) }] };
}
