import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles, readListedFile } from '../src/briefs/list-files.ts';
import { readFrontMatter } from '../src/briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../src/briefs/readers/read-source.ts';
import { openBriefCore } from '../src/library/open-brief-core.ts';
import { parseAliases } from '../src/search/alias-table.ts';
import { manyFiles } from './many-files.ts';

/**
 * How long reading takes, and what is wrong with the files.
 * `npm run bench:read [-- FOLDER [COUNT]]`: FOLDER is read as it is (default: the sample), then COUNT files made from it.
 */
const [folder = 'config/sample-briefs', count = '0'] = process.argv.slice(2);
const root = mkdtempSync(path.join(tmpdir(), 'bench-read-'));

await measure(folder);
if (Number(count) > 0) await measure(manyFiles(folder, Number(count), path.join(root, 'many')));
rmSync(root, { recursive: true });

async function measure(briefs: string): Promise<void> {
  const listing = timed('list and stat', () => listFiles(briefs));
  console.log(`${listing.files.length} files`);
  const reasons = new Map<string, number>();
  timed('read and parse, without a cache', () => {
    for (const listed of listing.files) {
      const source = readListedFile(listed);
      const reading = 'reason' in source ? null : readSource(source, [readFrontMatter, ...documentReaders]);
      const names = reading
        ? [
            `read as ${reading.kind}`,
            ...reading.problems.map(({ reason }) => `problem: ${reason.slice(0, 80)}`),
          ]
        : ['problem: unreadable'];
      for (const name of names) reasons.set(name, (reasons.get(name) ?? 0) + 1);
    }
  });
  for (const [name, times] of reasons) console.log(`  ${times} ${name}`);
  const aliases = parseAliases(readFileSync('config/aliases.yaml', 'utf8'));
  const data = path.join(root, `data-${listing.files.length}`);
  const options = { folders: [{ path: briefs, prefix: '' }], dataDir: data, aliases };
  await scans('library, cold: read, gate, stories, search index', options, 1);
  await scans('library, warm, after a restart: nothing changed', options, 2);
}

async function scans(
  name: string,
  options: Parameters<typeof openBriefCore>[0],
  times: number,
): Promise<void> {
  const core = openBriefCore(options);
  for (let scan = 1; scan <= times; scan += 1) {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    const report = await core.scan(Date.now());
    console.log(
      `${name}${times > 1 ? ` (scan ${scan})` : ''}: ${ms(performance.now() - startedAt)}, ${cpu(before)}; parsed ${report.parsed}, ` +
        `problems ${report.problems.length}, retrying ${report.retrying.length}, held back ${report.quarantined.length}; ${memory()}`,
    );
  }
  core.close();
}

function timed<T>(name: string, work: () => T): T {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const result = work();
  console.log(`${name}: ${ms(performance.now() - startedAt)}, ${cpu(before)}; ${memory()}`);
  return result;
}

function ms(span: number): string {
  return span < 10_000 ? `${span.toFixed(0)} ms` : `${(span / 1_000).toFixed(1)} s`;
}

/** Processor time since then: what a machine with nothing else to do would take. */
function cpu(before: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(before);
  return `${ms((user + system) / 1_000)} of processor time`;
}

function memory(): string {
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB RSS`;
}
