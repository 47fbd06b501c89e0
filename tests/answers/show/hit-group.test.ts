import { expect, test } from 'vitest';
import { storyOfBriefs } from '../../../src/answers/find-view.ts';
import { hitGroup } from '../../../src/answers/show/hit-group.ts';
import { sampleBrief } from '../../search/sample-briefs.ts';
import { wordsOf } from '../answer-in-process.ts';

const view = { today: '2026-06-12', soWhat: true, zone: 'Asia/Seoul' } as const;

function told(made: 'pipeline' | 'extract' | 'machine', language: 'ko' | 'en'): string {
  const brief = sampleBrief('a.md', {
    made,
    title: 'Orbanix opens a second plant',
    url: 'https://post.example/plant',
    summary: { ko: '오바닉스가 두 번째 공장을 열었다.', en: 'Orbanix opened a second plant.' },
  });
  const group = hitGroup(storyOfBriefs('a.md', [brief]), 1, { ...view, language });
  return wordsOf({ language, push: '', groups: [group] });
}

test.each([
  ['extract', 'ko', '원문에서 자동 발췌'],
  ['extract', 'en', 'Automatic extract'],
  ['machine', 'ko', '기계가 쓴 요약'],
  ['machine', 'en', 'Machine-made summary'],
] as const)('a hit says that it is of the kind %s, in %s', (made, language, mark) => {
  expect(told(made, language)).toContain(mark);
  expect(told('pipeline', language)).not.toContain(mark);
});
