import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What the sandbox remembers, by collection (`slack/messages`) and key. Values must survive JSON. */
export interface Journal {
  /** The live values of a collection in the order in which their keys were first put. Do not change the map. */
  all<T>(collection: string): ReadonlyMap<string, T>;
  put(collection: string, key: string, value: unknown): void;
  remove(collection: string, key: string): void;
  /** Removes every collection whose name starts with `prefix`. */
  clear(prefix: string): void;
  close(): void;
}

interface Line {
  c: string;
  k: string;
  v: unknown;
}

type Collections = Map<string, Map<string, unknown>>;

/**
 * Opens the journal `sandbox.jsonl` in `folder`: append-only JSON lines, replayed and compacted here. A last
 * line cut short by a kill is dropped. Without a folder nothing is kept.
 */
export function openJournal(folder: string | null): Journal {
  const collections: Collections = new Map();
  let file: number | null = null;
  if (folder !== null) file = replay(folder, collections);

  function write(line: Line): void {
    apply(collections, line);
    if (file !== null) appendFileSync(file, `${JSON.stringify(line)}\n`);
  }
  return {
    all<T>(collection: string): ReadonlyMap<string, T> {
      return (collections.get(collection) ?? new Map()) as ReadonlyMap<string, T>;
    },
    put: (c, k, v) => write({ c, k, v }),
    remove: (c, k) => write({ c, k, v: null }),
    clear(prefix) {
      for (const [c, values] of collections) {
        if (!c.startsWith(prefix)) continue;
        for (const k of [...values.keys()]) write({ c, k, v: null });
      }
    },
    close() {
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function apply(collections: Collections, { c, k, v }: Line): void {
  let values = collections.get(c);
  if (values === undefined) {
    values = new Map();
    collections.set(c, values);
  }
  if (v === null) values.delete(k);
  else values.set(k, v);
}

/** Reads the file into `collections`, rewrites it without what is gone, and opens it for appending. */
function replay(folder: string, collections: Collections): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sandbox.jsonl');
  if (existsSync(path)) {
    for (const text of readFileSync(path, 'utf8').split('\n')) {
      const line = parseLine(text);
      if (line !== null) apply(collections, line);
    }
  }
  const lines: string[] = [];
  for (const [c, values] of collections) {
    for (const [k, v] of values) lines.push(`${JSON.stringify({ c, k, v })}\n`);
  }
  writeFileSync(`${path}.new`, lines.join(''));
  renameSync(`${path}.new`, path);
  return openSync(path, 'a');
}

function parseLine(text: string): Line | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null; // cut short by a kill
  }
}
