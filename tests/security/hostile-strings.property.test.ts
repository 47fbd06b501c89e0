import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import type { Inline, Message } from '../../src/message/message.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { checkDiscordMessage } from '../../src/sandbox/discord/checks/check-discord-message.ts';
import { checkSlackMessage } from '../../src/sandbox/slack/check-slack-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { hostileText, hostileUrl } from '../message/hostile.ts';
import { livePartsOf } from './live-parts.ts';

/** `npm run test:hostile` tries a million. */
const wanted = Number(process.env.HOSTILE_STRINGS ?? 2_000);
const stringsPerMessage = 20;
const options = { id: 'abcdefghijklmnopqrstuvwx', silent: true, mentionRole: null };
const platforms = [
  { renderer: slackRenderer, check: checkSlackMessage },
  { renderer: discordRenderer, check: (body: Record<string, unknown>) => checkDiscordMessage(body) },
] as const;

/** A message with a hostile text in every place that a text can go to. */
const hostileMessage: fc.Arbitrary<Message> = fc
  .record({
    texts: fc.array(hostileText, { minLength: stringsPerMessage - 3, maxLength: stringsPerMessage - 3 }),
    urls: fc.array(hostileUrl, { minLength: 3, maxLength: 3 }),
  })
  .map(({ texts, urls }) => {
    const at = (index: number) => texts[index] ?? '';
    const words = (index: number): Inline => ({ kind: 'text', text: at(index) });
    const link = (index: number, url: number): Inline => ({
      kind: 'link',
      text: at(index),
      url: urls[url] ?? '',
    });
    return {
      language: 'both',
      push: at(0),
      groups: [
        {
          blocks: [
            { kind: 'heading', text: [...at(1)].slice(0, 200).join('') },
            { kind: 'text', inlines: [words(2), { ...words(3), bold: true }, link(4, 0), words(5)] },
            { kind: 'small', inlines: [words(6), link(7, 1), words(8)] },
          ],
        },
        {
          blocks: [
            { kind: 'list', items: [[words(9)], [link(10, 2)]] },
            { kind: 'quote', inlines: [{ kind: 'text', text: at(11), italic: true }, words(12)] },
            { kind: 'buttons', buttons: [{ kind: 'press', label: `More ${at(13)}`, action: 'rest' }] },
            {
              kind: 'select',
              action: 'pick',
              placeholder: `Pick ${at(14)}`,
              choices: [{ label: `1. ${at(15)}`, value: '1', description: at(16) }],
            },
          ],
        },
      ],
    };
  });

describe(`${wanted} hostile strings`, () => {
  test.each(platforms)(
    'make no mention, no link of another scheme, and break no limit: $renderer.platform',
    ({ renderer, check }) => {
      let tried = 0;
      fc.assert(
        fc.property(hostileMessage, (message) => {
          for (const part of splitMessage(message, renderer.fits)) {
            const payload = renderer.render(part, options);
            expect(check(payload)).toEqual([]);
            const { links, mentions } = livePartsOf(renderer.platform, payload);
            expect(mentions).toEqual([]);
            for (const link of links) expect(link).toMatch(/^https?:\/\//);
          }
          tried += stringsPerMessage;
        }),
        { numRuns: Math.ceil(wanted / stringsPerMessage), endOnFailure: true },
      );
      expect(tried).toBeGreaterThanOrEqual(wanted);
    },
    3_600_000,
  );
});

test('what looks for mentions and links finds them where they are', () => {
  const slack = livePartsOf('slack', {
    text: '',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: '<!channel> <@U1> <https://good.example|x>' } },
    ],
  });
  expect(slack.mentions.length).toBe(2);
  expect(slack.links).toEqual(['https://good.example']);
  const discord = livePartsOf('discord', {
    flags: 1 << 15,
    components: [{ type: 10, content: '@everyone <@123456789012345678> [x](https://good.example)' }],
  });
  expect(discord.mentions.length).toBe(2);
  expect(discord.links).toEqual(['https://good.example']);
});
