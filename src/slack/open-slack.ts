import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import webApi from '@slack/web-api';
import type { Logger } from 'pino';
import type { Answerer } from '../answers/answerer.ts';
import type { ChannelDesk } from '../answers/manage/channel-desk.ts';
import type { Reach } from '../answers/reach.ts';
import type { Platform } from '../delivery/platform.ts';
import { hearSlack } from './hear-slack.ts';
import { keepSockets, type Sockets } from './keep-sockets.ts';
import { createSlackPeople } from './people.ts';
import { createSlackDesk } from './slack-channel-desk.ts';
import { missingScope, slackError } from './slack-errors.ts';
import { createSlackPlatform, type SlackIdentity } from './slack-platform.ts';
import { createSlackReach } from './slack-reach.ts';

export interface SlackOptions {
  botToken: string;
  appToken: string;
  /** Ends in `/api/`. */
  apiUrl: string;
  logger: Logger;
  clock: () => number;
  /** One request may take this long; shorter than a delivery's lease. */
  requestTimeoutMs: number;
  /** A socket without a pong for so long is given up. */
  pingTimeoutMs: number;
  /** Back-off between attempts to open a socket, at most. */
  reconnectMaxMs: number;
  /** A socket that has not said hello by then is given up. */
  deafAfterMs: number;
  /** The second socket opens so much after the first. */
  staggerMs: number;
  /** Other programs on the same ledger use the same Slack app. */
  isShared: boolean;
}

/**
 * Without these, commands, flags, direct messages or the reading back of what was posted fail; private channels need
 * `groups:history`.
 */
const neededScopes = [
  'chat:write',
  'commands',
  'reactions:read',
  'channels:history',
  'users:read',
  'im:write',
  'im:history',
];

/** Our side of one Slack workspace. */
export interface SlackSide {
  platform: Platform;
  reach: Reach;
  identity: SlackIdentity;
  /** Scopes the token was granted. */
  scopes: readonly string[];
  client: webApi.WebClient;
  desk: ChannelDesk;
  /** Opens the sockets and answers from then on; resolves when the first one was tried. */
  listen(listener: SlackListener): Promise<void>;
  isListening(): boolean;
  stop(): Promise<void>;
}

export interface SlackListener {
  answerer: Answerer;
  isNewEvent: (id: string) => Promise<boolean>;
  /** Runs after every gap in which events may have been lost. */
  onReconnect: () => void;
  /** Slack refuses the app token: runs once, with a sentence that says what to do. */
  onFatal: (sentence: string) => void;
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
  const scopes = (granted.response_metadata?.scopes as string[] | undefined) ?? [];
  const missing = scopes.length === 0 ? [] : neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) logger.warn({ advice: missingScope(missing) }, 'the Slack app lacks scopes');
  const people = createSlackPeople(client, {
    clock,
    onError: (advice) => logger.warn({ advice }, 'a person could not be looked up'),
  });

  let sockets: Sockets | null = null;

  async function listen(listener: SlackListener): Promise<void> {
    const { answerer, isNewEvent, onReconnect, onFatal } = listener;
    const app = new App({
      // Sockets come and go; the App stays, and each new socket joins it.
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      token: options.botToken,
      logger: boltLogger(logger),
      deferInitialization: true,
      convoStore: false,
      clientOptions,
    });
    hearSlack({ app, answerer, identity, people, client, isNewEvent, logger });
    await app.init().catch((error: unknown) => {
      throw slackError(error, 'this workspace');
    });
    sockets = await keepSockets({
      open() {
        const receiver = new SocketModeReceiver({
          appToken: options.appToken,
          logger: boltLogger(logger),
          clientPingTimeout: options.pingTimeoutMs,
          autoReconnectEnabled: false,
          // An object of its own: the receiver writes into it.
          installerOptions: { clientOptions: { ...clientOptions } },
        });
        receiver.init(app);
        return receiver;
      },
      helloWithinMs: options.deafAfterMs,
      staggerMs: options.staggerMs,
      firstWaitMs: Math.min(1000, options.reconnectMaxMs),
      mostWaitMs: options.reconnectMaxMs,
      isShared: options.isShared,
      onReconnect,
      onFatal,
      clock,
      logger,
    });
  }

  return {
    platform: createSlackPlatform(client, identity, people, logger),
    reach: createSlackReach({
      client,
      scopes,
      onTrouble: (advice) => logger.warn({ advice }, 'a person could not be reached'),
    }),
    identity,
    scopes,
    client,
    desk: createSlackDesk(client, scopes, people),
    listen,
    isListening: () => sockets?.isListening() ?? false,
    async stop() {
      sockets?.stop();
    },
  };
}
