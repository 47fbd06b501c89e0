import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
  type GatewayReceivePayload,
} from 'discord-api-types/v10';
import { WebSocket } from 'ws';

/** What the bot listens for: neither is a privileged intent. */
const intents = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessageReactions;

/**
 * Connects to the gateway as the bot does, waits until Discord says it is ready, and leaves. Costs one of the
 * day's 1,000 session starts.
 * @param url as `GET /gateway/bot` gives it
 * @see https://docs.discord.com/developers/events/gateway#connection-lifecycle
 * @throws Error with a sentence for the owner
 */
export async function probeGateway(url: string, token: string, timeoutMs: number): Promise<void> {
  const socket = new WebSocket(`${url}/?v=10&encoding=json`, { handshakeTimeout: timeoutMs });
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(unreachable(`no answer within ${timeoutMs / 1000} s`)),
        timeoutMs,
      );
      socket.on('message', (data) => {
        const said = JSON.parse(data.toString()) as GatewayReceivePayload;
        if (said.op === GatewayOpcodes.Hello) socket.send(JSON.stringify(identify(token)));
        if (said.op !== GatewayOpcodes.Dispatch || said.t !== GatewayDispatchEvents.Ready) return;
        clearTimeout(timer);
        resolve();
      });
      socket.on('error', (error) => reject(unreachable(error.message)));
      socket.on('close', (code) => {
        clearTimeout(timer);
        reject(turnedAway(code));
      });
    });
  } finally {
    socket.on('error', () => {});
    socket.close(1000);
  }
}

function identify(token: string): object {
  const properties = { os: process.platform, browser: 'sowhat', device: 'sowhat' };
  return { op: GatewayOpcodes.Identify, d: { token, intents, properties } };
}

function unreachable(reason: string): Error {
  return new Error(
    `The gateway of Discord does not open (${reason}): let this machine reach gateway.discord.gg on port 443, past any proxy or firewall.`,
  );
}

function turnedAway(code: number): Error {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new Error(
        'The gateway of Discord refuses the token: open your application in the Developer Portal → Bot → Reset Token, and put the new one into DISCORD_TOKEN.',
      );
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return new Error(
        `The gateway of Discord refuses the intents of the bot (${code}): check that DISCORD_TOKEN belongs to this application; Sowhat needs no privileged intent.`,
      );
    default:
      return unreachable(`closed with ${code}`);
  }
}
