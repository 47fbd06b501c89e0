import { expect, test } from 'vitest';
import { matchesTopics } from '../../src/digest/matches-topics.ts';
import { makeBrief } from './make-brief.ts';

const brief = makeBrief({
  title: 'Harbor Cart tests AI agents',
  tags: ['agentic-commerce'],
  categories: ['retail_media'],
  theme: 'AGENTIC_COMMERCE',
  entities: ['Harbor Cart'],
  summary: { ko: '간편결제를 AI가 대신한다.', en: 'Paying is done by agents.' },
  keyPoints: ['수수료는 2%'],
});

test.each([
  ['a tag', 'agentic-commerce'],
  ['a tag in another spelling', 'Agentic Commerce'],
  ['a category', 'retail-media'],
  ['a named company', 'harbor cart'],
  ['a Korean word inside a longer one', '결제'],
  ['a word before a Korean particle', 'ai'],
  ['a plural', 'agent'],
  ['a word of a key point', '수수료'],
])('%s matches', (_kind, topic) => {
  expect(matchesTopics(brief, [topic])).toBe(true);
});

test.each([
  ['a part of a Latin word', 'gent'],
  ['another topic', 'logistics'],
  ['a pattern', '.*'],
])('%s does not', (_kind, topic) => {
  expect(matchesTopics(brief, [topic])).toBe(false);
});

test('no topics, or empty ones, let everything in', () => {
  expect(matchesTopics(brief, [])).toBe(true);
  expect(matchesTopics(brief, [' '])).toBe(true);
});

test('a topic that stands only in the so-what does not count', () => {
  expect(
    matchesTopics(makeBrief({ soWhat: { ko: '보험을 검토하라.', en: 'Check insurance.' } }), ['insurance']),
  ).toBe(false);
});
