import { describe, expect, test } from 'vitest';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

const read = (text: string) => readSource({ file: 'inbox/x', text, hash: 'h' }, documentReaders);
/** Headline, text, address, outlet and section of each item. */
const told = (text: string) =>
  read(text).briefs.map(({ title, summary, url, sourceName, categories }) => [
    title,
    summary.ko || summary.en,
    url,
    sourceName,
    categories.join(),
  ]);

const news = [
  ['Harbor Motors opens a parts hub in Busan', 'The hub will handle 120,000 orders a year.'],
  ['Lantern Soft ships an inventory model', 'It is being tried in 2,400 stores, where stock fell by 18%.'],
  ['Cedar Market widens its dawn delivery', 'The grocer adds two cities, which makes eleven of them.'],
  ['Quillpay cuts its cross-border fee', 'Payments abroad now cost 1.4 percent, down from 1.9 percent.'],
] as const;
const korean = [
  ['유통', '시더마켓, 새벽배송 11개 도시로 확대', '대전과 광주가 추가됐다. 회사는 물류센터 2곳을 더 짓는다.'],
  ['결제', '퀼페이, 해외 결제 수수료 1.4%로 인하', '4월 1일부터 적용된다. 기존 수수료는 1.9%였다.'],
  ['기술', '랜턴소프트, 재고 예측 모델 시험 확대', '소매점 2,400곳이 참여한다. 재고가 18% 줄었다고 한다.'],
] as const;
const at = (index: number) => `https://wire.example/2026/03/12/${index}`;

describe('news as it is copied from where it is read', () => {
  test('a feed: headline, address, moment and a sentence', () => {
    const items = news.map(
      ([head, text], index) => `${head}\n${at(index)}\nThu, 12 Mar 2026 0${index}:00:00 GMT\n${text}`,
    );
    const text = `Retail Wire - latest headlines\nhttps://wire.example/feed\n\n${items.join('\n\n')}\n`;
    expect(told(text)).toEqual(
      news.map(([head, says], index) => [head, says, at(index), 'wire.example', '']),
    );
    expect(read(text).briefs.map(({ datePublished }) => datePublished)).toEqual(Array(4).fill('2026-03-12'));
  });

  test('links one below the other, with where they lead', () => {
    const lines = news.map(([head], index) => `[${head}](${at(index)}) (Port Gazette)`);
    expect(told(`Links for today\n\n${lines.join('\n')}\n`)).toEqual(
      news.map(([head], index) => [head, head, at(index), 'Port Gazette', '']),
    );
  });

  test('links over what they tell', () => {
    const blocks = news.map(([head, text], index) => `[${head}](${at(index)})\n${text}`);
    expect(told(`Saved this week\n\n${blocks.join('\n\n')}`)).toEqual(
      news.map(([head, text], index) => [head, text, at(index), 'Saved this week', '']),
    );
  });

  test('what each is about, in brackets before its headline', () => {
    const blocks = korean.map(([label, head, text]) => `[${label}] ${head}\n${text}`);
    expect(told(`[3월 12일 조간 브리핑]\n\n${blocks.join('\n\n')}`)).toEqual(
      korean.map(([label, head, text]) => [head, text, '', '', label]),
    );
  });

  test('a list whose entries can be ticked off', () => {
    const [first, ...others] = news.map(([head, text]) => `- [ ]  **${head}** — ${text}`);
    expect(
      told(`# Weekly news\n\n## Ports\n\n${first?.replace('[ ]', '[x]')}\n${others.join('\n')}`),
    ).toEqual(news.map(([head, text]) => [head, text, '', 'Weekly news', 'Ports']));
  });

  test('a chat, with how it was answered', () => {
    const lines = news.map(([head, text], index) => `${index + 1}. *${head}* — ${text} ${at(index)}`);
    const chat = `Emma Park  9:02 AM\nRetail news of today\n${lines.join('\n')}\n4 replies\nLast reply today at 9:40 AM`;
    expect(told(chat)).toEqual(
      news.map(([head, text], index) => [head, text, at(index), 'Retail news of today', '']),
    );
  });

  test('a letter that states its day in capitals', () => {
    const items = news.map(([head, text], index) => `**${head}.** ${text} [Wire](${at(index)})`);
    const text = `The Harbor Letter\nFour stories on ports\nMAR 12, 2026\n\n${items.join('\n\n')}`;
    expect(told(text).map(([, , , , section]) => section)).toEqual(['', '', '', '']);
    expect(read(text).briefs[0]?.datePublished).toBe('2026-03-12');
  });

  test('a blog that names its source and the address in a line', () => {
    const items = korean.map(
      ([, head, text], index) => `${index + 1}. ${head}\n\n${text}\n출처: 항만일보 ${at(index)}`,
    );
    expect(told(`오늘의 유통 뉴스 모음\n\n${items.join('\n\n')}`)).toEqual(
      korean.map(([, head, text], index) => [head, text, at(index), '항만일보', '']),
    );
  });

  test('a short text in Korean below a headline is its text', () => {
    const items = ['대전·광주 추가', '4월 1일부터 적용', '매장 2,400곳 시험'];
    const lines = items.map((text, index) => `✅ ${korean[index]?.[1]}\n- ${text}\n${at(index)}`);
    expect(
      told(`📌 3/12(목) 모닝 브리핑\n\n${lines.join('\n\n')}`).map(([head, text]) => [head, text]),
    ).toEqual(items.map((text, index) => [korean[index]?.[1], text]));
  });

  test('headlines with the minutes that they take, their text apart', () => {
    const blocks = [...news, ...news.map(([head, text]) => [`${head} again`, text])].map(
      ([head, text]) => `${head?.toUpperCase()} (4 MINUTE READ)\n\n${text}`,
    );
    const text = `TLDR Harbor 2026-03-12\n\nBIG TECH\n\n${blocks.slice(0, 1).join('')}\n\nSMALL TECH\n\n${blocks.slice(1).join('\n\n')}`;
    expect(told(text).map(([, says, , , section]) => [says, section])).toEqual(
      [...news, ...news].map(([, says], index) => [says, index === 0 ? 'BIG TECH' : 'SMALL TECH']),
    );
  });
});

