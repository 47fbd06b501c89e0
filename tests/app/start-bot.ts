import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { productionTiming, type Timing } from '../../src/app/timing.ts';
import { type App, startApp } from '../../src/app.ts';
import type { Environment } from '../../src/config/environment.ts';
import { settingsFile } from '../../src/config/watch-settings.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { StoredMessage, World } from '../../src/sandbox/world.ts';
import { parseAliases } from '../../src/search/alias-table.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';

/** The production code with shorter waits. */
export const quickTiming: Timing = {
  ...productionTiming,
  delivery: {
    requestTimeoutMs: 1_500,
    leaseMs: 4_000,
    lookUpDelayMs: 200,
    lookUps: 2,
    pollMs: 100,
    backOffMs: 200,
    maxBackOffMs: 1_000,
  },
  tickMs: 200,
  scanMs: 500,
  slackPingMs: 2_000,
  slackReconnectMaxMs: 300,
  slackDeafAfterMs: 8_000,
  slackStaggerMs: 0,
  discordResumeMs: 3_000,
  discordIdentifyMs: 0,
  discordFirstWaitMs: 100,
  discordMaxWaitMs: 500,
};

export const slackKo = 'C0SANDBOXKO';
export const slackEn = 'C0SANDBOXEN';
export const slackOps = 'C0SANDBOXOPS';
export const discordKo = '100000000000000101';
export const discordBoth = '100000000000000102';

/** Two channels on each platform, due every morning. */
export const fourChannels = `briefs: { folder: ./unused }
operator: { platform: slack, channel: ${slackOps} }
channels:
  - { name: slack-ko, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
  - { name: slack-en, platform: slack, channel: ${slackEn}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: en }
  - { name: discord-ko, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
  - { name: discord-both, platform: discord, channel: "${discordBoth}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: both }
`;

export interface Bot {
  sandbox: Sandbox;
  app: App;
  store: Store;
  library: Library;
  /** Log lines, parsed. */
  lines: Record<string, unknown>[];
  /** Sentences with which the program would have ended. */
  fatal: string[];
  briefsDir: string;
  settingsPath: string;
  archiveDir: string;
  stop(): Promise<void>;
}

export interface BotOptions {
  sandbox: Sandbox;
  settings?: string;
  /** State of an earlier run. */
  stateDir?: string;
  /** A ledger that several bots share; else SQLite in the folder of the state. */
  databaseUrl?: string;
  postAtStart?: boolean;
  clock?: () => number;
  timing?: Timing;
  environment?: Pick<Environment, 'slack' | 'discord'>;
}

/** A folder that goes with the test run. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `sowhat-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function accessTo(sandbox: Sandbox): Pick<Environment, 'slack' | 'discord'> {
  return {
    slack: { botToken: sandbox.slackBotToken, appToken: sandbox.slackAppToken, apiUrl: sandbox.slackApiUrl },
    discord: { token: sandbox.discordToken, apiUrl: sandbox.discordApiUrl },
  };
}

export function quickSandbox(): Promise<Sandbox> {
  return startSandbox({ port: 0, folder: null, discordTimings: { heartbeatMs: 400 } });
}

/** The whole bot with its real clients, against a sandbox, in this process. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const stateDir = options.stateDir ?? temporaryFolder('bot');
  const briefsDir = path.join(stateDir, 'briefs');
  const settingsPath = path.join(stateDir, 'sowhat.yaml');
  const archiveDir = path.join(stateDir, 'digests');
  cpSync('config/sample-briefs', briefsDir, { recursive: true, force: false, errorOnExist: false });
  writeFileSync(settingsPath, options.settings ?? fourChannels);
  const lines: Record<string, unknown>[] = [];
  const fatal: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const clock = options.clock ?? Date.now;
  const file = settingsFile(settingsPath);
  const reading = file.read();
  if (reading.settings === null) throw new Error(JSON.stringify(reading.problems));
  const store = await openStore(
    options.databaseUrl === undefined
      ? { dataDir: stateDir, clock }
      : { databaseUrl: options.databaseUrl, clock },
  );
  const library = await openLibrary({
    folders: [{ path: briefsDir, prefix: '' }],
    dataDir: stateDir,
    aliases: parseAliases(''),
    retracted: store.retractedFiles,
    logger,
    clock,
  });
  await library.scan();
  const close = async () => {
    await library.close();
    await store.close();
  };
  try {
    const app = await startApp({
      settingsFile: file,
      settingsPath,
      settings: reading.settings,
      environment: options.environment ?? accessTo(options.sandbox),
      library,
      store,
      archiveDir,
      postAtStart: options.postAtStart ?? false,
      logger,
      clock,
      timing: options.timing ?? quickTiming,
      checkpoint: () => {},
      onFatal: (sentence) => void fatal.push(sentence),
    });
    return {
      sandbox: options.sandbox,
      app,
      store,
      library,
      lines,
      fatal,
      briefsDir,
      settingsPath,
      archiveDir,
      async stop() {
        await app.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asks the sandbox's control interface; a body makes it a POST. */
export async function control<T = Record<string, unknown>>(
  sandbox: Sandbox,
  where: string,
  body?: object,
): Promise<T> {
  const answer = await fetch(`${sandbox.control}/${where}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const data = (await answer.json()) as T;
  if (!answer.ok) throw new Error(`${where}: ${JSON.stringify(data)}`);
  return data;
}

export function world(sandbox: Sandbox, platform: 'slack' | 'discord'): Promise<World> {
  return control<World>(sandbox, platform);
}

/** What the bot wrote in public, oldest first. */
export async function posted(sandbox: Sandbox, platform: 'slack' | 'discord'): Promise<StoredMessage[]> {
  const { messages, bot } = await world(sandbox, platform);
  return messages.filter((message) => message.author === bot.user && message.privateTo === null);
}

/** What the operator was told, oldest first. */
export async function toldOperator(sandbox: Sandbox): Promise<StoredMessage[]> {
  return (await posted(sandbox, 'slack')).filter(({ channel }) => channel === slackOps);
}

/** What the bot showed somebody in private, oldest first: not what the platform says where a command was not heard. */
export async function privateTo(
  sandbox: Sandbox,
  platform: 'slack' | 'discord',
  person: string,
): Promise<StoredMessage[]> {
  const { messages, bot } = await world(sandbox, platform);
  return messages.filter((message) => message.author === bot.user && message.privateTo === person);
}

/** Asks until the answer is there; fails with the last one. */
export async function until<T>(
  ask: () => Promise<T>,
  isThere: (answer: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Not there in time: ${JSON.stringify(answer)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
