import { describe, expect, test } from 'vitest';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

function read(text: string) {
  return readSource({ file: 'inbox/a.txt', text, hash: 'h' }, documentReaders);
}

function told(text: string) {
  return read(text).briefs.map((brief) => [
    brief.title,
    brief.summary.ko || brief.summary.en,
    brief.url,
    brief.categories[0] ?? '',
  ]);
}

const nordwind = [
  '노르드윈드, 4억 2000만 달러 투자 유치',
  '취리히의 노르드윈드가 시리즈 C로 4억 2000만 달러를 유치했습니다.',
];
const kestrel = ['케스트렐 2.0 출시', '케스트렐이 두 번째 모델을 내놓았습니다. 가격은 40% 낮췄습니다.'];
const peregrine = ['페레그린, 물류센터에 로봇 1,200대 투입', '페레그린이 물류센터 세 곳에 로봇을 들입니다.'];

const items = [
  ['Kestrel Foods buys Orrin', 'The grocer pays 420 million dollars for its rival of Leipzig.'],
  ['Nordwind opens its weights', 'The maker of harbour robots puts its model under an open licence.'],
  ['Harbor Market tracks prices', 'Its price tracking now reaches every shop in the country.'],
  ['Lumenport pays its bakers', 'The bakers of 180 shops get a share of what is sold online.'],
  ['Aurelie raises money', 'The payment firm of Lyon has found 30 million euros for its plans.'],
  ['Donau ships barges again', 'The first barges since the flood have left the port of Vienna.'],
] as const;
const headlines = items.map(([headline]) => headline);

describe('roundups of nothing but points', () => {
  test.each([
    ['with headlines in bold', 'AI Weekly', '• **', '** — '],
    ['with plain headlines', 'AI Weekly', '• ', ' — '],
    ['under a day of the summary without an hour', '# AI 소식\n\n요약일: 2026-03-11', '• **', '** — '],
  ])('%s are read item by item', (_, head, before, between) => {
    const list = items.map(([headline, text]) => `${before}${headline}${between}${text}`).join('\n');
    const { kind, briefs } = read(`${head}\n\n${list}\n`);
    expect([kind, briefs.map(({ title }) => title)]).toEqual(['roundup', headlines]);
  });

  test('a point with a headline is an item, also below a numbered one; one that says what it is about is not', () => {
    const [first, second, third] = items.map(([headline, text]) => `**${headline}** — ${text}`);
    const text = `# AI Weekly\n\nSource: https://port.example/weekly\n\n1. ${first}\n• **Why it matters:** It is a lot of money.\n• ${second}\n2. ${third}\n`;
    expect(read(text).briefs.map(({ title }) => title)).toEqual([
      'Kestrel Foods buys Orrin',
      'Nordwind opens its weights',
      'Harbor Market tracks prices',
    ]);
  });
});

