import type { Brief, Language } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { inLanguage, ownText, phrase, type Reading } from './in-language.ts';
import { linked, marked, words } from './inlines.ts';
import { keyPointBlocks, labelledList } from './key-point-blocks.ts';
import { leadIsTitle, leadLanguage, leadLine } from './lead-line.ts';
import type { Block, Group, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';
import { isRemoved, removedGroup } from './removed-story.ts';
import { otherSources, sourceLine } from './source-line.ts';
import type { StoryView } from './story-view.ts';
import { tellBrief } from './tell-brief.ts';

function paragraph({ text, mark }: Reading): Block[] {
  return text === '' ? [] : [{ kind: 'text', apart: true, inlines: [words(text), ...marked(mark)] }];
}

function soWhat({ text, mark }: Reading): Block[] {
  return text === '' ? [] : [{ kind: 'quote', apart: true, inlines: [words(`→ ${text}`), ...marked(mark)] }];
}

/** What is told in one language alone. */
function half(story: EditionStory, language: Language, view: StoryView): Block[] {
  const { summary } = story.lead;
  const isLead = leadLanguage(story, view) === language;
  const told = isLead
    ? tellBrief(story.lead, language, view.soWhat).summary.text
    : ownText(summary, language);
  return [
    ...paragraph({ text: told, mark: '' }),
    ...(view.soWhat ? soWhat({ text: ownText(story.lead.soWhat, language), mark: '' }) : []),
  ];
}

/** Summary and so-what. In `both` one half after the other; the English one opens with the title as written. */
function middle(story: EditionStory, view: StoryView): Block[] {
  const { title, url } = story.lead;
  if (view.language !== 'both')
    return [
      ...paragraph(tellBrief(story.lead, view.language, view.soWhat).summary),
      ...(view.soWhat ? soWhat(inLanguage(story.lead.soWhat, view.language)) : []),
    ];
  if (leadLanguage(story, view) === 'en') return half(story, 'en', view);
  const opening: Block = { kind: 'text', apart: true, inlines: [linked(title, url, true)] };
  return [
    ...half(story, 'ko', view),
    ...(leadIsTitle(story, view) ? [] : [opening]),
    ...half(story, 'en', view),
  ];
}

function figures(story: EditionStory, view: StoryView): Block[] {
  const unnamed = phrase(phrases.unnamed, view.language);
  const items = story.figures.map(({ what, values }) => [
    // Korean may count by a counter alone.
    words(
      `${what === '' ? '' : `${what}: `}${values.map(({ value, source }) => `${value} (${source || unnamed})`).join(', ')}`,
    ),
  ]);
  return labelledList(phrase(phrases.figures, view.language), '', items);
}

/** The key points in the reader's language, where there are any told in it; else as the source gave them. */
function pointsFor(lead: Pick<Brief, 'keyPoints' | 'keyPointsIn'>, language: MessageLanguage): string[] {
  const own = language === 'both' ? [] : (lead.keyPointsIn?.[language] ?? []);
  return own.length > 0 ? own : lead.keyPoints;
}

/** A story in full: summary, so-what, key points, figures that differ, the original and its other sources. */
export function storyGroup(story: EditionStory, view: StoryView): Group {
  if (isRemoved(story)) return removedGroup(view);
  const others = otherSources(story, view);
  const withTitle = view.language !== 'both' && !leadIsTitle(story, view);
  return {
    blocks: [
      { kind: 'text', inlines: leadLine(story, view) },
      ...middle(story, view),
      ...keyPointBlocks(pointsFor(story.lead, view.language), view.language),
      ...figures(story, view),
      { kind: 'small', inlines: sourceLine(story, view, withTitle) },
      ...(others.length === 0 ? [] : [{ kind: 'small' as const, inlines: others }]),
    ],
  };
}
