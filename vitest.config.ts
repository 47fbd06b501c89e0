import { defineConfig } from 'vitest/config';

/** Kinds of test that need more than this process: real sockets, a browser, a PostgreSQL, the real briefs, kills. */
const kinds = ['live', 'browser', 'postgres', 'corpus', 'crash'] as const;

export default defineConfig({
  test: {
    setupFiles: ['tests/no-network.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: kinds.map((kind) => `tests/**/*.${kind}.test.ts`),
        },
      },
      ...kinds.map((kind) => ({
        extends: true as const,
        test: {
          name: kind,
          include: [`tests/**/*.${kind}.test.ts`],
          testTimeout: kind === 'crash' ? 600_000 : 60_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});
