import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefsIn } from '../../bench/briefs-in.ts';
import { type JudgedQuery, scoreRankings } from '../../bench/score-ranking.ts';
import { parseAliases } from '../../src/search/alias-table.ts';
import { openSearchIndex } from '../../src/search/open-search-index.ts';

const folder = process.env.CORPUS_DIR;
const ROUNDS = 'tests/search/judged';

interface Round {
  now: string;
  queries: JudgedQuery[];
}

/** The judged queries name the files of the real briefs; without those there is nothing to measure. */
describe.skipIf(folder === undefined)('search over the real briefs', () => {
  test('finds what was judged to be asked for', { timeout: 300_000 }, () => {
    const index = openSearchIndex(':memory:', {
      aliases: parseAliases(readFileSync('config/aliases.yaml', 'utf8')),
    });
    index.update({ put: briefsIn(folder ?? ''), remove: [] });
    const sets = readdirSync(ROUNDS)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(path.join(ROUNDS, file), 'utf8')) as Round);
    const queries = sets.flatMap((set) => set.queries);
    const now = Date.parse(sets[0]?.now ?? '');
    const quality = scoreRankings(queries, (query) =>
      index.search(query, { limit: 10, now }).hits.map((hit) => hit.file),
    );
    index.close();
    console.log(`${queries.length} queries`, quality);
    expect(quality.ndcg10).toBeGreaterThanOrEqual(0.94);
    expect(quality.success1).toBeGreaterThanOrEqual(0.95);
    expect(quality.wronglyEmpty).toBeLessThanOrEqual(0.02);
    const [found = 0, all = 0] = quality.nothingFound.split('/').map(Number);
    expect(found / all).toBeGreaterThanOrEqual(0.92);
  });
});
