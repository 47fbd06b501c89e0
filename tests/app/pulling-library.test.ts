import { expect, test } from 'vitest';
import { pullingLibrary } from '../../src/app/pulling-library.ts';
import type { Library } from '../../src/library/library.ts';

test('a scan that comes a few milliseconds early pulls: the next one would be half a minute late', async () => {
  let now = 0;
  const pulls: number[] = [];
  const library = pullingLibrary({ look: async () => ({}) } as unknown as Library, {
    pull: async () => void pulls.push(now),
    everyMs: 60_000,
    clock: () => now,
    onTrouble: () => {},
  });
  for (now of [30_004, 60_003, 90_001, 120_004, 150_002, 180_005, 210_001]) await library.scan();
  expect(pulls).toEqual([30_004, 90_001, 150_002, 210_001]);
});
