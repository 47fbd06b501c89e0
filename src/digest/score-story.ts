import type { Brief, Impact } from '../briefs/brief.ts';
import { daysBetween } from './local-date.ts';
import { nothingFollows } from './nothing-follows.ts';

const impactValue = { HIGH: 1, MEDIUM: 0.5, LOW: 0 } satisfies Record<Impact, number>;

/** What an unknown value counts as: about the middle, so that a missing field is neither prize nor fault. */
const unknown = { relevance: 0.6, impact: 0.5, confidence: 0.6, freshness: 0.5 };

/** 1 on the day itself, 0 a week later. */
function freshness(brief: Brief, date: string): number {
  const days = daysBetween(brief.datePublished, date);
  return days === null ? unknown.freshness : Math.min(1, Math.max(0, 1 - days / 7));
}

function scoreBrief(brief: Brief, date: string): number {
  const relevance = brief.relevance ?? unknown.relevance;
  const impact = brief.impact === null ? unknown.impact : impactValue[brief.impact];
  const confidence = brief.confidence ?? unknown.confidence;
  const score = 0.4 * relevance + 0.25 * impact + 0.2 * confidence + 0.15 * freshness(brief, date);
  return nothingFollows(brief.soWhat) ? score - 0.4 : score;
}

/**
 * How much a story matters, about 0..1.3: relevance and business impact where known, confidence, freshness of its
 * best brief, and more for every doubling of the sources that tell it.
 * @param briefs the story's briefs, at least one
 * @param sources how many distinct sources tell it
 * @param date the slot's local date
 */
export function scoreStory(briefs: readonly Brief[], sources: number, date: string): number {
  const best = Math.max(...briefs.map((brief) => scoreBrief(brief, date)));
  const breadth = Math.min(0.3, 0.15 * Math.log2(Math.max(1, sources)));
  return Math.round(Math.max(0, best + breadth) * 10_000) / 10_000;
}
