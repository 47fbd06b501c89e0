import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlidingWindow } from '../../src/delivery/sliding-window.ts';

test('whenever the platform counts a request, between its sending and its answer, there are never too many', () => {
  const request = fc.record({
    gap: fc.integer({ min: 0, max: 400 }),
    /** How long until it is counted, and then until its answer is here. */
    onTheWay: fc.integer({ min: 0, max: 1_500 }),
    back: fc.integer({ min: 0, max: 1_500 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(request, { maxLength: 60 }), (count, requests) => {
      const window = createSlidingWindow({ count, ms: 1_000 });
      const counted: number[] = [];
      const flying: { at: number; answered: (at: number) => void }[] = [];
      let now = 0;
      const land = (until: number) => {
        for (const flight of flying.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)) {
          flight.answered(flight.at);
          flying.splice(flying.indexOf(flight), 1);
        }
      };
      for (const { gap, onTheWay, back } of requests) {
        now += gap;
        land(now);
        for (let freeAt = window.freeAt(now); freeAt > now; freeAt = window.freeAt(now)) {
          now = Math.min(freeAt, ...flying.map(({ at }) => at));
          land(now);
        }
        counted.push(now + onTheWay);
        flying.push({ at: now + onTheWay + back, answered: window.take(now) });
      }
      counted.sort((a, b) => a - b);
      for (const [index, at] of counted.entries()) {
        const before = counted[index - count];
        if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(1_000);
      }
    }),
  );
});

test('with answers at once it is full no longer than it takes', () => {
  const window = createSlidingWindow({ count: 2, ms: 1_000 });
  for (const instant of [0, 10]) window.take(instant)(instant);
  expect(window.freeAt(900)).toBe(1_000);
  window.take(1_000)(1_000);
  expect(window.freeAt(1_005)).toBe(1_010);
});

test('while all answers are awaited only an answer makes room', () => {
  const window = createSlidingWindow({ count: 1, ms: 1_000 });
  const answered = window.take(0);
  expect(window.freeAt(60_000)).toBe(Number.POSITIVE_INFINITY);
  answered(70_000);
  expect(window.freeAt(70_000)).toBe(71_000);
});

test('closed until an instant, whatever room there is', () => {
  const window = createSlidingWindow({ count: 5, ms: 1_000 });
  window.closeUntil(3_000);
  expect(window.freeAt(1_000)).toBe(3_000);
  expect(window.isEmpty(1_000)).toBe(false);
  expect(window.freeAt(4_000)).toBe(4_000);
  expect(window.isEmpty(4_000)).toBe(true);
});

test('a clock that is put back does not close it for as long as it was wrong', () => {
  const window = createSlidingWindow({ count: 1, ms: 1_000 });
  window.take(86_400_000)(86_400_000);
  expect(window.freeAt(5_000)).toBe(5_000);
});
