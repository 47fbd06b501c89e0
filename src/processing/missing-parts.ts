import type { Brief, Language } from '../briefs/brief.ts';

/** A part of a brief that a model may fill in. */
export type Part = `${'summary' | 'so_what' | 'key_points'}_${Language}`;

const languages = ['ko', 'en'] as const;

/** What a brief lacks, the most needed first; never a part that its source gave. */
export function missingParts(brief: Brief): Part[] {
  const other = brief.language !== '' && brief.language !== 'ko' && brief.language !== 'en';
  return [
    ...languages
      .filter((language) => brief.summary[language] === '')
      .map((language) => `summary_${language}` as const),
    ...languages
      .filter((language) => brief.soWhat[language] === '')
      .map((language) => `so_what_${language}` as const),
    ...languages
      .filter((language) => brief.keyPoints.length > 0 && !hasPointsIn(brief, language, other))
      .map((language) => `key_points_${language}` as const),
  ];
}

function hasPointsIn(brief: Brief, language: Language, isOther: boolean): boolean {
  if (brief.keyPointsIn && brief.keyPointsIn[language].length > 0) return true;
  const isKorean = (point: string) => /\p{Script=Hangul}/u.test(point);
  if (language === 'ko') return brief.keyPoints.some(isKorean);
  return !(isOther && brief.kind === 'article') && brief.keyPoints.some((point) => !isKorean(point));
}
