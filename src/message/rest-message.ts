import type { Edition } from '../digest/edition.ts';
import { headlineGroups, leftOver, spanHeading, viewOf } from './edition-parts.ts';
import { firstWords } from './first-words.ts';
import type { Message, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/** The stories behind an edition's “more” button, one line each, for the person who pressed it. */
export function restMessage(edition: Edition, language: MessageLanguage): Message {
  const stories = leftOver(edition);
  const heading = spanHeading(edition, phrases.more(stories.length), language);
  const groups = [{ blocks: heading }, ...headlineGroups(stories, viewOf(edition, language))];
  return { language, push: firstWords(groups), groups };
}
