import type { Socket } from 'node:net';
import { constants, createDeflate } from 'node:zlib';
import type { WebSocket } from 'ws';
import type { Json } from '../json.ts';

/** One socket of a client. While it is frozen nothing goes out and nothing that comes in is looked at. */
export interface Connection {
  send(payload: object): void;
  close(code: number, reason: string): void;
  /** Ends the TCP connection without a close frame. */
  cut(): void;
  setFrozen(frozen: boolean): void;
}

export interface ConnectionEvents {
  received(payload: Json): void;
  /** A frame that is no JSON object, or longer than 4,096 bytes. */
  garbled(): void;
  closed(code: number): void;
}

const maxBytes = 4096;

/**
 * Wraps a WebSocket. With `compress`, all payloads go through one zlib stream, flushed after each, as the client
 * asked by `compress=zlib-stream`. @see https://docs.discord.com/developers/events/gateway#transport-compression
 */
export function createConnection(socket: WebSocket, compress: boolean, events: ConnectionEvents): Connection {
  let frozen = false;
  let held: (() => void)[] = [];
  const deflate = compress ? createDeflate() : null;
  deflate?.on('data', (chunk: Buffer) => socket.send(chunk));

  function orLater(act: () => void): void {
    if (frozen) held.push(act);
    else act();
  }
  socket.on('message', (data) => {
    const text = data.toString();
    orLater(() => {
      const payload = Buffer.byteLength(text) > maxBytes ? null : parseObject(text);
      if (payload === null) events.garbled();
      else events.received(payload);
    });
  });
  socket.on('close', (code) => {
    deflate?.close();
    events.closed(code);
  });
  socket.on('error', () => socket.terminate());
  return {
    send(payload) {
      orLater(() => {
        const text = JSON.stringify(payload);
        if (deflate === null) socket.send(text);
        else {
          deflate.write(text);
          deflate.flush(constants.Z_SYNC_FLUSH);
        }
      });
    },
    close: (code, reason) => socket.close(code, reason),
    cut() {
      const tcp = (socket as unknown as { _socket?: Socket })._socket;
      if (tcp === undefined) socket.terminate();
      else tcp.destroy();
    },
    setFrozen(next) {
      frozen = next;
      if (next) return;
      const acts = held;
      held = [];
      for (const act of acts) act();
    },
  };
}

function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}
