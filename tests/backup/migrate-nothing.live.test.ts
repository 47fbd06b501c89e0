import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownersFolder, startProgram } from '../security/start-program.ts';

test('a folder without a ledger is not moved: an empty one would be made there, and use the PostgreSQL up', async () => {
  const folder = ownersFolder('');
  // Nothing listens there: it is not even asked.
  const env = { DATABASE_URL: 'postgres://bot@127.0.0.1:1/x' };
  const migrate = startProgram(folder, ['migrate', '--data', 'dta'], env);
  expect(await migrate.ended).toBe(1);
  expect(migrate.printed()).toContain('There is no ledger in ');
  expect(migrate.printed()).toContain('the bot has not run there yet.');
  expect(existsSync(path.join(folder, 'dta'))).toBe(false);
});
