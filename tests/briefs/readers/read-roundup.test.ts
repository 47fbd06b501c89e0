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

  test('tells items apart that start alike', () => {
    const twice = read(
      `# News\nURL: https://a.example/x\n## One\n- **Same head** — first text of the item here.\n- **Same head** — second text of the item here.\n- **Other head** — third text of the item here.`,
    );
    const files = twice?.briefs.map((brief) => brief.file) ?? [];
    expect(new Set(files).size).toBe(3);
    expect(files[1]).toBe(`${files[0]}-2`);
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
