import { dateWords } from './calendar-words.ts';
import { phrase } from './in-language.ts';
import { words } from './inlines.ts';
import type { Button, Message, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/**
 * A plain notice, one paragraph a line.
 * @param buttons at least one that can be pressed, so that the posted message can be found again on every platform
 */
export function noticeMessage(
  lines: readonly string[],
  language: MessageLanguage,
  buttons: Button[],
): Message {
  return {
    language,
    push: lines[0] ?? '',
    groups: [
      { blocks: lines.map((line) => ({ kind: 'text' as const, inlines: [words(line)] })) },
      { blocks: [{ kind: 'buttons', buttons }], repeats: true },
    ],
  };
}

/**
 * The quiet line for a channel whose feed stopped: `새 브리핑 없음 · 마지막 6월 15일`.
 * @param last local date of the newest brief, `YYYY-MM-DD`
 * @param today the channel's local date
 */
export function noNewsMessage(last: string, today: string, language: MessageLanguage): Message {
  const line = phrases.noNews(dateWords(last, today));
  const lines = language === 'both' ? [line.ko, line.en] : [line[language]];
  return noticeMessage(lines, language, [
    { kind: 'press', label: phrase(phrases.latest, language), action: 'latest' },
  ]);
}
