import type { Brief } from '../../src/briefs/brief.ts';
import type { Candidate, ChannelRules, Slot } from '../../src/digest/edition.ts';

/** A brief of an invented shop, with what a test cares about put in its place. */
export function makeBrief(given: Partial<Brief> = {}): Brief {
  const file = given.file ?? 'a.md';
  const slug = file.replace(/\.md$/, '');
  return {
    file,
    hash: '',
    kind: 'brief',
    made: 'pipeline',
    id: 'daily_001',
    title: `Harbor Cart opens store ${slug}`,
    url: `https://news.example/${slug}`,
    urlKey: `news.example/${slug}`,
    sourceName: `Outlet ${slug}`,
    sourceId: `outlet_${slug}`,
    language: 'en',
    datePublished: '2026-03-10',
    ingestedAt: Date.parse('2026-03-10T06:00:00+09:00'),
    categories: ['commerce'],
    tags: ['checkout'],
    regions: ['GLOBAL'],
    summary: {
      ko: '하버카트가 새 매장을 열었다. 계산대가 없다.',
      en: 'Harbor Cart opened a store. It has no checkout.',
    },
    soWhat: { ko: '무인 결제를 시험해 볼 때다.', en: 'It is time to try unattended checkout.' },
    insight: { ko: '계산대가 사라지고 있다.', en: 'The checkout is disappearing.' },
    keyPoints: ['A store without a till', '매장 12곳으로 확대'],
    confidence: 0.8,
    relevance: null,
    impact: null,
    theme: '',
    sentiment: '',
    entities: ['Harbor Cart'],
    ...given,
  };
}

/** A candidate that is a story of its own, unless said otherwise. */
export function makeCandidate(given: Partial<Brief> = {}, story?: Partial<Candidate>): Candidate {
  const brief = makeBrief(given);
  return { brief, story: brief.file, followUpOf: null, ...story };
}

export function makeRules(given: Partial<ChannelRules> = {}): ChannelRules {
  return {
    name: 'team',
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    timezone: 'Asia/Seoul',
    language: 'ko',
    topics: [],
    minConfidence: 0,
    maxAgeDays: 30,
    layout: 'skim',
    soWhat: true,
    silent: true,
    mentionRole: null,
    highlights: 5,
    headlines: 10,
    ...given,
  };
}

export function makeSlot(date = '2026-03-10'): Slot {
  return { date, time: '0830', dueAt: Date.parse(`${date}T08:30:00+09:00`) };
}