describe('headlines over details', () => {
  const heads = korean.map(([, head, text], index) => ({ head, text, url: at(index) }));

  test.each([
    [
      'which end with the way to the article',
      heads.map(({ head, text, url }) => `### ${head}\n- ${text}\n- 👉 [기사 보기](${url})`),
      heads.map(({ head, text, url }) => [head, text, url, '금주의 유통 브리핑', '유통']),
    ],
    [
      'which are labelled alike',
      heads.map(
        ({ head, text, url }, index) =>
          `### ${index + 1}. **${head}**\n- **핵심 내용**: ${text}\n- **의미**: 지켜볼 만합니다.\n- **출처**: [항만일보](${url})`,
      ),
      heads.map(({ head, text, url }) => [
        head,
        `핵심 내용: ${text} 의미: 지켜볼 만합니다.`,
        url,
        '항만일보',
        '유통',
      ]),
    ],
  ])('%s, are items', (_, blocks, expected) => {
    expect(told(`# 금주의 유통 브리핑\n\n## 1️⃣ 유통\n\n${blocks.join('\n\n')}\n`)).toEqual(expected);
  });

  test('what a model says before and after its list is no news', () => {
    const items = news.map(
      ([head, text], index) => `**${index + 1}. ${head}**\n${text}\n*Source: Port Gazette*`,
    );
    const text = `Here's your daily news summary for March 12, 2026:\n\n---\n\n${items.join('\n\n')}\n\n---\n\nWould you like me to expand on any of these stories?`;
    expect(told(text)).toEqual(news.map(([head, says]) => [head, says, '', 'Port Gazette', '']));
  });

  test('how many voted, and when, is no word of an item', () => {
    const items = news.map(
      ([head], index) =>
        `${index + 1}. ${head}\n   312 points by orrin 6 hours ago | 121 comments\n   ${at(index)}`,
    );
    expect(
      told(`Harbor Digest\n\n${items.join('\n')}`).map(([head, says, url]) => [head, says, url]),
    ).toEqual(news.map(([head], index) => [head, head, at(index)]));
  });
});

describe('articles that look like something else', () => {
  const body =
    '시더마켓이 새벽배송 지역을 11개 도시로 늘린다고 12일 밝혔다.\n\n회사는 물류센터 2곳을 새로 짓는 데 400억원을 쓴다. 주가는 4% 내렸다.';

  test('a line of two dates is not where the text begins', () => {
    const page = `본문 바로가기\n시더마켓, 새벽배송 11개 도시로 확대\n입력2026.03.12. 오전 9:02  수정2026.03.12. 오전 10:15  기사원문\n김서연 기자\n추천\n댓글3\n\n${body}`;
    const [brief] = read(page).briefs;
    expect(brief?.title).toBe('시더마켓, 새벽배송 11개 도시로 확대');
    expect(brief?.summary.ko).toMatch(/^시더마켓이 새벽배송 .*400억원/);
  });

  test('an article with three links to others below it stays one', () => {
    const links = news.slice(0, 3).map(([head], index) => `[${head}](${at(index)})`);
    const text = `Cedar Market widens dawn delivery\n\n${`Cedar Market said on Thursday that it will deliver before 7 a.m. in 11 cities. It spent $40 million on two warehouses.\n\n`.repeat(3)}${links.join('\n')}`;
    expect(read(text).kind).toBe('article');
  });

  test('whose turn it is to speak is no word of an answer', () => {
    const text = `시더마켓 윤하늘 대표 인터뷰\n\n${body}\n\nQ. 비용은 어떻게 감당합니까?\nA. 물류센터 2곳과 창고 14곳에 3년 동안 400억원을 씁니다.`;
    expect(read(text).briefs[0]?.summary.ko).toMatch(/ 물류센터 2곳과 창고 14곳에/);
    expect(read(text).briefs[0]?.summary.ko).not.toContain('A.');
  });

  test('a lead of one long sentence is not lost above a short one', () => {
    const lead =
      'LEEDS, March 12 (Port Wire) - Cedar Market will deliver groceries before 7 a.m. in 11 cities, the company said on Thursday.';
    const [brief] = read(
      `${lead}\n\nIt spent $40 million on two warehouses.\n\nShares fell 4% in morning trading, which analysts had not expected.`,
    ).briefs;
    expect(brief?.title).toMatch(/^LEEDS, March 12/);
    expect(brief?.summary.en).toMatch(/^LEEDS, March 12 .*Shares fell 4%/);
  });

  test('an address with a section of the site in it is the article’s', () => {
    const [brief] = read(
      `시더마켓, 새벽배송 11개 도시로 확대\nhttps://port.example/news/cedar\n\n${body}`,
    ).briefs;
    expect(brief?.url).toBe('https://port.example/news/cedar');
  });
});
