import type { Bilingual } from '../../briefs/brief.ts';

const names: Readonly<Record<string, Bilingual>> = {
  name: { ko: '이름', en: 'name' },
  schedule: { ko: '시각', en: 'time' },
  timezone: { ko: '시간대', en: 'time zone' },
  language: { ko: '언어', en: 'language' },
  topics: { ko: '주제', en: 'topics' },
  paused: { ko: '중지', en: 'pause' },
};

/** What a setting is called where people read about it; the rarer ones by their name in the file. */
export function settingName(key: string): Bilingual {
  return names[key] ?? { ko: key, en: key };
}
