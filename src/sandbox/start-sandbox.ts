import { Hono } from 'hono';
import { createChanges } from './changes.ts';
import { controlRoutes } from './control.ts';
import { createDiscord } from './discord/create-discord.ts';
import type { DiscordTimings } from './discord/timings.ts';
import { createFaults } from './faults.ts';
import { openJournal } from './journal.ts';
import { pageRoutes } from './page/page-routes.ts';
import type { SandboxBase, SandboxPlatform } from './platform.ts';
import { sameOrigin } from './same-origin.ts';
import { startServer } from './server.ts';
import { createSlack } from './slack/create-slack.ts';
import type { SlackTimings } from './slack/timings.ts';
import type { PlatformName } from './world.ts';

export interface SandboxOptions {
  /** 0: any free port. */
  port: number;
  /** Where what was posted is kept (`data/sandbox`); null or absent: in memory only. */
  folder?: string | null;
  /** Epoch milliseconds; the machine's clock when absent. */
  clock?: () => number;
  log?: (line: object) => void;
  /** Slack's waiting times, where a test cannot wait for the real ones. */
  slackTimings?: Partial<SlackTimings>;
  /** Discord's, likewise. */
  discordTimings?: Partial<DiscordTimings>;
}

export interface Sandbox {
  /** Address of the page. */
  page: string;
  /** For `SLACK_API_URL`; ends in `/api/`. */
  slackApiUrl: string;
  /** For `DISCORD_API_URL`; ends in `/api`. */
  discordApiUrl: string;
  slackBotToken: string;
  slackAppToken: string;
  discordToken: string;
  /** Address of the control interface (CONTROL.md). */
  control: string;
  close(): Promise<void>;
}

/** Starts a Slack and a Discord on 127.0.0.1, with the page that shows them. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const journal = openJournal(options.folder ?? null);
  const faults = createFaults();
  const changes = createChanges();
  let origin = '';
  const base: SandboxBase = {
    clock: options.clock ?? Date.now,
    origin: () => origin,
    journal,
    faults,
    changed: (platform, what) => changes.publish({ platform, ...what }),
    log: options.log ?? (() => undefined),
  };
  const slack = createSlack(base, options.slackTimings);
  const discord = createDiscord(base, options.discordTimings);
  const platforms = new Map<PlatformName, SandboxPlatform>([
    ['slack', slack],
    ['discord', discord],
  ]);

  function card(): Omit<Sandbox, 'close'> {
    return {
      page: `${origin}/`,
      slackApiUrl: `${origin}/slack/api/`,
      discordApiUrl: `${origin}/discord/api`,
      slackBotToken: slack.credentials.slackBotToken ?? '',
      slackAppToken: slack.credentials.slackAppToken ?? '',
      discordToken: discord.credentials.discordToken ?? '',
      control: `${origin}/control`,
    };
  }
  const app = new Hono();
  app.onError((error, c) => {
    base.log({ message: 'The sandbox failed to answer', error: String(error), stack: error.stack });
    return c.json({ error: `The sandbox failed: ${error.message}` }, 500);
  });
  app.use('/control/*', sameOrigin);
  app.route(
    '/control',
    controlRoutes({
      platforms,
      faults,
      changes,
      card,
      reset() {
        for (const name of platforms.keys()) {
          faults.remove(name);
          faults.setHistoryLag(name, 0);
          faults.setLimits(name, false);
        }
        for (const platform of platforms.values()) platform.reset();
      },
    }),
  );
  for (const [name, platform] of platforms) app.route(`/${name}`, platform.routes);
  app.route('/', pageRoutes());

  const server = await startServer({ app, platforms, faults, port: options.port });
  origin = `http://127.0.0.1:${server.port}`;
  return {
    ...card(),
    async close() {
      for (const platform of platforms.values()) await platform.close();
      await server.close();
      journal.close();
    },
  };
}
