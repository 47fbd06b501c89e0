import { createHash } from 'node:crypto';
import type { Brief } from '../briefs/brief.ts';

/** SHA-256 (hex) of what a brief tells: equal for equal text, whatever file or line it stands in. */
export function fingerprint(brief: Brief): string {
  const { title, summary, soWhat, insight, keyPoints, keyPointsIn } = brief;
  const told = [
    title,
    [summary.ko, summary.en],
    [soWhat.ko, soWhat.en],
    [insight.ko, insight.en],
    keyPoints,
    keyPointsIn ? [keyPointsIn.ko, keyPointsIn.en] : [],
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
