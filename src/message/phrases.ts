import type { Bilingual } from '../briefs/brief.ts';

/** A count of stories out of all. */
function counts(total: number, shown: number): Bilingual {
  if (shown >= total) return { ko: `${total}건`, en: total === 1 ? '1 story' : `${total} stories` };
  return { ko: `${total}건 중 ${shown}건`, en: `${shown} of ${total}` };
}

/**
 * Every fixed phrase of editions and their messages, Korean and English side by side.
 * Functions take what stands inside the phrase as text that is ready to be read.
 */
export const phrases = {
  counts,
  /** Marks a text that stands in for the reader's own language. */
  foreign: { ko: '영문', en: 'in Korean' },
  keyPoints: { ko: '핵심 내용', en: 'Key points' },
  figures: { ko: '출처마다 다른 수치', en: 'Figures the sources give differently' },
  alsoTold: { ko: '다른 출처', en: 'Also told by' },
  headlines: { ko: '한 줄 소식', en: 'In brief' },
  original: { ko: '원문', en: 'Original' },
  unnamed: { ko: '이름 없는 출처', en: 'unnamed source' },
  extract: { ko: '원문에서 자동 발췌', en: 'Automatic extract' },
  machine: { ko: '기계가 쓴 요약', en: 'Machine-made summary' },
  flagHint: {
    ko: '🇺🇸 이모지를 달면 영어로 읽을 수 있습니다.',
    en: 'React with 🇰🇷 to read this in Korean.',
  },
  searchHint: {
    ko: '지난 소식은 ‘/brief 주제’로 찾아보세요.',
    en: 'Type /brief and a topic to search past news.',
  },
  more: (count: number): Bilingual => ({ ko: `나머지 ${count}건`, en: `${count} more` }),
  updateOf: (when: Bilingual): Bilingual => ({
    ko: `${when.ko} 소식의 후속`,
    en: `Update to ${when.en} story`,
  }),
  updateOfToday: { ko: '오늘 앞서 전한 소식의 후속', en: 'Update to an earlier story of today' },
  removed: { ko: '편집자가 삭제했습니다', en: 'Removed by the editors' },
  corrected: (when: Bilingual): Bilingual => ({ ko: `정정 ${when.ko}`, en: `Corrected ${when.en}` }),
  noNews: (last: Bilingual): Bilingual => ({
    ko: `새 브리핑 없음 · 마지막 ${last.ko}`,
    en: `No new briefs · last one ${last.en}`,
  }),
  latest: { ko: '최근 브리핑 보기', en: 'Show the latest edition' },
  previousPage: { ko: '이전', en: 'Back' },
  nextPage: { ko: '다음', en: 'Next' },
  briefing: (span: Bilingual): Bilingual => ({ ko: `${span.ko} 브리핑`, en: `Briefing ${span.en}` }),
} as const;
