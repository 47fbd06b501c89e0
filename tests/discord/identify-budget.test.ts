import { expect, test } from 'vitest';
import { createIdentifyBudget, identifyDelay } from '../../src/discord/identify-budget.ts';

const spacing = { leastMs: 5_000, firstMs: 5_000, mostMs: 300_000 };
const hour = 3_600_000;

test('a few restarts an hour wait no longer than Discord asks', () => {
  expect(identifyDelay([], 0, spacing)).toBe(0);
  expect(identifyDelay([1_000], 2_000, spacing)).toBe(4_000);
  expect(
    identifyDelay(
      [1, 2, 3, 4].map((minute) => minute * 60_000),
      300_000,
      spacing,
    ),
  ).toBe(0);
});

test('the waits grow with each one more, up to five minutes', () => {
  const past = [0, 10, 20, 30, 40, 50, 60].map((at) => at * 1_000);
  expect(identifyDelay(past.slice(0, 5), 40_000, spacing)).toBe(5_000);
  expect(identifyDelay(past.slice(0, 6), 50_000, spacing)).toBe(10_000);
  expect(identifyDelay(past, 60_000, spacing)).toBe(20_000);
  const many = Array.from({ length: 40 }, (_, at) => at * 1_000);
  expect(identifyDelay(many, 39_000, spacing)).toBe(300_000);
  expect(identifyDelay(many, 39_000 + 2 * hour, spacing)).toBe(0);
});

test('instants that a clock that was set back left in the future do not block', () => {
  expect(identifyDelay([10 * hour], hour, spacing)).toBe(0);
});

test('a program restarted at once for a whole day stays well below 1,000', async () => {
  let now = 1_700_000_000_000;
  const start = now;
  let count = 0;
  const past: number[] = [];
  while (now < start + 24 * hour) {
    now += identifyDelay(past, now, spacing);
    past.push(now);
    count += 1;
    now += 100;
  }
  expect(count).toBeLessThan(500);
});

test('the record outlives the program', async () => {
  const kept = new Map<string, string>();
  const remembered = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: string) => void kept.set(key, value),
  };
  const now = 1_700_000_000_000;
  const open = () =>
    createIdentifyBudget({
      remembered,
      application: 'A',
      clock: () => now,
      spacing: { ...spacing, leastMs: 0 },
    });
  for (let count = 0; count < 5; count += 1) {
    await open().take(new AbortController().signal, () => expect.unreachable());
  }
  const ending = new AbortController();
  const waits: number[] = [];
  const sixth = open().take(ending.signal, (ms) => {
    waits.push(ms);
    ending.abort();
  });
  await expect(sixth).rejects.toThrow();
  expect(waits).toEqual([5_000]);
});

test('of two that waited since the same instant, the second waits anew, and both are counted', async () => {
  const key = 'discord-identifies:A';
  const kept = new Map<string, string>([[key, JSON.stringify(Array(5).fill(Date.now()))]]);
  const remembered = {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: string) => void kept.set(key, value),
  };
  const waits = { leastMs: 0, firstMs: 60, mostMs: 60 };
  const taken = [1, 2].map(async () => {
    const budget = createIdentifyBudget({ remembered, application: 'A', clock: Date.now, spacing: waits });
    await budget.take(new AbortController().signal, () => {});
    return Date.now();
  });
  const [first = 0, second = 0] = (await Promise.all(taken)).sort();
  expect(second - first).toBeGreaterThanOrEqual(55);
  expect(JSON.parse(kept.get(key) ?? '[]')).toHaveLength(7);
});
