import { defineConfig } from 'vitest/config';

/**
 * Kinds of test beside the plain ones, and how long one test may take (ms): many random inputs, days of delivery on a turned
 * clock, real sockets, a browser, a PostgreSQL, the real briefs, kills. They run one kind after the other, so
 * that real sockets and browsers do not wait for work on the real briefs.
 */
const kinds = {
  property: 300_000,
  days: 90_000,
  live: 60_000,
  browser: 90_000,
  postgres: 120_000,
  corpus: 600_000,
  crash: 900_000,
};

export default defineConfig({
  test: {
    setupFiles: ['tests/no-network.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Plain functions leave nothing behind: one set of modules serves every file, four times as fast.
          pool: 'threads' as const,
          isolate: false,
          maxWorkers: 2,
          // Plain functions take milliseconds; this is for a machine that does something else as well.
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: Object.keys(kinds).map((kind) => `tests/**/*.${kind}.test.ts`),
          sequence: { groupOrder: 0 },
        },
      },
      ...Object.entries(kinds).map(([kind, timeout], index) => ({
        extends: true as const,
        test: {
          name: kind,
          include: [`tests/**/*.${kind}.test.ts`],
          testTimeout: timeout,
          hookTimeout: timeout,
          maxWorkers: ['property', 'days', 'live'].includes(kind) ? 2 : 1,
          sequence: { groupOrder: index + 1 },
        },
      })),
    ],
  },
});
