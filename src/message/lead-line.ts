import type { Language } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { linked, marked } from './inlines.ts';
import type { Inline } from './message.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

/** The language a story's bold line is told in: in `both` Korean, as long as the story has any. */
export function leadLanguage(story: EditionStory, view: StoryView): Language {
  if (view.language !== 'both') return view.language;
  return tellBrief(story.lead, 'ko', view.soWhat).lead.mark === '' ? 'ko' : 'en';
}

/** The bold line of a story. A title is a link, any other line is not. */
export function leadLine(story: EditionStory, view: StoryView): Inline[] {
  const { lead, leadIsTitle } = tellBrief(story.lead, leadLanguage(story, view), view.soWhat);
  const mark = marked(view.language === 'both' ? '' : lead.mark);
  if (leadIsTitle) return [linked(lead.text, story.lead.url, true), ...mark];
  return [{ kind: 'text', text: lead.text, bold: true }, ...mark];
}

/** Whether the bold line is the title as it was written, so that it need not stand anywhere else. */
export function leadIsTitle(story: EditionStory, view: StoryView): boolean {
  return tellBrief(story.lead, leadLanguage(story, view), view.soWhat).leadIsTitle;
}
