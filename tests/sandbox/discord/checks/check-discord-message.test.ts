import { describe, expect, test } from 'vitest';
import { checkDiscordMessage } from '../../../../src/sandbox/discord/checks/check-discord-message.ts';

const v2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (custom_id: string) => ({ type: 2, style: 2, label: 'x', custom_id });
const link = (url: string) => row({ type: 2, style: 5, label: 'x', url });

describe('what Discord takes', () => {
  test.each([
    ['2,000 characters outside the basic plane', { content: '🥃'.repeat(2000) }],
    ['an embed title of 256 such characters', { embeds: [{ title: '🥃'.repeat(256) }] }],
    [
      'Components V2',
      {
        flags: v2 | (1 << 12),
        components: [{ type: 17, accent_color: 1, components: [text('가'), link('https://ex.com')] }],
      },
    ],
    ['3,386 Hangul in one text display', { flags: v2, components: [text('가'.repeat(3386))] }],
    ['40 components', { flags: v2, components: Array.from({ length: 40 }, () => text('x')) }],
    [
      'a nonce and no mentions',
      { content: 'x', nonce: 'n', enforce_nonce: true, allowed_mentions: { parse: [] } },
    ],
    [
      'five rows of five buttons',
      { components: [0, 1, 2, 3, 4].map((r) => row(...[0, 1, 2, 3, 4].map((b) => button(`${r}${b}`)))) },
    ],
  ])('%s', (_, body) => {
    expect(checkDiscordMessage(body)).toEqual([]);
  });

  test('a private answer, but only as an answer', () => {
    expect(checkDiscordMessage({ content: 'x', flags: 64 }, 'answer')).toEqual([]);
    expect(checkDiscordMessage({ content: 'x', flags: 64 })).toEqual([
      'flags: The flags 64 cannot be set here.',
    ]);
  });

  test('an edit that changes nothing', () => {
    expect(checkDiscordMessage({}, 'edit')).toEqual([]);
  });
});

describe('what the official document does not say', () => {
  test.each([
    ['2,001 characters', { content: 'x'.repeat(2001) }, 'content: Must be 2000 or fewer in length.'],
    ['nothing at all', {}, 'Cannot send an empty message'],
    ['only spaces', { content: '  ' }, 'Cannot send an empty message'],
    [
      'an empty field value',
      { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
      'embeds[0].fields[0].value: This field is required',
    ],
    ['an empty embed', { embeds: [{}] }, 'embeds[0].description: This field is required'],
    [
      '6,001 characters over two embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      'embeds: Embed size exceeds maximum size of 6000',
    ],
    [
      'V2 and content',
      { flags: v2, content: 'x', components: [text('x')] },
      "content: The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
    ],
    [
      'V2 and embeds',
      { flags: v2, embeds: [{ title: 'x' }], components: [text('x')] },
      "embeds: The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
    ],
    [
      'V2 components without the flag',
      { components: [text('x')] },
      'components[0]: Value of field "type" must be one of (1,).',
    ],
    [
      '4,001 characters in two texts',
      { flags: v2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
      'components: The text of all text displays has 4001 characters, more than 4000.',
    ],
    [
      '10,171 bytes',
      { flags: v2, components: [text(`${'가'.repeat(3386)}x`)] },
      'components: 10171 bytes of text, more than 10170; the platform answers 500',
    ],
    [
      '41 nested components',
      { flags: v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }] },
      'components: The total number of components is 41, more than 40.',
    ],
    [
      'a button without custom_id',
      { components: [row({ type: 2, style: 1, label: 'x' })] },
      'components[0].components[0].custom_id: This field is required',
    ],
    [
      'a link without url',
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      'components[0].components[0].url: This field is required',
    ],
    [
      'a link with custom_id',
      { components: [row({ type: 2, style: 5, label: 'x', url: 'https://ex.com', custom_id: 'a' })] },
      'components[0].components[0].custom_id: A custom id and url cannot both be specified',
    ],
    [
      'a javascript link',
      { components: [link('javascript:alert(1)')] },
      "components[0].components[0].url: Scheme must be one of ('discord', 'http', 'https').",
    ],
    [
      'a button that shows nothing',
      { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
      'components[0].components[0]: A button needs a label or an emoji',
    ],
    [
      'the same custom_id twice',
      { components: [row(button('a'), button('a'))] },
      'components: Component custom_id a cannot be duplicated',
    ],
    [
      '6 rows',
      { components: [0, 1, 2, 3, 4, 5].map((n) => row(button(`${n}`))) },
      'components: Must be between 1 and 5 in length.',
    ],
    [
      'a select beside a button',
      { components: [row({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }, button('b'))] },
      'components[0].components: A select must be alone in its row.',
    ],
    ['a field nobody knows', { content: 'x', embed: {} }, 'embed: There is no such field here.'],
    [
      'a field nobody knows in a button',
      { components: [row({ ...button('a'), customId: 'a' })] },
      'components[0].components[0].customId: There is no such field here.',
    ],
    [
      'mentions that shut each other out',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['100000000000000201'] } },
      'allowed_mentions.users: parse:["users"] and users: [ids...] are mutually exclusive.',
    ],
    [
      'a local file as media',
      { flags: v2, components: [{ type: 12, items: [{ media: { url: 'file:///etc/passwd' } }] }] },
      "components[0].items[0].media.url: Scheme must be one of ('http', 'https', 'attachment').",
    ],
  ])('%s', (_, body, problem) => {
    expect(checkDiscordMessage(body)).toEqual([problem]);
  });
});

describe('what the official document says', () => {
  test.each([
    [
      'a title of 257',
      { embeds: [{ title: 'x'.repeat(257) }] },
      'embeds[0].title: Must be 256 or fewer in length.',
    ],
    [
      '11 embeds',
      { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
      'embeds: Must be 10 or fewer in length.',
    ],
    [
      'a label of 81',
      { components: [row({ ...button('a'), label: 'x'.repeat(81) })] },
      'components[0].components[0].label: Must be 80 or fewer in length.',
    ],
    ['a nonce of 26', { content: 'x', nonce: 'x'.repeat(26) }, 'nonce: Must be 25 or fewer in length.'],
    [
      'six buttons in a row',
      { components: [row(...['a', 'b', 'c', 'd', 'e', 'f'].map(button))] },
      'components[0].components: Must be 5 or fewer in length.',
    ],
    [
      'a container in a container',
      { flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
      'components[0].components[0]: Value of field "type" is not allowed here.',
    ],
    [
      'an empty text display',
      { flags: v2, components: [text('')] },
      'components[0].content: Must be 1 or more in length.',
    ],
    [
      'a section without accessory',
      { flags: v2, components: [{ type: 9, components: [text('x')] }] },
      'components[0].accessory: This field is required',
    ],
    ['a number as content', { content: 5 }, 'content: Value is not a valid string.'],
  ])('%s', (_, body, problem) => {
    expect(checkDiscordMessage(body)).toContain(problem);
  });

  test('a body that is no object', () => {
    expect(checkDiscordMessage('x')).toHaveLength(1);
  });
});
