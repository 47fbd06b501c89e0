import type { Language } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { inLanguage, languageOf, markFor, phrase } from './in-language.ts';
import { linked, marked, words } from './inlines.ts';
import type { Block, Group, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';
import { leadLine, soWhatBlock } from './skim-group.ts';
import { otherSources, sourceLine } from './source-line.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

function summaryBlock(story: EditionStory, language: Language, soWhat: boolean): Block[] {
  const { summary } = tellBrief(story.lead, language, soWhat);
  return summary.text === ''
    ? []
    : [{ kind: 'text', inlines: [words(summary.text), ...marked(summary.mark)] }];
}

/** Every key point; the language is judged point by point. Where all are foreign the mark stands once, above them. */
function keyPointBlocks(points: readonly string[], language: MessageLanguage): Block[] {
  if (points.length === 0) return [];
  const marks = points.map((point) => markFor(languageOf(point), language));
  const [first = ''] = marks;
  const allForeign = first !== '' && marks.every((mark) => mark !== '');
  return [
    {
      kind: 'text',
      inlines: [
        { kind: 'text', text: phrase(phrases.keyPoints, language), bold: true },
        ...marked(allForeign ? first : ''),
      ],
    },
    {
      kind: 'list',
      items: points.map((point, index) => [words(point), ...marked(allForeign ? '' : (marks[index] ?? ''))]),
    },
  ];
}

function figureBlocks(story: EditionStory, language: MessageLanguage): Block[] {
  if (story.figures.length === 0) return [];
  return [
    { kind: 'text', inlines: [{ kind: 'text', text: phrase(phrases.figures, language), bold: true }] },
    {
      kind: 'list',
      items: story.figures.map(({ what, values }) => [
        words(`${what}: ${values.map(({ value, source }) => `${value} (${source})`).join(', ')}`),
      ]),
    },
  ];
}

/** Both halves, each with its summary and so-what; the English one opens with the title as it was written. */
function bothBlocks(story: EditionStory, view: StoryView): Block[] {
  const ko = inLanguage(story.lead.summary, 'ko');
  const en = inLanguage(story.lead.summary, 'en');
  const told = tellBrief(story.lead, 'ko', view.soWhat);
  const koSoWhat = inLanguage(story.lead.soWhat, 'ko');
  const enSoWhat = inLanguage(story.lead.soWhat, 'en');
  return [
    ...(ko.mark === '' ? summaryBlock(story, 'ko', view.soWhat) : []),
    ...(koSoWhat.mark === '' ? soWhatBlock(story, 'ko', view.soWhat) : []),
    ...(told.leadIsTitle
      ? []
      : [{ kind: 'text' as const, inlines: [linked(story.lead.title, story.lead.url, true)] }]),
    ...(en.mark === '' && en.text !== '' ? [{ kind: 'text' as const, inlines: [words(en.text)] }] : []),
    ...(enSoWhat.mark === '' ? soWhatBlock(story, 'en', view.soWhat) : []),
  ];
}

/** A story in full: summary, so-what, key points, differing figures, the original and its other sources. */
export function storyGroup(story: EditionStory, view: StoryView): Group {
  const language = view.language === 'en' ? 'en' : 'ko';
  const { leadIsTitle } = tellBrief(story.lead, language, view.soWhat);
  const middle =
    view.language === 'both'
      ? bothBlocks(story, view)
      : [...summaryBlock(story, language, view.soWhat), ...soWhatBlock(story, language, view.soWhat)];
  const others = otherSources(story, view);
  return {
    blocks: [
      { kind: 'text', inlines: leadLine(story, language, view.soWhat) },
      ...middle,
      ...keyPointBlocks(story.lead.keyPoints, view.language),
      ...figureBlocks(story, view.language),
      { kind: 'small', inlines: sourceLine(story, view, view.language !== 'both' && !leadIsTitle) },
      ...(others.length === 0 ? [] : [{ kind: 'small' as const, inlines: others }]),
    ],
  };
}
