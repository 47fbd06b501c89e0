import type { EditionStory } from '../digest/edition.ts';
import { dateWords } from '../message/calendar-words.ts';
import { inLanguage, phrase } from '../message/in-language.ts';
import { dotted, linked, marked, words } from '../message/inlines.ts';
import type { Block, Group } from '../message/message.ts';
import { phrases } from '../message/phrases.ts';
import { sentences } from '../message/sentences.ts';
import { leadLine, soWhatBlock } from '../message/skim-group.ts';
import { otherSources } from '../message/source-line.ts';
import type { StoryView } from '../message/story-view.ts';
import { tellBrief } from '../message/tell-brief.ts';

/** One found story, readable in five seconds: headline, the summary's first sentence, so-what, source, date, link. */
export function hitGroup(story: EditionStory, number: number, view: StoryView): Group {
  const language = view.language === 'en' ? 'en' : 'ko';
  const { lead } = story;
  const told = tellBrief(lead, language, view.soWhat);
  const [first = ''] = sentences(told.summary.text);
  const summary: Block[] =
    first === '' ? [] : [{ kind: 'text', inlines: [words(first), ...marked(told.summary.mark)] }];
  const soWhat = soWhatBlock(story, language, view.soWhat);
  const secondSoWhat =
    view.language === 'both' && inLanguage(lead.soWhat, 'en').mark === ''
      ? soWhatBlock(story, 'en', view.soWhat)
      : [];
  const source = lead.sourceName || phrase(phrases.original, view.language);
  const others = otherSources(story, view);
  return {
    blocks: [
      {
        kind: 'text',
        inlines: [
          { kind: 'text', text: `${number}. `, bold: true },
          ...leadLine(story, language, view.soWhat),
        ],
      },
      ...summary,
      ...soWhat,
      ...secondSoWhat,
      {
        kind: 'small',
        inlines: dotted([
          told.leadIsTitle ? [linked(source, lead.url)] : [linked(lead.title, lead.url)],
          told.leadIsTitle ? [] : [words(source)],
          lead.datePublished === ''
            ? []
            : [words(phrase(dateWords(lead.datePublished, view.today), view.language))],
          ...(others.length === 0 ? [] : [others]),
        ]),
      },
    ],
  };
}
