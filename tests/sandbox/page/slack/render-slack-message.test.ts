import { expect, test } from 'vitest';
import { renderSlackMessage } from '../../../../src/sandbox/page/browser/slack/render-slack-message.ts';
import { h, type Tree } from '../../../../src/sandbox/page/browser/tree/tree.ts';
import { context, linkAttributes } from '../render-context.ts';

function body(...blocks: object[]): Tree {
  return renderSlackMessage({ text: 'fallback', blocks }, context);
}

function press(action: string, value = '', confirm: object | null = null): object {
  return { do: 'press', block: 'b1', action, value, confirm };
}

test('header, section with fields, context and divider', () => {
  const tree = body(
    { type: 'header', text: { type: 'plain_text', text: 'A &amp; *B* :tada:' } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*굵게*', verbatim: true },
      fields: [{ type: 'plain_text', text: '*x*' }],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: '2월 22일', verbatim: true }] },
    { type: 'divider' },
  );
  expect(tree).toEqual(
    h(
      'div.slack-body',
      {},
      h('h3.block-header', {}, 'A & *B* 🎉'),
      h(
        'div.block-section',
        {},
        h(
          'div.section-main',
          {},
          h('div.section-text', {}, h('strong', {}, '굵게')),
          h('div.section-fields', {}, h('div.section-field', {}, '*x*')),
        ),
      ),
      h('div.block-context', {}, h('span.context-text', {}, '2월 22일')),
      h('hr.block-divider'),
    ),
  );
});

test('buttons carry what a press sends; a link button is a link too', () => {
  const tree = body({
    type: 'actions',
    block_id: 'b1',
    elements: [
      {
        type: 'button',
        action_id: 'show-en',
        value: 'e1',
        style: 'primary',
        text: { type: 'plain_text', text: 'English' },
      },
      {
        type: 'button',
        action_id: 'open',
        url: 'https://news.example/a',
        text: { type: 'plain_text', text: '원문' },
      },
      {
        type: 'button',
        action_id: 'bad',
        url: 'javascript:alert(1)',
        text: { type: 'plain_text', text: '나쁜' },
      },
    ],
  });
  expect(tree).toEqual(
    h(
      'div.slack-body',
      {},
      h(
        'div.block-actions',
        {},
        h(
          'button.slack-button.primary',
          { type: 'button', on: { click: press('show-en', 'e1') as never } },
          'English',
        ),
        h(
          'a.slack-button',
          {
            ...linkAttributes('https://news.example/a'),
            class: 'slack-button',
            on: { click: press('open') as never },
          },
          '원문',
        ),
        h('button.slack-button', { type: 'button', on: { click: press('bad') as never } }, '나쁜'),
      ),
    ),
  );
});

test('rich text is never parsed', () => {
  const tree = body({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'ordered',
        offset: 2,
        indent: 1,
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '<!channel> *x* &amp;', style: { bold: true, italic: true } },
              { type: 'link', url: 'javascript:alert(1)', text: '눌러 보세요' },
              { type: 'link', url: 'https://news.example/a', text: '한빛마트' },
              { type: 'emoji', name: 'us', unicode: '1f1fa-1f1f8' },
              { type: 'user', user_id: 'U2' },
            ],
          },
        ],
      },
    ],
  });
  expect(tree).toEqual(
    h(
      'div.slack-body',
      {},
      h(
        'div.block-rich',
        {},
        h(
          'ol',
          { class: 'rich-list indent-1 level-1', start: '3' },
          h(
            'li',
            {},
            h('strong', {}, h('em', {}, '<!channel> *x* &amp;')),
            '눌러 보세요',
            h('a', linkAttributes('https://news.example/a'), '한빛마트'),
            h('span.emoji', { title: ':us:' }, '🇺🇸'),
            h('span.mention', {}, '@Maya'),
          ),
        ),
      ),
    ),
  );
});

