import type { EditionStory } from '../digest/edition.ts';
import { languageButtons } from './edition-parts.ts';
import { leadText } from './lead-line.ts';
import type { Message } from './message.ts';
import { storyGroup } from './story-group.ts';
import type { StoryView } from './story-view.ts';

/** One story in full, as a message of its own that can be linked, forwarded and flagged alone. */
export function storyMessage(story: EditionStory, view: StoryView): Message {
  return {
    language: view.language,
    push: leadText(story, view),
    groups: [
      storyGroup(story, view),
      { blocks: [{ kind: 'buttons', buttons: languageButtons(view.language) }], repeats: true },
    ],
  };
}
