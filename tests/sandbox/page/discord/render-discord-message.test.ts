import { expect, test } from 'vitest';
import { renderDiscordMessage } from '../../../../src/sandbox/page/browser/discord/render-discord-message.ts';
import { h, type Tree } from '../../../../src/sandbox/page/browser/tree/tree.ts';
import { context, linkAttributes } from '../render-context.ts';

const V2 = 1 << 15;

function press(action: string): object {
  return { do: 'press', block: '', action, value: null, confirm: null };
}

function v2(...components: object[]): Tree {
  return renderDiscordMessage({ flags: V2, components, content: 'hidden' }, context);
}

test('a container with its colour, texts, separators, a section and buttons', () => {
  const tree = v2({
    type: 17,
    accent_color: 0x5b3df5,
    components: [
      { type: 10, content: '## 제목' },
      { type: 14, spacing: 2, divider: false },
      {
        type: 9,
        components: [{ type: 10, content: '본문' }],
        accessory: { type: 2, style: 2, custom_id: 'more', label: '더', emoji: { name: '🇺🇸' } },
      },
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: '원문', url: 'https://news.example/a' },
          { type: 2, style: 5, label: 'x', url: 'javascript:alert(1)' },
        ],
      },
    ],
  });
  expect(tree).toEqual(
    h(
      'div.discord-body',
      {},
      h(
        'div.v2-container.accented',
        { style: { '--accent': '#5b3df5' } },
        h('div.v2-text', {}, h('h4.md-heading.md-h2', {}, '제목')),
        h('hr', { class: 'v2-separator large bare' }),
        h(
          'div.v2-section',
          {},
          h('div.v2-section-main', {}, h('div.v2-text', {}, h('div.md-text', {}, '본문'))),
          h(
            'div.v2-accessory',
            {},
            h(
              'button',
              { type: 'button', class: 'discord-button secondary', on: { click: press('more') as never } },
              h('span.emoji', {}, '🇺🇸'),
              h('span', {}, '더'),
            ),
          ),
        ),
        h(
          'div.v2-row',
          {},
          h(
            'a',
            { ...linkAttributes('https://news.example/a'), class: 'discord-button link' },
            h('span', {}, '원문'),
            h('span.icon.icon-out', { 'aria-hidden': 'true' }),
          ),
          h(
            'button',
            { type: 'button', class: 'discord-button link', on: { click: press('') as never } },
            h('span', {}, 'x'),
          ),
        ),
      ),
    ),
  );
});

test('a select reports its choice', () => {
  const tree = v2({
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'pick',
        placeholder: '주제',
        options: [{ label: '광고', value: 'ads', default: true }],
      },
    ],
  });
  expect(tree).toEqual(
    h(
      'div.discord-body',
      {},
      h(
        'div.v2-row',
        {},
        h(
          'select.discord-select',
          { 'aria-label': '주제', value: 'ads', on: { change: press('pick') as never } },
          h('option', { value: '', disabled: true, hidden: true }, '주제'),
          h('option', { value: 'ads' }, '광고'),
        ),
      ),
    ),
  );
});

test('content and an embed; with the flag, embeds are not shown', () => {
  const embed = {
    color: 0xff0000,
    title: '제목',
    url: 'https://news.example/a',
    description: '**굵게**',
    fields: [{ name: '출처', value: '리테일저널', inline: true }],
    footer: { text: '끝' },
  };
  const shown = renderDiscordMessage({ content: '안녕', embeds: [embed] }, context);
  expect(shown).toEqual(
    h(
      'div.discord-body',
      {},
      h('div.discord-content', {}, h('div.md-text', {}, '안녕')),
      h(
        'div.embed',
        { style: { '--accent': '#ff0000' } },
        h(
          'div.embed-main',
          {},
          h('div.embed-title', {}, h('a', linkAttributes('https://news.example/a'), '제목')),
          h('div.embed-description', {}, h('div.md-text', {}, h('strong', {}, '굵게'))),
          h(
            'div.embed-fields',
            {},
            h(
              'div.embed-field.inline',
              {},
              h('div.embed-field-name', {}, '출처'),
              h('div', {}, h('div.md-text', {}, '리테일저널')),
            ),
          ),
          h('div.embed-footer', {}, '끝'),
        ),
      ),
    ),
  );
  const suppressed = renderDiscordMessage({ content: '안녕', embeds: [embed], flags: 1 << 2 }, context);
  expect(suppressed).toEqual(
    h('div.discord-body', {}, h('div.discord-content', {}, h('div.md-text', {}, '안녕'))),
  );
});

test('a deferred answer says that the app is thinking', () => {
  expect(renderDiscordMessage({ flags: (1 << 7) | (1 << 6), author: 'U2' }, context)).toEqual(
    h(
      'div.discord-body',
      {},
      h(
        'p.thinking',
        { role: 'status' },
        h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
        'Maya 앱이 생각하는 중이에요…',
      ),
    ),
  );
});

test('malformed payloads do no harm, and an unknown component says so', () => {
  expect(v2({ type: 99 })).toEqual(
    h('div.discord-body', {}, h('p.unknown', {}, '이 페이지가 보여 주지 못하는 블록: 99')),
  );
  expect(
    renderDiscordMessage({ flags: 'x', embeds: [null, 3], components: [[], null], content: {} }, context).tag,
  ).toBe('div');
});
