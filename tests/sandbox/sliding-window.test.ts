import { expect, test } from 'vitest';
import { createSlidingWindow } from '../../src/sandbox/sliding-window.ts';

test('never more than the limit in any window', () => {
  const window = createSlidingWindow(2, 1_000);
  expect([window.take(0), window.take(400), window.take(500)]).toEqual([0, 0, 500]);
  expect(window.remaining(999)).toBe(0);
  expect([window.take(1_000), window.take(1_100), window.take(1_400)]).toEqual([0, 300, 0]);
});
