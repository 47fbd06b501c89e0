import type { Language } from '../briefs/brief.ts';
import { flagName } from '../message/flag-name.ts';

/** Which language an emoji asks for; null for none. Takes the character or Slack's name, with all its aliases. */
export function flagLanguage(
  emoji: string,
  flags: Readonly<Record<Language, readonly string[]>>,
): Language | null {
  const wanted = flagName(emoji);
  for (const language of ['en', 'ko'] as const) {
    if (flags[language].some((flag) => flagName(flag) === wanted)) return language;
  }
  return null;
}
