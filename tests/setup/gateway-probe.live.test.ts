import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { probeGateway } from '../../src/setup/gateway-probe.ts';

// The sandbox takes every intent that the bot names; what Discord says to others is said by a server of the test.
test.each([
  [4014, /^The gateway of Discord refuses the intents of the bot \(4014\): .*needs no privileged intent\.$/],
  [4013, /^The gateway of Discord refuses the intents of the bot \(4013\)/],
  [4004, /^The gateway of Discord refuses the token: .*Reset Token/],
  [4011, /^The gateway of Discord does not open \(closed with 4011\): let this machine reach/],
])('a gateway that answers who it is with %i', async (code, sentence) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 }, t: null, s: null }));
    socket.on('message', () => socket.close(code));
  });
  const { port } = server.address() as AddressInfo;
  try {
    await expect(probeGateway(`ws://127.0.0.1:${port}`, 'token', 2_000)).rejects.toThrow(sentence);
  } finally {
    server.close();
  }
});
