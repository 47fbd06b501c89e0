import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { openFillIn } from '../app/fill-in-briefs.ts';
import { holdLedger } from '../app/hold-ledger.ts';
import { productionTiming } from '../app/timing.ts';
import { startApp } from '../app.ts';
import { readVariables } from '../config/environment.ts';
import { secretsOf } from '../config/secrets-of.ts';
import { startHealth } from '../health/start-health.ts';
import { openStore } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import { createTrouble } from './create-trouble.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { followBriefs } from './follow-briefs.ts';
import { openBriefs, processedDir, readAliases } from './open-briefs.ts';
import { openTrial } from './open-trial.ts';
import { placeOf, readSetup } from './read-setup.ts';
import { say } from './say.ts';

/** Runs the bot until it is told to stop. Without tokens: against the sandbox, and with an edition at once. */
export async function start(flags: CommonFlags & { port?: string }): Promise<void> {
  const setup = readSetup(flags, 'pulls');
  if (setup.briefs.repository === null && !existsSync(setup.briefsFolder)) {
    throw new CliError(
      `There is no folder ${setup.briefsFolder}: set briefs.folder in ${flags.config} to the folder with your briefs.`,
    );
  }
  const trial = setup.isTrial ? await openTrial(setup.stateDir, flags.port) : null;
  const access = trial?.environment ?? setup.environment;
  const variables = readVariables('.env');
  const modelKey = variables[setup.settings.processing?.apiKeyEnv ?? ''];
  const logger = createLogger({
    level: setup.environment.logLevel,
    secrets: secretsOf({ ...setup.environment, ...access }, [modelKey]),
    descriptor: 1,
    readable: process.stdout.isTTY,
  });
  process.on('unhandledRejection', (error) =>
    logger.error({ err: error }, 'a promise was left without an answer'),
  );

  const store = await openStore({ ...placeOf(setup), clock: Date.now });
  function onFatal(sentence: string): void {
    logger.fatal(sentence);
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
  const owner = randomUUID();
  const away = createTrouble('ledger-file');
  function onAway(sentence: string | null): void {
    if (sentence !== null) logger.error(sentence);
    away.set(sentence);
  }
  const letGo = await holdLedger(store, { owner, clock: Date.now, logger, onClosed: onFatal, onAway });
  const pulling = createTrouble('briefs-repository');
  const library = followBriefs(
    await openBriefs(setup.briefsFolder, setup.stateDir, flags, logger, 'search', store.retractedFiles),
    setup.briefs,
    flags.data,
    (error) => {
      if (error) logger.warn(error.message);
      pulling.set(error?.message ?? null);
    },
  );
  library.onScan((report) => {
    const { problems, quarantined, added, changed, removed } = report;
    if (added + changed + removed > 0)
      logger.info({ added, changed, removed, ms: Math.round(report.ms) }, 'the briefs folder was read');
    if (added + changed > 0 && problems.length + quarantined.length > 0) {
      logger.warn({ problems, quarantined }, 'some files are left out; `npx sowhat check` lists them');
    }
  });
  await library.scan();
  const notPulled = pulling.now();
  if (notPulled !== null && !existsSync(setup.briefsFolder)) throw new CliError(notPulled);
  const fillIn = openFillIn({
    library,
    store,
    processedDir: processedDir(flags),
    aliases: readAliases(flags),
    variable: (name) => variables[name],
    logger,
    clock: Date.now,
    timing: productionTiming.fillIn,
  });
  const app = await startApp({
    ...setup,
    settingsPath: flags.config,
    environment: access,
    library,
    store,
    postAtStart: setup.isTrial,
    logger,
    clock: Date.now,
    timing: productionTiming,
    checkpoint: () => {},
    fillIn,
    onFatal,
  });
  pulling.tellTo(app.delivery);
  if (setup.briefs.repository !== null) await pulling.tell();
  away.tellTo(app.delivery);
  const { health } = setup.settings;
  const healthServer =
    health &&
    (await startHealth({
      port: health.port,
      isConnected: app.isReady,
      askLedger: store.whyUnusable,
      channels: () => app.delivery.standings(),
    }));
  if (trial) say(`\nSowhat runs without tokens, in its sandbox. Open ${trial.page}\n`);
  logger.info(
    { channels: setup.settings.channels.length, ...(trial ? { page: trial.page } : {}) },
    'Sowhat is running',
  );

  let stopping = false;
  async function stop(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    // Whatever is still open is settled by the next start; nobody waits longer than this.
    setTimeout(() => process.exit(0), productionTiming.stopMs).unref();
    await healthServer?.close();
    await app.stop();
    await library.close();
    await letGo();
    await store.close();
    await trial?.close();
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
    });
  }
}
