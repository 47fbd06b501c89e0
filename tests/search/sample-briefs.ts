import type { Brief } from '../../src/briefs/brief.ts';

const DAY_MS = 86_400_000;

/** A brief with nothing in it but what a test says. */
export function sampleBrief(file: string, about: Partial<Brief>): Brief {
  const datePublished = about.datePublished ?? '2026-06-10';
  return {
    file,
    hash: `${file} 1`,
    kind: 'brief',
    made: 'pipeline',
    id: file,
    title: '',
    url: '',
    urlKey: '',
    sourceName: 'Example Post',
    sourceId: 'example_post',
    language: 'en',
    datePublished,
    ingestedAt: Date.parse(datePublished) + DAY_MS,
    categories: [],
    tags: [],
    regions: [],
    summary: { ko: '', en: '' },
    soWhat: { ko: '', en: '' },
    insight: { ko: '', en: '' },
    keyPoints: [],
    confidence: null,
    relevance: null,
    impact: null,
    theme: '',
    sentiment: '',
    entities: [],
    ...about,
  };
}

/** A small newsroom: invented companies, written as the pipeline writes. */
export const newsroom: readonly Brief[] = [
  sampleBrief('distil-1.md', {
    title: 'Orbanix accuses rival of distillation attacks on its model',
    tags: ['ai-security', 'distillation'],
    summary: {
      en: 'Orbanix says a rival copied its model through distillation. The attacks ran for weeks.',
      ko: '오바닉스는 경쟁사가 증류로 자사 모델을 복제했다고 밝혔다. 공격은 몇 주 동안 이어졌다.',
    },
    soWhat: { en: 'Distillation is now a security problem.', ko: '증류는 이제 보안 문제다.' },
    entities: ['Orbanix'],
    datePublished: '2026-06-24',
  }),
  sampleBrief('distil-2.md', {
    title: 'How labs shrink models',
    summary: {
      en: 'A guide to distillation for small models. Labs share their methods.',
      ko: '소형 모델을 위한 증류 안내서다. 연구소들이 방법을 공유한다.',
    },
    datePublished: '2026-03-04',
  }),
  sampleBrief('tariff-1.md', {
    title: 'Kellmart wants its tariff money back',
    tags: ['tariff-refunds', 'supply-chain'],
    summary: {
      en: 'Kellmart asks for tariff refunds. Stores may cut prices.',
      ko: '켈마트가 관세 환급을 요구했다. 매장들이 가격을 내릴 수 있다.',
    },
    soWhat: { en: 'Watch tariff refunds this summer.', ko: '올여름 관세 환급을 지켜봐야 한다.' },
    entities: ['Kellmart'],
    sourceName: 'Store Gazette',
    sourceId: 'store_gazette',
    datePublished: '2026-06-25',
  }),
  sampleBrief('tariff-2.md', {
    title: 'New tariffs, old worries',
    tags: ['tariffs'],
    summary: {
      en: 'Importers expect the tariff to rise. Kellmart raises prices.',
      ko: '수입업체들은 관세가 오를 것으로 본다. 켈마트는 가격을 올린다.',
    },
    entities: ['Kellmart'],
    datePublished: '2026-04-02',
  }),
  sampleBrief('vibe.md', {
    title: 'Vibe coding reaches the warehouse',
    tags: ['vibe-coding'],
    summary: {
      en: 'Vibe coding replaces small tools. Warehouse teams write their own software.',
      ko: '바이브 코딩이 작은 도구를 대체한다. 창고 팀이 직접 소프트웨어를 만든다.',
    },
    datePublished: '2026-05-11',
  }),
  sampleBrief('chat.md', {
    title: 'ChatLumo opens an ad business',
    tags: ['agentic-commerce'],
    summary: {
      en: 'ChatLumo sells advertising in its chatbot. OpenLumo owns it.',
      ko: 'ChatLumo가 챗봇에서 광고를 판매한다. 모회사는 OpenLumo다.',
    },
    entities: ['ChatLumo', 'OpenLumo'],
    datePublished: '2026-06-29',
  }),
  sampleBrief('close.md', {
    title: 'Dunmore closes forty stores',
    tags: ['store-closures'],
    summary: {
      en: 'Dunmore will close forty stores. The closures begin in autumn.',
      ko: 'Dunmore가 매장 40곳을 닫는다. 매장 폐점은 가을에 시작된다.',
    },
    entities: ['Dunmore'],
    sourceName: 'Store Gazette',
    sourceId: 'store_gazette',
    datePublished: '2026-06-18',
  }),
  sampleBrief('harbor.md', {
    title: 'Sable Harbor names a finance chief',
    summary: {
      en: 'Outdoor label Sable Harbor names a finance chief.',
      ko: '아웃도어 브랜드 Sable Harbor가 재무 책임자를 선임했다.',
    },
    entities: ['Sable Harbor'],
    datePublished: '2026-05-20',
  }),
];

/** Enough briefs about other things that no word of the newsroom is common. */
export const background: readonly Brief[] = Array.from({ length: 120 }, (_none, i) =>
  sampleBrief(`other-${i}.md`, {
    title: `Weekly garden notes ${i}`,
    summary: {
      en: `Gardeners plant seeds in bed number ${i}. Rain helps the roses.`,
      ko: `정원사들이 ${i}번 화단에 씨앗을 심는다. 비가 장미를 돕는다.`,
    },
    sourceName: 'Garden Letter',
    sourceId: 'garden_letter',
    datePublished: '2026-02-01',
  }),
);
