import { pino } from 'pino';
import { expect, test } from 'vitest';
import { keepConnected, type Side } from '../../src/app/keep-connected.ts';
import { superviseGateway } from '../../src/app/supervise-gateway.ts';
import type { Platform } from '../../src/delivery/platform.ts';

const logger = pino({ level: 'silent' });

test('the database fails when a platform is opened: it is told again of the same one, and only then heard', async () => {
  const told: string[] = [];
  const platform = { name: 'slack', workspace: 'T1' } as Platform;
  let opened = 0;
  const side: Side = {
    platform,
    join: async () => void told.push('joined'),
    isListening: () => true,
    leave: async () => {},
  };
  let resolveHeard = () => {};
  const heard = new Promise<void>((resolve) => {
    resolveHeard = resolve;
  });
  const connections = await keepConnected({
    open: {
      async slack() {
        opened += 1;
        return side;
      },
    },
    async onOpen(of) {
      told.push(`open ${of.workspace}`);
      if (told.length === 1) throw new Error('The database is locked.');
    },
    onHeard: () => {
      told.push('heard');
      resolveHeard();
    },
    onFatal: (sentence) => told.push(sentence),
    notify: async () => {},
    mended: async () => {},
    ...{ firstWaitMs: 5, maxWaitMs: 20, logger },
  });
  await heard;
  expect([opened, told]).toEqual([1, ['open T1', 'open T1', 'joined', 'heard']]);
  expect(connections.isReady()).toBe(true);
  await connections.stop();
});

test('a gateway that connects after the start stopped waiting for it says so, for reactions may have been set', async () => {
  let connected = () => {};
  const told: string[] = [];
  let resolveAgain = () => {};
  const again = new Promise<void>((resolve) => {
    resolveAgain = resolve;
  });
  const gateway = superviseGateway({
    side: {
      listen: () =>
        new Promise<void>((resolve) => {
          connected = resolve;
        }),
      leave: async () => {},
    },
    listener: {
      onReconnect: () => {
        told.push('again');
        resolveAgain();
      },
    } as never,
    onFatal: (sentence) => told.push(sentence),
    ...{ logger, clock: Date.now, firstWaitMs: 5, maxWaitMs: 20, patienceMs: 10 },
  });
  await gateway.connect();
  expect(told).toEqual([]);
  connected();
  await again;
  expect(told).toEqual(['again']);
  await gateway.leave();
});

test('the database fails when it is noted that a platform is connected again: it is not joined twice', async () => {
  let joined = 0;
  let isOpenedAnew = false;
  const side: Side = {
    platform: { name: 'slack', workspace: 'T1' } as Platform,
    async join() {
      joined += 1;
    },
    isListening: () => true,
    leave: async () => {},
  };
  const connections = await keepConnected({
    open: { slack: async () => side },
    onOpen: async () => {},
    onHeard: () => {
      isOpenedAnew = joined > 1;
    },
    onFatal: () => {},
    notify: async () => {},
    async mended() {
      throw new Error('The database is locked.');
    },
    ...{ firstWaitMs: 1, maxWaitMs: 2, logger },
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  await connections.stop();
  expect([joined, isOpenedAnew]).toEqual([1, false]);
});
