import type { Brief } from '../briefs/brief.ts';
import { fingerprint } from './fingerprint.ts';
import { missingParts } from './missing-parts.ts';
import type { Spending } from './spending.ts';

/** Each kind in turn: a roundup has many items, and an article nobody but us to tell it. */
const kinds: readonly Brief['kind'][] = ['article', 'brief', 'roundup'];

/**
 * The briefs that the model is asked about, in order: those asked in vain less often first, then by what they lack
 * most, then one of each kind in turn, as they came. A text that was refused is not asked about again.
 * @param failures how often a file was asked about in vain
 */
export function candidates(
  briefs: readonly Brief[],
  spent: Spending,
  failures: ReadonlyMap<string, number>,
): Brief[] {
  const refused = new Set(spent.refused);
  const seen = new Map<string, number>();
  return briefs
    .filter((brief) => brief.made !== 'machine' && !refused.has(fingerprint(brief)))
    .map((brief) => ({ brief, need: needOf(brief), failed: failures.get(brief.file) ?? 0 }))
    .filter(({ need }) => need !== -1)
    .map((each) => {
      const among = `${each.need} ${each.failed} ${each.brief.kind}`;
      const turn = seen.get(among) ?? 0;
      seen.set(among, turn + 1);
      return { ...each, turn, kind: kinds.indexOf(each.brief.kind) };
    })
    .sort((a, b) => a.failed - b.failed || a.need - b.need || a.turn - b.turn || a.kind - b.kind)
    .map(({ brief }) => brief);
}

/** 0 where a summary is missing, 1 a so-what, 2 key points; -1 for nothing. */
function needOf(brief: Brief): number {
  const missing = missingParts(brief);
  return ['summary', 'so_what', 'key_points'].findIndex((part) =>
    missing.some((each) => each.startsWith(part)),
  );
}
