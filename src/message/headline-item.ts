import type { EditionStory } from '../digest/edition.ts';
import { phrase } from './in-language.ts';
import { dotted, linked, marked, words } from './inlines.ts';
import { leadIsTitle, leadLanguage } from './lead-line.ts';
import type { Inline } from './message.ts';
import { phrases } from './phrases.ts';
import { isRemoved, removedLine } from './removed-story.ts';
import { ageOf, correctedMark } from './source-line.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

/**
 * A story in one line. English: the title, which is the link, and the source. Korean: the Korean line, and the source
 * as the link. Both: the Korean line, the title as the link, and the source.
 */
export function headlineItem(story: EditionStory, view: StoryView): Inline[] {
  if (isRemoved(story)) return removedLine(view);
  const { title, url, sourceName } = story.lead;
  const { lead } = tellBrief(story.lead, leadLanguage(story, view), view.soWhat);
  const titleAndSource = [
    [linked(title, url)],
    sourceName === '' ? [] : [words(sourceName)],
    ageOf(story, view),
    correctedMark(story, view),
  ];
  if (leadIsTitle(story, view)) return dotted(titleAndSource);
  const line = lead.text.replace(/[.。]$/, '');
  if (view.language === 'both') return [words(`${line} — `), ...dotted(titleAndSource)];
  const source = linked(sourceName || phrase(phrases.original, view.language), url);
  return dotted([
    [words(line), ...marked(lead.mark)],
    [source],
    ageOf(story, view),
    correctedMark(story, view),
  ]);
}
