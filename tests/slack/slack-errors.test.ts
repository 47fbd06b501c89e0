import webApi from '@slack/web-api';
import { expect, test } from 'vitest';
import { slackError } from '../../src/slack/slack-errors.ts';

const platformError = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

test.each([
  ['is_archived', 'forbidden', true],
  ['not_in_channel', 'forbidden', true],
  ['channel_not_found', 'not-found', true],
  ['ekm_access_denied', 'forbidden', true],
  ['restricted_action_read_only_channel', 'forbidden', true],
  ['restricted_action_thread_only_channel', 'forbidden', true],
  ['restricted_action_thread_locked', 'forbidden', false],
  ['restricted_action_non_threadable_channel', 'forbidden', false],
  ['restricted_action_of_next_year', 'forbidden', false],
  ['thread_not_found', 'not-found', false],
  ['message_not_found', 'not-found', false],
  ['org_login_required', 'network', false],
  ['message_limit_exceeded', 'rate-limited', false],
  ['ratelimited', 'rate-limited', false],
  ['internal_error', 'unknown-outcome', false],
  ['msg_too_long', 'rejected', false],
  ['invalid_blocks_format', 'rejected', false],
  ['an_error_of_next_year', 'unforeseen', true],
] as const)('“%s” is %s', (name, code, isOfChannel) => {
  const error = slackError(platformError(name), 'C1');
  expect(error).toMatchObject({ code, isOfChannel });
  expect(error.message).toMatch(/^[A-ZT].*[.]$/);
});

test.each([
  [408, 'unknown-outcome'],
  [403, 'unforeseen'],
  [413, 'rejected'],
  [429, 'rate-limited'],
  [502, 'unknown-outcome'],
] as const)('HTTP %i is %s', (status, code) => {
  expect(slackError(new webApi.WebAPIHTTPError(status, '', {}), 'C1').code).toBe(code);
});