describe('letters that call themselves news of several', () => {
  test('marked headlines apart, each over its text, are items; footnotes and their marks are none', () => {
    const text = `# 주간 리테일 브리핑 11월 3주

발행일: 2026-11-20
원문: https://letters.example/retail/47

▶ 카멜리아마트, 새벽배송 지역 12곳 늘린다
카멜리아마트가 다음 달부터 새벽배송을 12개 지역에서 새로 시작한다[^1]. 물류센터 2곳을 새로 지었다.

▶ 노르단 백화점 3분기 매출 4.2% 감소
의류 부진이 이어졌다 [ ^2]. 회사는 점포 3곳을 닫는다고 밝혔다.

▶ 펠리컨페이, 편의점 결제 시작
전국 편의점 5,200곳에서 쓸 수 있다 [3].

[^1]: 제주는 제외
[^2]: 전년 동기 대비
[3] 일부 매장 제외
`;
    expect(told(text).map(([title, summary]) => [title, summary])).toEqual([
      [
        '카멜리아마트, 새벽배송 지역 12곳 늘린다',
        '카멜리아마트가 다음 달부터 새벽배송을 12개 지역에서 새로 시작한다. 물류센터 2곳을 새로 지었다.',
      ],
      ['노르단 백화점 3분기 매출 4.2% 감소', '의류 부진이 이어졌다. 회사는 점포 3곳을 닫는다고 밝혔다.'],
      ['펠리컨페이, 편의점 결제 시작', '전국 편의점 5,200곳에서 쓸 수 있다.'],
    ]);
  });

  test('four items in two sections are enough; details that are no sentences are kept apart', () => {
    const text = `# AI 소식 모음 (11/24)

## 주요 소식
1) 루미나랩스 새 모델 공개
- 문맥 100만 토큰 지원
- 가격은 입력 100만 토큰당 0.8달러
- 국내 기업 3곳이 시험 중이다.
- 이달 말 공개

2) 하버그리드, 데이터센터 전력 계약
- 300MW 규모, 10년
- 2027년 3월부터 공급

## 규제
① 유럽위원회, 가벨리AI 조사 착수 — 개인정보 처리 방식이 쟁점이다.
② 오슬로시, 학교 챗봇 금지 — 초등학교에 한한다.
`;
    expect(told(text).map(([title, summary]) => [title, summary])).toEqual([
      [
        '루미나랩스 새 모델 공개',
        '문맥 100만 토큰 지원 · 가격은 입력 100만 토큰당 0.8달러 · 국내 기업 3곳이 시험 중이다. 이달 말 공개',
      ],
      ['하버그리드, 데이터센터 전력 계약', '300MW 규모, 10년 · 2027년 3월부터 공급'],
      ['유럽위원회, 가벨리AI 조사 착수', '개인정보 처리 방식이 쟁점이다.'],
      ['오슬로시, 학교 챗봇 금지', '초등학교에 한한다.'],
    ]);
  });

  test('sub-headings that are links keep them, and what stands below the last rule is told by nobody', () => {
    const text = `# Morning Links — Nov 24, 2026

### [Vantage Foods cuts 1,200 jobs](https://news.example/vantage)
The snack maker will close two plants in Ohio. Shares rose 3%.

### [Lumen Retail opens a design lab](https://news.example/lumen)
It will employ 60 people in Busan.

### [Orbital Pay raises $75 million](https://news.example/orbital)
Existing investors led the round. The valuation was not disclosed.

---
You are receiving this because you signed up. [Unsubscribe](https://letters.example/u)
`;
    expect(told(text).map(([title, summary, url]) => [title, summary, url])).toEqual([
      [
        'Vantage Foods cuts 1,200 jobs',
        'The snack maker will close two plants in Ohio. Shares rose 3%.',
        'https://news.example/vantage',
      ],
      ['Lumen Retail opens a design lab', 'It will employ 60 people in Busan.', 'https://news.example/lumen'],
      [
        'Orbital Pay raises $75 million',
        'Existing investors led the round. The valuation was not disclosed.',
        'https://news.example/orbital',
      ],
    ]);
  });

  test('a table whose last column is a link by name', () => {
    const text = `## 오늘의 마케팅 뉴스

| 제목 | 내용 | 출처 |
|---|---|---|
| 솔라리스커피, 구독 서비스 개편 | 월 9,900원에 하루 한 잔. 기존 가입자는 12월까지 유지 | [링크](https://news.example/s1) |
| 브릭스톤, 브랜드 캠페인 중단 | 광고 모델 논란 이틀 만에 결정 | [링크](https://news.example/s2) |
| 하모니툰, 일본 월 사용자 400만 | 현지 작가 120명과 계약 | [링크](https://news.example/s3) |
`;
    expect(told(text).map(([title, summary, url]) => [title, summary, url])).toEqual([
      [
        '솔라리스커피, 구독 서비스 개편',
        '월 9,900원에 하루 한 잔. 기존 가입자는 12월까지 유지',
        'https://news.example/s1',
      ],
      ['브릭스톤, 브랜드 캠페인 중단', '광고 모델 논란 이틀 만에 결정', 'https://news.example/s2'],
      ['하모니툰, 일본 월 사용자 400만', '현지 작가 120명과 계약', 'https://news.example/s3'],
    ]);
  });

  test('headlines under triangles, in sections between angle brackets', () => {
    const text = `[11월 24일 조간 브리핑]

<산업>
△ 태림중공업, 수소선박 4척 수주…5800억원 규모
△ 한누리항공, 국제선 7개 노선 재개
<유통>
△ 오름마트, 자체 브랜드 매출 1조원 돌파
△ 새봄백화점, 명품관 재단장 마치고 28일 개장
<금융>
△ 두레은행, 모바일 대출 금리 0.3%포인트 인하
△ 나래카드, 해외 결제 수수료 면제 연장
`;
    expect(told(text).map(([title, , , section]) => `${section}: ${title}`)).toEqual([
      '산업: 태림중공업, 수소선박 4척 수주…5800억원 규모',
      '산업: 한누리항공, 국제선 7개 노선 재개',
      '유통: 오름마트, 자체 브랜드 매출 1조원 돌파',
      '유통: 새봄백화점, 명품관 재단장 마치고 28일 개장',
      '금융: 두레은행, 모바일 대출 금리 0.3%포인트 인하',
      '금융: 나래카드, 해외 결제 수수료 면제 연장',
    ]);
  });

  test('an item told in both languages, each under its label', () => {
    const text = `# Tech Weekly #88

출처: https://weekly.example/88

1. **Corvid Labs ships an on-device model**
   - EN: The 3B model runs on phones with 6 GB of memory.
   - KO: 30억 매개변수 모델로 메모리 6GB 휴대폰에서 돌아간다.
2. **Panoply sues a former partner**
   - **한국어:** 4,000만 달러 손해배상을 청구했다.
   - **영어:** It seeks $40 million in damages.
3. **Tidewater drops free returns**
   - 1월부터 반품에 4달러를 받는다. KO: 라는 표시는 하나뿐이다.
`;
    expect(read(text).briefs.map(({ summary }) => summary)).toEqual([
      {
        ko: '30억 매개변수 모델로 메모리 6GB 휴대폰에서 돌아간다.',
        en: 'The 3B model runs on phones with 6 GB of memory.',
      },
      { ko: '4,000만 달러 손해배상을 청구했다.', en: 'It seeks $40 million in damages.' },
      { ko: '1월부터 반품에 4달러를 받는다. KO: 라는 표시는 하나뿐이다.', en: '' },
    ]);
  });

  test('chapters of a post whose headings name subjects are one article', () => {
    const text = `# 오늘의 AI 뉴스: 메리디안클라우드 장애

## 무슨 일이?
어제 오전 9시부터 메리디안클라우드가 7시간 동안 멈췄습니다. 고객사 1,900곳이 영향을 받았습니다.

## 왜 중요한가
결제와 배송 조회가 함께 멈췄습니다. 한 곳에 기댄 회사가 많았습니다.

## 앞으로는
다음 주 원인 보고서가 나올 예정입니다. 경쟁사 오션스택은 이전 할인을 내걸었습니다.
`;
    expect(read(text).kind).toBe('article');
  });
});

