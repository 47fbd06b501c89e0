import { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createInteractionsRest } from '../../src/discord/interactions-rest.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

/** More than Discord grants a bot in a second, all at once. */
const MANY = 120;

test('answers to interactions do not wait for the limit of the bot’s other requests', async () => {
  const sandbox = await startSandbox({ port: 0, folder: null });
  const options = { api: sandbox.discordApiUrl, version: '10', retries: 0 };
  const waited = { own: 0, plain: 0 };
  const own = createInteractionsRest(options).on('rateLimited', () => void waited.own++);
  const plain = new REST(options).on('rateLimited', () => void waited.plain++);
  for (const rest of [own, plain]) {
    // Each interaction has a token of its own; the sandbox knows none of these, which does not matter here.
    const answers = Array.from({ length: MANY }, (_none, i) =>
      rest.patch(Routes.webhookMessage('100000000000000001', `token-${i}`), {
        body: { content: 'An answer' },
        auth: false,
      }),
    );
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).not.toContain('fulfilled');
  }
  expect(waited.own).toBe(0);
  expect(waited.plain).toBeGreaterThan(0);
  await sandbox.close();
});
