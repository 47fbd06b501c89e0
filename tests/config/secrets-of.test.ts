import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/config/environment.ts';
import { secretsOf } from '../../src/config/secrets-of.ts';

test('every secret of the environment, a database’s password also by itself', () => {
  const { environment } = readEnvironment({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    DISCORD_TOKEN: 'discord-1',
    GIT_TOKEN: 'git-1',
    DATABASE_URL: 'postgres://bot:hush%21hush@db.example:5432/sowhat',
  });
  expect(secretsOf(environment!, ['model-1', undefined])).toEqual([
    'xoxb-1',
    'xapp-1',
    'discord-1',
    'postgres://bot:hush%21hush@db.example:5432/sowhat',
    'git-1',
    'model-1',
    'hush%21hush',
    'hush!hush',
  ]);
});