test('a select, an overflow menu and a confirmation', () => {
  const confirm = {
    title: { type: 'plain_text', text: '공유할까요?' },
    text: { type: 'plain_text', text: '모두 봅니다.' },
    confirm: { type: 'plain_text', text: '공유' },
    deny: { type: 'plain_text', text: '취소' },
  };
  const option = { text: { type: 'plain_text', text: '정정' }, value: 'correct' };
  const tree = body({
    type: 'actions',
    block_id: 'b1',
    elements: [
      {
        type: 'static_select',
        action_id: 'lang',
        placeholder: { type: 'plain_text', text: '언어' },
        options: [option],
        initial_option: option,
      },
      { type: 'overflow', action_id: 'story', options: [option], confirm },
    ],
  });
  const asked = { title: '공유할까요?', text: '모두 봅니다.', confirm: '공유', deny: '취소', danger: false };
  expect(tree).toEqual(
    h(
      'div.slack-body',
      {},
      h(
        'div.block-actions',
        {},
        h(
          'span.field-live',
          { on: { change: { ...press('lang'), value: null } as never } },
          h(
            'select.field',
            { name: 'lang', 'aria-label': '언어' },
            h('option', { value: 'correct', selected: true }, '정정'),
          ),
        ),
        h(
          'details.menu.overflow',
          {},
          h('summary.slack-button', { 'aria-label': '메시지 메뉴', title: '메시지 메뉴' }, '⋯'),
          h(
            'div.menu-list',
            {},
            h(
              'button.menu-item',
              { type: 'button', on: { click: press('story', 'correct', asked) as never } },
              '정정',
            ),
          ),
        ),
      ),
    ),
  );
});

test('images of the sandbox are drawn, foreign ones are links, and a block nobody knows says so', () => {
  const tree = body(
    { type: 'image', image_url: 'http://127.0.0.1:4000/slack/files/F1/chart.png', alt_text: '주간 추이' },
    { type: 'image', image_url: 'https://tracker.example/p.png', alt_text: '사진' },
    { type: 'hologram' },
  );
  expect(tree).toEqual(
    h(
      'div.slack-body',
      {},
      h(
        'figure.block-image',
        {},
        h('img', {
          class: 'image image-full',
          src: 'http://127.0.0.1:4000/slack/files/F1/chart.png',
          alt: '주간 추이',
          loading: 'lazy',
        }),
      ),
      h(
        'figure.block-image',
        {},
        h(
          'a',
          linkAttributes('https://tracker.example/p.png'),
          h('span', { class: 'image-missing image-full', role: 'img', 'aria-label': '사진' }, '사진'),
        ),
      ),
      h('p.unknown', {}, '이 페이지가 보여 주지 못하는 블록: hologram'),
    ),
  );
});

test('a picture that the bot uploaded is drawn, though its block has nothing but the file’s id', () => {
  const picture = { type: 'image', slack_file: { id: 'F0WEEK' }, alt_text: '주제별 소식 수' };
  expect(body(picture, { type: 'context', elements: [picture] })).toMatchObject({
    children: [
      { children: [{ tag: 'img', attributes: { src: 'http://127.0.0.1:4000/slack/files/F0WEEK/picture' } }] },
      { children: [{ tag: 'img' }] },
    ],
  });
});

test('without blocks the text is shown; malformed payloads do no harm', () => {
  expect(renderSlackMessage({ text: '안녕 *하늘*' }, context)).toEqual(
    h('div.slack-body', {}, h('div.slack-text', {}, '안녕 ', h('strong', {}, '하늘'))),
  );
  expect(renderSlackMessage({ text: 7, blocks: 'x', attachments: [null], files: {} }, context).tag).toBe(
    'div',
  );
  expect(
    body(
      { type: 'section' },
      { type: 'actions', elements: [null, 3] },
      { type: 'rich_text', elements: [{ elements: [{}] }] },
    ),
  ).toBeTruthy();
});
