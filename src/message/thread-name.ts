import type { Edition } from '../digest/edition.ts';
import { spanWords } from './calendar-words.ts';
import { phrase } from './in-language.ts';
import type { MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/** What the thread under a skim message is called: `2월 21–23일 브리핑`. Short enough for every platform. */
export function threadName(edition: Edition, language: MessageLanguage): string {
  return phrase(phrases.briefing(spanWords(edition.span, edition.slot.date)), language);
}
