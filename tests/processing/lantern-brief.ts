import type { Brief } from '../../src/briefs/brief.ts';
import { blankBrief } from '../../src/briefs/readers/blank-brief.ts';

/** The extract of an invented English article. */
export function lanternBrief(given: Partial<Brief> = {}): Brief {
  return {
    ...blankBrief({ file: 'inbox/lantern.txt', text: '', hash: 'h' }, 'article', 'extract'),
    title: 'LanternSoft accuses three labs of copying its harbour model',
    url: 'https://port.example/lantern',
    urlKey: 'port.example/lantern',
    sourceName: 'Port Gazette',
    sourceId: 'port_gazette',
    language: 'en',
    datePublished: '2026-03-03',
    summary: {
      ko: '',
      en: 'LanternSoft has accused three labs of copying its harbour model. According to LanternSoft, 2,400 fake accounts made 1.6 million requests.',
    },
    keyPoints: ['2,400 fake accounts were used', '1.6 million requests were made to the model'],
    ...given,
  };
}

/** What a good model answers. */
export const lanternReply = {
  summary_ko:
    'LanternSoft가 연구소 세 곳이 자사 항만 모델을 베꼈다고 주장했습니다. 가짜 계정 2,400개가 160만 건의 요청을 보냈다고 합니다.',
  so_what_ko: '모델을 공개하는 회사는 이상한 사용량을 먼저 살펴야 합니다.',
  so_what_en: 'Companies that open a model should watch for odd usage first.',
  key_points_ko: ['가짜 계정 2,400개가 쓰였습니다.', '모델에 160만 건의 요청이 있었습니다.'],
};
