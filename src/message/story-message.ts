import type { EditionStory } from '../digest/edition.ts';
import { languageButtons } from './edition-parts.ts';
import type { Message } from './message.ts';
import { storyGroup } from './story-group.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

/** One story in full, as a message of its own that can be linked, forwarded and flagged alone. */
export function storyMessage(story: EditionStory, view: StoryView): Message {
  const language = view.language === 'en' ? 'en' : 'ko';
  return {
    language: view.language,
    push: tellBrief(story.lead, language, view.soWhat).lead.text,
    groups: [
      storyGroup(story, view),
      { blocks: [{ kind: 'buttons', buttons: languageButtons(view.language) }], repeats: true },
    ],
  };
}
