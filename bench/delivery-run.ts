import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REST } from '@discordjs/rest';
import { WebClient } from '@slack/web-api';
import { type APIApplication, type APIUser, Routes } from 'discord-api-types/v10';
import { pino } from 'pino';
import { productionTiming } from '../src/app/timing.ts';
import type { ChannelPlan } from '../src/delivery/channel-plan.ts';
import { createDelivery } from '../src/delivery/delivery.ts';
import type { Compose } from '../src/delivery/delivery-options.ts';
import type { Platform } from '../src/delivery/platform.ts';
import { composeEdition } from '../src/digest/compose-edition.ts';
import { createDiscordPlatform } from '../src/discord/discord-platform.ts';
import { createSlackPlatform } from '../src/slack/slack-platform.ts';
import { openStore } from '../src/store/open-store.ts';
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
      { find: async () => null, forget() {} },
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
const store = await openStore({
  dataDir: mkdtempSync(path.join(os.tmpdir(), 'sowhat-bench-')),
  clock: Date.now,
});
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
    maxAgeDays: 3650,
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
const candidates = generatedBriefs(50).map((brief) => ({ brief, story: brief.file, followUpOf: null }));
const compose: Compose = async ({ rules }, slot, at) => ({
  composition: composeEdition({
    ...{ rules, slot, candidates, told: [], lastEditionDate: null, isFirst: true },
    now: at,
  }),
  mark: { seq: 0, at },
});

let finished = 0;
const refusals: string[] = [];
const log = pino(
  { level: 'info' },
  { write: (line: string) => refusals.push(...(line.includes('rate-limited') ? [line] : [])) },
);
const delivery = createDelivery({
  store,
  platforms: () => [platform],
  channels: () => plans,
  operator: () => null,
  compose,
  async onEditionPosted() {
    finished += 1;
  },
  log,
  clock: Date.now,
  timing: productionTiming.delivery,
  alarms: {
    set(ms, ring) {
      const timer = setTimeout(ring, ms);
      return () => clearTimeout(timer);
    },
  },
  instance: 'bench',
  checkpoint: () => {},
});
const cpu = process.cpuUsage();
const statements = store.statements();
delivery.start();
await new Promise((resolve) => setTimeout(resolve, 300));
for (const plan of plans)
  await store.subscribe(plan.rules, plan.rules.name, `${plan.schedule}|UTC`, due.getTime() - 60_000);
const startedAt = performance.now();
await delivery.tick();
const composeSeconds = (performance.now() - startedAt) / 1_000;
while (finished < count) await new Promise((resolve) => setTimeout(resolve, 20));
const seconds = (performance.now() - startedAt) / 1_000;
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
await delivery.stop();
await store.close();
process.exit(0);
