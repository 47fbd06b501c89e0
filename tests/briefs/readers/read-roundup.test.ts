import { describe, expect, test } from 'vitest';
import { readRoundup } from '../../../src/briefs/readers/read-roundup.ts';

const roundup = `# [요약] Nordwind opens its weights | Morning Compass

**원문 URL**: https://compass.example/issues/2026-04-02-nordwind?utm_source=feed

**요약일**: 2026-04-03 09:30:05

---

다음은 바쁜 팀을 위한 브리핑입니다.

### 🔥 주요 뉴스
*   **Nordwind, 가중치 공개** — Nordwind가 7B 모델의 가중치를 공개했습니다. 3주 만에 120만 회 내려받았습니다.
    ![차트](https://img.example/a.png)
    *   라이선스는 Apache 2.0입니다.
**[Halden, 4억 달러 유치]** — Halden이 4억 달러를 유치했습니다.

### 📊 모델 & 벤치마크
*   **Kestrel 2 출시:** 262K 컨텍스트를 지원하며 [보고서](https://kestrel.example)에서 42점을 기록했습니다.
*   **Orrin**은 Basel 연구소와 손잡고 새 벤치마크를 공개했습니다.
1. [Peregrine 도구 모음](https://peregrine.example/tools?utm_medium=x) – 명령줄 도구 12개를 묶었습니다.

## 📷 이미지

![Image](https://img.example/b.png)

---

*이 요약은 자동 생성되었습니다.*
`;

function read(text: string) {
  return readRoundup({ file: 'inbox/a.txt', text, hash: 'h' });
}

