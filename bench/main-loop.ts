import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openLibrary } from '../src/library/open-library.ts';
import { parseAliases } from '../src/search/alias-table.ts';
import { manyFiles } from './many-files.ts';
import { watchOwnWork } from './own-work.ts';

/** Milliseconds between two looks of the monitor; part of every delay it tells. */
const RESOLUTION = 1;
const ASK_EVERY_MS = 50;
/** How long the loop is watched with nothing to do: what the machine's other work does to it. */
const IDLE_MS = 10_000;

/**
 * What the main thread feels while briefs are scanned, clustered, indexed and learned from in the library's thread: how long
 * its event loop was held up, and how long a search waited meanwhile.
 */
export async function measureMainLoop(folder: string, count: number): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-loop-'));
  const briefs = manyFiles(folder, count, path.join(root, 'briefs'));
  const aliases = parseAliases(readFileSync('config/aliases.yaml', 'utf8'));
  const library = await openLibrary({
    folders: [{ path: briefs, prefix: '' }],
    dataDir: path.join(root, 'data'),
    aliases,
    logger: { error: (fields, message) => console.error(message, fields) },
    clock: Date.now,
  });
  const idle = monitorEventLoopDelay({ resolution: RESOLUTION });
  idle.enable();
  await setTimeout(IDLE_MS);
  idle.disable();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  const waits: number[] = [];
  let foundAfterMs: number | undefined;
  let scanning = true;
  delay.enable();
  const own = watchOwnWork();
  const startedAt = performance.now();
  const scan = library.scan().finally(() => {
    scanning = false;
  });
  while (scanning) {
    const at = performance.now();
    const { total } = await library.search('robots', { limit: 5, now: Date.now() });
    waits.push(performance.now() - at);
    if (total > 0) foundAfterMs ??= performance.now() - startedAt;
    await setTimeout(ASK_EVERY_MS);
  }
  const report = await scan;
  delay.disable();
  own.stop();
  waits.sort((a, b) => a - b);
  const share = (of: number) =>
    (waits[Math.min(waits.length - 1, Math.floor(of * waits.length))] ?? 0).toFixed(0);
  console.log(
    `main loop while ${report.added} briefs are scanned and indexed (${(report.ms / 1000).toFixed(1)} s): held up p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, ` +
      `worst ${(delay.max / 1e6).toFixed(0)} ms (with nothing to do p99 ${(idle.percentile(99) / 1e6).toFixed(0)} ms, worst ${(idle.max / 1e6).toFixed(0)} ms), at work at one stretch at most ${own.worstMs()?.toFixed(0) ?? '?'} ms; ${waits.length} searches meanwhile: p50 ${share(0.5)} ms, p99 ${share(0.99)} ms, worst ${share(1)} ms; ` +
      `first brief found after ${foundAfterMs === undefined ? 'never' : `${foundAfterMs.toFixed(0)} ms`}`,
  );
  await library.close();
  rmSync(root, { recursive: true });
}
