import { expect, test } from 'vitest';
import { emojiName, withoutReaction, withReaction } from '../../../src/sandbox/slack/react.ts';
import type { Reaction, StoredMessage } from '../../../src/sandbox/world.ts';

function reacted(reactions: Reaction[]): StoredMessage {
  return {
    id: '1.000001',
    channel: 'C1',
    thread: null,
    author: 'U1',
    payload: {},
    createdAt: 0,
    editedAt: null,
    reactions,
    privateTo: null,
    invokedAs: null,
  };
}

test('an alias is the emoji it stands for', () => {
  expect(['us', 'flag-us', ':flag-kr:', 'uk', 'flag-ca', 'tada'].map(emojiName)).toEqual([
    'us',
    'us',
    'kr',
    'gb',
    'flag-ca',
    'tada',
  ]);
});

test('each person reacts once with an emoji, whatever they call it', () => {
  const once = withReaction(reacted([]), 'us', 'U1');
  expect(once).toEqual([{ emoji: 'us', people: ['U1'] }]);
  expect(withReaction(reacted(once ?? []), 'flag-us', 'U1')).toBeNull();
  const twice = withReaction(reacted(once ?? []), 'flag-us', 'U2');
  expect(twice).toEqual([{ emoji: 'us', people: ['U1', 'U2'] }]);
  expect(withoutReaction(reacted(twice ?? []), 'flag-us', 'U1')).toEqual([{ emoji: 'us', people: ['U2'] }]);
  expect(withoutReaction(reacted([]), 'us', 'U1')).toBeNull();
});
