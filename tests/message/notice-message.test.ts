import { expect, test } from 'vitest';
import { noNewsMessage } from '../../src/message/notice-message.ts';
import { plainMessage } from '../../src/message/plain-message.ts';

test('the quiet line names the last day that had news', () => {
  expect(plainMessage(noNewsMessage('2026-06-15', '2026-06-18', 'ko'))).toBe(
    '새 브리핑 없음 · 마지막 6월 15일',
  );
  expect(plainMessage(noNewsMessage('2026-06-15', '2026-06-18', 'both'))).toBe(
    '새 브리핑 없음 · 마지막 6월 15일\nNo new briefs · last one Jun 15',
  );
});
