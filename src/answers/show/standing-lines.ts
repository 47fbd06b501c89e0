import type { Bilingual } from '../../briefs/brief.ts';
import type { Slot } from '../../digest/edition.ts';
import { dateWords, momentWords } from '../../message/calendar-words.ts';
import { settingName } from '../manage/setting-names.ts';
import type { Standing } from '../standing.ts';

const minuteMs = 60_000;

const states: Record<Standing['state'], Bilingual> = {
  ok: { ko: '정상', en: 'working' },
  posting: { ko: '게시 중', en: 'posting' },
  held: { ko: '확인 대기', en: 'held' },
  paused: { ko: '일시 중지', en: 'paused' },
};

function slotWords(slot: Slot, today: string): Bilingual {
  const day = dateWords(slot.date, today);
  const clock = /^(\d{2})(\d{2})$/.exec(slot.time);
  // An edition that somebody asked for has the time to the second in its name: `manual-093012`.
  const asked = /-(\d{2})(\d{2})\d{2}$/.exec(slot.time);
  const [, hours = '', minutes = ''] = clock ?? asked ?? [];
  return { ko: `${day.ko} ${hours}:${minutes}`, en: `${day.en} ${hours}:${minutes}` };
}

function late(lateMs: number | null): Bilingual {
  if (lateMs === null) return { ko: '아직 게시 전', en: 'not posted yet' };
  const minutes = Math.round(lateMs / minuteMs);
  return minutes < 1
    ? { ko: '제시간', en: 'on time' }
    : { ko: `${minutes}분 늦음`, en: `${minutes} min late` };
}

function lastWords(last: NonNullable<Standing['last']>, today: string): Bilingual {
  const when = slotWords(last.slot, today);
  const how = late(last.lateMs);
  const more = {
    ko: `${last.failed > 0 ? `, 실패 ${last.failed}` : ''}${last.retries > 0 ? `, 재시도 ${last.retries}` : ''}`,
    en: `${last.failed > 0 ? `, ${last.failed} failed` : ''}${last.retries > 0 ? `, ${last.retries} retries` : ''}`,
  };
  return {
    ko: `지난 브리핑 ${when.ko} (${how.ko}, ${last.parts}개 중 ${last.posted}개 게시${more.ko})`,
    en: `last edition ${when.en} (${how.en}, ${last.posted} of ${last.parts} messages${more.en})`,
  };
}

/** One channel's standing in one line per thing to know; the first names the channel and says whether it works. */
export function standingLines(
  standing: Standing,
  today: string,
): { name: string; state: Bilingual; lines: Bilingual[] } {
  const { last, next } = standing;
  const lines: Bilingual[] = [];
  if (standing.advice !== '') lines.push({ ko: standing.advice, en: standing.advice });
  lines.push(...pauseLines(standing, today));
  lines.push(last === null ? { ko: '아직 브리핑 없음', en: 'no edition yet' } : lastWords(last, today));
  if (next !== null) {
    const when = slotWords(next, today);
    lines.push({ ko: `다음 ${when.ko}`, en: `next ${when.en}` });
  }
  if (standing.due > 0) {
    lines.push({
      ko: `최근 31일: ${standing.due}건 중 ${standing.onTime}건 제시간`,
      en: `${standing.onTime} of ${standing.due} on time in 31 days`,
    });
  }
  if (standing.quiet > 1)
    lines.push({
      ko: `${standing.quiet}회 연속 새 소식 없음`,
      en: `no news ${standing.quiet} times in a row`,
    });
  lines.push(...chatLines(standing));
  return { name: standing.name, state: states[standing.state], lines };
}

function pauseLines({ pause, timezone }: Standing, today: string): Bilingual[] {
  if (pause === null) return [];
  if (pause.since === null) return [{ ko: '설정에서 중지함', en: 'paused in the settings' }];
  const since = momentWords(pause.since, timezone, today);
  return [{ ko: `${pause.by} 님이 ${since.ko}부터 중지함`, en: `paused by ${pause.by} since ${since.en}` }];
}

/** What was set in the chat, and by whom. */
function chatLines({ setInChat }: Standing): Bilingual[] {
  const shown = setInChat.filter(({ key }) => key !== 'name');
  if (shown.length === 0) return [];
  const names = shown.map(({ key }) => settingName(key));
  const people = [...new Set(shown.map(({ by }) => by))];
  return [
    {
      ko: `채팅에서 바꾼 설정: ${names.map(({ ko }) => ko).join(', ')} (${people.map((by) => `${by} 님`).join(', ')})`,
      en: `set in the chat: ${names.map(({ en }) => en).join(', ')} (by ${people.join(', ')})`,
    },
  ];
}
