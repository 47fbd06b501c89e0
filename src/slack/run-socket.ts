import type { SocketModeReceiver } from '@slack/bolt';

/** How one socket ended. */
export type SocketEnd =
  /** Slack announced it: nothing was lost. */
  | { how: 'refresh' }
  /** It broke off; what was under way on it may be lost. */
  | { how: 'lost' }
  /** The app has its ten sockets; others hear for it. */
  | { how: 'full' }
  /** It never came up. */
  | { how: 'failed'; error: unknown };

export interface SocketOptions {
  /** A new receiver for one socket, joined to the App; it must not reconnect by itself. */
  receiver: SocketModeReceiver;
  /** Without Slack's hello by then it is thrown away. */
  helloWithinMs: number;
  /** @param connections sockets Slack counts for this app, this one included */
  onUp: (connections: number) => void;
}

/** A closing handshake that is not answered by then is cut short. */
const closeMs = 1_000;

interface SocketNote {
  type?: string;
  reason?: string;
  num_connections?: number;
}

/**
 * Opens one Socket Mode connection and resolves when it is over. Bolt's own reconnecting is not used: it waits
 * five seconds deaf at every refresh, and where it fails for good it leaves a rejected promise nobody holds.
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect
 */
export async function runSocket(options: SocketOptions): Promise<SocketEnd> {
  const { client } = options.receiver;
  let isUp = false;
  let reason: string | null = null;
  let late: NodeJS.Timeout | undefined;

  client.on('ws_message', (data: unknown) => {
    const note = readNote(data);
    if (note?.type === 'disconnect') reason = note.reason ?? '';
    if (note?.type !== 'hello' || isUp) return;
    isUp = true;
    clearTimeout(late);
    options.onUp(note.num_connections ?? 1);
  });
  return new Promise((resolve) => {
    let isOver = false;
    const end = (error: unknown) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(late);
      closeSocket(options.receiver);
      if (reason === 'too_many_websockets') resolve({ how: 'full' });
      else if (reason === 'warning' || reason === 'refresh_requested') resolve({ how: 'refresh' });
      else if (isUp && reason !== 'link_disabled') resolve({ how: 'lost' });
      else resolve({ how: 'failed', error: reason === 'link_disabled' ? new Error(reason) : error });
    };
    late = setTimeout(() => end(new Error('no hello in time')), options.helloWithinMs);
    client.once('disconnected', end);
    options.receiver.start().catch(end);
  });
}

/** Closes a socket, with or without the other side. */
export function closeSocket(receiver: SocketModeReceiver): void {
  receiver.stop().catch(() => {});
  // A second call cuts the connection where the closing handshake hangs (the client itself waits 30 s).
  setTimeout(() => receiver.stop().catch(() => {}), closeMs).unref();
}

function readNote(data: unknown): SocketNote | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as SocketNote;
  } catch {
    return null;
  }
}
