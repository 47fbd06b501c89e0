import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

test.each([
  'postgres://bot:hush/1@db.example/x',
  'postgres://bot:hush#1@db.example/x',
  'postgres://bot:hush@db.example:port/x',
])(
  'an address that cannot be read is no database that is away, and the password in it is not said: %s',
  async (databaseUrl) => {
    const error = await openStore({ databaseUrl, clock: Date.now }).catch((reason: Error) => reason);
    expect(String(error)).toMatch(/DATABASE_URL is no address that can be read: .*percent-encoded/);
    expect(String(error)).not.toContain('hush');
  },
);
