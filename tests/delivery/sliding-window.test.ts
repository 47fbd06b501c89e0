import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlidingWindow } from '../../src/delivery/sliding-window.ts';

test('never more than the count within any window, and no longer a wait than it takes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }),
      (count, gaps) => {
        const window = createSlidingWindow({ count, ms: 1_000 });
        const sent: number[] = [];
        let now = 0;
        for (const gap of gaps) {
          now = Math.max(now + gap, window.freeAt(now + gap));
          const full = sent.at(-count);
          if (full !== undefined) expect(now - full).toBeGreaterThanOrEqual(1_000);
          window.take(now);
          sent.push(now);
        }
      },
    ),
  );
});

test('closed until an instant, whatever room there is', () => {
  const window = createSlidingWindow({ count: 5, ms: 1_000 });
  window.closeUntil(3_000);
  expect(window.freeAt(1_000)).toBe(3_000);
  expect(window.freeAt(4_000)).toBe(4_000);
});

test('a clock that is put back does not close it for as long as it was wrong', () => {
  const window = createSlidingWindow({ count: 1, ms: 1_000 });
  window.take(86_400_000);
  expect(window.freeAt(5_000)).toBe(5_000);
});

test('one that leaves later than it was counted counts from when it leaves', () => {
  const window = createSlidingWindow({ count: 2, ms: 1_000 });
  window.take(0);
  window.take(10);
  window.move(0, 700);
  expect(window.freeAt(900)).toBe(1_010);
  window.move(10, 800);
  expect(window.freeAt(900)).toBe(1_700);
});
