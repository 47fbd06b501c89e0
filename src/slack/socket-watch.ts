import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';

type SocketClient = SocketModeReceiver['client'];

export interface SocketWatch {
  /** At least one socket has said hello and not closed since. */
  isListening(): boolean;
  stop(): void;
}

/**
 * Bolt can live on without a socket: a reconnect that fails for good ends in a rejected promise nobody holds. So
 * the sockets are watched from outside: none connected for `deafAfterMs` calls `onDeaf` once.
 */
export function createSocketWatch(
  sockets: readonly SocketClient[],
  options: {
    clock: () => number;
    deafAfterMs: number;
    onReconnect: () => void;
    onDeaf: () => void;
    logger: Logger;
  },
): SocketWatch {
  const connected = new Set<SocketClient>();
  let silentSince: number | null = options.clock();
  let everListened = false;

  for (const socket of sockets) {
    socket.on('connected', () => {
      const wasSilent = connected.size === 0;
      connected.add(socket);
      silentSince = null;
      if (everListened && wasSilent) options.onReconnect();
      everListened = true;
    });
    for (const event of ['close', 'reconnecting', 'disconnected', 'disconnecting']) {
      socket.on(event, () => {
        connected.delete(socket);
        if (connected.size === 0) silentSince ??= options.clock();
      });
    }
  }

  const timer = setInterval(
    () => {
      if (silentSince === null || options.clock() - silentSince < options.deafAfterMs) return;
      clearInterval(timer);
      options.onDeaf();
    },
    Math.max(50, Math.min(5000, options.deafAfterMs / 4)),
  );
  timer.unref();

  return {
    isListening: () => connected.size > 0,
    stop: () => clearInterval(timer),
  };
}
