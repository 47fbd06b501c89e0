import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/briefs/brief.ts';
import { callsOnReaders } from '../../src/processing/calls-on-readers.ts';
import { checkFilled } from '../../src/processing/check-filled.ts';
import type { Filled } from '../../src/processing/read-reply.ts';
import { parseAliases } from '../../src/search/alias-table.ts';
import { lanternBrief, lanternReply } from './lantern-brief.ts';

const aliases = parseAliases(`
- [Samsung Electronics, Samsung, 삼성전자]
- [Coupang, 쿠팡]
- [Germany, 독일]
- [platform, 플랫폼]
`);
const check = (brief: Brief, filled: Filled) => checkFilled(brief, filled, aliases);

test('a faithful text passes', () => {
  expect(check(lanternBrief(), lanternReply)).toBeNull();
});

test.each(['"', "'", ')'])('many marks in a row in the source take no time (%s)', (mark) => {
  const brief = lanternBrief();
  const summary = { ...brief.summary, en: `${brief.summary.en} ${mark.repeat(60_000)}` };
  const begun = performance.now();
  check({ ...brief, summary }, lanternReply);
  expect(performance.now() - begun).toBeLessThan(1_000);
});

test('how one pays is no call to buy', () => {
  expect(check(lanternBrief(), { ...lanternReply, so_what_en: 'It offers buy now, pay later.' })).toBeNull();
});

