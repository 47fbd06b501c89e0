import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderDiscordMessage } from '../../../src/sandbox/page/browser/discord/render-discord-message.ts';
import { renderSlackMessage } from '../../../src/sandbox/page/browser/slack/render-slack-message.ts';
import type { Tree } from '../../../src/sandbox/page/browser/tree/tree.ts';
import { treeToHtml } from '../../../src/sandbox/page/browser/tree/tree-to-html.ts';
import { context } from './render-context.ts';

const TAGS = new Set(
  'a article blockquote button code details div em figcaption figure h3 h4 h5 hr i img input label li ol option p pre s select small span strong summary time u ul'.split(
    ' ',
  ),
);

/** Pieces that have broken renderers elsewhere, in any order and with anything between them. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '"><svg onload=alert(1)>',
        'javascript:alert(1)',
        '<javascript:alert(1)|x>',
        '[x](javascript:alert(1))',
        '[x](<data:text/html,y>)',
        '<https://a.example|',
        '](https://a.example)',
        '<!channel>',
        '@everyone',
        '&lt;',
        '&amp;lt;script&amp;gt;',
        '```',
        '`',
        '**',
        '*',
        '__',
        '_',
        '~~',
        '~',
        '||',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '|',
        '\n',
        '> ',
        '>>> ',
        '- ',
        '1. ',
        '# ',
        '-# ',
        '<t:1:R>',
        '<@',
        '<#',
        '<!date^1^{date}|',
        ':us:',
        '\u202e',
        '\u0000',
        '한글',
        ' ',
      ),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** What is dangerous in a tree, each as a sentence. */
function dangers(tree: Tree): string[] {
  if (typeof tree === 'string') return [];
  const found: string[] = [];
  if (!TAGS.has(tree.tag)) found.push(`a <${tree.tag}> element`);
  for (const [name, value] of Object.entries(tree.attributes)) {
    if (!/^[a-z-]+$/.test(name) || name.startsWith('on') || name === 'style')
      found.push(`an attribute ${name}`);
    if (name === 'href' && !/^(https?:\/\/|#(slack|discord)\/)/i.test(value))
      found.push(`a link to ${value}`);
    if (name === 'src' && !value.startsWith(context.origin)) found.push(`an image from ${value}`);
  }
  for (const child of tree.children) found.push(...dangers(child));
  return found;
}

test('no text in a Slack payload becomes markup, a live link of another scheme or a foreign image', () => {
  fc.assert(
    fc.property(hostileText, fc.boolean(), (text, verbatim) => {
      const mrkdwn = { type: 'mrkdwn', text, verbatim };
      const plain = { type: 'plain_text', text };
      const blocks = [
        { type: 'header', text: plain },
        {
          type: 'section',
          text: mrkdwn,
          fields: [mrkdwn, plain],
          accessory: { type: 'button', text: plain, url: text, action_id: text },
        },
        { type: 'context', elements: [mrkdwn, { type: 'image', image_url: text, alt_text: text }] },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text },
                { type: 'link', url: text, text },
              ],
            },
          ],
        },
      ];
      const tree = renderSlackMessage({ text, blocks }, context);
      expect(dangers(tree)).toEqual([]);
      expect(treeToHtml(tree)).not.toMatch(/<(script|svg|iframe)/i);
    }),
    { numRuns: 400 },
  );
});

test('no text in a Discord payload becomes markup, a live link of another scheme or a foreign image', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const components = [
        {
          type: 17,
          components: [
            { type: 10, content: text },
            {
              type: 9,
              components: [{ type: 10, content: text }],
              accessory: { type: 11, media: { url: text }, description: text },
            },
          ],
        },
        {
          type: 1,
          components: [
            { type: 2, style: 5, label: text, url: text },
            { type: 3, custom_id: text, placeholder: text, options: [{ label: text, value: text }] },
          ],
        },
      ];
      const embeds = [
        {
          title: text,
          url: text,
          description: text,
          fields: [{ name: text, value: text }],
          image: { url: text },
          footer: { text },
        },
      ];
      for (const payload of [
        { flags: 1 << 15, components },
        { content: text, embeds },
      ]) {
        const tree = renderDiscordMessage(payload, context);
        expect(dangers(tree)).toEqual([]);
        expect(treeToHtml(tree)).not.toMatch(/<(script|svg|iframe)/i);
      }
    }),
    { numRuns: 400 },
  );
});

test('no run of marks exhausts the stack or the patience', () => {
  for (const piece of ['*a ', '`', '[', '[x](', '**', '_a ', '<', '> ', '- ', '***', '||', '\\`', '*_~']) {
    const text = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
    expect(renderDiscordMessage({ content: text }, context).tag).toBe('div');
    expect(renderSlackMessage({ text }, context).tag).toBe('div');
  }
});
