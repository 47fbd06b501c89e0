import path from 'node:path';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { holdWorld } from './hold-world.ts';
import { say } from './say.ts';

/** Runs the sandbox alone, for another bot or its tests. */
export async function sandbox(flags: { port?: string; data: string; json?: boolean }): Promise<void> {
  const folder = path.join(flags.data, 'sandbox', 'world');
  const world = holdWorld(folder);
  const { close, ...card } = await startSandbox({ port: Number(flags.port ?? 0), folder });
  world.shownAt(card.page);
  if (flags.json) say(JSON.stringify(card));
  else for (const [name, value] of Object.entries(card)) say(`${name.padEnd(14)} ${value}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(
      signal,
      () =>
        void close().finally(() => {
          world.letGo();
          process.exit(0);
        }),
    );
  }
}
