import { startSandbox } from '../src/sandbox/start-sandbox.ts';

/** A sandbox in a process of its own; its addresses and tokens on one line, and at the end of its input its CPU seconds. */
const { close: _close, ...card } = await startSandbox({ port: 0, folder: null });
process.stdout.write(`${JSON.stringify(card)}\n`);
process.stdin.resume().once('end', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${(user + system) / 1_000_000}\n`, () => process.exit(0));
});
