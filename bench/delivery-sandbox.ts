import { startSandbox } from '../src/sandbox/start-sandbox.ts';

/** A sandbox in a process of its own; its addresses and tokens on one line. */
const { close: _close, ...card } = await startSandbox({ port: 0, folder: null });
process.stdout.write(`${JSON.stringify(card)}\n`);
