import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import webApi from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answerer } from '../answers/answerer.ts';
import type { Platform } from '../delivery/platform.ts';
import { hearSlack } from './hear-slack.ts';
import { createSlackPeople } from './people.ts';
import { slackError } from './slack-errors.ts';
import { createSlackPlatform, type SlackIdentity } from './slack-platform.ts';
import { createSocketWatch } from './socket-watch.ts';

export interface SlackOptions {
  botToken: string;
  appToken: string;
  /** Ends in `/api/`. */
  apiUrl: string;
  logger: Logger;
  clock: () => number;
  /** One request may take this long; shorter than a delivery's lease. */
  requestTimeoutMs: number;
  /** Bolt waits this long for a pong, and before it opens a new socket. */
  pingTimeoutMs: number;
  /** Back-off between attempts to open a socket, at most. */
  reconnectMaxMs: number;
  /** All sockets down for this long means deaf: they are built anew. */
  deafAfterMs: number;
}

/** Our side of one Slack workspace. */
export interface SlackSide {
  platform: Platform;
  identity: SlackIdentity;
  /** Scopes the token was granted. */
  scopes: readonly string[];
  client: webApi.WebClient;
  /** Opens the sockets and answers from then on. `onReconnect` runs after every gap in which events may have been lost. */
  listen(
    answerer: Answerer,
    isNewEvent: (id: string) => Promise<boolean>,
    onReconnect: () => void,
  ): Promise<void>;
  isListening(): boolean;
  stop(): Promise<void>;
}

function boltLogger(logger: Logger) {
  const say =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...words: unknown[]) =>
      logger[level](words.map(String).join(' '));
  return {
    debug: () => {},
    info: say('debug'),
    warn: say('warn'),
    error: say('warn'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/**
 * Checks the bot token and gives back our side of the workspace; no socket is opened yet.
 * @throws DeliveryError with a sentence for the owner when the token is refused or Slack cannot be reached
 */
export async function openSlack(options: SlackOptions): Promise<SlackSide> {
  const { logger, clock } = options;
  // Retries of the SDK duplicate posts, and its own waiting on 429 stops every other channel: both are off.
  const clientOptions = {
    slackApiUrl: options.apiUrl,
    timeout: options.requestTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(logger),
  };
  const client = new webApi.WebClient(options.botToken, clientOptions);
  const granted = await client.auth.test().catch((error: unknown) => {
    throw slackError(error, 'this workspace');
  });
  const identity = {
    team: String(granted.team_id),
    url: String(granted.url ?? 'https://slack.com/').replace(/\/?$/, '/'),
    user: String(granted.user_id),
    bot: String(granted.bot_id),
  };
  const people = createSlackPeople(client, {
    clock,
    onError: (advice) => logger.warn({ advice }, 'a person could not be looked up'),
  });

  function receiver(): SocketModeReceiver {
    return new SocketModeReceiver({
      appToken: options.appToken,
      logger: boltLogger(logger),
      clientPingTimeout: options.pingTimeoutMs,
      installerOptions: {
        clientOptions: {
          slackApiUrl: options.apiUrl,
          timeout: options.requestTimeoutMs,
          // An outage must neither end the process nor leave it deaf: keep trying, with a ceiling.
          retryConfig: {
            forever: true,
            factor: 1.5,
            minTimeout: Math.min(1000, options.reconnectMaxMs),
            maxTimeout: options.reconnectMaxMs,
            randomize: true,
          },
        },
      },
    });
  }

  let sockets: SocketModeReceiver[] = [];
  let watch: ReturnType<typeof createSocketWatch> | null = null;

  async function listen(
    answerer: Answerer,
    isNewEvent: (id: string) => Promise<boolean>,
    onReconnect: () => void,
  ): Promise<void> {
    // Two sockets into one App: while one is being refreshed the other one hears.
    const first = receiver();
    const second = receiver();
    sockets = [first, second];
    const app = new App({
      receiver: first,
      token: options.botToken,
      logger: boltLogger(logger),
      deferInitialization: true,
      convoStore: false,
      clientOptions,
    });
    second.init(app);
    hearSlack({ app, answerer, identity, people, client, isNewEvent, logger });
    await app.init().catch((error: unknown) => {
      throw slackError(error, 'this workspace');
    });
    watch?.stop();
    watch = createSocketWatch(
      sockets.map((socket) => socket.client),
      {
        clock,
        deafAfterMs: options.deafAfterMs,
        onReconnect,
        onDeaf: () => rebuild(answerer, isNewEvent, onReconnect),
        logger,
      },
    );
    await Promise.all(sockets.map((socket) => socket.start())).catch((error: unknown) => {
      throw slackSocketError(error);
    });
  }

  function rebuild(...heard: Parameters<typeof listen>): void {
    logger.error('Slack went silent on every socket; opening new ones');
    const old = sockets;
    listen(...heard).catch((error: unknown) =>
      logger.error({ err: error }, 'Slack sockets could not be opened; trying again'),
    );
    for (const socket of old) socket.stop().catch(() => {});
  }

  return {
    platform: createSlackPlatform(client, identity, people),
    identity,
    scopes: (granted.response_metadata?.scopes as string[] | undefined) ?? [],
    client,
    listen,
    isListening: () => watch?.isListening() ?? false,
    async stop() {
      watch?.stop();
      await Promise.all(sockets.map((socket) => socket.stop().catch(() => {})));
    },
  };
}

function slackSocketError(error: unknown): Error {
  const advice = slackError(error, 'this workspace');
  if (advice.code !== 'auth') return advice;
  return new Error(
    'Slack refuses the app token: create one under “Basic Information” → App-Level Tokens with the scope connections:write, put it into SLACK_APP_TOKEN (xapp-…), and restart.',
    { cause: error },
  );
}
