/**
 * Moves a ledger from SQLite into PostgreSQL, as `sowhat migrate` does, and may be killed while it does. The clock is
 * asked before anything is copied and again when everything is; `dieAt` ends it there.
 */
import { writeSync } from 'node:fs';
import { migrateLedger } from '../../dist/store/migrate-ledger.js';

const order = JSON.parse(process.argv[2] ?? '{}');
let asked = 0;
writeSync(1, `${JSON.stringify({ ready: true })}\n`);
await migrateLedger(order.from, order.to, () => {
  asked += 1;
  if (asked === order.dieAt) process.kill(process.pid, 'SIGKILL');
  return Date.now();
});
