import { expect, test } from 'vitest';
import { previewHtml } from '../../../src/sandbox/page/preview-html.ts';
import { MORNING } from './sample-worlds.ts';

const hostile = '</style></iframe><script>alert(1)</script>';

function preview(): string {
  return previewHtml({
    language: 'ko',
    timeZone: 'Asia/Seoul',
    now: MORNING,
    title: `미리보기 ${hostile}`,
    panes: [
      {
        platform: 'slack',
        channel: 'team-ko',
        bot: '브리프봇',
        messages: [
          { payload: { text: hostile }, at: MORNING, isInThread: false },
          { payload: { text: '스레드 글' }, at: MORNING, isInThread: true },
        ],
      },
      {
        platform: 'discord',
        channel: 'team-ko',
        bot: '브리프봇',
        messages: [{ payload: { content: `## 제목\n${hostile}` }, at: MORNING, isInThread: false }],
      },
    ],
  });
}

function frames(html: string): string[] {
  return [...html.matchAll(/srcdoc="([^"]*)"/g)].map(([, document = '']) =>
    document
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}

test('both platforms stand side by side at phone width, in light and in dark, and at desktop width', () => {
  const html = preview();
  const captions = [...html.matchAll(/<figcaption>([^<]*)</g)].map(([, caption]) => caption);
  expect(captions).toEqual([
    'Slack #team-ko · 밝게',
    'Discord #team-ko · 밝게',
    'Slack #team-ko · 어둡게',
    'Discord #team-ko · 어둡게',
    'Slack #team-ko',
    'Discord #team-ko',
  ]);
  expect(frames(html).map((document) => /data-theme="(\w+)"/.exec(document)?.[1])).toEqual([
    'light',
    'light',
    'dark',
    'dark',
    'auto',
    'auto',
  ]);
});

test('the messages are there, the thread below its count, and nothing hostile in them is live', () => {
  const html = preview();
  expect(html).not.toContain('<script');
  const [slack = '', discord = ''] = frames(html);
  for (const document of [slack, discord]) {
    expect(document).not.toContain('<script');
    expect(document).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  expect(slack.indexOf('스레드 · 댓글 1개')).toBeGreaterThan(slack.indexOf('&lt;script'));
  expect(slack.indexOf('스레드 글')).toBeGreaterThan(slack.indexOf('스레드 · 댓글 1개'));
  expect(discord).toContain('<h4 class="md-heading md-h2">제목</h4>');
});

test('nothing in it is loaded from anywhere', () => {
  const html = preview();
  expect(html).not.toMatch(/<(link|img|script)\b|@import|url\("?https?:/);
});
