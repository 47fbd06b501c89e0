import type { Completion } from '../answerer.ts';
import type { Typing } from '../hearing.ts';
import type { AnswerSources } from '../sources.ts';
import { zonesLike } from './read-zone.ts';
import { readDays, scheduleWords } from './schedule-words.ts';

const zonesAtMost = 25;
const topicsAtMost = 10;
const usualDays = { ko: ['평일', '매일', '월', '월수금'], en: ['weekdays', 'daily', 'mon', 'mon, wed, fri'] };

/** What fits the letters typed so far into an option of `/briefing`. */
export async function completeSettings(
  typing: Typing,
  sources: Pick<AnswerSources, 'suggest'>,
): Promise<Completion[]> {
  const { option, typed } = typing;
  const language = typing.speaker.locale.startsWith('ko') ? 'ko' : 'en';
  if (option === 'timezone')
    return zonesLike(typed, zonesAtMost).map((zone) => ({ label: zone, value: zone }));
  if (option === 'days') {
    const read = readDays(typed);
    if (read !== null) {
      const label = scheduleWords(`0 0 * * ${read.join(',')}`)[language].replace(/ (at )?00:00$/, '');
      return [{ label, value: typed }];
    }
    return usualDays[language].map((days) => ({ label: days, value: days }));
  }
  return option === 'topics' ? topics(typed, sources) : [];
}

/** Completes the last of several topics. */
async function topics(typed: string, sources: Pick<AnswerSources, 'suggest'>): Promise<Completion[]> {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const last = typed.slice(before.length).trim();
  const language = /\p{Script=Hangul}/u.test(typed) ? 'ko' : 'en';
  const found = await sources.suggest(last, { language, limit: topicsAtMost });
  return found.map(({ text, briefs }) => {
    const value = before === '' ? text : `${before} ${text}`;
    return { label: `${value} · ${briefs}`, value };
  });
}
