import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { EngineOptions } from '../../src/app/create-engine.ts';
import type { Brief } from '../../src/briefs/brief.ts';
import { readFrontMatter } from '../../src/briefs/readers/read-front-matter.ts';
import type { ScanReport } from '../../src/library/library.ts';

const nothingFound: ScanReport = {
  ...{ files: 0, parsed: 0, added: 0, changed: 0, removed: 0, ms: 0 },
  ...{ folderProblem: null, problems: [], retrying: [], quarantined: [], retracted: [] },
};

/** A folder's briefs, each a story of its own: as much of a library as composing asks for, in no time. */
export function folderLibrary(folder: string): EngineOptions['library'] {
  const read = new Map<string, Brief>();

  function briefs(): Brief[] {
    for (const file of readdirSync(folder)) {
      if (read.has(file)) continue;
      const text = readFileSync(path.join(folder, file), 'utf8');
      const hash = createHash('sha256').update(text).digest('hex');
      // One that is still being written has no brief yet.
      const brief = readFrontMatter({ file, text, hash })?.briefs[0];
      if (brief) read.set(file, brief);
    }
    return [...read.values()];
  }

  return {
    // Every list is read anew.
    scan: async () => nothingFound,
    look: async () => nothingFound,
    list: async () =>
      briefs().map(({ file, ingestedAt, urlKey }) => ({
        ...{ file, ingestedAt, urlKey, story: file, followUpOf: null },
      })),
    briefs: async (files) => files.flatMap((file) => read.get(file) ?? []),
  };
}
