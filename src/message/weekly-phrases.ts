import type { Bilingual } from '../briefs/brief.ts';
import type { TopicChange } from '../digest/weekly.ts';

/** Fixed phrases of the weekly roll-up, Korean and English side by side. */
export const weeklyPhrases = {
  heading: (span: Bilingual): Bilingual => ({ ko: `주간 정리 · ${span.ko}`, en: `The week · ${span.en}` }),
  counts: (stories: number, sources: number): Bilingual => ({
    ko: `소식 ${stories}건 · 출처 ${sources}곳`,
    en: `${stories === 1 ? '1 story' : `${stories} stories`} · ${sources === 1 ? '1 source' : `${sources} sources`}`,
  }),
  quiet: { ko: '조용한 한 주였습니다.', en: 'A quiet week.' },
  toldOn: (weekday: Bilingual): Bilingual => ({ ko: `${weekday.ko} 브리핑`, en: `Told on ${weekday.en}` }),
  topics: { ko: '이번 주 주제', en: 'Topics of the week' },
  rose: { ko: '늘어난 주제', en: 'More than last week' },
  fell: { ko: '줄어든 주제', en: 'Less than last week' },
  change: ({ topic, now, before }: TopicChange): Bilingual => ({
    ko: `${topic} ${now}건 (지난주 ${before}건)`,
    en: `${topic}: ${now} (last week ${before})`,
  }),
  thisWeek: { ko: '이번 주', en: 'This week' },
  lastWeek: { ko: '지난주', en: 'Last week' },
  chartTitle: { ko: '주제별 소식 수', en: 'Stories by topic' },
} as const;
