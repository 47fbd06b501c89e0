import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { listFiles, readListedFile } from '../briefs/list-files.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';

/** Folders in which nobody keeps briefs, and which would take long to walk. */
const passedOver = new Set(['node_modules', 'dist', 'data', 'digests', 'src', 'tests', 'coverage']);
const deepest = 6;
const mostFolders = 3_000;
/** Of each folder so many files are looked at before it counts as one without briefs. */
const looks = 5;
/** `2026`, `07`, `2026-07`, `2026-07-03`: a folder of one day or month belongs to the one around it. */
const dated = /^\d{2}(\d{2}([-_.]?\d{2}){0,2})?$/;

/**
 * Folders below `root` that hold briefs: Markdown files with front matter that is a brief's. Of folders that belong
 * together (one for each day) the one around them is given. Relative to `root`, with `./` in front.
 */
export function findBriefs(root: string): string[] {
  const holders: string[][] = [];
  const queue: string[][] = [[]];
  for (let seen = 0; seen < mostFolders; seen += 1) {
    const parts = queue.shift();
    if (parts === undefined) break;
    const entries = entriesOf(path.join(root, ...parts));
    if (parts.length > 0 && holdsBriefs(path.join(root, ...parts), entries)) holders.push(parts);
    if (parts.length >= deepest) continue;
    for (const entry of entries) {
      const isWanted = entry.isDirectory() && !entry.name.startsWith('.') && !passedOver.has(entry.name);
      if (isWanted) queue.push([...parts, entry.name]);
    }
  }
  const homes = holders.map((parts) => homeOf(parts).join('/'));
  return [...new Set(homes)].filter((home) => !isInside(home, homes)).map((home) => `./${home}`);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function holdsBriefs(folder: string, entries: readonly Dirent[]): boolean {
  if (!entries.some((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))) return false;
  const own = listFiles(folder).files.filter(
    ({ file }) => !file.includes('/') && /\.(md|markdown)$/i.test(file),
  );
  return own.slice(0, looks).some((listed) => {
    const source = readListedFile(listed);
    return 'text' in source && (readFrontMatter(source)?.briefs.length ?? 0) > 0;
  });
}

/** The folder without the days and months at its end. */
function homeOf(parts: readonly string[]): string[] {
  const end = parts.findLastIndex((part) => !dated.test(part));
  return parts.slice(0, Math.max(1, end + 1));
}

function isInside(home: string, homes: readonly string[]): boolean {
  return homes.some((other) => other !== home && home.startsWith(`${other}/`));
}
