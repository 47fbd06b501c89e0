import type { Brief, Problem } from '../briefs/brief.ts';
import type { SearchOptions, SearchResult, Suggestion } from '../search/search-types.ts';

/** The light view of one current brief: what a channel needs to see what is new. */
export interface LibraryBrief {
  /** Identity; an item inside a file is `path#item`. */
  file: string;
  ingestedAt: number | null;
  urlKey: string;
  /** Story id: the file of the story's earliest brief. */
  story: string;
  /** Story id of which this one is a later development; null for none. */
  followUpOf: string | null;
}

/** What a file was taken for, and why. */
export interface FileKind {
  file: string;
  kind: Brief['kind'] | null;
  because: string;
}

export interface SourceName {
  name: string;
  /** How many briefs it has. */
  briefs: number;
}

export interface StoryFiles {
  id: string;
  /** Its briefs, the first seen first. */
  files: string[];
}

/** What one scan found. */
export interface ScanReport {
  /** Files in the folders. */
  files: number;
  /** Files whose text was read as briefs; the others had not changed. */
  parsed: number;
  /** Briefs that came, changed and went. */
  added: number;
  changed: number;
  removed: number;
  /** Why a folder of briefs cannot be listed at all: what was in it counts as it was; null where all can. */
  folderProblem: Problem | null;
  /** Files that failed in two scans, or a folder that cannot be listed. */
  problems: Problem[];
  /** Files that failed for the first time and may be half-written: the next scan tries them again. */
  retrying: Problem[];
  /** Briefs held back by the gate. */
  quarantined: Problem[];
  /** Briefs held back because the editors took them back. */
  retracted: string[];
  ms: number;
}

/** A folder of briefs; `prefix` goes before the identities of its files and is '' for the main one. */
export interface BriefsFolder {
  path: string;
  prefix: string;
}

/**
 * Every brief there is, its story, and the search over them. All of it is a cache of the folders: it can be deleted
 * at any time. Works in a thread of its own, so that reading and indexing never hold up the caller.
 */
export interface Library {
  /** Brings the library up to the folders; a call during a scan gives that scan's report. */
  scan(): Promise<ScanReport>;
  /** A scan that begins after the call, of what is in the folders now: nothing is fetched for it. */
  look(): Promise<ScanReport>;
  /** The same after everything that can be had was fetched. */
  refresh(): Promise<ScanReport>;
  /** Called after every scan. */
  onScan(listener: (report: ScanReport) => void): void;
  /** Every current brief, in order of the file. */
  list(): Promise<LibraryBrief[]>;
  /** The briefs of these files, in the order given; those that are gone are left out. */
  briefs(files: readonly string[]): Promise<Brief[]>;
  /** The newest briefs by the time they were taken in; those taken in later than `upTo` (epoch ms) do not exist. */
  newest(limit: number, upTo?: number): Promise<Brief[]>;
  search(query: string, options: SearchOptions): Promise<SearchResult>;
  suggest(typed: string, options: { language: 'ko' | 'en'; limit: number }): Promise<Suggestion[]>;
  /** Names of sources that hold what was typed, in any case, those with most briefs first. */
  sourceNames(typed: string, limit: number): Promise<SourceName[]>;
  /** The story a brief belongs to; a brief that is unknown is a story of its own. */
  storyOf(file: string): Promise<StoryFiles>;
  /** The files of every story, single ones too. */
  stories(): Promise<string[][]>;
  /** What each file was taken for. */
  kinds(): Promise<FileKind[]>;
  close(): Promise<void>;
}
