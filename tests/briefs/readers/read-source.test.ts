import { describe, expect, test } from 'vitest';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

function read(text: string, file = 'inbox/x') {
  return readSource({ file, text, hash: 'h' }, documentReaders);
}

const scraped = `Zum Inhalt springen
Nachrichten

Harbour robots learn to sort cargo without a crane

Nordwind Robotics said on Tuesday that its harbour robots sorted 4,200 containers in one night without a crane.

How the robots were trained

The company trained them for 18 months on recordings of the port of Halden. Its chief engineer, Mara Lindqvist, called the result "a quiet revolution" for small ports. The port paid 3.4 million euros for the first six machines.

What is a harbour robot?

A harbour robot is a machine that moves cargo between ship and shore without a driver, following painted lines.

Teilen Facebook X WhatsApp E-Mail
Jonas Feld

Über den Autor

Jonas Feld ist Chief Editor von Hafen Nachrichten und verantwortet die redaktionelle Linie.

Schreibe einen Kommentar

Diese Website verwendet Akismet, um Spam zu reduzieren. Erfahre, wie deine Kommentardaten verarbeitet werden.`;

const post = `0

Nordwind Accuses Three Labs of Copying Its Harbour Model

📰 What happened:
Nordwind has accused three labs of copying the model behind its harbour robots over several months. According to Nordwind:

  • 2,400 fake accounts were used
  • 1.6 million requests were made to the model

💡 Why this matters:

  1. Competition: the harbour market is small and every lab wants it.

📊 Key Numbers:
- 2,400 accounts
- 1.6 million requests

📎 Source: Port Gazette (Mar 3, 2026)

Harbour #Nordwind #Robots #Ports

💬 Comments (9)
I do not believe a word of this and neither should you, dear reader of this page.`;

const copied = `Nordwind Accuses Rival Labs of “Model Copying”; Industry Reacts
2 day ago / Read about 0 minute
Author:小编   

On March 3, 2026, robot maker Nordwind issued a report alleging that three labs had sent over 1.6 million requests to its model. Kestrel was said to have sent over 1.3 million requests, and Orrin 150,000.

The labs have not answered the allegations so far, and the industry is sceptical about the evidence.`;

