import type { Language } from '../briefs/brief.ts';
import { holdsTyped } from '../search/holds-typed.ts';
import type { Completion } from './answerer.ts';

/** Times that people ask from, as they are read. */
const times: Readonly<Record<Language, readonly string[]>> = {
  ko: ['어제', '지난주', '이번 주', '이번 달', '지난달', '3일 전', '2주 전'],
  en: ['yesterday', 'last week', 'this week', 'this month', 'last month', '3 days ago', '2 weeks ago'],
};

/**
 * Times that hold what was typed so far; what was typed itself first, where it is read as a time.
 */
export function completeSince(
  typed: string,
  language: Language,
  isTime: (words: string) => boolean,
): Completion[] {
  const words = typed.trim();
  const fitting = times[language].filter((time) => holdsTyped(time, words));
  const own = words !== '' && !fitting.includes(words) && isTime(words) ? [words] : [];
  return [...own, ...fitting].map((time) => ({ label: time, value: time }));
}
