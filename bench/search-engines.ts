import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import flexsearch from 'flexsearch';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { Brief } from '../src/briefs/brief.ts';
import { parseAliases } from '../src/search/alias-table.ts';
import { englishStem } from '../src/search/english-stem.ts';
import { openSearchIndex } from '../src/search/open-search-index.ts';
import { splitWords } from '../src/search/split-words.ts';

/** A search engine with briefs in it. */
export interface Engine {
  /** Files, best first. */
  search(query: string, now: number): string[];
  /** Closes it, opens it again and answers once; milliseconds. Only engines that keep a file. */
  reopen?(query: string): number;
  fileMb?: number;
  close(): void;
}

const FIELDS = ['title', 'tags', 'entities', 'lead', 'summary', 'points', 'source'];
const LIMIT = 10;
/** Briefs given to the index at once, as a scan does. */
const AT_ONCE = 1000;

/** The engines that are compared, each built from briefs. */
export const engines: Record<string, (briefs: readonly Brief[]) => Engine> = {
  sowhat,
  'MiniSearch as it comes': (briefs) => miniSearch(briefs, {}, {}),
  'MiniSearch, bigrams, stems, fuzzy': (briefs) =>
    miniSearch(
      briefs,
      { tokenize: bigramsAndStems, processTerm: (term: string) => term },
      {
        prefix: false,
        boost: { title: 4, tags: 3, entities: 3 },
        fuzzy: (term: string) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      },
    ),
  FlexSearch: flexSearch,
  'SQLite FTS5, porter': plainFts,
};

function sowhat(briefs: readonly Brief[]): Engine {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
  const file = path.join(folder, 'search.db');
  const options = { aliases: parseAliases(readFileSync('config/aliases.yaml', 'utf8')) };
  let index = openSearchIndex(file, options);
  for (let from = 0; from < briefs.length; from += AT_ONCE)
    index.update({ put: briefs.slice(from, from + AT_ONCE), remove: [] });
  return {
    search: (query, now) => index.search(query, { limit: LIMIT, now }).hits.map((hit) => hit.file),
    reopen(query) {
      index.close();
      const startedAt = performance.now();
      index = openSearchIndex(file, options);
      index.search(query, { limit: LIMIT, now: Date.now() });
      return performance.now() - startedAt;
    },
    fileMb: statSync(file).size / 1e6,
    close() {
      index.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function miniSearch(briefs: readonly Brief[], options: object, searchOptions: object): Engine {
  const index = new MiniSearch({ fields: FIELDS, ...options });
  index.addAll(briefs.map((brief, id) => ({ id, ...documentOf(brief) })));
  return {
    search: (query) =>
      filesOf(
        index
          .search(query, searchOptions)
          .slice(0, LIMIT)
          .map(({ id }) => id as number),
        briefs,
      ),
    close: () => undefined,
  };
}

function flexSearch(briefs: readonly Brief[]): Engine {
  const index = new flexsearch.Index({ tokenize: 'forward' });
  for (const [id, brief] of briefs.entries()) index.add(id, Object.values(documentOf(brief)).join('\n'));
  return {
    search: (query) => filesOf(index.search(query, { limit: LIMIT }) as number[], briefs),
    close: () => undefined,
  };
}

function plainFts(briefs: readonly Brief[]): Engine {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(${FIELDS.join(', ')}, tokenize = 'porter unicode61')`);
  const insert = db.prepare(
    `INSERT INTO t (rowid, ${FIELDS.join(', ')}) VALUES (?${', ?'.repeat(FIELDS.length)})`,
  );
  db.transaction(() => {
    for (const [id, brief] of briefs.entries()) insert.run(id, ...Object.values(documentOf(brief)));
  })();
  const find = db.prepare(`SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ${LIMIT}`).raw();
  return {
    search(query) {
      const words = splitWords(query).map((word) => `"${word.text}"`);
      return words.length === 0
        ? []
        : filesOf(
            (find.all(words.join(' OR ')) as [number][]).map(([id]) => id),
            briefs,
          );
    },
    close: () => db.close(),
  };
}

function documentOf(brief: Brief): Record<string, string> {
  return {
    title: brief.title,
    tags: brief.tags.join(' '),
    entities: brief.entities.join(', '),
    lead: [brief.insight.ko, brief.insight.en, brief.soWhat.ko, brief.soWhat.en].join('\n'),
    summary: `${brief.summary.ko}\n${brief.summary.en}`,
    points: brief.keyPoints.join('\n'),
    source: brief.sourceName,
  };
}

function bigramsAndStems(text: string): string[] {
  const terms: string[] = [];
  for (const word of splitWords(text)) {
    if (word.script !== 'hangul' || word.text.length < 3) terms.push(englishStem(word.text));
    else for (let i = 0; i + 1 < word.text.length; i++) terms.push(word.text.slice(i, i + 2));
  }
  return terms;
}

function filesOf(ids: readonly number[], briefs: readonly Brief[]): string[] {
  return ids.flatMap((id) => briefs[id]?.file ?? []);
}
