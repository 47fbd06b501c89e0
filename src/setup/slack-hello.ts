import { WebSocket } from 'ws';
import { appTokenError, type SlackAddress, slackClient } from './slack-desk.ts';

/** What Slack said when a socket was opened. */
export interface SlackHello {
  /** Sockets open for this app now, this one included. */
  connections: number;
}

/**
 * Opens one socket, waits for Slack's hello and closes it at once: while it is open, Slack may send it what was
 * meant for the bot.
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode
 * @throws Error with a sentence for the owner
 */
export async function slackHello(appToken: string, address: SlackAddress): Promise<SlackHello> {
  const client = slackClient(appToken, address);
  const { url } = await client.apps.connections.open().catch((error: unknown) => {
    throw appTokenError(error);
  });
  const socket = new WebSocket(String(url), { handshakeTimeout: address.timeoutMs });
  try {
    return await new Promise<SlackHello>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(unreachable(`no hello within ${address.timeoutMs / 1000} s`)),
        address.timeoutMs,
      );
      socket.on('message', (data) => {
        const said = JSON.parse(data.toString()) as Record<string, unknown>;
        if (said.type === 'hello') resolve({ connections: Number(said.num_connections) });
        if (said.type === 'disconnect') reject(turnedAway(String(said.reason)));
        clearTimeout(timer);
      });
      socket.on('error', (error) => reject(unreachable(error.message)));
      socket.on('close', () => {
        clearTimeout(timer);
        reject(unreachable('Slack closed it'));
      });
    });
  } finally {
    // Whatever it still says is of no interest.
    socket.on('error', () => {});
    socket.close();
  }
}

function unreachable(reason: string): Error {
  return new Error(
    `The socket to Slack does not open (${reason}): let this machine reach wss-primary.slack.com and wss-backup.slack.com on port 443, past any proxy or firewall.`,
  );
}

function turnedAway(reason: string): Error {
  if (reason === 'too_many_websockets')
    return new Error(
      'Slack allows ten sockets to an app, and all are taken: stop the other programs that use this app token.',
    );
  return new Error(
    `Slack turned the socket away (${reason}): switch on Socket Mode in the settings of your app at api.slack.com/apps.`,
  );
}
