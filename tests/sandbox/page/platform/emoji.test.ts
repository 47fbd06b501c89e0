import { expect, test } from 'vitest';
import {
  emojiFromName,
  emojiName,
  PICKER_EMOJI,
  withEmoji,
} from '../../../../src/sandbox/page/browser/platform/emoji.ts';

test('flags go by Slack’s canonical names, and their aliases are understood', () => {
  expect(['🇺🇸', '🇬🇧', '🇰🇷', '🇦🇺'].map(emojiName)).toEqual(['us', 'gb', 'kr', 'flag-au']);
  expect(['us', 'flag-us', 'uk', 'flag-gb', 'kr', 'flag-kr', 'flag-nz'].map(emojiFromName)).toEqual([
    '🇺🇸',
    '🇺🇸',
    '🇬🇧',
    '🇬🇧',
    '🇰🇷',
    '🇰🇷',
    '🇳🇿',
  ]);
});

test('whatever the picker offers has a name that leads back to it', () => {
  expect(PICKER_EMOJI.map((emoji) => emojiFromName(emojiName(emoji) ?? ''))).toEqual(PICKER_EMOJI);
});

test('unknown names stay as typed', () => {
  expect(withEmoji(':tada: :party_parrot: 10:30:')).toBe('🎉 :party_parrot: 10:30:');
  expect(emojiFromName('flag-')).toBeNull();
});
