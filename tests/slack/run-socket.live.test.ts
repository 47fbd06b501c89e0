import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { runSocket } from '../../src/slack/run-socket.ts';

let server: Server;
let sockets: WebSocketServer;
let greet: (socket: WebSocket) => void;

beforeEach(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port()}/` }));
  });
  sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => greet(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  for (const socket of sockets.clients) socket.terminate();
  server.closeAllConnections();
  server.close();
});

function port(): number {
  return (server.address() as AddressInfo).port;
}

function run(helloWithinMs: number, onUp: (connections: number) => void = () => {}) {
  const logger = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    getLevel: () => 'info',
    setName() {},
  };
  const receiver = new SocketModeReceiver({
    appToken: 'xapp-1',
    autoReconnectEnabled: false,
    logger: logger as never,
    installerOptions: {
      clientOptions: { slackApiUrl: `http://127.0.0.1:${port()}/`, retryConfig: { retries: 0 } },
    },
  });
  return runSocket({ receiver, helloWithinMs, onUp });
}

test('a socket that never says hello is given up and closed', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  greet = (socket) => {
    closed = once(socket, 'close');
  };
  const end = await run(300);
  expect(end).toMatchObject({ how: 'failed', error: { message: 'no hello in time' } });
  await closed;
});

test.each([
  ['warning', 'refresh'],
  ['refresh_requested', 'refresh'],
  ['too_many_websockets', 'full'],
  ['link_disabled', 'failed'],
] as const)('a disconnect for %s ends it as %s', async (reason, how) => {
  greet = (socket) => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: 3 }));
    socket.send(JSON.stringify({ type: 'disconnect', reason }));
  };
  const counted: number[] = [];
  expect((await run(5_000, (connections) => counted.push(connections))).how).toBe(how);
  expect(counted).toEqual([3]);
});

test('what is no JSON does no harm, and a cut is a loss', async () => {
  greet = (socket) => {
    socket.send('no json');
    socket.send(JSON.stringify({ type: 'hello' }));
  };
  const end = run(5_000, () => {
    for (const socket of sockets.clients) socket.terminate();
  });
  expect(await end).toEqual({ how: 'lost' });
});
