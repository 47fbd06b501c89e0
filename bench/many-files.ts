import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../src/briefs/list-files.ts';

/** Copies of the briefs of a folder with a title and an address of their own, a thousand to a folder below `into`; `into`. */
export function manyFiles(from: string, wanted: number, into: string): string {
  const originals = listFiles(from).files.map(({ path: where, file }) => ({
    text: readFileSync(where, 'utf8'),
    file,
  }));
  for (let index = 0; index < wanted; index += 1) {
    const original = originals[index % originals.length];
    if (!original) break;
    const below = path.join(into, String(Math.floor(index / 1_000)));
    if (index % 1_000 === 0) mkdirSync(below, { recursive: true });
    const round = Math.floor(index / originals.length);
    const text = original.text
      .replace(/^title: "/m, `title: "${round} `)
      .replace(/^(canonical_url: "[^"]+)"/m, `$1?page=${round}"`);
    writeFileSync(path.join(below, `${index}-${path.basename(original.file)}`), text);
  }
  return into;
}
