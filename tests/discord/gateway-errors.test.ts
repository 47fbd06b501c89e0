import { expect, test } from 'vitest';
import { closeError, loginError } from '../../src/discord/gateway-errors.ts';

test.each([
  [4004, 'auth', /DISCORD_TOKEN/],
  [4010, 'forbidden', /shard/],
  [4011, 'forbidden', /2,500/],
  [4012, 'forbidden', /update Sowhat/],
  [4013, 'forbidden', /update Sowhat/],
  [4014, 'forbidden', /Privileged Gateway Intents/],
  [1000, 'network', /connecting anew/],
] as const)('close code %i is %s', (code, kind, says) => {
  expect(closeError(code)).toMatchObject({ code: kind, message: expect.stringMatching(says) });
});

test.each([
  ['An invalid token was provided.', 'auth'],
  ['Authentication failed', 'auth'],
  ['Used disallowed intents', 'forbidden'],
  ['Used invalid intents', 'forbidden'],
  ['Sharding is required', 'forbidden'],
  ['Unexpected server response: 503', 'network'],
] as const)('a login that fails with “%s” is %s', (text, code) => {
  expect(loginError(new Error(text), 0)).toMatchObject({ code });
});

test('connections used up: when to come back', () => {
  const error = new Error(
    'Not enough sessions remaining to spawn 1 shards; only 0 remaining; resets at 2026-11-22T13:00:00.000Z',
  );
  expect(loginError(error, Date.parse('2026-11-22T12:00:00Z'))).toMatchObject({
    code: 'rate-limited',
    retryAfterMs: 3_600_000,
    message: expect.stringMatching(/until 2026-11-22T13:00:00.000Z.*Do not restart/),
  });
});
