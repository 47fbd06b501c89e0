import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which folder of src/ may import which, and which packages it may touch. Data flows one way:
 * briefs → stories → digest → message → delivery → slack | discord, with search and answers beside.
 * `anything` is for the places that put the program together.
 */
const anything = '*';
const table: Record<string, { from: string[] | typeof anything; touches: string[] | typeof anything }> = {
  briefs: {
    from: [],
    touches: [
      'gray-matter',
      'js-yaml',
      'zod',
      'node:fs',
      'node:fs/promises',
      'html-entities',
      '@mozilla/readability',
      'linkedom',
      'eld',
    ],
  },
  stories: { from: ['briefs'], touches: [] },
  search: {
    from: ['briefs'],
    touches: [
      'libsql',
      'node:fs',
      'damerau-levenshtein',
      'snowball-stemmers',
      'es-hangul',
      'js-yaml',
      'dictionary-en',
    ],
  },
  processing: { from: ['briefs', 'search'], touches: ['node:fs', 'zod', 'yaml'] },
  disk: { from: [], touches: [] },
  library: {
    from: ['briefs', 'stories', 'search', 'processing', 'disk'],
    touches: ['libsql', 'node:worker_threads', 'node:fs', 'zod'],
  },
  digest: { from: ['briefs', 'stories'], touches: [] },
  message: { from: ['briefs', 'stories', 'digest'], touches: [] },
  archive: { from: ['briefs', 'digest', 'message'], touches: ['node:fs', 'node:fs/promises'] },
  feeds: {
    from: ['briefs', 'digest', 'message', 'archive'],
    touches: ['feedsmith', 'html-entities', 'node:fs/promises'],
  },
  charts: { from: [], touches: ['@resvg/resvg-js'] },
  backup: { from: ['store', 'disk'], touches: ['libsql', 'node:fs', 'node:fs/promises'] },
  git: { from: [], touches: ['node:fs/promises', 'node:child_process'] },
  answers: { from: ['briefs', 'stories', 'search', 'digest', 'message', 'library'], touches: [] },
  follows: { from: ['digest', 'answers'], touches: [] },
  store: {
    from: ['briefs', 'stories', 'digest', 'message', 'answers', 'follows', 'delivery', 'editing', 'disk'],
    touches: ['kysely', 'libsql', 'pg', 'node:fs', 'node:net'],
  },
  delivery: { from: ['briefs', 'digest', 'message', 'answers'], touches: ['node-cron', 'croner', 'pino'] },
  editing: { from: ['briefs', 'digest', 'message', 'answers', 'delivery'], touches: [] },
  slack: {
    from: ['briefs', 'digest', 'message', 'answers', 'delivery'],
    touches: ['@slack/bolt', '@slack/web-api', '@slack/types', '@slack/socket-mode', 'pino', 'zod', 'undici'],
  },
  discord: {
    from: ['briefs', 'digest', 'message', 'answers', 'delivery'],
    touches: ['discord.js', 'discord-api-types', '@discordjs/rest', 'pino', 'zod'],
  },
  health: { from: [], touches: ['hono', '@hono/node-server', 'prom-client'] },
  sandbox: {
    from: [],
    touches: [
      'ws',
      'hono',
      '@hono/node-server',
      'zod',
      'discord-api-spec',
      'discord-api-types',
      'node:fs',
      'node:http',
      'node:stream',
      'node:net',
    ],
  },
  config: { from: ['disk', 'message'], touches: ['zod', 'yaml', 'node:fs', 'croner'] },
  setup: {
    from: ['briefs', 'config', 'slack', 'discord', 'delivery'],
    touches: [
      '@slack/web-api',
      '@discordjs/rest',
      'discord-api-types',
      '@clack/prompts',
      'ws',
      'yaml',
      'node:fs',
    ],
  },
  terminal: { from: ['briefs', 'message'], touches: ['string-width', 'wrap-ansi'] },
  cli: { from: anything, touches: anything },
  app: { from: anything, touches: anything },
};
/** Pure parts of Node that touch nothing outside the process. */
const pure = [
  'node:crypto',
  'node:path',
  'node:url',
  'node:util',
  'node:timers/promises',
  'node:events',
  'node:buffer',
  'node:zlib',
  'node:os',
  'node:string_decoder',
];
const rootFiles = ['main.ts', 'app.ts'];

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'));

function importsOf(file: string, kinds: 'all' | 'values' = 'all'): string[] {
  const source = readFileSync(path.join(src, file), 'utf8');
  const text = kinds === 'all' ? source : source.replace(/(^|\n)(?:import|export) type\s[^;]*;/g, '$1');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** `hono/streaming` belongs to the package `hono`. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function complaints(file: string, imports: string[]): string[] {
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  if (folder === '') return rootFiles.includes(file) ? [] : [`${file}: put it into a folder of the table`];
  const rule = table[folder];
  if (!rule) return [`${file}: the folder ${folder} is not in the table`];
  return imports.flatMap((name) => {
    if (name.startsWith('.')) {
      const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
      const other = target.includes('/') ? (target.split('/')[0] ?? '') : target;
      const allowed = other === folder || rule.from === anything || rule.from.includes(other);
      return allowed ? [] : [`${file} imports ${other}`];
    }
    const allowed =
      rule.touches === anything || pure.includes(name) || rule.touches.includes(packageOf(name));
    return allowed ? [] : [`${file} touches ${name}`];
  });
}

/** Each cycle once, as the way around it. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  function visit(file: string, way: readonly string[]): void {
    const at = way.indexOf(file);
    if (at >= 0) cycles.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  }
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

describe('import directions', () => {
  test('hold in every file', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => complaints(file, importsOf(file)))).toEqual([]);
  });

  test('have no cycle between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file, 'values')
          .filter((name) => name.startsWith('.'))
          .map((name) => path.posix.normalize(path.posix.join(path.posix.dirname(file), name))),
      ]),
    );
    expect(cyclesIn(graph)).toEqual([]);
    expect(
      cyclesIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a → b → c → a']);
  });

  test('a wrong import, a wrong package and an unknown folder are seen', () => {
    expect(complaints('slack/x.ts', ['../discord/y.ts'])).toEqual(['slack/x.ts imports discord']);
    expect(complaints('digest/x.ts', ['kysely'])).toEqual(['digest/x.ts touches kysely']);
    expect(complaints('utils/x.ts', [])).toEqual(['utils/x.ts: the folder utils is not in the table']);
    expect(complaints('stray.ts', [])).toEqual(['stray.ts: put it into a folder of the table']);
  });
});
