import type { EditionStory } from '../../digest/edition.ts';
import { dateWords } from '../../message/calendar-words.ts';
import { phrase } from '../../message/in-language.ts';
import { dotted, linked, marked, words } from '../../message/inlines.ts';
import { leadLanguage, leadIsTitle as titleLeads } from '../../message/lead-line.ts';
import type { Block, Group } from '../../message/message.ts';
import { phrases } from '../../message/phrases.ts';
import { isRemoved, removedGroup } from '../../message/removed-story.ts';
import { sentences } from '../../message/sentences.ts';
import { skimGroup } from '../../message/skim-group.ts';
import { correctedMark, madeMark, otherSources } from '../../message/source-line.ts';
import type { StoryView } from '../../message/story-view.ts';
import { tellBrief } from '../../message/tell-brief.ts';

/**
 * One found story, readable in five seconds: the skim of an edition with its number, the summary's first sentence,
 * and in the small print the date, how it was made where no person's pipeline made it, and every source.
 */
export function hitGroup(story: EditionStory, number: number, view: StoryView): Group {
  if (isRemoved(story)) return removedGroup(view, `${number}. `);
  const { lead } = story;
  const [headline, ...rest] = skimGroup(story, view).blocks;
  const told = tellBrief(lead, leadLanguage(story, view), view.soWhat);
  const [first = ''] = sentences(told.summary.text);
  const summary: Block[] =
    first === '' ? [] : [{ kind: 'text', inlines: [words(first), ...marked(told.summary.mark)] }];
  const source = lead.sourceName || phrase(phrases.original, view.language);
  const isTitle = titleLeads(story, view);
  const others = otherSources(story, view);
  const date =
    lead.datePublished === '' ? '' : phrase(dateWords(lead.datePublished, view.today), view.language);
  const numbered: Block[] =
    headline?.kind === 'text'
      ? [{ ...headline, inlines: [{ kind: 'text', text: `${number}. `, bold: true }, ...headline.inlines] }]
      : [];
  return {
    blocks: [
      ...numbered,
      ...summary,
      ...rest.filter((block) => block.kind !== 'small'),
      {
        kind: 'small',
        inlines: dotted([
          isTitle ? [linked(source, lead.url)] : [linked(lead.title, lead.url)],
          isTitle ? [] : [words(source)],
          date === '' ? [] : [words(date)],
          madeMark(story, view),
          others,
          correctedMark(story, view),
        ]),
      },
    ],
  };
}