test.each([
  [
    'another figure',
    { summary_ko: lanternReply.summary_ko.replace('2,400', '2,500') },
    /numbers that the source does not: 2,500/,
  ],
  ['another scale', { summary_ko: lanternReply.summary_ko.replace('160만', '160억') }, /numbers .*160억/],
  [
    'a figure with another unit',
    { so_what_ko: '비용 160만 달러를 살펴야 합니다.' },
    /numbers that the source does not: 160만/,
  ],
  ['a figure of its own in words', { so_what_ko: '비용이 칠십 퍼센트 늘어납니다.' }, /numbers .*70/],
  ['a multiple of its own', { so_what_en: 'Sales doubled, so watch for odd usage.' }, /numbers .*doubled/],
  ['a part of its own', { so_what_ko: '회사의 절반이 위험합니다.' }, /numbers .*절반/],
  ['a third of its own', { so_what_en: 'A third of the labs may follow.' }, /numbers .*A third/],
  ['a fraction of its own', { so_what_ko: '비용이 4분의 1로 줄어듭니다.' }, /numbers .*4분의 1/],
  ['a half of its own', { so_what_ko: '비용이 반으로 줄어듭니다.' }, /numbers .*반/],
  ['a share of its own', { so_what_ko: '소비자 네 명 중 세 명이 옮깁니다.' }, /numbers .*네 명 중 세 명/],
  ['a tenfold of its own', { so_what_en: 'Costs could rise tenfold.' }, /numbers .*tenfold/],
  ['a size of its own', { so_what_ko: '피해는 수십억 달러입니다.' }, /numbers .*수십억/],
  [
    'figures of two key points swapped',
    { key_points_ko: ['가짜 계정 160만 개가 쓰였습니다.', '모델에 2,400건의 요청이 있었습니다.'] },
    /leaves out numbers of the source: 2,400/,
  ],
  ['a figure of its own', { so_what_ko: '비용이 30% 늘어납니다.' }, /numbers .*30/],
  [
    'a figure left out',
    { summary_ko: lanternReply.summary_ko.replace('2,400개가', '여러 개가') },
    /leaves out numbers of the source: 2,400/,
  ],
  [
    'another name',
    { so_what_ko: 'Peregrine도 같은 처지입니다.' },
    /names what the source does not: Peregrine/,
  ],
  [
    'a name left out',
    { summary_ko: lanternReply.summary_ko.replace('LanternSoft', '한 회사') },
    /leaves out names of the source: LanternSoft/,
  ],
  ['hardly a word', { summary_ko: 'LanternSoft 2,400 160만 입니다.' }, /fraction of what the source says/],
  ['a link', { so_what_en: 'Read more at https://evil.example/now for details.' }, /leads somewhere/],
  ['a call to sign up', { so_what_en: 'Sign up now, before the price goes up.' }, /calls on the reader/],
  ['a call to hand something over', { so_what_en: 'Send us your token for a check.' }, /calls on the reader/],
  ['a call to act, in Korean', { so_what_ko: '지금 바로 가입하세요.' }, /calls on the reader/],
  [
    'a polite one',
    { so_what_ko: '아래 단추를 클릭해 주시고 계좌로 송금해 주십시오.' },
    /calls on the reader/,
  ],
  [
    'a call to make sure',
    { so_what_en: 'Prices rise. Make sure to upgrade your plan.' },
    /calls on the reader/,
  ],
  ['a code to scan', { so_what_en: 'Scan the QR code for the report.' }, /calls on the reader/],
  ['a call to look', { so_what_ko: '지금 확인해 보세요.' }, /calls on the reader/],
  ['a call to hurry', { so_what_ko: '서둘러 주세요.' }, /calls on the reader/],
  ['a formal call', { so_what_ko: 'QR 코드를 스캔하십시오.' }, /calls on the reader/],
  [
    'a name set together of English words',
    { so_what_ko: '에버플로우도 같은 처지입니다.' },
    /names what the source does not: 에버플로우/,
  ],
  ['a bare host', { so_what_en: 'Read more at evil.example for details.' }, /leads somewhere/],
  ['a host of one letter', { so_what_en: 'The group t.me/lantern tells more.' }, /leads somewhere/],
  ['a mention with a blank', { so_what_en: 'Call @ everyone about odd usage.' }, /leads somewhere/],
  ['a host with another point', { so_what_en: 'Read more at evil。example for details.' }, /leads somewhere/],
  [
    'a host with its point in brackets',
    { so_what_en: 'Read more at evil[.]example today.' },
    /leads somewhere/,
  ],
  [
    'a host with its point as a word',
    { so_what_en: 'Read more at evil dot example today.' },
    /leads somewhere/,
  ],
  ['a host in Hangul', { so_what_ko: '자세한 내용은 나쁜곳.example 에 있습니다.' }, /leads somewhere/],
  ['a disguised address', { so_what_en: 'Read more at hxxp://evil today.' }, /leads somewhere/],
  ['a mention', { so_what_ko: '<!here> 지금 확인하세요.' }, /leads somewhere/],
  [
    'English for Korean',
    { summary_ko: 'LanternSoft accused 2,400 of 1.6 million.' },
    /Korean is in another language/,
  ],
])('%s is refused', (_name, wrong, reason) => {
  expect(check(lanternBrief(), { ...lanternReply, ...wrong })).toMatch(reason);
});

test('a Korean brief told in English keeps its Latin names', () => {
  const brief = lanternBrief({
    language: 'ko',
    title: 'Kestrel Foods, 빵집 180곳 인수',
    summary: { ko: 'Kestrel Foods가 Orrin의 빵집 180곳을 4억 2,000만 달러에 인수합니다.', en: '' },
    keyPoints: [],
  });
  expect(
    check(brief, { summary_en: 'Kestrel Foods is buying 180 Orrin bakeries for $420 million.' }),
  ).toBeNull();
  expect(check(brief, { summary_en: 'A grocer is buying 180 bakeries for $420 million.' })).toMatch(
    /leaves out names of the source: Kestrel, Foods, Orrin/,
  );
});

const quillstone = lanternBrief({
  title: 'Quillstone buys Keller Foods of Leipzig',
  summary: {
    ko: '',
    en: 'Quillstone has bought Keller Foods, a German grocer, for $420 million. Its chief Dana Keller stays in Leipzig.',
  },
  keyPoints: [],
});
const bought =
  '퀼스톤이 독일 식료품점 켈러 푸드를 4억 2천만 달러에 인수했습니다. 데이나 켈러 대표는 라이프치히에 남습니다.';

