import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/escape-markdown.ts';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { renderText } from '../../src/discord/render-text.ts';
import { editionMessages } from '../../src/message/edition-messages.ts';
import type { Message } from '../../src/message/message.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { checkDiscordMessage } from '../../src/sandbox/discord/checks/check-discord-message.ts';
import { everyMessage, hostileEdition } from '../message/hostile-edition.ts';
import { makeEdition } from '../message/make-edition.ts';

const options = { id: 'abcdefghijklmnopqrstuvwx', silent: true, mentionRole: null };
const componentsV2 = 1 << 15;
const suppressNotifications = 1 << 12;

test('a skim message, whole', () => {
  expect(discordRenderer.render(editionMessages(makeEdition(), 'ko').skim, options)).toEqual({
    flags: componentsV2 | suppressNotifications,
    components: [
      {
        type: 17,
        accent_color: 0x3b6ef5,
        components: [
          { type: 10, content: '## 3월 9–10일 · 3건 중 1건' },
          { type: 14, divider: true, spacing: 1 },
          {
            type: 10,
            content: [
              '**계산대가 사라지고 있다.**',
              '→ 무인 결제를 시험해 볼 때다.',
              '-# Outlet a · [Harbor Cart opens store a](https://news.example/a)',
            ].join('\n'),
          },
          {
            type: 1,
            components: [
              { type: 2, style: 2, label: '나머지 2건', custom_id: `${options.id}:rest` },
              { type: 2, style: 2, label: 'English', custom_id: `${options.id}:lang:en` },
            ],
          },
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  });
});

describe('pinging', () => {
  const { skim } = editionMessages(makeEdition(), 'ko');

  test('only a role that was asked for, in front', () => {
    const payload = discordRenderer.render(skim, {
      ...options,
      silent: false,
      mentionRole: '123456789012345678',
    });
    expect(payload).toMatchObject({
      flags: componentsV2,
      components: [{ type: 10, content: '<@&123456789012345678>' }, { type: 17 }],
      allowed_mentions: { parse: [], roles: ['123456789012345678'] },
    });
    expect(checkDiscordMessage(payload)).toEqual([]);
  });

  test('what is no role id is not mentioned', () => {
    const payload = discordRenderer.render(skim, { ...options, mentionRole: '@everyone' });
    expect(payload).toMatchObject({ components: [{ type: 17 }], allowed_mentions: { parse: [] } });
  });
});

describe('Markdown', () => {
  test.each([
    ['**a** _b_ ~~c~~ `d` ||e||', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
    ['# a\n- b\n> c\n-# d\n1. e', '\\# a\n\\- b\n\\> c\n\\-# d\n1\\. e'],
    ['<@1> <t:1> </a:1>', '\\<@1> \\<t:1> \\</a:1>'],
    ['[x](javascript:1)', '\\[x\\](javascript\\:1)'],
    ['see https://evil.example', 'see https\\://evil.example'],
    ['@everyone @here', '@\u200beveryone @\u200bhere'],
    ['a\\', 'a\\\\'],
    ['16:9 at 3.5%', '16:9 at 3.5%'],
  ])('%j', (given, expected) => {
    expect(escapeMarkdown(given)).toBe(expected);
  });

  test('styles hug their words, links cannot be broken out of', () => {
    expect(
      renderText({
        kind: 'text',
        inlines: [
          { kind: 'text', text: ' a ', bold: true },
          { kind: 'link', text: 'b](https://evil.example) [', url: 'https://good.example/a_(b)', bold: true },
          { kind: 'link', text: 'c', url: 'javascript:alert(1)' },
        ],
      }),
    ).toBe('**a** **[b\\](https\\://evil.example) \\[](https://good.example/a_%28b%29)**c');
  });
});

function texts(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const own = 'content' in payload && typeof payload.content === 'string' ? [payload.content] : [];
  return [...own, ...Object.values(payload).flatMap(texts)];
}

/** What is left of a text once our own links and every escaped character are taken out. */
function bare(text: string): string {
  return text.replace(/\\[^A-Za-z0-9\s]/g, '').replace(/\[[^[\]]*\]\(https?:\/\/[^\s()<>]+\)/g, '');
}

test('whatever a brief holds: no mention, no other link, no broken limit', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(hostileEdition, (edition) => {
      for (const whole of everyMessage(edition)) {
        for (const part of splitMessage(whole, discordRenderer.fits)) {
          const payload = discordRenderer.render(part, options);
          expect(checkDiscordMessage(payload)).toEqual([]);
          expect(payload.allowed_mentions).toEqual({ parse: [] });
          for (const text of texts(payload)) {
            expect(bare(text)).not.toMatch(/[<[\]`|~_]|@(?:everyone|here)|:\/\/|javascript:|mailto:/i);
            expect(text).not.toMatch(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
          }
        }
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('escaping stays quick on long runs of one character', () => {
  for (const run of ['a', '\n', ' ', 'a.', '-', '1'])
    expect(escapeMarkdown(run.repeat(200_000)).length).toBeGreaterThanOrEqual(200_000);
});

test('an empty message says nothing and breaks nothing', () => {
  const empty: Message = { language: 'ko', push: '', groups: [] };
  expect(discordRenderer.fits(empty)).toBe(true);
});
