import { expect, test } from 'vitest';
import {
  channelMessages,
  threadMessages,
  threadParent,
} from '../../../../src/sandbox/page/browser/view/visible-messages.ts';
import type { StoredMessage } from '../../../../src/sandbox/world.ts';
import { discordWorld, slackWorld } from '../sample-worlds.ts';

const ids = (messages: StoredMessage[]) => messages.map(({ id }) => id);

test('a channel shows its own messages, and a private one to its person alone', () => {
  const open = ['1771800000.000100', '1771803000.000100'];
  expect(ids(channelMessages(slackWorld, 'C0KO', 'U0HANEUL'))).toEqual([...open, '1771803100.000100']);
  expect(ids(channelMessages(slackWorld, 'C0KO', 'U0MAYA'))).toEqual(open);
});

test('a reply that was also sent to the channel stands in both', () => {
  const messages = slackWorld.messages.map((message) =>
    message.thread === null
      ? message
      : { ...message, payload: { ...message.payload, subtype: 'thread_broadcast' } },
  );
  expect(ids(channelMessages({ ...slackWorld, messages }, 'C0KO', 'U0MAYA'))).toContain('1771803010.000100');
});

test('a thread: replies of a message on Slack, a channel of its own on Discord, without its pointer to the first message', () => {
  expect(ids(threadMessages(slackWorld, 'C0KO', '1771803000.000100', 'U0MAYA'))).toEqual([
    '1771803010.000100',
  ]);
  expect(threadParent(slackWorld, 'C0KO', '1771803000.000100')?.id).toBe('1771803000.000100');
  const [first] = discordWorld.messages;
  if (!first) throw new Error('the sample has no message');
  const pointer = { ...first, id: '9', channel: '100000000000000401', payload: { type: 21 } };
  const world = { ...discordWorld, messages: [pointer, ...discordWorld.messages] };
  expect(ids(threadMessages(world, '100000000000000101', '100000000000000401', ''))).toEqual([
    '100000000000000410',
  ]);
});
