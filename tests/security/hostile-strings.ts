import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import type { Inline, Message } from '../../src/message/message.ts';
import type { Renderer } from '../../src/message/renderer.ts';
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

/** How a platform says a message, and what the platform itself would find wrong with it. */
interface Side {
  renderer: Renderer;
  check: (body: Record<string, unknown>) => unknown[];
}

const sides: Record<Renderer['platform'], Side> = {
  slack: { renderer: slackRenderer, check: checkSlackMessage },
  discord: { renderer: discordRenderer, check: (body) => checkDiscordMessage(body) },
};

/** What hostile strings may not do on a platform: mention, link by another scheme, break a limit. */
export function tryHostileStrings(platform: Renderer['platform']): void {
  const { renderer, check } = sides[platform];
  let tried = 0;
  test(`${wanted} hostile strings make no mention, no link of another scheme, and break no limit: ${platform}`, () => {
    fc.assert(
      fc.property(hostileMessage, (message) => {
        for (const part of splitMessage(message, renderer.fits)) {
          const payload = renderer.render(part, options);
          const faults = check(payload);
          const { links, mentions } = livePartsOf(platform, payload);
          const wrong = links.filter((link) => !/^https?:\/\//.test(link));
          expect({ faults, mentions, wrong }).toEqual({ faults: [], mentions: [], wrong: [] });
        }
        tried += stringsPerMessage;
      }),
      { numRuns: Math.ceil(wanted / stringsPerMessage), endOnFailure: true },
    );
    expect(tried).toBeGreaterThanOrEqual(wanted);
  }, 3_600_000);
}
