import type { Brief } from '../src/briefs/brief.ts';

const syllables =
  'ar bel cor dan el fen gor hal is jun kel lor mar nor os pel quin ros sel tor ul ven wil xen yor zan'.split(
    ' ',
  );
const acts: [string, string][] = [
  ['opens a plant for', '공장을 열었다'],
  ['buys', '인수했다'],
  ['sues', '제소했다'],
  ['partners with', '손잡았다'],
  ['hires the chief of', '영입했다'],
  ['recalls parts made by', '리콜했다'],
  ['raises money from', '투자를 유치했다'],
  ['cuts jobs at', '감원했다'],
  ['launches a service with', '서비스를 출시했다'],
  ['reports results ahead of', '실적을 발표했다'],
];
const topics =
  'robots logistics payments pricing advertising search storage retail energy chips travel insurance grocery fashion music video games health banking education'.split(
    ' ',
  );
const comments =
  'The move follows months of talks.|Analysts expect rivals to answer.|Customers will see the change this year.|The board approved it on Monday.|Margins in the market remain thin.'.split(
    '|',
  );

/** Invented news of invented companies, a third of it events told by two or three outlets; the same on every run. */
export function generatedNews(count: number): Brief[] {
  let state = 11;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const name = () => {
    const word = pick(syllables) + pick(syllables) + pick(syllables);
    return word[0]?.toUpperCase() + word.slice(1);
  };
  const companies = Array.from({ length: 3000 }, name);
  const start = Date.UTC(2026, 0, 1);
  const briefs: Brief[] = [];
  while (briefs.length < count) {
    const event = {
      who: pick(companies),
      whom: pick(companies),
      act: pick(acts),
      topic: pick(topics),
      money: 1 + next(900),
      other: pick(topics),
    };
    const tellings = next(3) === 0 ? 2 + next(2) : 1;
    for (let telling = 0; telling < tellings; telling += 1) {
      const at = start + Math.floor((briefs.length / count) * 140) * 86_400_000;
      const title =
        telling === 0
          ? `${event.who} ${event.act[0]} ${event.whom} in ${event.topic}`
          : `${event.whom} and ${event.who}: $${event.money} million for ${event.topic}`;
      const outlet = `outlet_${next(40)}`;
      briefs.push({
        file: `${String(briefs.length).padStart(6, '0')}__${outlet}.md`,
        hash: '',
        kind: 'brief',
        made: 'pipeline',
        id: '',
        title,
        url: '',
        urlKey: `${outlet}.example/${briefs.length}`,
        sourceName: outlet,
        sourceId: outlet,
        language: 'en',
        datePublished: new Date(at).toISOString().slice(0, 10),
        ingestedAt: at,
        categories: [],
        tags: [],
        regions: [],
        summary: {
          en: `${event.who} ${event.act[0]} ${event.whom} for $${event.money} million. The ${event.topic} company also plans work on ${event.other}. ${pick(comments)}`,
          ko: `${event.who}가 ${event.whom}를 ${event.money}백만 달러에 ${event.act[1]}. ${event.topic} 시장의 경쟁이 커지고 있다.`,
        },
        soWhat: { ko: '', en: '' },
        insight: { ko: '', en: '' },
        keyPoints: [`${event.who} ${event.act[0]} ${event.whom}`, `Deal worth $${event.money} million`],
        confidence: null,
        relevance: null,
        impact: null,
        theme: '',
        sentiment: '',
        entities: [],
      });
    }
  }
  return briefs.slice(0, count);
}