describe('readRoundup', () => {
  const reading = read(roundup);
  const briefs = reading?.briefs ?? [];

  test('says why it was taken for a roundup', () => {
    expect(reading?.kind).toBe('roundup');
    expect(reading?.because).toBe('5 items in 2 sections, under the address or the date of an original');
  });

  test('takes the first for the most relevant, as its makers do', () => {
    expect(briefs.map(({ relevance }) => relevance)).toEqual([0.7, 0.65, 0.6, 0.55, 0.5]);
  });

  test('reads items in every variant, with the section as category', () => {
    expect(briefs.map((brief) => [brief.title, brief.summary.ko, brief.categories])).toEqual([
      [
        'Nordwind, 가중치 공개',
        'Nordwind가 7B 모델의 가중치를 공개했습니다. 3주 만에 120만 회 내려받았습니다. 라이선스는 Apache 2.0입니다.',
        ['주요 뉴스'],
      ],
      ['Halden, 4억 달러 유치', 'Halden이 4억 달러를 유치했습니다.', ['주요 뉴스']],
      ['Kestrel 2 출시', '262K 컨텍스트를 지원하며 보고서에서 42점을 기록했습니다.', ['모델 & 벤치마크']],
      [
        'Orrin은 Basel 연구소와 손잡고 새 벤치마크를 공개했습니다.',
        'Orrin은 Basel 연구소와 손잡고 새 벤치마크를 공개했습니다.',
        ['모델 & 벤치마크'],
      ],
      ['Peregrine 도구 모음', '명령줄 도구 12개를 묶었습니다.', ['모델 & 벤치마크']],
    ]);
  });

  test('gives every item the address, outlet and dates of the roundup, or its own address', () => {
    expect(briefs.map((brief) => brief.url)).toEqual([
      ...Array(4).fill('https://compass.example/issues/2026-04-02-nordwind'),
      'https://peregrine.example/tools',
    ]);
    expect(new Set(briefs.map((brief) => brief.urlKey)).size).toBe(5);
    expect(new Set(briefs.map((brief) => brief.sourceName))).toEqual(new Set(['Morning Compass']));
    expect(briefs[0]?.datePublished).toBe('2026-04-03');
    expect(briefs[0]?.ingestedAt).toBe(Date.UTC(2026, 3, 3, 0, 30, 5));
    expect(briefs[0]?.language).toBe('ko');
  });

  test('names items after what they say: a re-read, a new item above and a changed text keep the names', () => {
    const edited = roundup
      .replace(
        '### 🔥 주요 뉴스',
        '### 🔥 주요 뉴스\n*   **Brisk, 새 칩 발표** — Brisk가 새 칩을 발표했습니다.',
      )
      .replace('4억 달러를 유치했습니다', '4억 달러를 새로 유치했습니다');
    const again = read(edited)?.briefs ?? [];
    expect(again).toHaveLength(6);
    expect(again.slice(1).map((brief) => brief.file)).toEqual(briefs.map((brief) => brief.file));
    expect(briefs[0]?.file).toMatch(/^inbox\/a\.txt#[0-9a-f]{12}$/);
  });

  test('an item stays itself when its end is corrected, or the headline over its short text', () => {
    const items = (end: string, verb: string) =>
      read(
        `# 주간 항만 뉴스\nURL: https://harbor.example/12\n\n## 모델\n- 랜턴 3가 항만 벤치마크에서 72.1%를 ${end}\n- **하버모터스, 공장${verb} 개장** — 부산 공장에서 340명이 일합니다.\n- 시더 모델은 1/3 비용으로 같은 점수를 냈습니다.`,
      )?.briefs ?? [];
    const before = items('기록하며 지난 판을 넘었습니다.', '');
    const after = items('기록해 지난 판을 넘어섰습니다.', '을');
    expect(after.map(({ file }) => file)[0]).toBe(before[0]?.file);
    expect(after.map(({ urlKey }) => urlKey)[1]).toBe(before[1]?.urlKey);
  });

  test('tells items apart that start alike', () => {
    const twice = read(
      `# News\nURL: https://a.example/x\n## One\n- **Same head** — first text of the item here.\n- **Same head** — second text of the item here.\n- **Other head** — third text of the item here.`,
    );
    const files = twice?.briefs.map((brief) => brief.file) ?? [];
    expect(new Set(files).size).toBe(3);
    const turned = read(
      `# News\nURL: https://a.example/x\n## One\n- **Same head** — second text of the item here.\n- **Same head** — first text of the item here.\n- **Other head** — third text of the item here.`,
    );
    expect(turned?.briefs.map((brief) => brief.file)).toEqual([files[1], files[0], files[2]]);
  });

  test('prefers a stated day of publication to the day of the translation', () => {
    const dated = read(
      roundup.replace(
        '**요약일**: 2026-04-03 09:30:05',
        '**번역일**: 2026-04-03 11:59\n**발행일**: 2026-04-02',
      ),
    );
    expect(dated?.briefs[0]?.datePublished).toBe('2026-04-02');
    expect(dated?.briefs[0]?.ingestedAt).toBe(Date.UTC(2026, 3, 3, 2, 59));
  });

  test('reads sub-headings with a paragraph each as items', () => {
    const text = `# Weekly\nLink: https://weekly.example/7\n## Research\n### Nordwind maps a reef\nThe lab mapped 40 kilometres of reef with one drone.\n### Halden grows a valve\nIts valve opened 3 million times in a test.\n## Money\n### Orrin raises a round\nOrrin raised 20 million euros from two funds.`;
    const items = read(text)?.briefs ?? [];
    expect(items.map((brief) => [brief.title, brief.categories[0], brief.summary.en])).toEqual([
      ['Nordwind maps a reef', 'Research', 'The lab mapped 40 kilometres of reef with one drone.'],
      ['Halden grows a valve', 'Research', 'Its valve opened 3 million times in a test.'],
      ['Orrin raises a round', 'Money', 'Orrin raised 20 million euros from two funds.'],
    ]);
  });

  test('leaves an article with a list in it, and a list without sections, to other readers', () => {
    const prose =
      'The company said on Monday that it would open its weights to everyone who asks for them. '.repeat(6);
    expect(
      read(
        `# Nordwind opens up\n\n## What happened\n\n${prose}\n\n- one point of it, at length enough\n- another point of it\n- a third\n`,
      ),
    ).toBeNull();
    expect(read('# Groceries\n- milk\n- bread\n- eggs\n')).toBeNull();
  });
});

describe('roundups of other makers', () => {
  const told = (text: string) =>
    read(text)?.briefs.map((brief) => [
      brief.title,
      brief.summary.ko || brief.summary.en,
      brief.categories[0] ?? '',
    ]);

  test('links under no heading, with a mark between or without', () => {
    const links = `# Morning links, 2026-03-12

https://links.example/0312

- [Nordwind raises $420 million](https://a.example/n?utm_source=x) — The lab closed a Series C.
- [Kestrel 2.0 is out](https://b.example/k) - It handles 262K tokens.
- [Basel robots get a benchmark](https://d.example/r) 1,200 household tasks, free to use.
- [Orrin](https://c.example/o) says a rival copied its app last year.
`;
    expect(told(links)).toEqual([
      ['Nordwind raises $420 million', 'The lab closed a Series C.', ''],
      ['Kestrel 2.0 is out', 'It handles 262K tokens.', ''],
      ['Basel robots get a benchmark', '1,200 household tasks, free to use.', ''],
      ['Orrin says a rival copied its app last year.', 'Orrin says a rival copied its app last year.', ''],
    ]);
    expect(read(links)?.briefs[0]).toMatchObject({ url: 'https://a.example/n', datePublished: '2026-03-12' });
  });

  test('plain text: sections marked with squares, headlines before a dash', () => {
    const plain = `오늘의 브리핑
2026.03.12
출처: https://brief.example/0312

■ 커머스
• 하버카트, 무인 매장 12곳 개점 – 하버카트가 서울에 무인 매장 12곳을 열었습니다.
• "배송비 0원" 페레그린 선언 – 페레그린이 3만원 이상 주문의 배송비를 없앴습니다.

【광고】
• 오린이 검색 광고 예산을 30% 줄입니다.
`;
    expect(told(plain)).toEqual([
      ['하버카트, 무인 매장 12곳 개점', '하버카트가 서울에 무인 매장 12곳을 열었습니다.', '커머스'],
      ['"배송비 0원" 페레그린 선언', '페레그린이 3만원 이상 주문의 배송비를 없앴습니다.', '커머스'],
      ['오린이 검색 광고 예산을 30% 줄입니다.', '오린이 검색 광고 예산을 30% 줄입니다.', '광고'],
    ]);
  });

  test('a bold headline with paragraphs or a list below it, and sub-headings in quotes', () => {
    const several = `# 소식 | 나침반
**원문 URL**: https://compass.example/7

### 제품
* **Nordwind 7B 공개**

  Nordwind가 가중치를 공개했습니다.

  3주 만에 120만 회 내려받았습니다.
* **Kestrel 2.0**
    - 262K 컨텍스트를 지원합니다.
    - 가격은 40% 내렸습니다.

## 물류
### "로봇 1,200대 투입" 페레그린 발표
페레그린이 물류센터에 로봇 1,200대를 투입합니다.
`;
    expect(told(several)).toEqual([
      ['Nordwind 7B 공개', 'Nordwind가 가중치를 공개했습니다. 3주 만에 120만 회 내려받았습니다.', '제품'],
      ['Kestrel 2.0', '262K 컨텍스트를 지원합니다. 가격은 40% 내렸습니다.', '제품'],
      ['"로봇 1,200대 투입" 페레그린 발표', '페레그린이 물류센터에 로봇 1,200대를 투입합니다.', '물류'],
    ]);
  });

  test('an English letter without an address: bold sentences, the date and the name of its title', () => {
    const sentence = (head: string) => `**${head}.** It is the largest since 2023.`;
    const letter = `# The Morning Cart — Issue 214
*March 12, 2026 · 6 min read*

## 🛒 Big carts
${sentence('Harbor Cart opens 12 stores without tills')}

${sentence('Orrin cuts search ads by 30%')}

${sentence('Kestrel 2.0 ships at last')}

## 📦 Small parcels
${sentence('Peregrine drops delivery fees')}

${sentence('Nordwind raises $420 million')}

${sentence('Basel robots get a benchmark')}
`;
    expect(told(letter)?.[1]).toEqual([
      'Orrin cuts search ads by 30%',
      'It is the largest since 2023.',
      'Big carts',
    ]);
    expect(read(letter)?.briefs[5]).toMatchObject({
      sourceName: 'The Morning Cart',
      datePublished: '2026-03-12',
    });
  });

  test('a table: the first cell is the headline', () => {
    const table = `# Funding roundup
Source: https://fund.example/9
Date: March 12, 2026

| Company | News | Lead |
|---|:--|---|
| Nordwind | The lab raised $420 million in a Series C. | Halden |
| Kestrel | The model maker raised $30 million for chips. | Basel Ventures |
| Orrin | The chain raised €12 million to open 40 shops. | |
`;
    expect(told(table)?.slice(0, 2)).toEqual([
      ['Nordwind', 'The lab raised $420 million in a Series C. · Halden', ''],
      ['Kestrel', 'The model maker raised $30 million for chips. · Basel Ventures', ''],
    ]);
    expect(told(table)).toHaveLength(3);
  });

  test('an article with a list in it is none', () => {
    const article = `# How Harbor Cart cut its delivery bill
Source: https://howto.example/delivery

Harbor Cart cut its delivery bill by 30% in a year, the grocer said on Tuesday. Others can copy its three changes.

- Routes are planned the evening before.
- Parcels below two kilograms go by bicycle.
- Crates are collected on the next visit.
`;
    expect(read(article)).toBeNull();
  });
});
