/**
 * The bot as a child process that may be killed at any instant. The code is the program's own (from dist); what is
 * given here is what `start` gives, with shorter spans, and a checkpoint that ends the process where it is told to.
 * It is JavaScript because Node 20 runs no TypeScript.
 */
import { writeSync } from 'node:fs';
import { pino } from 'pino';
import { productionTiming } from '../../dist/app/timing.js';
import { startApp } from '../../dist/app.js';
import { settingsFile } from '../../dist/config/watch-settings.js';
import { openLibrary } from '../../dist/library/open-library.js';
import { parseAliases } from '../../dist/search/alias-table.js';
import { openStore } from '../../dist/store/open-store.js';
import { checkpointOf } from './checkpoint-of.js';

const order = JSON.parse(process.argv[2] ?? '{}');
const logger = pino({ level: order.logLevel }, pino.destination({ fd: 2, sync: true }));
process.on('unhandledRejection', (error) =>
  logger.error({ err: error }, 'a promise was left without an answer'),
);

const file = settingsFile(order.settingsPath);
const { settings, problems } = file.read();
if (settings === null) throw new Error(JSON.stringify(problems));
const clock = () => Date.now() + (order.aheadMs ?? 0);
const checkpoint = checkpointOf(order.dieAt);
const store = await openStore({ ...order.place, clock });
const library = await openLibrary({
  folders: [{ path: settings.briefs.folder, prefix: '' }],
  dataDir: order.cacheDir,
  aliases: order.searches ? parseAliases('') : null,
  logger,
  clock,
});
await library.scan();
const app = await startApp({
  settingsFile: file,
  settingsPath: order.settingsPath,
  settings,
  environment: order.environment,
  library,
  store,
  archiveDir: order.archiveDir,
  postAtStart: false,
  logger,
  clock,
  timing: { ...productionTiming, ...order.timing },
  checkpoint,
  onFatal(sentence) {
    logger.fatal(sentence);
    process.exit(1);
  },
});
writeSync(1, `${JSON.stringify({ ready: true })}\n`);

// A cron pattern fires once a minute at most; between its slots editions are asked for by hand.
async function ask() {
  for (const { name } of settings.channels) {
    try {
      await app.delivery.post(name, 'manual', Date.now());
    } catch (error) {
      logger.warn({ err: error, channel: name }, 'an edition asked for by hand was not stored');
    }
  }
}
const asking = order.askEveryMs === null ? null : setInterval(ask, order.askEveryMs);
if (asking !== null) await ask();

process.on('SIGTERM', async () => {
  if (asking !== null) clearInterval(asking);
  await app.stop();
  await library.close();
  await store.close();
  process.exit(0);
});
