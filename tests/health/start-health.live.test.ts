import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ChannelHealth } from '../../src/health/channel-health.ts';
import { type HealthServer, startHealth } from '../../src/health/start-health.ts';

const channel: ChannelHealth = {
  name: 'team-ko',
  platform: 'slack',
  state: 'held',
  last: { slot: { dueAt: 1_782_000_000_000 }, posted: 5, failed: 1, retries: 2, lateMs: 90_000 },
  onTime: 30,
  due: 31,
  missed: 1,
  quiet: 0,
};

const well = { isConnected: () => true, askLedger: async () => null, channels: async () => [] };

let server: HealthServer | null = null;
afterEach(() => server?.close());

async function ask(path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`http://127.0.0.1:${server?.port}${path}`);
  return { status: answer.status, text: await answer.text() };
}

test('tells life, readiness, and how each channel stands', async () => {
  let isConnected = false;
  server = await startHealth({
    ...{ port: 0, isConnected: () => isConnected, askLedger: async () => null },
    channels: async () => [channel],
  });
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
  expect(await ask('/readyz')).toEqual({ status: 503, text: 'not connected\n' });
  isConnected = true;
  expect((await ask('/readyz')).status).toBe(200);
  const { text } = await ask('/metrics');
  for (const line of [
    'sowhat_ready 1',
    'sowhat_last_edition_timestamp_seconds{channel="team-ko",platform="slack"} 1782000000',
    'sowhat_last_edition_late_seconds{channel="team-ko",platform="slack"} 90',
    'sowhat_channel_state{channel="team-ko",platform="slack",state="held"} 1',
    'sowhat_channel_state{channel="team-ko",platform="slack",state="ok"} 0',
    'sowhat_slots_on_time{channel="team-ko",platform="slack"} 30',
  ]) {
    expect(text).toContain(line);
  }
});

test.each([
  ['gives no answer', () => new Promise<null>(() => {}), 'the ledger gave no answer within 0.1 s'],
  ['cannot be asked', () => Promise.reject(new Error('connect ECONNREFUSED')), 'the ledger cannot be asked'],
  ['was moved', async () => 'This ledger was moved.', 'This ledger was moved.'],
])('connected to the platforms, with a ledger that %s, it is not ready', async (_how, askLedger, reason) => {
  let isConnected = true;
  server = await startHealth({
    ...{ port: 0, isConnected: () => isConnected, askLedger, ledgerWithinMs: 100 },
    channels: () => expect.unreachable('Channels are read from the ledger.'),
  });
  expect(await ask('/readyz')).toEqual({ status: 503, text: `${reason}\n` });
  const { status, text } = await ask('/metrics');
  expect([status, /^sowhat_ready .*$/m.exec(text)?.[0]]).toEqual([200, 'sowhat_ready 0']);
  expect((await ask('/healthz')).status).toBe(200);
  isConnected = false;
  expect((await ask('/readyz')).text).toBe(`not connected\n${reason}\n`);
});

test('a port that is taken is an error, not a silence', async () => {
  server = await startHealth({ port: 0, ...well });
  const { port } = server;
  await expect(startHealth({ port, ...well })).rejects.toThrow('EADDRINUSE');
});

test.each([
  ['a living bot', (port: number) => `health: { port: ${port} }\n`, 0],
  ['a bot that does not answer', () => 'health: { port: 1 }\n', 1],
  ['settings without a port', () => 'channels: []\n', 0],
])('the check of the image, with %s', async (_what, settings, code) => {
  server = await startHealth({ port: 0, ...well });
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sowhat-health-')), 'sowhat.yaml');
  writeFileSync(file, settings(server.port));
  const child = spawn(process.execPath, ['bin/healthcheck.js', file]);
  expect((await once(child, 'exit'))[0]).toBe(code);
});
