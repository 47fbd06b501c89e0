import { describe, expect, test } from 'vitest';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { plainMessage } from '../../src/message/plain-message.ts';
import { takeUploads } from '../../src/message/uploads-of.ts';
import { weeklyMessage } from '../../src/message/weekly-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { makeWeek } from './make-week.ts';

const png = Buffer.from('not looked at').toString('base64');

describe('what it says', () => {
  test('in Korean, with everything the chart shows in words', () => {
    const text = plainMessage(
      weeklyMessage(makeWeek(), { language: 'ko', soWhat: true, zone: 'Asia/Seoul', chart: png }),
    );
    expect(text).toBe(`계산대가 사라지고 있다.
→ 무인 결제를 시험해 볼 때다.
Outlet a · Harbor Cart opens store a · 화요일 브리핑

이번 주 주제
• 늘어난 주제: agentic commerce 5건 (지난주 2건)
• 줄어든 주제: retail media 1건 (지난주 4건)
주제별 소식 수: agentic commerce 5건 (지난주 2건), retail media 1건 (지난주 4건)

주간 정리 · 3월 7–13일
소식 12건 · 출처 7곳`);
  });

  test('a quiet week is short', () => {
    const week = makeWeek({ charted: [], rose: [], fell: [], total: 1, sources: 1 });
    const text = plainMessage(
      weeklyMessage(week, { language: 'en', soWhat: true, zone: 'Asia/Seoul', chart: null }),
    );
    expect(text).toContain('1 story · 1 source · A quiet week.');
    expect(text).not.toContain('Topics');
  });
});

test('the picture travels in the payload, and the message names it', () => {
  const message = weeklyMessage(makeWeek(), {
    language: 'both',
    soWhat: true,
    zone: 'Asia/Seoul',
    chart: png,
  });
  for (const renderer of [slackRenderer, discordRenderer]) {
    const payload = renderer.render(message, { id: 'a'.repeat(24), silent: true, mentionRole: null });
    const { body, uploads } = takeUploads(payload);
    expect(uploads.map(({ ref, name, data }) => [ref, name, data])).toEqual([
      ['upload-0', 'upload-0.png', png],
    ]);
    expect(uploads[0]?.alt).toContain('agentic commerce');
    expect(JSON.stringify(body)).toContain('upload-0');
    expect(JSON.stringify(body)).not.toContain(png);
  }
});
