import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { expect, test } from 'vitest';
import { discordError } from '../../src/discord/discord-errors.ts';

const apiError = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'POST', 'https://discord.example', {
    body: {},
    files: [],
  });

test.each([
  [50001, 403, 'forbidden', true],
  [50013, 403, 'forbidden', false],
  [50083, 400, 'forbidden', false],
  [160006, 400, 'forbidden', false],
  [10003, 404, 'not-found', false],
  [10008, 404, 'not-found', false],
  [50035, 400, 'rejected', false],
  [200000, 400, 'rejected', false],
  [40333, 403, 'network', false],
  [20016, 429, 'rate-limited', false],
  [999999, 400, 'unforeseen', false],
  [0, 401, 'auth', false],
  [0, 500, 'unknown-outcome', false],
] as const)('code %i with HTTP %i is %s', (code, status, kind, isOfChannel) => {
  const error = discordError(apiError(code, status), 'C1');
  expect(error).toMatchObject({ code: kind, isOfChannel });
  expect(error.message).toMatch(/[.]$/);
});

test.each([
  [408, 'unknown-outcome'],
  [403, 'unforeseen'],
  [413, 'rejected'],
  [502, 'unknown-outcome'],
] as const)('HTTP %i without a body of Discord’s is %s', (status, code) => {
  const error = new HTTPError(status, '', 'POST', 'https://discord.example', { body: {}, files: [] });
  expect(discordError(error, 'C1').code).toBe(code);
});
