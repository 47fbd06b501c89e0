import type { Edition } from '../digest/edition.ts';
import { headerGroup, headlineGroups, languageButtons, leftOver, viewOf } from './edition-parts.ts';
import { firstWords } from './first-words.ts';
import { phrase } from './in-language.ts';
import type { Button, Group, Message, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';
import { skimGroup } from './skim-group.ts';
import { storyGroup } from './story-group.ts';
import { storyMessage } from './story-message.ts';

export interface EditionMessages {
  /** The one message of the channel: every highlight at a glance. */
  skim: Message;
  /** One message per highlight, for the thread under the skim message. */
  stories: { story: string; message: Message }[];
  /** With `layout: full`, instead of both: everything in the channel. */
  full?: Message;
}

function apart(groups: readonly Group[]): Group[] {
  return groups.map(({ blocks }) => ({ blocks: [{ kind: 'divider' }, ...blocks] }));
}

function withFrame(edition: Edition, language: MessageLanguage, body: Group[]): Message {
  const left = leftOver(edition).length;
  const more: Button[] =
    left === 0 ? [] : [{ kind: 'press', label: phrase(phrases.more(left), language), action: 'rest' }];
  return {
    language,
    push: firstWords(body),
    groups: [
      headerGroup(edition, language),
      ...body,
      { blocks: [{ kind: 'buttons', buttons: [...more, ...languageButtons(language)] }], repeats: true },
    ],
  };
}

/**
 * Everything an edition says in a language, before any platform's way of saying it and before splitting.
 * Where no story deserves to be a highlight, the skim message lists the headlines.
 */
export function editionMessages(edition: Edition, language: MessageLanguage): EditionMessages {
  const view = viewOf(edition, language);
  const headlines = headlineGroups(edition.headlines, view);
  const skim =
    edition.highlights.length === 0
      ? headlines
      : apart(edition.highlights.map((story) => skimGroup(story, view)));
  const messages: EditionMessages = {
    skim: withFrame(edition, language, skim),
    stories: edition.highlights.map((story) => ({ story: story.id, message: storyMessage(story, view) })),
  };
  if (edition.rules.layout !== 'full') return messages;
  const [firstHeadlines, ...otherHeadlines] = headlines;
  const title = {
    kind: 'text' as const,
    inlines: [{ kind: 'text' as const, text: phrase(phrases.headlines, language), bold: true as const }],
  };
  const full = [
    ...apart(edition.highlights.map((story) => storyGroup(story, view))),
    ...(firstHeadlines
      ? [{ blocks: [{ kind: 'divider' as const }, title, ...firstHeadlines.blocks] }, ...otherHeadlines]
      : []),
  ];
  return { ...messages, full: withFrame(edition, language, full) };
}