test.each([
  ['by ear', bought],
  ['in Latin letters', bought.replace('퀼스톤이', 'Quillstone이').replace('켈러 푸드', 'Keller Foods')],
  ['with words that Korean took over', `${bought} 온라인 플랫폼과 마케팅 전략이 중요합니다.`],
])('a Korean text with the source’s names %s passes', (_how, summary_ko) => {
  const brief = {
    ...quillstone,
    summary: { ...quillstone.summary, en: quillstone.summary.en.replace('in Leipzig', 'there') },
  };
  expect(check(brief, { summary_ko: summary_ko.replace('라이프치히에', '그곳에') })).toBeNull();
});

test.each([
  ['a known company for another', ['퀼스톤이', '삼성전자가'], /names what the source does not: 삼성전자/],
  ['a name in Latin letters for another', ['퀼스톤이', 'Hanbit Commerce가'], /does not: Hanbit, Commerce/],
  ['a name like another', ['켈러', '케슬러'], /does not: 케슬러/],
  ['another town', ['라이프치히', '드레스덴'], /does not: 드레스덴/],
  ['a known company beside the others', ['퀼스톤이', '퀼스톤과 쿠팡이'], /does not: 쿠팡/],
])('%s in a Korean text is refused', (_what, [name = '', other = ''], reason) => {
  expect(check(quillstone, { summary_ko: bought.replaceAll(name, other) })).toMatch(reason);
});

const hanbit = lanternBrief({
  language: 'ko',
  title: '한빛커머스, 독일 켈러푸드 인수',
  summary: {
    ko: '한빛커머스가 독일 식료품점 켈러푸드를 4억 2천만 달러에 인수한다고 12일 밝혔습니다.',
    en: '',
  },
  keyPoints: [],
});
const buys =
  'Hanbit Commerce said on the 12th that it will buy the German grocer Keller Foods for $420 million.';

test('an English text with the names of a Korean source passes', () => {
  expect(check(hanbit, { summary_en: buys })).toBeNull();
});

test.each([
  ['a known company for another', ['Hanbit Commerce', 'Coupang'], /does not: Coupang/],
  ['a name like another', ['Keller', 'Kessler'], /does not: Kessler/],
  ['another country', ['the German', 'the French'], /does not: French/],
  ['a company beside the others', ['it will', 'it and Brightwell will'], /does not: Brightwell/],
])('%s in an English text is refused', (_what, [name = '', other = ''], reason) => {
  expect(check(hanbit, { summary_en: buys.replace(name, other) })).toMatch(reason);
});

test('a town that Korean spells as its people say it passes; one person’s name for another’s does not', () => {
  expect(check(quillstone, { summary_ko: bought })).toBeNull();
  const korean = lanternBrief({
    language: 'ko',
    title: '데이나 켈러, 라이프치히에 남는다',
    summary: { ko: '데이나 켈러 대표는 라이프치히 공장에 남는다고 밝혔습니다.', en: '' },
    keyPoints: [],
  });
  const stays = 'Dana Keller says that she will stay. Her Leipzig plant goes on.';
  expect(check(korean, { summary_en: stays })).toBeNull();
  expect(check(korean, { summary_en: stays.replace('Keller', 'Kessler') })).toMatch(/does not: Kessler/);
  expect(check(korean, { summary_en: stays.replace('Leipzig', 'Dresden') })).toMatch(/does not: Dresden/);
});

test('names of a Japanese source cannot be traced, its figures can', () => {
  const brief = lanternBrief({
    language: 'ja',
    title: '港湾モデルを巡る提訴',
    summary: { ko: '', en: '' },
    keyPoints: ['ランタンソフトは1600万件の対話があったと述べた。'],
  });
  const told = '랜턴소프트가 1,600만 건의 대화가 있었다고 밝혔습니다.';
  expect(check(brief, { summary_ko: told })).toBeNull();
  expect(check(brief, { summary_ko: told.replace('1,600만', '1,600억') })).toMatch(/numbers .*1,600억/);
});