describe('shapes of roundups', () => {
  test.each([
    ['numbers', ['1. ', '2. ', '3. '], ''],
    ['numbers, the text a line below', ['1. ', '2. ', '3. '], '\n'],
    ['keys', ['1️⃣ ', '2️⃣ ', '3️⃣ '], ''],
    ['rings', ['① ', '② ', '③ '], ''],
    ['an emoji', ['📌 ', '📌 ', '📌 '], ''],
    ['a triangle', ['• ', '• ', '• '], ''],
  ])('headlines behind %s, the text and a link below', (_, marks, gap) => {
    const items = [nordwind, kestrel, peregrine].map(
      ([headline, text], at) => `${marks[at]}${headline}\n${gap}${text}\n👉 https://${'abc'[at]}.example/x`,
    );
    const reading = read(
      `☀️ 굿모닝 브리핑 | 2026.03.12(목)\n\n${items.join('\n\n')}\n\n✉️ 구독하기 | 📣 제보하기`,
    );
    expect(reading.because).toBe('3 items in 1 section, with links of their own');
    expect(reading.briefs.map(({ title, summary, url }) => [title, summary.ko, url])).toEqual([
      [...nordwind, 'https://a.example/x'],
      [...kestrel, 'https://b.example/x'],
      [...peregrine, 'https://c.example/x'],
    ]);
    expect(reading.briefs[0]).toMatchObject({ sourceName: '굿모닝 브리핑', datePublished: '2026-03-12' });
  });

  test('a Korean letter: greeting, pinned headlines over lists, short news behind triangles', () => {
    const letter = `안녕하세요, 나침반 독자 여러분! 🧭
2026년 3월 12일 목요일 뉴스레터입니다.

[오늘의 뉴스]

📌 노르드윈드, 4억 2000만 달러 투자 유치
- 취리히의 노르드윈드가 시리즈 C로 4억 2000만 달러를 유치했습니다.
- 하버벤처스가 주도했습니다.
🔗 https://a.example/nordwind

📌 케스트렐 2.0 출시
- 케스트렐이 두 번째 모델을 내놓았습니다.
- 가격은 40% 낮췄습니다.
🔗 https://b.example/kestrel

📌 페레그린, 물류센터에 로봇 1,200대 투입
- 페레그린이 물류센터 세 곳에 로봇을 들입니다.
🔗 https://c.example/peregrine

[짧은 소식]
▶ 오린, 검색 광고 예산 30% 축소
▶ 하버카트, 무인 매장 12곳 개점

오늘 뉴스레터는 여기까지! 내일 또 만나요 👋
수신거부 | 구독하기
`;
    expect(told(letter)).toEqual([
      [nordwind[0], `${nordwind[1]} 하버벤처스가 주도했습니다.`, 'https://a.example/nordwind', '오늘의 뉴스'],
      [...kestrel, 'https://b.example/kestrel', '오늘의 뉴스'],
      [...peregrine, 'https://c.example/peregrine', '오늘의 뉴스'],
      ['오린, 검색 광고 예산 30% 축소', '오린, 검색 광고 예산 30% 축소', '', '짧은 소식'],
      ['하버카트, 무인 매장 12곳 개점', '하버카트, 무인 매장 12곳 개점', '', '짧은 소식'],
    ]);
    expect(read(letter).briefs[0]?.sourceName).toBe('');
  });

  test('headings that are the items, each with its link; the sponsor is none', () => {
    const letter = `# AI Weekly #42

*12 March 2026*

## Nordwind raises $420 million
The Zurich lab closed a Series C led by Harbor Ventures. It will hire 300 people this year.

[Read more](https://a.example/nordwind)

## Kestrel 2.0 ships
Kestrel shipped its second model on Thursday. It costs 40% less than the first.

[Read more](https://b.example/kestrel)

## Peregrine puts 1,200 robots to work
Peregrine will use robots in three warehouses. It expects to save 20% of the wages.

[Read more](https://c.example/peregrine)

## Orrin cuts search ads by 30%
Orrin is merging nine apps into one and cuts its ads.

[Read more](https://d.example/orrin)

## Sponsor
This issue is brought to you by Basel Cloud, the cloud for clocks.
`;
    expect(told(letter).map(([title, , url]) => [title, url])).toEqual([
      ['Nordwind raises $420 million', 'https://a.example/nordwind'],
      ['Kestrel 2.0 ships', 'https://b.example/kestrel'],
      ['Peregrine puts 1,200 robots to work', 'https://c.example/peregrine'],
      ['Orrin cuts search ads by 30%', 'https://d.example/orrin'],
    ]);
  });

  test('links at the end of each item are where it is from, not what it tells', () => {
    const letter = `# Morning Cart, 12 March 2026

## Top stories

- **Nordwind raises $420 million.** The Zurich lab closed a Series C led by Harbor Ventures. ([Port Gazette](https://a.example/nordwind))
- **Kestrel 2.0 ships.** The model costs 40% less than the first. ([TechPort](https://b.example/kestrel), [Blog](https://b2.example/k))
- Peregrine will put 1,200 robots to work in three warehouses. [Link](https://c.example/peregrine)
- Orrin cuts its search ads by 30% and merges nine apps — [d.example](https://d.example/orrin)

## Research

- A benchmark of 1,200 household tasks for robots was published in Basel. https://e.example/bench
- Bees find their way with maps, a study of 40 hives shows. <https://f.example/bees>
`;
    expect(told(letter).map(([, text, url]) => [text, url])).toEqual([
      ['The Zurich lab closed a Series C led by Harbor Ventures.', 'https://a.example/nordwind'],
      ['The model costs 40% less than the first.', 'https://b.example/kestrel'],
      ['Peregrine will put 1,200 robots to work in three warehouses.', 'https://c.example/peregrine'],
      ['Orrin cuts its search ads by 30% and merges nine apps', 'https://d.example/orrin'],
      ['A benchmark of 1,200 household tasks for robots was published in Basel.', 'https://e.example/bench'],
      ['Bees find their way with maps, a study of 40 hives shows.', 'https://f.example/bees'],
    ]);
  });

  test('labels in bold over lists of their own are sections', () => {
    const notes = `# Weekly notes
Source: https://notes.example/12
Date: 2026-03-12

- **Models**
  - Kestrel 2.0 shipped on Thursday with 262K tokens of context.
  - Nordwind opened the weights of its 7B model to everyone.
- **Money**
  - Nordwind raised $420 million in a Series C led by Harbor Ventures.
  - Orrin cut its search ads by 30 percent this quarter.
- **Robots**
  - Peregrine put 1,200 robots to work in three warehouses.
`;
    expect(read(notes).briefs.map(({ title, categories }) => [categories[0], title.split(' ')[0]])).toEqual([
      ['Models', 'Kestrel'],
      ['Models', 'Nordwind'],
      ['Money', 'Nordwind'],
      ['Money', 'Orrin'],
      ['Robots', 'Peregrine'],
    ]);
  });

  test('a table whose first cell is a day, and whose last is a link', () => {
    const table = `# 주간 AI 동향 | 나침반
**원문 URL**: https://compass.example/12
**요약일**: 2026-03-12 09:00

## 투자

| 회사 | 금액 | 내용 |
|------|------|------|
| 노르드윈드 | 4억 2000만 달러 | 시리즈 C, 하버벤처스 주도 |
| 케스트렐 | 3000만 달러 | 칩 개발 |

## 출시
| 날짜 | 소식 | 링크 |
|---|---|---|
| 3/10 | 케스트렐 2.0이 출시되었습니다. 가격은 40% 낮아졌습니다. | [보기](https://b.example/k) |
| 3/11 | 페레그린이 로봇 1,200대를 물류센터에 투입합니다. | [보기](https://c.example/p) |
`;
    expect(told(table)).toEqual([
      ['노르드윈드', '4억 2000만 달러 · 시리즈 C, 하버벤처스 주도', 'https://compass.example/12', '투자'],
      ['케스트렐', '3000만 달러 · 칩 개발', 'https://compass.example/12', '투자'],
      [
        '케스트렐 2.0이 출시되었습니다.',
        '케스트렐 2.0이 출시되었습니다. 가격은 40% 낮아졌습니다.',
        'https://b.example/k',
        '출시',
      ],
      [
        '페레그린이 로봇 1,200대를 물류센터에 투입합니다.',
        '페레그린이 로봇 1,200대를 물류센터에 투입합니다.',
        'https://c.example/p',
        '출시',
      ],
    ]);
  });

  const mail = `From: The Morning Cart <letters@cart.example>
To: team@company.example
Subject: The Morning Cart: Nordwind raises $420 million
Date: Thu, 12 Mar 2026 06:30:00 +0900
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8

View this email in your browser (https://cart.example/v/12)

THE MORNING CART
March 12, 2026

Good morning. Here is what matters today.

BIG CARTS

* Nordwind raises $420 million: The Zurich lab closed a Series C led by Harbor Ventures. (https://a.example/n)

* Kestrel 2.0 ships: The model costs 40% less than the first and handles 262K tokens. (https://b.example/k)

SMALL PARCELS

* Peregrine puts 1,200 robots to work: Three warehouses get them this spring. (https://c.example/p)

* Orrin cuts search ads by 30%: Nine apps become one, says the chain. (https://d.example/o)

Unsubscribe: https://cart.example/u
You are receiving this email because you signed up at cart.example.
`;

  test('a mail saved as text: its subject and day, sections in capitals, headlines before a colon', () => {
    expect(told(mail)).toEqual([
      [
        'Nordwind raises $420 million',
        'The Zurich lab closed a Series C led by Harbor Ventures.',
        'https://a.example/n',
        'BIG CARTS',
      ],
      [
        'Kestrel 2.0 ships',
        'The model costs 40% less than the first and handles 262K tokens.',
        'https://b.example/k',
        'BIG CARTS',
      ],
      [
        'Peregrine puts 1,200 robots to work',
        'Three warehouses get them this spring.',
        'https://c.example/p',
        'SMALL PARCELS',
      ],
      [
        'Orrin cuts search ads by 30%',
        'Nine apps become one, says the chain.',
        'https://d.example/o',
        'SMALL PARCELS',
      ],
    ]);
    expect(read(mail).briefs[0]).toMatchObject({
      sourceName: 'The Morning Cart',
      datePublished: '2026-03-12',
    });
  });

  test('a mail in the letters that mail can carry', () => {
    const [head = '', ...rest] = mail.split('\n\n');
    const carried = `${head.replace('Subject: The Morning Cart', 'Subject: =?UTF-8?B?7JWE7Lmo?=')}\nContent-Transfer-Encoding: base64`;
    const body = Buffer.from(rest.join('\n\n')).toString('base64');
    expect(told(`${carried}\n\n${body}`)).toEqual(told(mail));
  });

  test('a conversation copied out of Slack: bold between single stars, links between angles', () => {
    const copied = `박서연  9:02 AM
오늘의 뉴스 공유드립니다 :newspaper:
• *노르드윈드, 4억 2000만 달러 투자 유치* - 취리히의 노르드윈드가 시리즈 C로 4억 2000만 달러를 유치했습니다. <https://a.example/n|기사>
• *케스트렐 2.0 출시* - 가격은 40% 낮아졌습니다. <https://b.example/k|기사>
• *페레그린, 로봇 1,200대 투입* - 물류센터 세 곳에 들입니다. <https://c.example/p|기사>
:thumbsup: 3
김민준  9:10 AM
감사합니다!
`;
    expect(told(copied)).toEqual([
      [nordwind[0], nordwind[1], 'https://a.example/n', ''],
      ['케스트렐 2.0 출시', '가격은 40% 낮아졌습니다.', 'https://b.example/k', ''],
      ['페레그린, 로봇 1,200대 투입', '물류센터 세 곳에 들입니다.', 'https://c.example/p', ''],
    ]);
  });

  test('other marks behind a headline; closing words and captions are no items', () => {
    const several = `# [요약] 나침반 뉴스 | 나침반
**원문 URL**: https://compass.example/13
**요약일**: 2026-03-13 08:00:00

### 🔥 주요 뉴스
- **노르드윈드**: 4억 2000만 달러를 유치했습니다.
- **케스트렐** - 2.0 버전을 출시했습니다. 가격은 40% 낮췄습니다.
- __페레그린__ — 로봇 1,200대를 물류센터에 투입합니다.
- *오린* — 검색 광고 예산을 30% 줄입니다.
- **하버카트 (서울)** → 무인 매장 12곳을 열었습니다.
+ **바젤 로보틱스, 벤치마크 공개**. 1,200가지 집안일을 담았습니다.

### 🗂️ 기타
1) **할덴**: 밸브 300만 번 시험을 마쳤습니다.
2) **리스본 랩**: \`pip install lisbon\` 한 줄로 설치되는 도구를 냈습니다. (버전 0.17)

### 🖼 이미지
![a](https://img.example/a.png)
*그림 1. 노르드윈드의 매출 추이입니다.*

### 맺음말
- 오늘도 읽어 주셔서 감사합니다. 내일 다시 만나요!

---
> 이 문서는 자동으로 요약되었습니다.
> - 의견은 compass@compass.example 로 보내 주세요.
`;
    expect(told(several).map(([title, text]) => [title, text])).toEqual([
      ['노르드윈드', '4억 2000만 달러를 유치했습니다.'],
      ['케스트렐', '2.0 버전을 출시했습니다. 가격은 40% 낮췄습니다.'],
      ['페레그린', '로봇 1,200대를 물류센터에 투입합니다.'],
      ['오린', '검색 광고 예산을 30% 줄입니다.'],
      ['하버카트 (서울)', '무인 매장 12곳을 열었습니다.'],
      ['바젤 로보틱스, 벤치마크 공개', '1,200가지 집안일을 담았습니다.'],
      ['할덴', '밸브 300만 번 시험을 마쳤습니다.'],
      ['리스본 랩', 'pip install lisbon 한 줄로 설치되는 도구를 냈습니다. (버전 0.17)'],
    ]);
    const closed = several.replace('> 이 문서는', '* 이 문서는');
    expect(told(closed)).toEqual(told(several));
  });

  test('an item whose headline or whose text was changed is still the same news', () => {
    const before = `# 소식 | 나침반\n**원문 URL**: https://compass.example/7\n### 주요\n${[nordwind, kestrel, peregrine].map(([head, text]) => `* **${head}** — ${text}`).join('\n')}`;
    const after = before
      .replace('### 주요\n', '### 주요\n* **오린, 앱 9개 개편** — 오린이 앱 9개를 하나로 합칩니다.\n')
      .replace('**케스트렐 2.0 출시**', '**케스트렐, 두 번째 모델을 40% 싸게**')
      .replace('로봇을 들입니다', '로봇을 새로 들입니다');
    const [old, changed] = [read(before).briefs, read(after).briefs];
    expect(changed.slice(1).map(({ file }) => file)).toEqual([
      old[0]?.file,
      expect.not.stringMatching(`^${old[1]?.file}$`),
      old[2]?.file,
    ]);
    expect(changed[2]?.urlKey).toBe(old[1]?.urlKey);
    expect(new Set([...old, ...changed].map(({ urlKey }) => urlKey)).size).toBe(5);
  });

  test('items that link to one page are told apart by what they say', () => {
    const shared = `# News\nURL: https://news.example/1\n## One\n${['first', 'second', 'third'].map((word) => `- **The ${word} headline** — The ${word} text of the letter. [Blog](https://blog.example/all)`).join('\n')}`;
    const keys = read(shared).briefs.map(({ urlKey }) => urlKey);
    expect(new Set(keys).size).toBe(3);
    expect(keys[0]).toMatch(/^blog\.example\/all#[0-9a-f]{12}$/);
  });
});

describe('a letter of three or four items', () => {
  const four = [
    ...[nordwind, kestrel, peregrine].map(([head = '', text = '']) => [head, text] as const),
    ['오린, 검색 광고 예산 30% 축소', '오린이 이번 분기부터 검색 광고를 줄이고 앱 9개를 합칩니다.'] as const,
  ];
  const chinese = ['一', '二', '三', '四'];

  test.each([
    [
      'numbers',
      '오늘의 커머스 뉴스 (3/11)',
      (at: number, head: string, text: string) => `${at + 1}. ${head}\n${text}`,
    ],
    [
      'two emoji and a link',
      '📌 커머스 브리핑',
      (at: number, head: string, text: string) => `✅ ${head}\n👉 ${text}\n🔗 https://a.example/${at}`,
    ],
    [
      'Chinese numbers',
      '# 今日速报\n\n**发布日期**：2026年3月12日',
      (at: number, head: string, text: string) => `${chinese[at]}、**${head}**：${text}`,
    ],
    [
      'headings below headings',
      '# Weekly digest\n\n## 커머스',
      (_: number, head: string, text: string) => `### ${head}\n${text}`,
    ],
  ])('%s', (_, title, item) => {
    const { kind, briefs } = read(
      `${title}\n\n${four.map(([head, text], at) => item(at, head, text)).join('\n\n')}\n`,
    );
    expect([kind, briefs.map((brief) => [brief.title, brief.summary.ko])]).toEqual(['roundup', four]);
  });

  test('a short text behind a hand is a text', () => {
    const items = ['오린, 서울에 매장 5곳', '할덴, 수수료 인하', '케스트렐 새 모델'].map(
      (head) => `✅ ${head}\n👉 3월에 88억 원`,
    );
    const { briefs } = read(`📌 커머스 브리핑 (2026년 3월 11일)\n\n${items.join('\n\n')}\n`);
    expect(briefs.map(({ summary }) => summary.ko)).toEqual(Array(3).fill('3월에 88억 원'));
  });

  test('an article in as many parts is one', () => {
    const text = `# What the harbour robots mean\n\n## The port\n${four.map(([head, words]) => `### ${head}\n${words} ${words}`).join('\n\n')}`;
    expect(read(text).kind).toBe('article');
  });
});

describe('what an item is not', () => {
  test.each(['```', '~~~', '````'])('a block of code below one, fenced with %s', (fence) => {
    const code = `${fence}bash\ncurl https://api.example/v1\n# 주석은 제목이 아니다\n- **가짜 항목** — 코드 안에 있는 줄입니다.\n${fence}\n`;
    const letter = `# 소식 | 나침반\n**원문 URL**: https://compass.example/9\n## 제품\n**${nordwind[0]}** — ${nordwind[1]}\n${code}**${kestrel[0]}** — ${kestrel[1]}\n* **${peregrine[0]}** — ${peregrine[1]}\n\n  ${code.replaceAll('\n', '\n  ')}`;
    expect(told(letter).map(([title, text, , section]) => [title, text, section])).toEqual(
      [nordwind, kestrel, peregrine].map((item) => [...item, '제품']),
    );
  });

  test('a fence that is never closed hides nothing but itself', () => {
    const [one, two, three] = [nordwind, kestrel, peregrine].map(([head, text]) => `**${head}** — ${text}`);
    expect(
      read(list(one ?? '', two ?? '', three ?? '').replace('### 주요', '### 주요\n```')).briefs,
    ).toHaveLength(3);
  });

  const list = (...told: string[]) =>
    `# 소식 | 나침반\n**원문 URL**: https://compass.example/9\n### 주요\n${told.map((text) => `* ${text}`).join('\n')}`;
  const full = 'https://news.example/full/path-123';

  test.each([
    ['a short form of it', `[https://news.example/…](${full})`],
    ['a whole other form', `[https://news.example/path?utm_source=a](${full})`],
    ['words, in brackets', `([news.example](${full}))`],
    ['words with an address behind', `[기사](${full}) https://other.example/x`],
    ['angles', `<${full}>`],
  ])('its address is where a link goes, not what it shows: %s', (_, link) => {
    const [head, text] = nordwind;
    const [first] = read(
      list(
        `**${head}** — ${text} ${link}`,
        ...[kestrel, peregrine].map(([at, words]) => `**${at}** — ${words}`),
      ),
    ).briefs;
    expect([first?.url, first?.summary.ko]).toEqual([full, text]);
  });

  test('and so is the address of the whole roundup', () => {
    const shown = '**원문 URL**: [https://compass.example/…](https://compass.example/full/9)';
    const items = [nordwind, kestrel, peregrine].map(([head, text]) => `**${head}** — ${text}`);
    const text = list(...items).replace(/^\*\*원문.*$/m, shown);
    expect(read(text).briefs[0]?.url).toBe('https://compass.example/full/9');
  });
});

describe('what is no roundup', () => {
  test.each([
    [
      'advice in numbered parts',
      `5 ways small shops cut their delivery bill
By Ida Berg
Source: https://howto.example/delivery

Delivery costs rose by 12% last year, and small shops feel it. Harbor Cart cut its bill by 30% in a year, the grocer said on Tuesday. Here is how.

1. Plan routes the evening before
Routes that are planned in the evening save 8% of the miles, Harbor Cart found. Drivers know where they go before they start.

2. Use bicycles for small parcels
Parcels below two kilograms go by bicycle. That saves fuel, and the riders need no parking.

3. Collect crates later
Crates are collected on the next visit instead of a trip of their own. Shops keep them for two days on average.

4. Share vans with neighbours
Two shops in one street can fill one van. It needs trust and a shared calendar.

5. Charge for hurry
Express delivery costs 4 euros more now. Half of the customers choose to wait.
`,
    ],
    [
      'an article in chapters that lists what to read',
      `# What Nordwind's $420 million means

**Source:** https://port.example/nordwind

Nordwind raised $420 million on Thursday. It is the largest round of the year in Zurich.

## The money

The lab closed a Series C led by Harbor Ventures. It values the lab at $4 billion, [the Gazette reported](https://gazette.example/1).

## The people

Nordwind will hire 300 people this year, most of them in Seoul. It has 200 today.

## The risk

Revenue rose by 40% but the lab loses money. Analysts doubt that it will earn any before 2028.

## Further reading

- [Nordwind's own post](https://nordwind.example/post)
- [The Gazette on the round](https://gazette.example/1)
- [Kestrel's answer](https://kestrel.example/a)
`,
    ],
    [
      'a press release with highlights',
      `Nordwind Announces 2025 Results
Zurich, March 12, 2026 – Nordwind today announced its results for 2025.

Highlights:
• Revenue of 1.2 billion francs, up 40%
• 300 hires in Zurich and Seoul
• Net loss of 80 million francs, down from 120 million
• 1.2 million licences sold in 40 countries

"We had a good year," said Mara Lindqvist, chief executive of Nordwind. "We will spend the new money on chips and on people."

About Nordwind
Nordwind is a lab in Zurich. For more information visit https://nordwind.example.

Contact
press@nordwind.example
+41 44 000 00 00
`,
    ],
    [
      'an interview',
      `# An hour with Mara Lindqvist

**Q: Why did you raise money now?**
Because chips are cheap this year. We had offers since the autumn and chose the calmest of them.

**Q: What will you do with it?**
We hire 300 people in Seoul and in Zurich. The rest goes into chips.

**Q: Will Kestrel's price cut hurt you?**
Not much. Our customers pay for the harbour robots, and those need service on site.

**Q: When will you go public?**
Not before 2028. We want to earn money first.
`,
    ],
  ])('%s is one article', (_, text) => {
    const reading = read(text);
    expect(reading.kind).toBe('article');
    expect(reading.briefs).toHaveLength(1);
  });

  test.each([
    [
      'minutes',
      `회의록 2026-03-12
참석: 박서연, 김민준

1. 예산
- 3월 예산 4,200만원 집행
- 4월 예산 검토 필요
2. 일정
- 4월 2일 런칭
- QA는 3월 말까지
3. 기타
- 회식 4/5
`,
    ],
    [
      'an export of messages',
      '[\n  {"type":"message","text":"Kestrel 2.0 ships. It costs 40% less than the first one did."}\n]',
    ],
  ])('%s are not recognised', (_, text) => {
    expect(read(text).kind).toBeNull();
  });
});

describe('marks that begin items', () => {
  test('circles below squares, with dashes for what more is told', () => {
    const text = `# 주간 유통 소식 11월 4주

발행일: 2026-11-24

□ 커머스
○ 카멜리아마트, 새벽배송 12곳 확대 – 다음 달부터 수도권 밖 12개 지역에서 새벽배송을 시작한다.
 - 물류센터 2곳을 새로 지었다
○ 노르단 백화점 3분기 매출 4.2% 감소 – 의류 부진이 이어졌고 점포 3곳을 닫는다.
□ 결제
○ 펠리컨페이, 편의점 결제 시작 – 전국 편의점 5,200곳에서 쓸 수 있다.
`;
    expect(told(text).map(([title, summary, , section]) => [title, summary, section])).toEqual([
      [
        '카멜리아마트, 새벽배송 12곳 확대',
        '다음 달부터 수도권 밖 12개 지역에서 새벽배송을 시작한다. 물류센터 2곳을 새로 지었다',
        '커머스',
      ],
      ['노르단 백화점 3분기 매출 4.2% 감소', '의류 부진이 이어졌고 점포 3곳을 닫는다.', '커머스'],
      ['펠리컨페이, 편의점 결제 시작', '전국 편의점 5,200곳에서 쓸 수 있다.', '결제'],
    ]);
  });

  test.each([
    ['bold', '**', '** — '],
    ['plain, each over its text', '', '\n'],
  ])('an emoji of its own before each headline (%s)', (_, before, between) => {
    const list = [nordwind, kestrel, peregrine].map(
      ([headline, summary], index) => `${['🚀', '💰', '⚖️'][index]} ${before}${headline}${between}${summary}`,
    );
    const text = `AI 뉴스 브리핑 11/24\n\n${list.join('\n\n')}\n`;
    expect(told(text).map(([title, summary]) => [title, summary])).toEqual([nordwind, kestrel, peregrine]);
  });

  test('headlines in bold, each behind an emoji of its own, right below each other in a section', () => {
    const list = [nordwind, kestrel, peregrine].map(
      ([headline, summary], index) => `${['🚀', '💰', '⚖️'][index]} **${headline}** — ${summary}`,
    );
    const text = `# AI 소식\n\n요약일: 2026-11-24\n\n🔥 주요 뉴스\n${list.join('\n')}\n`;
    expect(told(text).map(([title, summary]) => [title, summary])).toEqual([nordwind, kestrel, peregrine]);
  });

  test('an emoji over a list heads a section', () => {
    const [first, second, third] = [nordwind, kestrel, peregrine].map(
      ([headline, summary]) => `• **${headline}** — ${summary}`,
    );
    const text = `AI 소식\n원문: https://letters.example/1\n\n🔥 주요 뉴스\n${first}\n\n📊 모델 & 벤치마크\n${second}\n\n🛠 도구와 오픈소스 생태계 소식\n${third}\n`;
    expect(told(text).map(([title, , , section]) => [title, section])).toEqual([
      [nordwind[0], '주요 뉴스'],
      [kestrel[0], '모델 & 벤치마크'],
      [peregrine[0], '도구와 오픈소스 생태계 소식'],
    ]);
  });

  test.each(['▶', '◆', '■'])('headlines of one line, apart, each behind %s; a subject heads them', (mark) => {
    const list = [nordwind, kestrel, peregrine].map(([headline]) => `${mark} ${headline} 소식`);
    const text = `오늘의 유통 뉴스\n\n${mark} 커머스\n\n${list.join('\n\n')}\n`;
    expect(told(text).map(([title, , , section]) => [title, section])).toEqual(
      [nordwind, kestrel, peregrine].map(([headline]) => [`${headline} 소식`, '커머스']),
    );
  });
});

test('whom an item names at its end as its source is its outlet, and no part of its text', () => {
  const text = `# AI 소식 모음
원문: https://letters.example/1

1. **${nordwind[0]}** — ${nordwind[1]} (출처: 하버일보)
2. **${kestrel[0]}** — ${kestrel[1]} (Source: [Harbor Times](https://harbor.example/a))
3. **${peregrine[0]}** — ${peregrine[1]} 출처: 오슬로데일리
4. **카멜리아마트, 새벽배송 확대** — 수도권 밖 12개 지역에서 시작합니다. [원문](https://camellia.example/b)
`;
  const { briefs } = read(text);
  expect(briefs.map(({ summary, sourceName, url }) => [summary.ko, sourceName, url])).toEqual([
    [nordwind[1], '하버일보', 'https://letters.example/1'],
    [kestrel[1], 'Harbor Times', 'https://harbor.example/a'],
    [peregrine[1], '오슬로데일리', 'https://letters.example/1'],
    ['수도권 밖 12개 지역에서 시작합니다.', 'letters.example', 'https://camellia.example/b'],
  ]);
});

describe('names in brackets at the ends of items', () => {
  const outlets = (...ends: string[]) => {
    const told = [nordwind, kestrel, peregrine];
    const items = ends.map((end, at) => `- **${told[at]?.[0]}** — ${told[at]?.[1]}${end}`);
    const { briefs } = read(`# AI 소식 모음\n원문: https://letters.example/1\n\n${items.join('\n')}\n`);
    return briefs.map(({ summary, sourceName }, at) => [
      (summary.ko || summary.en).slice(told[at]?.[1]?.length),
      sourceName,
    ]);
  };
  const none = ['', 'letters.example'];

  test('a newspaper is the outlet, and no part of the text', () => {
    expect(outlets(' (항만일보)', '', ' (Harbor Times)')).toEqual([
      ['', '항만일보'],
      none,
      ['', 'Harbor Times'],
    ]);
  });

  test('where all end so and several with a newspaper, the others are outlets, too', () => {
    expect(outlets(' (항만일보)', ' (북항경제)', ' (하버뉴스)')).toEqual([
      ['', '항만일보'],
      ['', '북항경제'],
      ['', '하버뉴스'],
    ]);
  });

  test.each([
    ['(서울)', '(부산)', '(도쿄)'],
    ['(공유경제)', '(가짜뉴스)', '(종이신문)'],
    ['(뉴스)', '(경제)', '(신문)'],
    ['(Blog Post)', '(Breaking News)', '(Times)'],
    ['(전년 대비)', '(3분기)', '(HBR)'],
  ])('other words stay where they are: %s %s %s', (...ends) => {
    expect(outlets(...ends.map((end) => ` ${end}`))).toEqual(
      ends.map((end) => [` ${end}`, 'letters.example']),
    );
  });

  test('one newspaper makes no outlet of the places beside it', () => {
    expect(outlets(' (항만일보)', ' (부산)', ' (도쿄)')).toEqual([
      ['', '항만일보'],
      [' (부산)', 'letters.example'],
      [' (도쿄)', 'letters.example'],
    ]);
  });
});

test.each([
  ['Morning everyone', ''],
  ['Morning all 👋', ''],
  ['Good afternoon team', ''],
  ['Happy Friday folks', ''],
  ['좋은 아침이에요 여러분', ''],
  ['Morning Compass', 'Morning Compass'],
  ['Evening Harbor News', 'Evening Harbor News'],
  ['굿모닝 하버', '굿모닝 하버'],
])('a greeting over the items is no outlet: %s', (title, outlet) => {
  const items = [nordwind, kestrel, peregrine].map(
    ([head, text], at) => `- **${head}** — ${text} [원문](https://news.example/${at})`,
  );
  expect(read(`${title}\n\n${items.join('\n')}\n`).briefs.map(({ sourceName }) => sourceName)).toEqual(
    items.map(() => outlet),
  );
});

describe('letters as people copy them', () => {
  const letters: [string, string, string[][]][] = [
    [
      'counted headlines, each over a hand and an address',
      `[유통 뉴스 채널] 11월 24일 아침 브리핑

1️⃣ 카멜리아마트, 새벽배송 12곳 확대
👉 다음 달부터 수도권 밖 12개 지역에서 시작
🔗 https://camellia.example/news/1

2️⃣ 노르단 백화점 3분기 매출 4.2% 감소
👉 점포 3곳 폐점
🔗 https://nordan.example/news/2

3️⃣ 펠리컨페이, 편의점 결제 시작
👉 전국 5,200곳
🔗 https://pelican.example/news/3
`,
      [
        [
          '카멜리아마트, 새벽배송 12곳 확대',
          '다음 달부터 수도권 밖 12개 지역에서 시작',
          'https://camellia.example/news/1',
          '',
        ],
        ['노르단 백화점 3분기 매출 4.2% 감소', '점포 3곳 폐점', 'https://nordan.example/news/2', ''],
        ['펠리컨페이, 편의점 결제 시작', '전국 5,200곳', 'https://pelican.example/news/3', ''],
      ],
    ],
    [
      'counted headlines in bold, each over a list',
      `# 11월 4주차 리테일 동향

**작성일:** 2026-11-24

### 1. 커머스

**1) 카멜리아마트 새벽배송 확대**
- 내용: 수도권 밖 12개 지역에서 새벽배송 시작
- 시사점: 지방 물류 경쟁이 본격화

**2) 노르단 백화점 매출 감소**
- 내용: 3분기 매출 4.2% 감소, 점포 3곳 폐점

### 2. 결제

**1) 펠리컨페이 편의점 결제**
- 내용: 전국 5,200곳에서 결제 가능
`,
      [
        [
          '카멜리아마트 새벽배송 확대',
          '내용: 수도권 밖 12개 지역에서 새벽배송 시작 · 시사점: 지방 물류 경쟁이 본격화',
          '',
          '커머스',
        ],
        ['노르단 백화점 매출 감소', '내용: 3분기 매출 4.2% 감소, 점포 3곳 폐점', '', '커머스'],
        ['펠리컨페이 편의점 결제', '내용: 전국 5,200곳에서 결제 가능', '', '결제'],
      ],
    ],
    [
      'paragraphs that begin with a sentence in bold',
      `# This week in agentic commerce

Source: https://letters.example/agentic/12

**Harbor Market opens agent checkout.** Shopping agents can pay with a stored card in 40 stores. [Harbor Times](https://harbor.example/1)

**Nordwind raises $420 million.** The maker of warehouse robots is now valued at $3 billion. [Nordwind blog](https://nordwind.example/2)

**Orrin cuts returns by 30%.** Fit advice before payment made the difference. [Retail Weathervane](https://weathervane.example/3)
`,
      [
        [
          'Harbor Market opens agent checkout',
          'Shopping agents can pay with a stored card in 40 stores.',
          'https://harbor.example/1',
          '',
        ],
        [
          'Nordwind raises $420 million',
          'The maker of warehouse robots is now valued at $3 billion.',
          'https://nordwind.example/2',
          '',
        ],
        [
          'Orrin cuts returns by 30%',
          'Fit advice before payment made the difference.',
          'https://weathervane.example/3',
          '',
        ],
      ],
    ],
    [
      'one-line news below a greeting that says what they are',
      `[마케팅팀 공지]
오늘의 주요 뉴스입니다 (11/24)

□ 카멜리아마트, 새벽배송 12개 지역으로 확대
□ 노르단 백화점, 3분기 매출 4.2% 감소로 점포 3곳 폐점
□ 펠리컨페이, 전국 편의점 5,200곳에서 결제 시작
`,
      [
        '카멜리아마트, 새벽배송 12개 지역으로 확대',
        '노르단 백화점, 3분기 매출 4.2% 감소로 점포 3곳 폐점',
        '펠리컨페이, 전국 편의점 5,200곳에서 결제 시작',
      ].map((headline) => [headline, headline, '', '']),
    ],
    [
      'counted headlines, each apart from its text, and a leave-taking',
      `오늘의 AI 뉴스 요약
2026년 11월 24일

${[nordwind, kestrel, peregrine].map(([headline, summary], index) => `${index + 1}. ${headline}\n\n${summary}`).join('\n\n')}

구독해 주셔서 감사합니다.
`,
      [nordwind, kestrel, peregrine].map(([headline = '', summary = '']) => [headline, summary, '', '']),
    ],
    [
      'quotations with a link each',
      `# 📬 위클리 마케팅 레터 #48

안녕하세요, 마케터 여러분! 이번 주도 중요한 소식을 모았어요.

## 📌 이번 주 핵심

${[nordwind, kestrel, peregrine].map(([headline, summary], index) => `> **${headline}**\n> ${summary}\n> 🔗 [원문 보기](https://news.example/${index})`).join('\n\n')}

다음 주에 만나요!
`,
      [nordwind, kestrel, peregrine].map(([headline = '', summary = ''], index) => [
        headline,
        summary,
        `https://news.example/${index}`,
        '이번 주 핵심',
      ]),
    ],
    [
      'headlines with the minutes that they take',
      `TLDR Harbor 2026-11-24

HEADLINES & LAUNCHES

${items
  .slice(0, 3)
  .map(([headline, text], index) => `${headline} (${index + 2} minute read)\n${text}`)
  .join('\n\n')}

DEEP DIVES

${items
  .slice(3)
  .map(([headline, text], index) => `${headline} (${index + 5} min read)\n${text}`)
  .join('\n\n')}
`,
      items.map(([headline, text], index) => [
        headline,
        text,
        '',
        index < 3 ? 'HEADLINES & LAUNCHES' : 'DEEP DIVES',
      ]),
    ],
  ];
  test.each(letters)('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('an article in numbered chapters stays one, whatever its title says of news', () => {
    const chapters = [1, 2, 3].map(
      (index) =>
        `${index}. 요약이 짧아졌다\n\n독자들은 휴대전화로 첫 문장만 읽는다고 조사팀은 밝혔다. 편집자들은 그래서 첫 문장을 가장 오래 고친다.`,
    );
    const intro =
      '아침마다 뉴스 요약을 받아 보는 사람이 늘고 있다고 하버일보가 전했다. 조사에 답한 1,200명 가운데 절반이 그렇게 답했다.';
    const text = `뉴스 요약 서비스가 바꾼 세 가지 습관\n\n${intro} ${intro}\n\n${chapters.join('\n\n')}\n`;
    expect(read(text).kind).toBe('article');
  });
});
