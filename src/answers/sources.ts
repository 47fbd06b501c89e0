import type { Brief, Language } from '../briefs/brief.ts';
import type { LibraryBrief } from '../library/library.ts';
import type { SearchOptions, SearchResult, Suggestion } from '../search/search-types.ts';

/** A story as the library knows it now. */
export interface StoryFiles {
  /** File of its earliest brief. */
  id: string;
  files: string[];
}

/** What answers are found in; implemented by the library. */
export interface AnswerSources {
  search(query: string, options: SearchOptions): Promise<SearchResult>;
  suggest(typed: string, options: { language: Language; limit: number }): Promise<Suggestion[]>;
  /** Names of sources that start with, or hold, what was typed, the most frequent first. */
  sourceNames(typed: string, limit: number): Promise<{ name: string; briefs: number }[]>;
  briefs(files: readonly string[]): Promise<Brief[]>;
  /** The story of each file, in the order asked. */
  storiesOf(files: readonly string[]): Promise<StoryFiles[]>;
  /** What was taken in from `since` to `upTo` (epoch ms), and what does not say when; the newest first. */
  arrivals(since: number, upTo: number): Promise<LibraryBrief[]>;
  newest(limit: number): Promise<Brief[]>;
}
