import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import {
  type APIInteraction,
  GatewayDispatchEvents,
  type GatewayMessageReactionAddDispatchData,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { closeError, loginError } from './gateway-errors.ts';
import type { DiscordEars } from './hear-discord.ts';
import type { IdentifyBudget } from './identify-budget.ts';

export interface GatewayConnection {
  client: Client;
  isListening(): boolean;
  /** Ends it for good; resolves at once where the other side does not answer. */
  leave(): Promise<void>;
}

export interface ConnectGateway {
  token: string;
  rest: NonNullable<ClientOptions['rest']>;
  ears: DiscordEars;
  budget: IdentifyBudget;
  logger: Logger;
  clock: () => number;
  /** Ends the attempt while it is not ready yet (with a DeliveryError as its reason); afterwards `leave` does. */
  signal: AbortSignal;
  /** To get ready, and to come back after a loss, it may take this long (waits of the budget aside). */
  withinMs: number;
  /** After a gap in which events may have been lost. */
  onReconnect: () => void;
  /** Runs at most once, when it will not come back by itself; it is closed then. */
  onDead: (error: DeliveryError) => void;
}

const leaveMs = 1_000;

/**
 * One connection to the gateway, watched from outside: discord.js calls itself ready while a RESUME is never
 * answered and after its session was ended for good.
 * @throws DeliveryError where it does not get ready; it is closed then
 */
export async function connectGateway(options: ConnectGateway): Promise<GatewayConnection> {
  const { logger, withinMs } = options;
  /** Ends what waits for this connection when the connection ends. */
  const over = new AbortController();
  let ended: Promise<void> | null = null;
  let listening = false;
  let isOver = false;
  let everReady = false;
  let timer: NodeJS.Timeout | null = null;
  let fail: (error: DeliveryError) => void = () => {};

  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
    allowedMentions: { parse: [] },
    rest: { ...options.rest, retries: 1 },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify }) },
  });

  async function waitForIdentify(_shard: number, signal: AbortSignal): Promise<void> {
    stopTimer();
    try {
      await options.budget.take(AbortSignal.any([signal, over.signal]), (waitMs) => {
        const note = 'many connections to Discord of late; waiting before the next one';
        if (waitMs >= 10_000) logger.warn({ waitMs }, note);
      });
      over.signal.throwIfAborted();
    } catch (cause) {
      // On an error the library closes the socket, and would connect anew half a second later.
      if (isOver) {
        logger.debug('a Discord connection that was given up came up late; it is closed');
        park(client);
      } else if (!signal.aborted) die(uncounted(cause));
      throw cause;
    } finally {
      startTimer();
    }
  }

  function stopTimer(): void {
    if (timer) clearTimeout(timer);
    timer = null;
  }

  function startTimer(): void {
    if (isOver) return;
    timer ??= setTimeout(
      () => die(new DeliveryError('network', 'The Discord gateway fell silent; connecting anew.')),
      withinMs,
    );
  }

  function lost(): void {
    listening = false;
    startTimer();
  }

  function back(): void {
    if (isOver) return;
    stopTimer();
    listening = true;
  }

  function die(error: DeliveryError): void {
    if (isOver) return;
    void end();
    fail(error);
    if (everReady) options.onDead(error);
  }

  function end(): Promise<void> {
    ended ??= close();
    return ended;
  }

  async function close(): Promise<void> {
    isOver = true;
    listening = false;
    stopTimer();
    over.abort(new Error('This connection was given up.'));
    park(client);
    const gone = client
      .destroy()
      .catch((error: unknown) => logger.debug({ err: error }, 'not closed cleanly'));
    // A peer that does not answer the close frame would hold us for half a minute.
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, leaveMs))]);
  }

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => {
    if (!isOver) void options.ears.interaction(data);
  });
  client.ws.on(GatewayDispatchEvents.MessageReactionAdd, (data: GatewayMessageReactionAddDispatchData) => {
    if (!isOver) void options.ears.reaction(data);
  });
  client.on(Events.ShardReconnecting, lost);
  // The library tells of a RESUME on an open socket (after INVALID SESSION) in its debug lines alone.
  client.on(Events.Debug, (line) => {
    if (line.includes('Resuming session')) lost();
  });
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, () => {
    const isAgain = everReady && !isOver;
    back();
    if (isAgain) options.onReconnect();
  });
  client.on(Events.ShardDisconnect, ({ code }) => die(closeError(code)));
  client.on(Events.ShardError, (error) => logger.warn({ err: error }, 'the Discord gateway had an error'));
  client.on(Events.Error, (error) => logger.warn({ err: error }, 'discord.js reports an error'));
  client.on(Events.Invalidated, () => die(closeError(0)));

  const ready = new Promise<void>((resolve, reject) => {
    fail = reject;
    const stop = () => die(options.signal.reason);
    options.signal.addEventListener('abort', stop, { once: true });
    client.once(Events.ClientReady, () => {
      options.signal.removeEventListener('abort', stop);
      resolve();
    });
    startTimer();
    client.login(options.token).catch(reject);
  });
  try {
    await ready;
  } catch (error) {
    await end();
    throw loginError(error, options.clock());
  }
  everReady = true;
  back();
  return { client, isListening: () => listening, leave: end };
}

function uncounted(cause: unknown): DeliveryError {
  return new DeliveryError(
    'network',
    'Discord is not connected to while the ledger, which counts the connections, does not answer. Check that the database runs.',
    { cause },
  );
}

/**
 * A client that was destroyed while it waited to reconnect, connects all the same half a second later. Before that
 * it asks for its session; one that never comes ends it there.
 */
function park(client: Client): void {
  const sessionInfo = { get: () => new Promise(() => {}), set: () => {} };
  for (const [id, shard] of client.ws.shards) client.ws.shards.set(id, Object.create(shard, { sessionInfo }));
}
