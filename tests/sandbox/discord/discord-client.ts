import {
  ChannelType,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  Partials,
  type TextChannel,
} from 'discord.js';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Call, World } from '../../../src/sandbox/world.ts';

export const marketingKo = '100000000000000101';
export const marketingEn = '100000000000000102';
export const guildId = '100000000000000001';
export const minji = '100000000000000201';
export const junho = '100000000000000202';
export const alice = '100000000000000203';

/** An unmodified client with the options a bot would set, and no wait before it identifies. */
export function discordClient(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
    allowedMentions: { parse: [] },
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => undefined }) } as never,
    ...options,
    rest: { api: sandbox.discordApiUrl, ...options.rest },
  });
}

/** Logs in and waits until the server is there. */
export async function loggedIn(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client> {
  const client = discordClient(sandbox, options);
  client.on('error', () => undefined);
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(sandbox.discordToken);
  await ready;
  return client;
}

/** One order to the control interface; the parsed answer, or its sentence as an error. */
export async function control<T = unknown>(
  sandbox: Sandbox,
  path: string,
  body?: object,
  method = body === undefined ? 'GET' : 'POST',
): Promise<T> {
  const response = await fetch(`${sandbox.control}/discord${path === '' ? '' : `/${path}`}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export function worldOf(sandbox: Sandbox): Promise<World> {
  return control<World>(sandbox, '');
}

/** The bot's calls of one method, oldest first. */
export function callsOf(sandbox: Sandbox, method: string): Promise<Call[]> {
  return control<Call[]>(sandbox, `calls?method=${encodeURIComponent(method)}`);
}

/** A text channel of the server, ready to be sent to. */
export async function textChannel(client: Client, id: string): Promise<TextChannel> {
  const channel = await client.channels.fetch(id);
  if (channel?.type !== ChannelType.GuildText) throw new Error(`${id} is no text channel`);
  return channel;
}
