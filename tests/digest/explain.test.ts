import { expect, test } from 'vitest';
import type { Reason } from '../../src/digest/edition.ts';
import { explain } from '../../src/digest/explain.ts';

const reasons: Reason[] = [
  { code: 'highlight' },
  { code: 'headline' },
  { code: 'headline', because: 'nothing-follows' },
  { code: 'rest', because: 'source-has-two' },
  { code: 'same-story', story: 'a.md' },
  { code: 'same-url', file: 'a.md' },
  { code: 'already-told', edition: 'slack:T1:C1:2026-03-09:0830', date: '2026-03-09' },
  { code: 'below-confidence', confidence: 0.5, floor: 0.6 },
  { code: 'too-old', published: '2025-01-01', maxAgeDays: 30 },
  { code: 'outside-topics', topics: ['payments'] },
  { code: 'retracted' },
  { code: 'retracted-story', edition: 'slack:T1:C1:2026-03-09:0830', date: '2026-03-09' },
];

test.each(reasons)('$code is one sentence in both languages', (reason) => {
  for (const language of ['ko', 'en'] as const) {
    const said = explain({ reason }, language);
    expect(said).toMatch(/\.$/);
    expect(said.replace(/\d\.\d|\.md/g, '').match(/\./g)).toHaveLength(1);
    expect(/\p{Script=Hangul}/u.test(said)).toBe(language === 'ko');
  }
});

test('the figures that decided are named', () => {
  expect(explain({ reason: { code: 'below-confidence', confidence: 0.5, floor: 0.6 } }, 'en')).toBe(
    'Its confidence of 0.5 is below this channel’s floor of 0.6.',
  );
  expect(explain({ reason: { code: 'headline', because: 'nothing-follows' } }, 'en')).toBe(
    'It is in, as a headline; it cannot be a highlight because its own so-what says that nothing follows.',
  );
  const told = { code: 'already-told', edition: 'slack:T1:C1:2026-03-09:0830', date: '2026-03-09' } as const;
  expect(explain({ reason: told }, 'en')).toBe('It was already told in the edition of 2026-03-09 08:30.');
  expect(explain({ reason: told }, 'ko')).toBe('2026-03-09 08:30 브리핑에서 이미 전한 소식입니다.');
});