test('a name of which only a part sounds like the source’s is another name', () => {
  const life = { ...quillstone, keyPoints: ['Life goes on, said the commerce team'] };
  const told = (town: string) => ({
    summary_ko: bought.replace('라이프치히', town),
    key_points_ko: ['삶은 이어진다고 커머스팀이 말했습니다.'],
  });
  expect(check(life, told('라이프치히'))).toBeNull();
  expect(check(life, told('라이프네스'))).toMatch(/does not: 라이프네스/);
});

test('a so-what in the language of the source keeps to its names, and opens sentences as it likes', () => {
  const good = { so_what_en: 'Grocers in Germany should watch Quillstone. Smaller chains may follow.' };
  expect(check(quillstone, good)).toBeNull();
  const bad = { so_what_en: 'Grocers should watch what Falcon does next.' };
  expect(check(quillstone, bad)).toMatch(/does not: Falcon/);
});

test.each([
  ['by its trade', '한빛물류도 투자했습니다.', '한빛물류'],
  ['of loanwords before a trade', '스텔라마트가 반발했습니다.', '스텔라마트'],
  ['of a place', '한국은행이 승인했습니다.', '한국은행'],
  ['of a Korean word', '하나은행도 참여했습니다.', '하나은행'],
  ['spelled by its letters', '엘지가 나섰습니다.', '엘지'],
  ['of both scripts', '오픈AI와 협력합니다.', '오픈 AI'],
  ['with a title', '김철수 대표가 말했습니다.', '김철수'],
  ['with another title', '이재용 회장이 만났습니다.', '이재용'],
])('an invented Hangul name %s is refused', (_what, more, name) => {
  const aliases = parseAliases('- [OpenAI, 오픈AI]\n- [Germany, 독일]');
  expect(checkFilled(quillstone, { summary_ko: `${bought} ${more}` }, aliases)).toMatch(
    new RegExp(`does not: .*${name}`),
  );
});

test('Hangul names that the source has in Latin letters, and kinds of a trade, pass', () => {
  const brief = {
    ...quillstone,
    summary: {
      ko: '',
      en: 'Quillstone, Hanbit Logistics, Hana Bank, LG and the Bank of Korea agreed, said Hanbit chief Kim Chul-soo and Lee Jae Yong.',
    },
  };
  const told =
    '퀼스톤, 한빛물류, 하나은행, 엘지, 한국은행이 합의했다고 김철수 대표와 이재용 회장이 말했습니다. 투자은행과 신용카드, 스마트 기기, 민주당 의원, 서울대 교수.';
  expect(check(brief, { summary_ko: told.replace(', 서울대 교수', '') })).toBeNull();
});

test('half a name of both scripts is a word', () => {
  const aliases = parseAliases('- [OpenAI, 오픈AI]\n- [US Open, US오픈]\n- [Germany, 독일]');
  expect(checkFilled(quillstone, { summary_ko: `${bought} 매장도 오픈합니다.` }, aliases)).toBeNull();
  const openAi = { ...quillstone, keyPoints: ['OpenAI agrees'] };
  const told = { summary_ko: bought, key_points_ko: ['오픈AI도 동의합니다.'] };
  expect(checkFilled(openAi, told, aliases)).toBeNull();
});

const people = lanternBrief({
  language: 'ko',
  title: '한빛, 14곳 추가',
  summary: {
    ko: '한빛 윤하늘 대표는 14곳을 늘린다고 말했다. 김민수 전무와 이서연 이사도 참석했다.',
    en: '',
  },
  keyPoints: [],
});

test.each([
  ['Yoon Ha-neul', 'Kim Min-su', 'Lee Seoyeon'],
  ['Yun Haneul', 'Kim Minsoo', 'Lee Seo-yeon'],
  ['Ha-neul Yoon', 'Minsu Kim', 'Yi Seo Yeon'],
])('Koreans pass as they may write themselves: %s, %s, %s', (first, second, third) => {
  const told = `Hanbit chief ${first} will add 14. ${second} and ${third} attended. "Good," said ${first.includes('Yun') ? 'Yun' : 'Yoon'}.`;
  expect(check(people, { summary_en: told })).toBeNull();
});

