import type { EditionStory } from '../digest/edition.ts';
import { languageButtons } from './edition-parts.ts';
import { firstWords } from './first-words.ts';
import type { Message } from './message.ts';
import { storyGroup } from './story-group.ts';
import type { StoryView } from './story-view.ts';

/** One story in full, as a message of its own that can be linked, forwarded and flagged alone. */
export function storyMessage(story: EditionStory, view: StoryView): Message {
  const group = storyGroup(story, view);
  const buttons = languageButtons(view.language);
  return {
    language: view.language,
    push: firstWords([group]),
    groups: [group, { blocks: [{ kind: 'buttons', buttons }], repeats: true }],
  };
}
