import type { Brief } from '../briefs/brief.ts';
import type { Filled } from './read-reply.ts';

/** The brief with its gaps filled; what its source gave stays. */
export function fillBrief(brief: Brief, filled: Filled): Brief {
  const koreanPoints = filled.key_points_ko ?? [];
  const englishPoints = filled.key_points_en ?? [];
  const ownPoints = (isKorean: boolean) =>
    brief.keyPoints.filter((point) => /\p{Script=Hangul}/u.test(point) === isKorean);
  return {
    ...brief,
    made: 'machine',
    summary: {
      ko: brief.summary.ko || (filled.summary_ko ?? ''),
      en: brief.summary.en || (filled.summary_en ?? ''),
    },
    soWhat: {
      ko: brief.soWhat.ko || (filled.so_what_ko ?? ''),
      en: brief.soWhat.en || (filled.so_what_en ?? ''),
    },
    ...(koreanPoints.length + englishPoints.length === 0
      ? {}
      : {
          keyPointsIn: {
            ko: koreanPoints.length > 0 ? koreanPoints : ownPoints(true),
            en: englishPoints.length > 0 ? englishPoints : ownPoints(false),
          },
        }),
  };
}
