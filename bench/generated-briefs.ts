import type { Brief } from '../src/briefs/brief.ts';

/** Invented topics in both languages, and what may be said about them. */
const TOPICS: [en: string, ko: string][] = [
  ['warehouse robots', '창고 로봇'],
  ['store closures', '매장 폐점'],
  ['loyalty points', '적립 포인트'],
  ['tariff refunds', '관세 환급'],
  ['returns policy', '반품 정책'],
  ['voice assistants', '음성 비서'],
  ['delivery drones', '배송 드론'],
  ['data centers', '데이터센터'],
  ['copyright lawsuits', '저작권 소송'],
  ['price increases', '가격 인상'],
  ['resale platforms', '중고 거래 플랫폼'],
  ['chip shortages', '반도체 부족'],
  ['answer engines', '답변 엔진'],
  ['coding agents', '코딩 에이전트'],
  ['humanoid robots', '휴머노이드 로봇'],
  ['retail media', '리테일 미디어'],
  ['prompt injection', '프롬프트 인젝션'],
  ['model distillation', '모델 증류'],
  ['checkout fraud', '결제 사기'],
  ['supply chains', '공급망'],
];
const SAID: [en: string, ko: string][] = [
  ['expands its work on', '사업을 확대했다'],
  ['cuts spending on', '지출을 줄였다'],
  ['publishes a survey about', '설문조사를 발표했다'],
  ['faces criticism over', '비판을 받고 있다'],
  ['raises money for', '투자를 유치했다'],
  ['tests a service for', '서비스를 시험한다'],
];
const SYLLABLES = 'ka lo mi ter van sol ne ro pax dun fi gra bel tor qui zen'.split(' ');
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** Made-up briefs with the same words every time: about twenty topics, as many companies as a tenth of the briefs. */
export function generatedBriefs(count: number): Brief[] {
  return Array.from({ length: count }, (_none, i) => generatedBrief(i, count));
}

function generatedBrief(i: number, count: number): Brief {
  const random = randomFrom(i + 1);
  const [topic, other] = [pick(TOPICS, random), pick(TOPICS, random)];
  const said = pick(SAID, random);
  const company = nameOf(Math.floor(random() ** 2 * Math.max(count / 10, 5)));
  const at = FIRST_DAY + Math.floor((i / count) * 180) * DAY_MS;
  return {
    file: `made/${String(i).padStart(6, '0')}.md`,
    hash: `made ${i}`,
    kind: 'brief',
    made: 'pipeline',
    id: `made_${i}`,
    title: `${company} ${said[0]} ${topic[0]}`,
    url: `https://example.com/${i}`,
    urlKey: `example.com/${i}`,
    sourceName: `Example Post ${i % 7}`,
    sourceId: `example_post_${i % 7}`,
    language: 'en',
    datePublished: new Date(at).toISOString().slice(0, 10),
    ingestedAt: at + DAY_MS / 2,
    categories: ['tech'],
    tags: [topic[0].replaceAll(' ', '-'), other[0].replaceAll(' ', '-')],
    regions: ['GLOBAL'],
    summary: {
      en: `${company} ${said[0]} ${topic[0]} this quarter. The company said it also watches ${other[0]} closely.`,
      ko: `${company}가 이번 분기에 ${topic[1]} 관련 ${said[1]}. 회사는 ${other[1]}도 주시하고 있다고 밝혔다.`,
    },
    soWhat: {
      en: `Teams that depend on ${topic[0]} should plan for it.`,
      ko: `${topic[1]}에 의존하는 팀은 대비해야 한다.`,
    },
    insight: { en: `${topic[0]} decides the year.`, ko: `${topic[1]}이 올해를 좌우한다.` },
    keyPoints: [`${company} names ${topic[0]} first`, `${other[0]} comes second`],
    confidence: 0.8,
    relevance: null,
    impact: null,
    theme: '',
    sentiment: '',
    entities: [company],
  };
}

/** As many briefs as wanted, made by mixing parts of real ones; each copy also names a company of its own, as new briefs do. */
export function variedBriefs(briefs: readonly Brief[], count: number): Brief[] {
  const varied: Brief[] = [];
  for (let i = 0; i < count; i++) {
    const brief = briefs[i % briefs.length];
    if (!brief) break;
    const copy = Math.floor(i / briefs.length);
    if (copy === 0) {
      varied.push(brief);
      continue;
    }
    const a = briefs[(i * 7 + copy) % briefs.length] ?? brief;
    const b = briefs[(i * 13 + copy * 3) % briefs.length] ?? brief;
    varied.push({
      ...brief,
      file: `${copy}/${brief.file}`,
      hash: `${copy} ${brief.hash}`,
      soWhat: a.soWhat,
      keyPoints: [...b.keyPoints, `${nameOf(i)} was asked`],
      insight: b.insight,
      entities: [...brief.entities, nameOf(Math.floor(i / 3))],
    });
  }
  return varied;
}

function nameOf(number: number): string {
  let name = '';
  for (let rest = number + 17; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    name += SYLLABLES[rest % SYLLABLES.length];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** Mulberry32, https://github.com/cprosche/mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
