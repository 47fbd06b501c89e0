import { beforeEach, expect, test } from 'vitest';
import { openQuarantineDesk } from '../../src/app/tell-quarantined.ts';

const kept = new Map<string, string>();
let told: string[] = [];
const open = () =>
  openQuarantineDesk({
    store: {
      value: async (key) => kept.get(key) ?? null,
      setValue: async (key, value) => void kept.set(key, value),
    },
    notify: async (_cause, sentence) => void told.push(sentence),
  });
const held = (file: string, reason = 'It has no text.') => ({ file, reason });

beforeEach(() => {
  kept.clear();
  told = [];
});

test('what is kept out is told once, over scans and restarts, with its reason', async () => {
  const desk = open();
  await desk.report([held('a.md')]);
  await desk.report([held('a.md')]);
  await open().report([held('a.md')]);
  expect(told).toEqual([expect.stringContaining('a.md: It has no text.')]);
  await open().report([held('a.md'), held('b.md')]);
  expect(told).toHaveLength(2);
  expect(told[1]).not.toContain('a.md');
});

test('what was mended and comes back is told again', async () => {
  const desk = open();
  await desk.report([held('a.md')]);
  await desk.report([]);
  await desk.report([held('a.md')]);
  expect(told).toHaveLength(2);
});

test('a hundred at once are one notice that names ten', async () => {
  await open().report(Array.from({ length: 100 }, (_, at) => held(`${at}.md`)));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('100 briefs are kept out');
  expect(told[0]).toContain('9.md: It has no text.');
  expect(told[0]).not.toContain('10.md');
  expect(told[0]).toContain('and 90 more');
});