test('another Korean is a stranger', () => {
  const told = 'Hanbit chief Yoon Ha-neul will add 14, said Kim Min-su and Park Ji-won.';
  expect(check(people, { summary_en: told })).toMatch(/does not: Ji/);
  expect(check(people, { summary_en: told.replace('Park Ji-won', 'Lee Ji-won') })).toMatch(/does not: Ji/);
});

const harbours = lanternBrief({
  title: 'Two ports compared',
  summary: {
    ko: '',
    en: 'Quillstone shipped 13 million crates, Kestrel 3.4 million and Orrin 150,000. Profit rose 18% in 2025.',
  },
  keyPoints: [],
});
const shipped =
  '퀼스톤은 1,300만 상자, Kestrel은 340만 상자, Orrin은 15만 상자를 옮겼습니다. 2025년 이익은 18% 늘었습니다.';

test.each([
  ['as the source has it', shipped],
  [
    'each behind its number',
    shipped.replace(
      /^.*옮겼습니다/u,
      '1,300만 상자는 퀼스톤, 340만 상자는 Kestrel, 15만 상자는 Orrin이 옮겼습니다',
    ),
  ],
  ['without a word for their direction', shipped.replace('18% 늘었습니다', '18%입니다')],
  ['in sentences of their own', shipped.replaceAll(' 상자, ', ' 상자를 옮겼습니다. ')],
])('figures %s pass', (_how, summary_ko) => {
  expect(check(harbours, { summary_ko })).toBeNull();
});

test.each([
  [
    'exchanged',
    shipped.replace('1,300만', '#').replace('340만', '1,300만').replace('#', '340만'),
    /other names: 340만, 1,300만/,
  ],
  ['that turn round', shipped.replace('늘었', '줄었'), /turns what the source says round: 18/],
  ['in points', shipped.replace('18%', '18%포인트'), /numbers that the source does not: 18/],
])('figures %s are refused', (_how, summary_ko, reason) => {
  expect(check(harbours, { summary_ko })).toMatch(reason);
});

test('figures of a Korean source are not exchanged in English either', () => {
  const brief = lanternBrief({
    language: 'ko',
    title: '두 항구',
    summary: { ko: shipped, en: '' },
    keyPoints: [],
  });
  const english = harbours.summary.en;
  expect(check(brief, { summary_en: english })).toBeNull();
  const wrong = english
    .replace('13 million', '#')
    .replace('3.4 million', '13 million')
    .replace('#', '3.4 million');
  expect(check(brief, { summary_en: wrong })).toMatch(/other names/);
  expect(check(brief, { summary_en: english.replace('rose', 'fell') })).toMatch(/round: 18/);
});

test('a call that somebody makes in quotation marks is told where the source quotes one, and only there', () => {
  const told = '사기꾼은 “지금 가입하세요”라고 적었습니다.';
  expect(callsOnReaders(told, 'The scammers wrote “Sign up now” in each letter.')).toBe(false);
  expect(callsOnReaders(told, 'The scammers sent letters.')).toBe(true);
  const twice = `${told} “비밀번호를 보내세요”라고도 했습니다.`;
  expect(callsOnReaders(twice, 'The scammers wrote “Sign up now”.')).toBe(true);
  expect(callsOnReaders(`${told} 지금 가입하세요.`, 'They wrote “Sign up now”.')).toBe(true);
});

test('words that Korean took over name nobody, also set together', () => {
  const so_what_ko = '워크플로우를 모니터링하는 데이터센터와 마케팅 플랫폼을 벤치마킹할 만합니다.';
  expect(check(lanternBrief(), { ...lanternReply, so_what_ko })).toBeNull();
});

