import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFrontMatter } from '../../dist/briefs/readers/read-front-matter.js';

/** A folder's briefs, each a story of its own: as much of a library as composing asks for, in no time. */
export function folderLibrary(folder) {
  const read = new Map();

  function briefs() {
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
    scan: async () => ({}),
    list: async () =>
      briefs().map(({ file, ingestedAt, urlKey }) => ({
        ...{ file, ingestedAt, urlKey, story: file, followUpOf: null },
      })),
    briefs: async (files) => files.flatMap((file) => read.get(file) ?? []),
  };
}