describe('readSource', () => {
  test('reads a scraped page: title, lead, figures, outlet; nothing of the page around it', () => {
    const reading = read(scraped);
    expect(reading.because).toBe('a headline over 3 paragraphs of running text');
    const [brief] = reading.briefs;
    expect(brief).toMatchObject({
      kind: 'article',
      made: 'extract',
      title: 'Harbour robots learn to sort cargo without a crane',
      sourceName: 'Hafen Nachrichten',
      language: 'en',
      datePublished: '',
    });
    expect(brief?.summary).toEqual({
      ko: '',
      en: 'Nordwind Robotics said on Tuesday that its harbour robots sorted 4,200 containers in one night without a crane. The company trained them for 18 months on recordings of the port of Halden. The port paid 3.4 million euros for the first six machines.',
    });
  });

  test('reads a community post: lists with figures as key points, source and date from its last lines, no comments', () => {
    const [brief] = read(post).briefs;
    expect(brief).toMatchObject({
      title: 'Nordwind Accuses Three Labs of Copying Its Harbour Model',
      sourceName: 'Port Gazette',
      datePublished: '2026-03-03',
      keyPoints: ['2,400 fake accounts were used', '1.6 million requests were made to the model'],
    });
    expect(brief?.summary.en).toBe(
      'Nordwind has accused three labs of copying the model behind its harbour robots over several months.',
    );
  });

  test("reads an aggregator's copy: author, the date of its dateline, no reading time", () => {
    const [brief] = read(copied).briefs;
    expect(brief).toMatchObject({
      author: '小编',
      datePublished: '2026-03-03',
      sourceName: '',
      language: 'en',
    });
    expect(brief?.summary.en).toContain(
      'Kestrel was said to have sent over 1.3 million requests, and Orrin 150,000.',
    );
    expect(JSON.stringify(brief)).not.toMatch(/0 minute|2 day/);
  });

  test('reads a saved web page with its stated address, site, author and time', () => {
    const paragraph =
      'Kestrel Foods will open 40 stores in Norway this spring, the grocer said on Monday in Oslo. ';
    const html = `<!DOCTYPE html><html lang="en"><head><title>Kestrel opens 40 stores | Nord Retail</title>
      <link rel="canonical" href="https://nordretail.example/kestrel?utm_source=a"><meta property="og:site_name" content="Nord Retail">
      <meta property="article:published_time" content="2026-05-04T08:00:00Z"><meta name="author" content="By Ida Berg · May 4, 2026 · 4 min read"></head>
      <body><nav><a href="/">Home</a><a href="/x">Deals</a></nav><div>We use cookies to improve your visit.</div>
      <article><h1>Kestrel opens 40 stores</h1><p>${paragraph.repeat(3)}</p><ul><li>Each store has 30 shelves of local food</li></ul><p>${'The grocer hires 900 people for it, most of them in the north. '.repeat(4)}</p></article>
      <footer>Subscribe to our newsletter</footer><script>alert(1)</script></body></html>`;
    const reading = read(html);
    expect(reading.because).toBe('a web page with an article in it');
    expect(reading.briefs[0]).toMatchObject({
      url: 'https://nordretail.example/kestrel',
      urlKey: 'nordretail.example/kestrel',
      sourceName: 'Nord Retail',
      datePublished: '2026-05-04',
      author: 'Ida Berg',
    });
    expect(reading.briefs[0]?.title).toContain('Kestrel opens 40 stores');
    expect(JSON.stringify(reading.briefs[0])).not.toMatch(/cookies|newsletter|alert|Deals/);
  });

  test('reads a Korean article into the Korean summary and leaves the English one empty', () => {
    const [brief] = read(
      `노르드윈드, 항만 로봇 4,200대 공개\n본문 바로가기\n입력: 2026.03.03\n\n노르드윈드가 3일 항만 로봇 4,200대를 공개했다. 회사는 올해 매출 목표를 3조 원으로 잡았다고 밝혔다.\n\n#로봇 #항만 #물류`,
    ).briefs;
    expect(brief).toMatchObject({
      language: 'ko',
      datePublished: '2026-03-03',
      title: '노르드윈드, 항만 로봇 4,200대 공개',
    });
    expect(brief?.summary).toEqual({
      ko: '노르드윈드가 3일 항만 로봇 4,200대를 공개했다. 회사는 올해 매출 목표를 3조 원으로 잡았다고 밝혔다.',
      en: '',
    });
  });

  test('keeps the words of an article in a third language as they are, in no summary', () => {
    const [brief] = read(
      `Hafenroboter sortieren Fracht ohne Kran\n\nNordwind teilte am Dienstag mit, dass die Roboter in einer Nacht 4.200 Container ohne Kran sortiert haben. Der Hafen zahlte dafür nach eigenen Angaben 3,4 Millionen Euro an das Unternehmen.`,
    ).briefs;
    expect(brief).toMatchObject({ language: 'de', summary: { ko: '', en: '' } });
    expect(brief?.keyPoints[0]).toContain('3,4 Millionen Euro');
  });

  test.each([
    ['an empty file', '  \n'],
    ['JSON', '{"title": "Nordwind opens its weights to everyone. It said so today, in a long sentence."}'],
    ['a table', 'name,price\nkestrel,3\norrin,4\n'],
    ['a log', '2026-03-03 12:00:01 INFO started\n2026-03-03 12:00:02 INFO 200 GET /\n'.repeat(20)],
    ['a note', 'Buy milk\n\nand bread'],
    [
      'bytes',
      'PK\u0003\u0004\u0000\u0000 Some sentence that is long enough to be text. And another one, to be sure of it.',
    ],
  ])('does not guess at %s', (_, text) => {
    const reading = read(text);
    expect(reading.kind).toBeNull();
    expect(reading.briefs).toEqual([]);
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]?.reason).toMatch(/^(Not recognised|The file is empty)/);
  });

  test('finds the outlet in a copyright line in angle brackets, with more of the page below it', () => {
    const text = `다온마켓, 무인 매장 40곳 연다
입력 2026.11.23 09:12
이서준 기자 seojun@daily.example

다온마켓이 무인 매장 40곳을 새로 연다고 23일 밝혔다. 투자 규모는 320억원이다.

회사는 지난해 시범 매장 6곳에서 하루 평균 매출 410만원을 올렸다. 인건비는 38% 줄었다.

<저작권자 ⓒ 항구일보, 무단 전재 및 재배포 금지>
[관련기사]
다온마켓 3분기 흑자 전환
무인 매장의 그늘
많이 본 뉴스
1 내일 날씨
2 로또 번호
3 주말 축제
댓글 12
`;
    const [brief] = readSource({ file: 'a.txt', text, hash: 'h' }, documentReaders).briefs;
    expect(brief).toMatchObject({ sourceName: '항구일보', author: '이서준' });
  });

  test('a short first sentence in Korean is told', () => {
    const text = `은하제과, 무설탕 라인 확대

은하제과가 무설탕 제품을 12종으로 늘린다.

올해 1~10월 무설탕 제품 매출은 전년 같은 기간보다 64% 늘어난 890억원이다. 회사는 20대 구매 비중이 절반에 가깝다고 설명했다.
`;
    const [brief] = readSource({ file: 'a.txt', text, hash: 'h' }, documentReaders).briefs;
    expect(brief?.summary.ko).toMatch(/^은하제과가 무설탕 제품을 12종으로 늘린다\. 올해/);
  });

  test('a Japanese page: neither its menu nor its wall, and the outlet of its copyright line', () => {
    const text = `メインコンテンツへスキップ
ホーム 経済 テクノロジー スポーツ

海鳥電機、家庭用蓄電池の国内生産を倍増へ
2026年11月20日 10時00分

海鳥電機は20日、家庭用蓄電池の国内生産を2027年度に年8万台へ倍増すると発表した。投資額は150億円。岡山の工場に新しいラインを設ける。

同社の2025年度の販売台数は3万9千台だった。補助金の拡大で需要が伸びている。

この記事は有料会員限定です。残り512文字
会員登録はこちら
関連記事
蓄電池の選び方
Copyright (C) 2026 みなと経済新聞 無断転載を禁じます
`;
    const [brief] = readSource({ file: 'a.txt', text, hash: 'h' }, documentReaders).briefs;
    expect(brief).toMatchObject({
      title: '海鳥電機、家庭用蓄電池の国内生産を倍増へ',
      sourceName: 'みなと経済新聞',
      datePublished: '2026-11-20',
      keyPoints: [
        '海鳥電機は20日、家庭用蓄電池の国内生産を2027年度に年8万台へ倍増すると発表した。投資額は150億円。同社の2025年度の販売台数は3万9千台だった。',
      ],
    });
  });

  test('short Korean entries with a figure are key points', () => {
    const text = `메리디안클라우드가 7시간 멈췄습니다

어제 오전 9시부터 메리디안클라우드가 7시간 동안 멈췄습니다. 고객사 1,900곳이 영향을 받았습니다.

다음 주 원인 보고서가 나올 예정입니다. 경쟁사 오션스택은 이전 할인을 내걸었습니다.

- 7시간: 장애 시간
- 1,900곳: 영향을 받은 고객사
- 25%: 이용료 환급
`;
    const [brief] = readSource({ file: 'a.txt', text, hash: 'h' }, documentReaders).briefs;
    expect(brief?.keyPoints).toEqual(['7시간: 장애 시간', '1,900곳: 영향을 받은 고객사', '25%: 이용료 환급']);
  });

  test('reads a Korean page: the headline below the name of the site, the reporter, the outlet of its copyright line', () => {
    const page = `IT 전문 매체 하버뉴스
페레그린, 물류센터에 로봇 1,200대 투입…"인건비 20% 절감"
입력 2026.03.12. 오전 9:12 수정 2026.03.12. 오후 1:02
홍길동 기자 gildong@harbor.example
공유하기
페레그린 푸드가 물류센터 세 곳에 로봇 1,200대를 투입한다고 12일 밝혔다. 인건비를 20% 줄일 수 있다고 본다.
김서연 대표는 "내년에는 두 배로 늘리겠다"고 말했다.
Copyright ⓒ 하버뉴스. 무단전재 및 재배포 금지
많이 본 뉴스
1. 오린, 앱 9개 개편`;
    expect(read(page).briefs[0]).toMatchObject({
      title: '페레그린, 물류센터에 로봇 1,200대 투입…"인건비 20% 절감"',
      author: '홍길동',
      sourceName: '하버뉴스',
      datePublished: '2026-03-12',
      keyPoints: [],
      summary: {
        ko: '페레그린 푸드가 물류센터 세 곳에 로봇 1,200대를 투입한다고 12일 밝혔다. 인건비를 20% 줄일 수 있다고 본다.',
      },
    });
  });

  test('reads Japanese: the date, the author, sentences without spaces between', () => {
    const page = `ノルドウィンド、4億2000万ドルを調達
2026年3月12日 9:00
著者：山田太郎
チューリッヒの研究所ノルドウィンドは12日、4億2000万ドルを調達したと発表した。主導したのはハルデンだ。
関連記事
ケストレル2.0が登場`;
    expect(read(page).briefs[0]).toMatchObject({
      language: 'ja',
      author: '山田太郎',
      datePublished: '2026-03-12',
      keyPoints: [
        'チューリッヒの研究所ノルドウィンドは12日、4億2000万ドルを調達したと発表した。主導したのはハルデンだ。',
      ],
    });
  });

  test('leaves out what a newsletter and a shop window of a site put around the text', () => {
    const letter = `View this email in your browser
Hi there,
Big week for small shops. Let's get to it.
Harbor Cart goes till-free this week
Share on X (Opens in new window)
Listen · 4:12 min
Harbor Cart opened twelve shops without tills on Tuesday, its largest launch. Shoppers scan in with a phone and walk out.
By signing up you agree to our terms of service.
We use cookies to improve your experience.
That's it for this week!
Forward this email to a friend who may open 99 shops · Unsubscribe`;
    expect(read(letter).briefs[0]).toMatchObject({
      title: 'Harbor Cart goes till-free this week',
      summary: {
        en: 'Harbor Cart opened twelve shops without tills on Tuesday, its largest launch. Shoppers scan in with a phone and walk out.',
      },
    });
  });

  test('a short line is the headline where there is no longer one', () => {
    const brief = read(
      'Kestrel 2\n\nKestrel shipped its second model on Thursday in Basel. It costs 40% less than the first.',
    ).briefs[0];
    expect(brief?.title).toBe('Kestrel 2');
  });

  test('reads a saved newsletter as a roundup, and takes the site out of the title of an article', () => {
    const item = (head: string) =>
      `<li><strong>${head}</strong> — It happened in Basel on <a href="https://x.example/1">Tuesday</a>.</li>`;
    const list = (...heads: string[]) => `<ul>${heads.map(item).join('')}</ul>`;
    const letter = `<html><head><title>Weekly carts, 12 March 2026</title><meta property="og:site_name" content="Carts"></head><body><h1>Weekly carts</h1><p><a href="https://carts.example/12">Read online</a></p><h2>Top</h2>${list('Nordwind raises money', 'Kestrel ships a model', 'Orrin sues a rival')}<h2>Research</h2>${list('Robots get a benchmark', 'Maps for bees', 'Cheaper chips')}</body></html>`;
    const reading = read(letter);
    expect(reading.kind).toBe('roundup');
    expect(reading.because).toMatch(/^a web page with 6 items in 2 sections/);
    expect(reading.briefs[0]).toMatchObject({
      title: 'Nordwind raises money',
      summary: { en: 'It happened in Basel on Tuesday.' },
      sourceName: 'Carts',
      datePublished: '2026-03-12',
      categories: ['Top'],
    });
    const text =
      'Orrin will close 40 of its 310 shops this year, the chain said on Thursday. Online orders rose 60% in a quarter. ';
    const page = `<html><head><title>Orrin to close 40 shops | Port Gazette</title><meta property="og:site_name" content="Port Gazette"></head><body><article><h1>Orrin to close 40 shops</h1><p>${text.repeat(2)}</p><p>${text.repeat(3)}</p></article></body></html>`;
    expect(read(page).briefs[0]?.title).toBe('Orrin to close 40 shops');
  });

  test('never looks at the name', () => {
    const named = ['a.md', 'b.txt', 'c.html', 'brief', 'd.json'].map((file) => read(copied, file));
    expect(new Set(named.map((reading) => reading.because)).size).toBe(1);
  });

  const story = `Harbour robots learn to sort cargo without a crane

Nordwind Robotics said on Tuesday that its harbour robots sorted 4,200 containers in one night without a crane.

The company trained them for 18 months on recordings of the port of Halden, and the port paid 3.4 million euros.`;

  test.each([
    'Home | News | Technology',
    'Home › Business › Ports & Harbours',
    '홈 > 뉴스 > 산업',
    'Startseite / Nachrichten / Hafen',
    'Share this story: Facebook, X, LinkedIn, Copy link',
    'Share on Facebook | Twitter | E-Mail',
    '기사 공유하기 페이스북 트위터 카카오톡',
  ])('the title is the headline, not the line of the page above it: %s', (line) => {
    for (const text of [`${line}\n\n${story}`, `${line}\n${story}`])
      expect(read(text).briefs[0]?.title).toBe('Harbour robots learn to sort cargo without a crane');
  });

  test.each([
    'Share prices of Facebook, Twitter and LinkedIn fall after 5% warning',
    'Acme | Results | Third quarter',
    'News, sports and weather in one app: Halden tries it',
  ])('a headline that looks a little like one stays: %s', (title) => {
    expect(read(story.replace(/^.+/, title)).briefs[0]?.title).toBe(title);
  });
});
