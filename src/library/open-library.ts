import { setTimeout } from 'node:timers/promises';
import { diskTrouble } from '../disk/disk-trouble.ts';
import type { AliasTable } from '../search/alias-table.ts';
import type { BriefsFolder, Library, ScanReport } from './library.ts';
import { LibraryError } from './library-error.ts';
import { startThread, type Thread } from './start-thread.ts';

export interface LibraryOptions {
  /** The main folder has the prefix ''. */
  folders: readonly BriefsFolder[];
  /** Where the caches lie; created when missing. Null for memory only. */
  dataDir: string | null;
  /** Where processed files lie beside the briefs; none when left out. */
  processedDir?: string | null;
  /** Names that mean the same, for the search; null where nobody will search. */
  aliases: AliasTable | null;
  /** Briefs that the editors took back, asked before each scan; null for the same as at the last one. */
  retracted?: () => Promise<readonly string[] | null>;
  logger: { error(fields: object, message: string): void };
  /** Epoch ms; what a scan finds new counts as first seen then. */
  clock: () => number;
}

/** Rows in one answer of the thread: taking them over costs the main thread some milliseconds. */
const pageRows = 500;
const pageBriefs = 100;
/** How long a scan under way may hold up closing, in milliseconds. */
const graceMs = 2_000;

/**
 * Opens the library in a thread of its own. Nothing is read before the first scan; a missing folder is a problem in its report.
 * @throws LibraryError where the data folder cannot be written to, or is full; so do its methods.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { folders, dataDir, aliases, logger, clock } = options;
  const processedDir = options.processedDir ?? null;
  const thread = sayingWhatFailed(startThread({ folders, dataDir, processedDir, aliases }, logger), dataDir);
  const listeners: ((report: ScanReport) => void)[] = [];
  let closing: Promise<void> | null = null;
  try {
    await thread.call('list', '', 0);
  } catch (error) {
    // Left running, the thread would keep the program from ending.
    await thread.stop();
    throw error;
  }
  async function scan(anew: boolean): Promise<ScanReport> {
    const report = await thread.call('scan', clock(), (await options.retracted?.()) ?? null, anew);
    for (const listener of listeners) listener(report);
    return report;
  }
  return {
    scan: () => scan(false),
    look: () => scan(true),
    refresh: () => scan(true),
    onScan: (listener) => void listeners.push(listener),
    list: () => allPages((after) => thread.call('list', after, pageRows)),
    kinds: () => allPages((after) => thread.call('kinds', after, pageRows)),
    briefs: async (files) => {
      const briefs = [];
      for (let start = 0; start < files.length; start += pageBriefs) {
        briefs.push(...(await thread.call('briefs', files.slice(start, start + pageBriefs))));
      }
      return briefs;
    },
    newest: (limit, upTo) => thread.call('newest', limit, upTo ?? null),
    search: (query, searchOptions) => thread.call('search', query, searchOptions),
    suggest: (typed, suggestOptions) => thread.call('suggest', typed, suggestOptions),
    sourceNames: (typed, limit) => thread.call('sourceNames', typed, limit),
    storyOf: (file) => thread.call('storyOf', file),
    stories: async () => {
      const stories = new Map<string, string[]>();
      for (let offset = 0; ; offset += pageRows) {
        const members = await thread.call('members', offset, pageRows);
        for (const { file, story } of members) {
          const files = stories.get(story);
          if (files) files.push(file);
          else stories.set(story, [file]);
        }
        if (members.length < pageRows) return [...stories.values()];
      }
    },
    close: () => {
      closing ??= Promise.race([thread.call('close'), setTimeout(graceMs, undefined, { ref: false })]).then(
        thread.stop,
      );
      return closing;
    },
  };
}

/** What the disk refuses comes as a sentence that names the folder. */
function sayingWhatFailed(thread: Thread, dataDir: string | null): Thread {
  return {
    ...thread,
    call: (...call) =>
      thread.call(...call).catch((error: unknown) => {
        const sentence = dataDir === null ? null : diskTrouble(error, dataDir);
        throw sentence === null ? error : new LibraryError(sentence, { cause: error });
      }),
  };
}

async function allPages<T extends { file: string }>(page: (after: string) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const more = await page(rows.at(-1)?.file ?? '');
    rows.push(...more);
    if (more.length < pageRows) return rows;
  }
}
