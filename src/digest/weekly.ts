import type { EditionStory } from './edition.ts';

/** How often a topic was told in a week, and in the week before. */
export interface TopicChange {
  /** A tag of the briefs, as people read it: `agentic commerce`. */
  topic: string;
  now: number;
  before: number;
}

/** A story as the week's editions told it. */
export interface WeeklyStory {
  story: EditionStory;
  /** Local date of the edition that told it. */
  date: string;
  /** Address of the message that told it; '' where unknown. */
  link: string;
}

/** What one channel was told in a week: a snapshot. */
export interface Weekly {
  /** Local dates, inclusive. */
  span: { from: string; to: string };
  /** Stories told in all. */
  total: number;
  /** Outlets that told them. */
  sources: number;
  /** Best first. */
  stories: WeeklyStory[];
  /** Topics that rose, the most first. */
  rose: TopicChange[];
  /** Topics that fell, the most first. */
  fell: TopicChange[];
  /** What the chart shows: the most told topics and those that changed the most, the most told first. */
  charted: TopicChange[];
  /** Whether anything was told in the week before, so that there is something to compare. */
  comparable: boolean;
}
