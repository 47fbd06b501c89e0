import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseAliases } from '../src/search/alias-table.ts';
import { openSearchIndex } from '../src/search/open-search-index.ts';
import { briefsIn } from './briefs-in.ts';

/**
 * Answers one query a line, for a scoring script: in `{"id", "q", "now"}`, out `{"id", "files": [best first], "ms"}`.
 * `node dist-bench/bench/search-server.js FOLDER [INDEX FILE]`
 */
const [folder = 'config/sample-briefs', file = ':memory:'] = process.argv.slice(2);
const index = openSearchIndex(file, { aliases: parseAliases(readFileSync('config/aliases.yaml', 'utf8')) });
index.update({ put: briefsIn(folder), remove: [] });

for await (const line of createInterface({ input: process.stdin })) {
  const { id, q, now } = JSON.parse(line) as { id: number; q: string; now?: string };
  const startedAt = performance.now();
  const { hits } = index.search(q, { limit: 10, now: now ? Date.parse(now) : Date.now() });
  const ms = performance.now() - startedAt;
  console.log(JSON.stringify({ id, files: hits.map((hit) => path.basename(hit.file)), ms }));
}
index.close();