describe('a sentence that calls on whoever reads it, and one that tells what others do', () => {
  test.each([
    'Act fast before the price rises.',
    'Upgrade your plan immediately.',
    'Prices rise in April. Switch providers today.',
    'If you use the app, change your password.',
    'You should upgrade immediately.',
    'We urge you to upgrade.',
    'Transfer the money to the account.',
    'Stop using the old app.',
    'Get 20% off.',
    'Read the full report.',
    '가격을 꼭 확인하길 바란다.',
    '지금 바로 확인하길 바랍니다.',
    '서둘러 업그레이드하기를 권한다.',
    '즉시 업데이트하라.',
    '기회를 놓치지 말자.',
    '지금 확인해 보자.',
    '많은 관심 부탁드립니다.',
    '링크에서 확인 바람.',
    '지금 신청하면 할인됩니다.',
  ])('calls: %s', (text) => expect(callsOnReaders(text, '')).toBe(true));
  test.each([
    'Retailers need to act fast to keep up.',
    'Cedar Market plans to act now on pricing.',
    'The chain asked shops to upgrade immediately.',
    'Use of the app rose today.',
    'Share buybacks rose, and check-out times fell.',
    'Watch for similar moves by rivals.',
    "The company's shops' owners do not like it.",
    'Expect more price cuts.',
    '회사는 사용자에게 즉시 업데이트하라고 권고했습니다.',
    '회사는 고객이 확인하길 바란다고 밝혔습니다.',
    '고객이 확인하길 바라는 정보를 먼저 보여줍니다.',
    '구매 바람이 불고 있습니다.',
    '새 인프라.',
    '사하라 사막에 세운 발전소입니다.',
  ])('tells: %s', (text) => expect(callsOnReaders(text, '')).toBe(false));
});

test('parts stay parts in another language, and currencies and the home of a Korean paper may be named', () => {
  const thirds = lanternBrief({
    summary: { ko: '', en: 'LanternSoft says one-third of its sales are fake.' },
  });
  const told = { summary_ko: 'LanternSoft는 매출의 3분의 1이 가짜라고 밝혔습니다.' };
  expect(check({ ...thirds, keyPoints: [] }, told)).toBeNull();
  for (const said of ['1/3', 'one in three', 'a third of']) {
    const en = `LanternSoft says ${said} customers leave.`;
    expect(
      check(lanternBrief({ summary: { ko: '', en }, keyPoints: [] }), {
        summary_ko: 'LanternSoft는 고객의 3분의 1이 떠난다고 밝혔습니다.',
      }),
    ).toBeNull();
  }
  const korean = lanternBrief({
    language: 'ko',
    title: 'LanternSoft, 국내 소매점에 400억원 투자',
    summary: { ko: 'LanternSoft가 국내 소매점에 400억원을 투자합니다.', en: '' },
    keyPoints: [],
  });
  const summary_en = 'LanternSoft is investing KRW 40 billion in South Korean shops.';
  expect(check(korean, { summary_en })).toBeNull();
});

test('what protesters shout in single marks is told where the source quotes it, too', () => {
  const told = "Protesters shouted 'Pull the plug! Stop the slop!' in the street.";
  expect(callsOnReaders(told, "행진에서는 'Stop the slop!' 구호가 나왔습니다.")).toBe(false);
  expect(callsOnReaders(told, 'They marched.')).toBe(true);
});

test('a sum in euros names nobody, though a cup is called so', () => {
  const cup = parseAliases('- [Euro 2024, 유로]\n');
  const brief = lanternBrief({
    summary: { ko: '', en: 'LanternSoft taxes parcels below €150.' },
    keyPoints: [],
  });
  expect(checkFilled(brief, { summary_ko: 'LanternSoft는 150유로 미만 소포에 과세합니다.' }, cup)).toBeNull();
});

test.each(['에버', '가나다', 'Quillstone', '“', '‘'])('%s without end is checked in time', (piece) => {
  const endless = piece.repeat(Math.floor(1_800 / piece.length));
  const brief = lanternBrief({ summary: { ko: '', en: `LanternSoft grew. ${endless.repeat(10)}` } });
  const begun = performance.now();
  check(brief, { summary_ko: `LanternSoft가 성장했습니다. ${endless}` });
  expect(performance.now() - begun).toBeLessThan(1_000);
});
