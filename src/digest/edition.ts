import type { Brief, Language } from '../briefs/brief.ts';
import type { EditKind } from './edits.ts';

export type PlatformName = 'slack' | 'discord';
export type EditionLanguage = Language | 'both';

/** One appointment of one channel. */
export interface Slot {
  /** Nominal local date, `YYYY-MM-DD`. */
  date: string;
  /** Nominal local time, `0830`; `manual-…` for one asked for by a person, `start-…` for the first one without tokens. */
  time: string;
  /** The instant it is due, epoch ms. */
  dueAt: number;
}

/** What a channel wants, resolved from the settings. */
export interface ChannelRules {
  name: string;
  platform: PlatformName;
  /** Slack team id or Discord application id. */
  workspace: string;
  channel: string;
  timezone: string;
  language: EditionLanguage;
  /** Tags, categories or words; empty = everything. */
  topics: string[];
  minConfidence: number;
  maxAgeDays: number;
  layout: 'skim' | 'full';
  soWhat: boolean;
  silent: boolean;
  mentionRole: string | null;
  highlights: number;
  headlines: number;
}

/** A brief that no edition of the channel has judged yet, with the story it belongs to. */
export interface Candidate {
  brief: Brief;
  /** Story id: the file of the story's earliest brief. */
  story: string;
  /** Story id of which this one is a later development; null for none. */
  followUpOf: string | null;
}

export interface StorySource {
  name: string;
  url: string;
  file: string;
}

/** A figure that the sources of one story give differently. */
export interface DifferingFigure {
  /** What is counted, in the source's words. */
  what: string;
  values: { value: string; source: string }[];
}

/** A story as it was told: a snapshot, so that nothing that happens to the folder changes it. */
export interface EditionStory {
  id: string;
  /** The best-told brief, in both languages. */
  lead: Brief;
  sources: StorySource[];
  figures: DifferingFigure[];
  /** The told story this one continues. */
  updateOf: ToldStory | null;
  score: number;
  /** What the editors did to it after it was told, and when (epoch ms). A retracted story holds nothing any more. */
  edited?: { kind: EditKind; at: number };
}

/** Where and when a channel was told a story. */
export interface ToldStory {
  story: string;
  urlKey: string;
  /** Edition key. */
  edition: string;
  /** Local date of that edition. */
  date: string;
  /** Link to the message that told it; '' where unknown. */
  link: string;
  /** The editors took back every brief it was told from: the channel shows that it was removed. */
  removed?: true;
}

/** What one channel gets for one slot. Stored before its first post; never changes. */
export interface Edition {
  /** `platform:workspace:channel:date:time` */
  key: string;
  rules: ChannelRules;
  slot: Slot;
  /** Local dates (inclusive) of the news it holds. */
  span: { from: string; to: string };
  /** Full stories, best first. */
  highlights: EditionStory[];
  /** One line each. */
  headlines: EditionStory[];
  /** Left over: counted, and reachable by a button. */
  rest: EditionStory[];
  /** The channel's first edition ever. */
  isFirst: boolean;
  composedAt: number;
}

/** Why a story is no highlight, where it is not for its rank alone. */
export type BelowHighlight = 'nothing-follows' | 'source-has-two';

/** Why a candidate is in or out; one code path decides and explains. */
export type Reason =
  | { code: 'highlight' }
  | { code: 'headline'; because?: BelowHighlight }
  | { code: 'rest'; because?: BelowHighlight }
  /** `story` is the file of the brief that tells it: the story's id may be this very brief's. */
  | { code: 'same-story'; story: string }
  | { code: 'same-url'; file: string }
  | { code: 'already-told'; edition: string; date: string }
  | { code: 'below-confidence'; confidence: number; floor: number }
  | { code: 'too-old'; published: string; maxAgeDays: number }
  | { code: 'outside-topics'; topics: string[] }
  | { code: 'retracted' }
  /** Another brief of a story that was told and that nothing is left of. */
  | { code: 'retracted-story'; edition: string; date: string };

export interface Verdict {
  file: string;
  story: string;
  reason: Reason;
  score: number | null;
}

/** What composing gives: an edition, or none where nothing new is left, and a verdict for every candidate. */
export interface Composition {
  edition: Edition | null;
  verdicts: Verdict[];
  /** What counts as told in the channel once the edition is stored: every story and address it holds. */
  told: { story: string; urlKey: string }[];
}
