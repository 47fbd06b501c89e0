import type { Edition } from '../digest/edition.ts';
import { headlineGroups, leftOver, spanHeading, viewOf } from './edition-parts.ts';
import { leadText } from './lead-line.ts';
import type { Message, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/** The stories behind an edition's “more” button, one line each, for the person who pressed it. */
export function restMessage(edition: Edition, language: MessageLanguage): Message {
  const stories = leftOver(edition);
  const [first] = stories;
  return {
    language,
    push: first ? leadText(first, viewOf(edition, language)) : '',
    groups: [
      { blocks: spanHeading(edition, phrases.more(stories.length), language) },
      ...headlineGroups(stories, viewOf(edition, language)),
    ],
  };
}
