import type { Brief, Language } from '../briefs/brief.ts';

/** What one search may be narrowed by. All instants are epoch milliseconds. */
export interface SearchOptions {
  limit: number;
  offset?: number;
  /** The asker's present moment: relative time phrases count from here. */
  now: number;
  /** IANA time zone in which «yesterday» is meant; UTC when left out. */
  zone?: string;
  since?: number;
  until?: number;
  /** A source's name or id, in any spelling. */
  source?: string;
  /** Language of the original article. */
  language?: Language;
  /** Undoes a reading: finds this text literally, without translations, sounds, corrections or aliases. */
  only?: string;
  /** Briefs taken in later than this do not exist. */
  upTo?: number;
  /** Only these briefs (files) may be found. */
  among?: readonly string[];
}

/** How a term came to be searched. */
export type Origin =
  | 'as typed'
  | 'stem'
  | 'alias'
  | 'translation'
  | 'sound'
  | 'spelling'
  | 'keyboard'
  | 'letters'
  | 'tag'
  | 'joined'
  | 'part of a compound';

/** One term that was searched for a word of the query. */
export interface ReadTerm {
  /** The word as it was typed. */
  typed: string;
  /** The term as a person would write it. */
  shown: string;
  origin: Origin;
  /** 0..1: how much a brief with this term counts. */
  weight: number;
}

export interface TimeSpan {
  /** First day, `YYYY-MM-DD`. */
  from: string;
  /** Last day, inclusive. */
  to: string;
  /** The words of the query that said it. */
  label: string;
}

/** How the query was understood. */
export interface Reading {
  terms: ReadTerm[];
  /** Words, as typed, that nothing in the briefs comes near. */
  unknown: string[];
  /** Quoted phrases that every hit must contain. */
  phrases: string[];
  /** True where the terms searched are what was typed, give or take an ending. */
  obvious: boolean;
  /** What to pass as `only` to undo the reading; '' where there is nothing to undo. */
  literal: string;
  time?: TimeSpan;
  /** What looks like a time and is none that is known (`since blah`); words of it that some brief has are searched for. */
  unreadTime?: string;
  source?: string;
  /** The source that was asked for, where no brief is of one like that. */
  noSource?: string;
  tag?: string;
  /** The tag that was asked for, where no brief has it. */
  noTag?: string;
  /** The filter that was named with nothing behind it, where nothing else was asked for. */
  emptyFilter?: 'tag' | 'source';
}

export interface SearchHit {
  file: string;
  /** Larger is better; comparable within one result only. */
  score: number;
  /** One line per word of the query that this brief answers. */
  why: string[];
}

export interface SearchResult {
  hits: SearchHit[];
  /** How many briefs were found in all, before `limit` and `offset`. */
  total: number;
  reading: Reading;
  /** Terms near the query that do find something, or tags near one that is not there; only when nothing was found, at most three. */
  near: string[];
}

export interface Suggestion {
  /** What to search for. */
  text: string;
  kind: 'tag' | 'entity' | 'term';
  /** How many briefs carry it. */
  briefs: number;
}

/** What an index is brought up to: briefs by their file. */
export interface IndexChange {
  put: readonly Brief[];
  remove: readonly string[];
  /** A brief as it was put last, for what only it counted; null where that is not known any more. */
  before?: (file: string) => Brief | null;
}

export interface SearchIndex {
  /**
   * Puts and removes briefs; one whose hash is already indexed is left alone. Works while it is iterated: a step takes
   * some ten milliseconds, and between two of them searches are answered. What is broken off is put again by the next update.
   */
  updateInSteps(change: IndexChange): Generator<undefined, void>;
  /** Learns translations from the briefs where there are many more of them than when it last did; in steps as well. */
  learnInSteps(): Generator<undefined, void>;
  /** Both at one go. */
  update(change: IndexChange): void;
  search(query: string, options: SearchOptions): SearchResult;
  suggest(typed: string, options: { language: Language; limit: number }): Suggestion[];
  /** File and hash of every indexed brief, to see what an update must bring. */
  indexed(): Map<string, string>;
  close(): void;
}
