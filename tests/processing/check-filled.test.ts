import { expect, test } from 'vitest';
import { checkFilled } from '../../src/processing/check-filled.ts';
import { lanternBrief, lanternReply } from './lantern-brief.ts';

test('a faithful text passes', () => {
  expect(checkFilled(lanternBrief(), lanternReply)).toBeNull();
});

test.each([
  [
    'another figure',
    { summary_ko: lanternReply.summary_ko.replace('2,400', '2,500') },
    /numbers that the source does not: 2,500/,
  ],
  ['another scale', { summary_ko: lanternReply.summary_ko.replace('160만', '160억') }, /numbers .*160억/],
  [
    'a figure with another unit',
    { so_what_ko: '비용 160만 달러를 살펴야 합니다.' },
    /numbers that the source does not: 160만/,
  ],
  ['a figure of its own in words', { so_what_ko: '비용이 칠십 퍼센트 늘어납니다.' }, /numbers .*70/],
  ['a size of its own', { so_what_ko: '피해는 수십억 달러입니다.' }, /numbers .*수십억/],
  [
    'figures of two key points swapped',
    { key_points_ko: ['가짜 계정 160만 개가 쓰였습니다.', '모델에 2,400건의 요청이 있었습니다.'] },
    /leaves out numbers of the source: 2,400/,
  ],
  ['a figure of its own', { so_what_ko: '비용이 30% 늘어납니다.' }, /numbers .*30/],
  [
    'a figure left out',
    { summary_ko: lanternReply.summary_ko.replace('2,400개가', '여러 개가') },
    /leaves out numbers of the source: 2,400/,
  ],
  [
    'another name',
    { so_what_ko: 'Peregrine도 같은 처지입니다.' },
    /names what the source does not: Peregrine/,
  ],
  [
    'a name left out',
    { summary_ko: lanternReply.summary_ko.replace('LanternSoft', '한 회사') },
    /leaves out names of the source: LanternSoft/,
  ],
  ['hardly a word', { summary_ko: 'LanternSoft 2,400 160만 입니다.' }, /fraction of what the source says/],
  ['a link', { so_what_en: 'Read more at https://evil.example/now for details.' }, /leads somewhere/],
  ['a bare host', { so_what_en: 'Read more at evil.example for details.' }, /leads somewhere/],
  ['a mention', { so_what_ko: '<!here> 지금 확인하세요.' }, /leads somewhere/],
  [
    'English for Korean',
    { summary_ko: 'LanternSoft accused 2,400 of 1.6 million.' },
    /Korean is in another language/,
  ],
])('%s is refused', (_name, wrong, reason) => {
  expect(checkFilled(lanternBrief(), { ...lanternReply, ...wrong })).toMatch(reason);
});

test('a Korean brief told in English keeps its Latin names', () => {
  const brief = lanternBrief({
    language: 'ko',
    title: 'Kestrel Foods, 빵집 180곳 인수',
    summary: { ko: 'Kestrel Foods가 Orrin의 빵집 180곳을 4억 2,000만 달러에 인수합니다.', en: '' },
    keyPoints: [],
  });
  expect(
    checkFilled(brief, { summary_en: 'Kestrel Foods is buying 180 Orrin bakeries for $420 million.' }),
  ).toBeNull();
  expect(checkFilled(brief, { summary_en: 'A grocer is buying 180 bakeries for $420 million.' })).toMatch(
    /leaves out names of the source: Kestrel, Foods, Orrin/,
  );
});
