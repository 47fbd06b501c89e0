import type { EditionStory } from '../digest/edition.ts';
import { inLanguage, ownText } from './in-language.ts';
import { linked, marked, words } from './inlines.ts';
import { leadIsTitle, leadLine } from './lead-line.ts';
import type { Block, Group } from './message.ts';
import { isRemoved, removedGroup } from './removed-story.ts';
import { sourceLine } from './source-line.ts';
import type { StoryView } from './story-view.ts';

function soWhat(text: string, mark: string): Block[] {
  return text === '' ? [] : [{ kind: 'text', inlines: [words(`→ ${text}`), ...marked(mark)] }];
}

/** What stands between the bold line and the small print. In `both` the English half opens with the title as written. */
function middle(story: EditionStory, view: StoryView): Block[] {
  const { title, url } = story.lead;
  const field = view.soWhat ? story.lead.soWhat : { ko: '', en: '' };
  if (view.language !== 'both') {
    const { text, mark } = inLanguage(field, view.language);
    return soWhat(text, mark);
  }
  return [
    ...soWhat(ownText(field, 'ko'), ''),
    ...(leadIsTitle(story, view)
      ? []
      : [{ kind: 'text' as const, apart: true as const, inlines: [linked(title, url)] }]),
    ...soWhat(ownText(field, 'en'), ''),
  ];
}

/** A story at a glance: the bold line, `→` the so-what, the source. */
export function skimGroup(story: EditionStory, view: StoryView): Group {
  if (isRemoved(story)) return removedGroup(view);
  const withTitle = view.language !== 'both' && !leadIsTitle(story, view);
  return {
    blocks: [
      { kind: 'text', inlines: leadLine(story, view) },
      ...middle(story, view),
      { kind: 'small', inlines: sourceLine(story, view, withTitle) },
    ],
  };
}
