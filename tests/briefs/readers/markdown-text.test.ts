import { expect, test } from 'vitest';
import { markdownText } from '../../../src/briefs/readers/markdown-text.ts';

test.each([
  ['매출은 ~~500억~~ 600억 원입니다', '매출은 600억 원입니다'],
  ['~~All of it was taken back~~', 'All of it was taken back'],
  ['3~~5일, 7~~8일', '3~~5일, 7~~8일'],
  ['좋아요~~ 정말~~', '좋아요~~ 정말~~'],
  ['3 * 4 * 5 cm and $1_000_000', '3 * 4 * 5 cm and $1_000_000'],
  ['See [cranes](https://port.example/Crane_(machine)) of 2026', 'See cranes of 2026'],
  ['![a [5] chart](https://port.example/a.png)Up 5%', 'Up 5%'],
])('%s', (markdown, words) => expect(markdownText(markdown)).toBe(words));
