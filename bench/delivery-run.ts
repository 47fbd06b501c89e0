import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REST } from '@discordjs/rest';
import { WebClient } from '@slack/web-api';
import { type APIApplication, type APIUser, Routes } from 'discord-api-types/v10';
import { pino } from 'pino';
import { createEngine } from '../src/app/create-engine.ts';
import { keepArchive } from '../src/app/keep-archive.ts';
import { productionTiming } from '../src/app/timing.ts';
import { type ChannelPlan, targetOf } from '../src/delivery/channel-plan.ts';
import type { Platform } from '../src/delivery/platform.ts';
import { createDiscordPlatform } from '../src/discord/discord-platform.ts';
import { openLibrary } from '../src/library/open-library.ts';
import { createSlackPlatform } from '../src/slack/slack-platform.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { openStore } from '../src/store/open-store.ts';
import { briefFile } from './brief-file.ts';
import { generatedBriefs } from './generated-briefs.ts';

export interface DeliveryRun {
  messages: number;
  seconds: number;
  /** What the limits allow at best. */
  boundSeconds: number;
  composeSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
  statementsPerDelivery: number;
  /** Requests that the platform refused with 429. */
  refused: number;
}

interface Order {
  platform: 'slack' | 'discord';
  channels: number;
  card: Record<string, string>;
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const { platform: name, channels: count, card } = order;
const ids = Array.from({ length: count }, (_none, index) =>
  name === 'slack' ? `C${String(index).padStart(9, '0')}` : String(200000000000000000n + BigInt(index)),
);

async function control(where: string, body: object): Promise<void> {
  const answer = await fetch(`${card.control}/${name}/${where}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function connect(): Promise<Platform> {
  const { requestTimeoutMs } = productionTiming.delivery;
  if (name === 'slack') {
    const client = new WebClient(card.slackBotToken, {
      slackApiUrl: card.slackApiUrl ?? '',
      timeout: requestTimeoutMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
    const team = await client.auth.test();
    const identity = {
      team: String(team.team_id),
      url: String(team.url),
      user: String(team.user_id),
      bot: String(team.bot_id),
    };
    return createSlackPlatform(
      client,
      identity,
      { find: async () => null, findNow: async () => null, forget() {} },
      pino({ level: 'silent' }),
    );
  }
  const rest = new REST({
    api: card.discordApiUrl ?? '',
    version: '10',
    retries: 0,
    timeout: requestTimeoutMs,
    rejectOnRateLimit: () => true,
  }).setToken(card.discordToken ?? '');
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  const user = (await rest.get(Routes.user('@me'))) as APIUser;
  return createDiscordPlatform({
    clock: Date.now,
    rest,
    token: card.discordToken ?? '',
    application: application.id,
    botUser: user.id,
    requestTimeoutMs,
    guildOf: () => '@me',
  });
}

/** The least time for so many requests when no window of `ms` may hold more than `limit`. */
function bound(requests: number, limit: number, ms: number): number {
  return (Math.floor((requests - 1) / limit) * ms) / 1_000;
}

await control('seed', { channels: ids.map((id) => ({ id, name: `bench-${id}`, botIsMember: true })) });
await control('limits', { enforce: true });
const platform = await connect();
const folder = mkdtempSync(path.join(os.tmpdir(), 'sowhat-bench-'));
const briefs = path.join(folder, 'briefs');
mkdirSync(briefs);
for (const [index, brief] of generatedBriefs(50).entries())
  writeFileSync(path.join(briefs, `${index}.md`), briefFile(brief, Date.now() - 3_600_000));

const refusals: string[] = [];
const logger = pino(
  { level: 'info' },
  { write: (line: string) => refusals.push(...(line.includes('rate-limited') ? [line] : [])) },
);
const place = { dataDir: path.join(folder, 'data') };
const store = await openStore({ ...place, clock: Date.now });
const library = await openLibrary({
  ...{ folders: [{ path: briefs, prefix: '' }], dataDir: path.join(folder, 'data'), aliases: null },
  ...{ logger, clock: Date.now },
});
await library.scan();
const due = new Date(Date.now() - 60_000);
const plans: ChannelPlan[] = ids.map((id, index) => ({
  rules: {
    name: `bench-${index}`,
    platform: name,
    workspace: platform.workspace,
    channel: id,
    timezone: 'UTC',
    language: 'ko',
    topics: [],
    minConfidence: 0,
    maxAgeDays: 30,
    layout: 'skim',
    soWhat: true,
    silent: true,
    mentionRole: null,
    highlights: 1,
    headlines: 10,
  },
  schedule: `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`,
  catchUp: 'once',
  skip: [],
  paused: null,
  setInChat: [],
}));
const engine = createEngine({
  ...{ store, library, logger, clock: Date.now, timing: productionTiming, instance: 'bench' },
  platforms: [platform],
  channels: () => plans,
  operator: () => null,
  archive: keepArchive({ store, archiveDir: path.join(folder, 'digests'), feeds: () => ({ baseUrl: null }) }),
  isFlag: () => false,
  onFlag: async () => {},
  checkpoint: () => {},
});
engine.start();
await new Promise((resolve) => setTimeout(resolve, 300));
await store.subscribe(
  plans.map(({ rules, schedule }) => ({
    target: targetOf({ rules }),
    name: rules.name,
    schedule: `${schedule}|UTC`,
  })),
  due.getTime() - 60_000,
);
const cpu = process.cpuUsage();
const statements = store.statements();
const startedAt = performance.now();
await engine.tick();
const composeSeconds = (performance.now() - startedAt) / 1_000;
const { workspace } = platform;
// Looked at from a connection of its own, one row at a time: what is measured is the bot.
const { db } = await openDatabase(place);
const isOpen = () =>
  db
    .selectFrom('deliveries')
    .select('id')
    .where('platform', '=', name)
    .where('workspace', '=', workspace)
    .where('settled', '=', 0)
    .limit(1)
    .executeTakeFirst();
while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 50));
const seconds = (performance.now() - startedAt) / 1_000;
await engine.stop();
const used = process.cpuUsage(cpu);
const messages = count * 2;
const result: DeliveryRun = {
  messages,
  seconds,
  boundSeconds:
    name === 'slack'
      ? Math.max(bound(messages, 300, 60_000), 1)
      : // A thread takes a request of its own.
        bound(messages + count, 50, 1_000),
  composeSeconds,
  cpuSeconds: (used.user + used.system) / 1_000_000,
  peakMegabytes: process.resourceUsage().maxRSS / 1_024,
  statementsPerDelivery: (store.statements() - statements) / messages,
  refused: refusals.length,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
await library.close();
await db.destroy();
await store.close();
process.exit(0);
