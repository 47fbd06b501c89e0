import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { every } from '../../src/app/every.ts';

test('turns that were missed, or come while one runs, say nothing on the console, and are made up for', async () => {
  const said: unknown[] = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const spy = vi.spyOn(console, name).mockImplementation((...words) => void said.push(words));
    onTestFinished(() => spy.mockRestore());
  }
  let turns = 0;
  const stop = every(
    1_000,
    async () => {
      turns += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_200));
    },
    pino({ level: 'silent' }),
  );
  onTestFinished(stop);
  await vi.waitFor(() => expect(turns).toBe(1), 3_000);
  // As a machine that sleeps does to the process.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_500);
  await vi.waitFor(() => expect(turns).toBeGreaterThan(2), 6_000);
  expect(said).toEqual([]);
});

test.each([-2 * 3_600_000, 2 * 3_600_000])(
  'turns go on when the clock of the machine is set by %d ms',
  async (by) => {
    const Real = Date;
    let offset = 0;
    class Turned extends Real {
      constructor(...given: []) {
        super(...(given.length === 0 ? ([Real.now() + offset] as unknown as []) : given));
      }
      static override now() {
        return Real.now() + offset;
      }
    }
    globalThis.Date = Turned as DateConstructor;
    onTestFinished(() => {
      globalThis.Date = Real;
    });
    let turns = 0;
    const stop = every(
      1_000,
      async () => {
        turns += 1;
      },
      pino({ level: 'silent' }),
    );
    onTestFinished(stop);
    await vi.waitFor(() => expect(turns).toBe(1), 3_000);
    offset = by;
    await vi.waitFor(() => expect(turns).toBeGreaterThan(4), 10_000);
    stop();
    const at = turns;
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(turns).toBe(at);
  },
);
