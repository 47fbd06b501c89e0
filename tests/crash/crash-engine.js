/**
 * The half of the bot that posts, as a child process that may be killed at any instant: the program's own engine,
 * ledger, digest and adapters (from dist) over real HTTP, without the sockets that only hear and the search that only
 * answers: kills are to fall upon posting and not upon loading.
 * It is JavaScript because Node 20 runs no TypeScript.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { REST } from '@discordjs/rest';
import { WebClient } from '@slack/web-api';
import { Routes } from 'discord-api-types/v10';
import { pino } from 'pino';
import { channelPlans } from '../../dist/app/channel-plans.js';
import { createEngine } from '../../dist/app/create-engine.js';
import { keepArchive } from '../../dist/app/keep-archive.js';
import { settingsFile } from '../../dist/config/watch-settings.js';
import { createDiscordPlatform } from '../../dist/discord/discord-platform.js';
import { noticeMessage } from '../../dist/message/notice-message.js';
import { createSlackPlatform } from '../../dist/slack/slack-platform.js';
import { openStore } from '../../dist/store/open-store.js';
import { checkpointOf, tellThreads } from './checkpoint-of.js';
import { folderLibrary } from './folder-library.ts';

const order = JSON.parse(process.argv[2] ?? '{}');
const logger = pino({ level: order.logLevel }, pino.destination({ fd: 2, sync: true }));
process.on('unhandledRejection', (error) =>
  logger.error({ err: error }, 'a promise was left without an answer'),
);
const { requestTimeoutMs } = order.timing.delivery;
const { slack, discord } = order.environment;

const client = new WebClient(slack.botToken, {
  slackApiUrl: slack.apiUrl,
  timeout: requestTimeoutMs,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});
const rest = new REST({
  api: discord.apiUrl,
  version: '10',
  retries: 0,
  timeout: requestTimeoutMs,
  rejectOnRateLimit: () => true,
}).setToken(discord.token);

/** Who we are is asked with time to spare, of a busy machine too: it is posting that is tried here. */
const identityMs = 10_000;
const patient = new WebClient(slack.botToken, {
  slackApiUrl: slack.apiUrl,
  timeout: identityMs,
  retryConfig: { retries: 0 },
});
const patientRest = new REST({
  api: discord.apiUrl,
  version: '10',
  retries: 0,
  timeout: identityMs,
}).setToken(discord.token);

/** The faults of a run hit the first requests too; a supervisor would start the program again. */
async function persistently(ask) {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const { settings } = settingsFile(order.settingsPath).read();
const [team, user, application] = await Promise.all([
  persistently(() => patient.auth.test()),
  persistently(() => patientRest.get(Routes.user('@me'))),
  persistently(() => patientRest.get(Routes.currentApplication())),
]);
const checkpoint = checkpointOf(order.dieAt);
const store = await openStore({ ...order.place, clock: Date.now });
const library = folderLibrary(settings.briefs.folder);
const platforms = [
  createSlackPlatform(
    client,
    { team: team.team_id, url: team.url, user: team.user_id, bot: team.bot_id },
    { find: async () => null, findNow: async () => null, forget() {} },
    logger,
  ),
  tellThreads(
    createDiscordPlatform({
      rest,
      token: discord.token,
      application: application.id,
      botUser: user.id,
      requestTimeoutMs,
      guildOf: () => '@me',
      clock: Date.now,
    }),
    checkpoint,
  ),
];
const workspaces = new Map(platforms.map(({ name, workspace }) => [name, workspace]));
const engine = createEngine({
  store,
  library,
  platforms,
  channels: () => channelPlans({ settings, overrides: [] }, workspaces),
  operator: () => settings.operator,
  archive: keepArchive({ store, archiveDir: order.archiveDir, feeds: () => ({ baseUrl: null }) }),
  logger,
  clock: Date.now,
  timing: { delivery: order.timing.delivery },
  instance: randomUUID(),
  onFlag: async () => {},
  isFlag: () => true,
  checkpoint,
});
engine.start();
writeSync(1, `${JSON.stringify({ ready: true })}\n`);

const hello = noticeMessage(['Antwort'], 'en', [{ kind: 'press', label: 'Mehr', action: 'more' }]);
let running = Promise.resolve();

/**
 * The slots that are due, editions asked for by hand between them, and for every third edition a flag's answer under its
 * skim message and an answer that somebody shared: with more of them Slack's limit of a channel would be met.
 */
async function turn() {
  await engine.tick();
  for (const { rules } of channelPlans({ settings, overrides: [] }, workspaces)) {
    try {
      await engine.post(rules.name, 'manual', Date.now());
      const { platform, workspace, channel } = rules;
      const edition = await store.latestEdition(platform, workspace, channel);
      const [skim] = edition ? await store.partsOf(edition.key) : [];
      if (skim?.status !== 'sent' || skim.id > 'f') continue;
      const about = { platform, workspace, channel, language: 'en', stories: [], message: hello };
      const flag = { id: `flag:${skim.id}:en`, kind: 'reply', underDelivery: skim.id, edition: edition.key };
      const shared = { id: `share:${edition.key}`, kind: 'share', underDelivery: null, edition: null };
      await engine.request({ ...about, ...flag, person: '' });
      await engine.request({ ...about, ...shared, person: 'U0EMMA' });
    } catch (error) {
      logger.warn({ err: error, channel: rules.name }, 'an edition asked for by hand was not stored');
    }
  }
}
let isBusy = false;
function ask() {
  if (isBusy) return;
  isBusy = true;
  running = turn().finally(() => {
    isBusy = false;
  });
}
const asking = setInterval(ask, order.askEveryMs);
ask();

process.on('SIGTERM', async () => {
  clearInterval(asking);
  await running;
  await engine.stop();
  await store.close();
  process.exit(0);
});
