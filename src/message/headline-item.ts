import type { EditionStory } from '../digest/edition.ts';
import { phrase } from './in-language.ts';
import { dotted, linked, marked, words } from './inlines.ts';
import type { Inline } from './message.ts';
import { phrases } from './phrases.ts';
import { ageOf } from './source-line.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

/** A story in one line: in Korean the Korean line and the source as the link, in English the title, which is the link. */
export function headlineItem(story: EditionStory, view: StoryView): Inline[] {
  const { title, url, sourceName } = story.lead;
  const { lead, leadIsTitle } = tellBrief(story.lead, view.language === 'en' ? 'en' : 'ko', view.soWhat);
  const source = sourceName || phrase(phrases.original, view.language);
  const line: Inline[] = leadIsTitle
    ? [linked(title, url), ...(sourceName === '' ? [] : [words(` · ${sourceName}`)])]
    : view.language === 'both'
      ? [
          words(`${lead.text} — `),
          linked(title, url),
          ...(sourceName === '' ? [] : [words(` · ${sourceName}`)]),
        ]
      : [words(lead.text), ...marked(lead.mark), words(' · '), linked(source, url)];
  return dotted([line, ageOf(story, view)]);
}
