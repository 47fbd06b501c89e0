import { expect, test } from 'vitest';
import { channel } from '../../../src/sandbox/discord/fresh-world.ts';
import {
  botPermissionNames,
  botPermissions,
  may,
  permissionBits,
} from '../../../src/sandbox/discord/permissions.ts';

const plain = channel('100000000000000101', 'a', 'channel');
const thread = { ...channel('100000000000000102', 'b', 'thread'), parent: plain.id };

test('names become the platform’s bits', () => {
  expect(
    permissionBits([
      'VIEW_CHANNEL',
      'SEND_MESSAGES',
      'SEND_MESSAGES_IN_THREADS',
      'CREATE_PUBLIC_THREADS',
      'EMBED_LINKS',
      'READ_MESSAGE_HISTORY',
      'ADD_REACTIONS',
    ]),
  ).toBe(309_237_730_368n);
  expect(permissionBits(['bot', 'SEND_TTS_MESSAGES'])).toBe(1n << 12n);
});

test('a channel takes away, a thread inherits, and who may not look may do nothing', () => {
  const denied = { ...plain, denied: ['EMBED_LINKS'] };
  expect(may(botPermissions(botPermissionNames, denied, null), 'EMBED_LINKS')).toBe(false);
  expect(may(botPermissions(botPermissionNames, thread, denied), 'EMBED_LINKS')).toBe(false);
  expect(may(botPermissions(botPermissionNames, thread, plain), 'SEND_MESSAGES_IN_THREADS')).toBe(true);
  expect(botPermissions(botPermissionNames, { ...plain, botIsMember: false }, null)).toBe(0n);
  expect(may(botPermissions(['ADMINISTRATOR'], denied, null), 'EMBED_LINKS')).toBe(true);
});
