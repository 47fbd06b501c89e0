import type { Brief } from '../../src/briefs/brief.ts';
import { blankBrief } from '../../src/briefs/readers/blank-brief.ts';

/** An invented brief; every field that is not given is blank. */
export function sampleBrief(given: Partial<Brief> & { file: string; title: string }): Brief {
  return { ...blankBrief({ file: given.file, text: '', hash: 'h' }, 'brief', 'pipeline'), ...given };
}

/** One event told by two outlets in other words, a later development, and other news of the same company. */
export const kestrelNews: Brief[] = [
  sampleBrief({
    file: 'a-port-gazette.md',
    title: 'Kestrel Foods agrees to buy Orrin Bakeries for $420M',
    sourceId: 'port_gazette',
    sourceName: 'Port Gazette',
    datePublished: '2026-03-03',
    url: 'https://port.example/1',
    urlKey: 'port.example/1',
    summary: {
      en: 'Kestrel Foods has agreed to acquire Orrin Bakeries for $420 million in cash. The grocer wants the 180 bakeries of the chain for its fresh bread. The deal should close in June.',
      ko: 'Kestrel Foods가 Orrin Bakeries를 4억 2,000만 달러에 인수하기로 합의했습니다. 빵집 180곳을 신선 식품 사업에 활용합니다.',
    },
    keyPoints: ['Kestrel Foods acquires Orrin Bakeries for $420 million', '180 bakeries change hands'],
  }),
  sampleBrief({
    file: 'b-north-wire.md',
    title: 'Kestrel is taking over Orrin, the bakery chain, for $420 million',
    sourceId: 'north_wire',
    sourceName: 'North Wire',
    datePublished: '2026-03-04',
    url: 'https://north.example/2',
    urlKey: 'north.example/2',
    summary: {
      en: 'Grocer Kestrel Foods is buying the bakery chain Orrin Bakeries for $420 million. Orrin runs 180 bakeries across the north. Analysts had expected a lower price.',
      ko: '식료품 업체 Kestrel Foods가 제과 체인 Orrin Bakeries를 4억 2,000만 달러에 인수합니다. Orrin은 빵집 180곳을 운영합니다.',
    },
    keyPoints: ['Kestrel buys Orrin for $420 million'],
  }),
  sampleBrief({
    file: 'c-port-gazette.md',
    title: 'Kestrel Foods names Ida Berg chief technology officer',
    sourceId: 'port_gazette',
    sourceName: 'Port Gazette',
    datePublished: '2026-03-05',
    url: 'https://port.example/3',
    urlKey: 'port.example/3',
    summary: {
      en: 'Kestrel Foods has appointed Ida Berg as chief technology officer. She joins from a payments company and will lead its checkout systems.',
      ko: 'Kestrel Foods가 Ida Berg를 최고기술책임자로 선임했습니다. 결제 회사 출신으로 계산 시스템을 이끕니다.',
    },
  }),
];

/** A few dozen invented items on other things, so that words have a rarity. */
export function backgroundNews(count: number): Brief[] {
  const makers = ['Halden', 'Peregrine', 'Nordwind', 'Brisk', 'Tamsin', 'Vellum', 'Quillon', 'Marlow'];
  const things = [
    'harbour robots',
    'loyalty cards',
    'delivery vans',
    'music lessons',
    'solar roofs',
    'hotel rooms',
    'running shoes',
    'tax software',
  ];
  const acts = ['launches', 'expands', 'reviews', 'retires', 'tests'];
  return Array.from({ length: count }, (_, at) => {
    const maker = makers[at % makers.length] ?? '';
    const thing = things[(at * 3 + Math.floor(at / 8)) % things.length] ?? '';
    const act = acts[at % acts.length] ?? '';
    return sampleBrief({
      file: `z-${String(at).padStart(3, '0')}.md`,
      title: `${maker} ${act} ${thing} in ${at + 20} towns`,
      sourceId: `outlet_${at % 5}`,
      datePublished: `2026-02-${String((at % 27) + 1).padStart(2, '0')}`,
      summary: {
        en: `${maker} ${act} its ${thing} in ${at + 20} towns this year. The company expects new customers and better margins.`,
        ko: `${maker}가 ${at + 20}개 도시에서 사업을 확대합니다. 회사는 새로운 고객을 기대합니다.`,
      },
    });
  });
}
