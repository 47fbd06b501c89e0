import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Brief } from '../briefs/brief.ts';
import type { SearchIndex, SearchOptions, SearchResult, Suggestion } from '../search/search-types.ts';
import { type BriefCache, openBriefCache } from './brief-cache.ts';
import type { BriefsFolder, FileKind, LibraryBrief, ScanReport, SourceName, StoryFiles } from './library.ts';
import { openCache } from './open-cache.ts';
import { pauser } from './pauser.ts';
import type { Reading } from './read-file.ts';
import { scanFolders } from './scan-folders.ts';
import type { Shelves, StoryAssigner } from './shelve.ts';

/** The library without its thread. Answers that may be large come in pages. */
export interface Core {
  /**
   * `now`: epoch ms, the time at which what is new counts as first seen. `retracted`: briefs to hold back whatever
   * their text; null (or left out) for the same as at the last scan. `anew`: not the report of a scan under way.
   */
  scan(now: number, retracted?: readonly string[] | null, anew?: boolean): Promise<ScanReport>;
  list(after: string, limit: number): LibraryBrief[];
  kinds(after: string, limit: number): FileKind[];
  members(offset: number, limit: number): { file: string; story: string }[];
  briefs(files: readonly string[]): Brief[];
  newest(limit: number, upTo: number | null): Brief[];
  search(query: string, options: SearchOptions): SearchResult;
  suggest(typed: string, options: { language: 'ko' | 'en'; limit: number }): Suggestion[];
  sourceNames(typed: string, limit: number): SourceName[];
  storyOf(file: string): StoryFiles;
  close(): void;
  /** Closes and deletes the caches: they are damaged. */
  discard(): void;
}

export interface CoreOptions {
  folders: readonly BriefsFolder[];
  /** Where the caches lie; null for memory only. */
  dataDir: string | null;
  /** Where processed files lie beside the briefs; null for none. */
  processedDir?: string | null;
  reading: Reading;
  openSearch(path: string): SearchIndex;
  /** Makes the assigner from what the cache holds. */
  openStories(cache: BriefCache, pause: () => Promise<void>): Promise<StoryAssigner>;
}

/** Briefs taken out of the cache together to be indexed anew. */
const briefsAtOnce = 100;

export function openCore(options: CoreOptions): Core {
  const { folders, dataDir, reading } = options;
  const paths = cachePaths(folders, dataDir);
  const db = openCache(paths.library);
  const cache = openBriefCache(db);
  const search = options.openSearch(paths.search);
  let shelves: Shelves | null = null;
  let running: { key: string; report: Promise<ScanReport> } | null = null;

  /** What only a scan needs is loaded by the first one. */
  async function openShelves(pause: () => Promise<void>): Promise<Shelves> {
    const records = new Map(cache.records().map((record) => [record.file, record]));
    await matchSearch(cache, search, pause);
    let stories: Promise<StoryAssigner> | null = null;
    function openStories(pause: () => Promise<void>): Promise<StoryAssigner> {
      stories ??= options.openStories(cache, pause);
      return stories;
    }
    return { cache, search, stories: openStories, records };
  }
  async function scan(
    now: number,
    retracted: readonly string[] | null,
    before: Promise<unknown> | undefined,
  ): Promise<ScanReport> {
    await before?.catch(() => undefined);
    const pause = pauser();
    shelves ??= await openShelves(pause);
    return scanFolders(folders, options.processedDir ?? null, shelves, reading, retracted, now, pause);
  }
  function close(): void {
    search.close();
    db.close();
  }
  return {
    scan: (now, retracted = null, anew = false) => {
      const key = JSON.stringify(retracted);
      if (!anew && running?.key === key) return running.report;
      const mine = { key, report: scan(now, retracted, running?.report) };
      running = mine;
      const over = () => {
        if (running === mine) running = null;
      };
      mine.report.then(over, over);
      return mine.report;
    },
    list: cache.list,
    kinds: cache.kinds,
    members: cache.members,
    briefs: (files) => files.flatMap((file) => cache.brief(file) ?? []),
    newest: cache.newest,
    search: search.search,
    suggest: search.suggest,
    sourceNames: cache.sourceNames,
    storyOf: cache.storyOf,
    close,
    discard: () => {
      close();
      for (const file of Object.values(paths))
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    },
  };
}

/** Other folders have caches of their own, so that a look into them does not throw away the bot's. */
function cachePaths(
  folders: readonly BriefsFolder[],
  dataDir: string | null,
): { library: string; search: string } {
  if (dataDir === null) return { library: ':memory:', search: ':memory:' };
  mkdirSync(dataDir, { recursive: true });
  const places = folders.map((folder) => [path.resolve(folder.path), folder.prefix]);
  const key = createHash('sha256').update(JSON.stringify(places)).digest('hex').slice(0, 8);
  return { library: path.join(dataDir, `library-${key}.db`), search: path.join(dataDir, `search-${key}.db`) };
}

/** The two caches are written one after the other, and either may have been begun anew: the briefs read decide. */
async function matchSearch(
  cache: BriefCache,
  search: SearchIndex,
  pause: () => Promise<void>,
): Promise<void> {
  const indexed = search.indexed();
  const missing: string[] = [];
  for (const [file, hash] of cache.hashes()) {
    if (indexed.get(file) !== hash) missing.push(file);
    indexed.delete(file);
  }
  for (const _step of search.updateInSteps({ put: [], remove: [...indexed.keys()] })) await pause();
  for (let start = 0; start < missing.length; start += briefsAtOnce) {
    const put = missing.slice(start, start + briefsAtOnce).flatMap((file) => cache.brief(file) ?? []);
    for (const _step of search.updateInSteps({ put, remove: [] })) await pause();
  }
}
