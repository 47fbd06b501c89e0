/** Korean surnames, and how their bearers write them. */
const rows = `김 kim gim|이 lee yi rhee ri li|박 park bak pak|최 choi choe choy|정 jung jeong chung jong cheong|강 kang gang|조 cho jo
윤 yoon yun|장 jang chang|임 lim im rim|한 han hahn|오 oh o|서 seo suh so|신 shin sin|권 kwon gwon|황 hwang|안 ahn an|송 song
류 ryu ryoo yoo|유 yoo yu you ryu|전 jeon jun chun|홍 hong|고 ko go koh|문 moon mun|양 yang|손 son sohn|배 bae pae|백 baek paik
허 heo hur huh|남 nam|심 shim sim|노 noh roh no|하 ha|곽 kwak gwak|성 sung seong|차 cha|주 joo ju chu|우 woo wu u|구 koo ku gu
민 min|나 na ra|진 jin chin|지 ji chi|엄 eom um|채 chae|원 won|천 cheon chun|방 bang pang|공 kong gong|현 hyun hyeon|함 ham
변 byun byeon|염 yeom yum|여 yeo|추 choo chu|도 do|소 so|석 seok suk|선 sun seon sunwoo|설 seol sul|마 ma|길 gil kil|연 yeon yun
표 pyo|명 myung myeong|기 ki|반 ban|라 ra|왕 wang|금 keum geum|맹 maeng|탁 tak|은 eun|용 yong|경 kyung|봉 bong`;
const surnames = new Map(
  rows.split(/[|\n]/).map((row): [string, readonly string[]] => {
    const [hangul = '', ...latin] = row.split(' ');
    return [hangul, latin];
  }),
);

/** By their places in the Unicode block, with every usual way to write them. */
const initials = 'g|k kk|k|gg|g n d|t dd|tt|d|t r|l m b|p bb|pp|b|p s|sh ss|s - j|ch jj|j ch|c k t p h'.split(
  ' ',
);
const vowels =
  'a|ah ae|ai|e|ay ya yae eo|u|uh|o e|ae yeo|yu|you|yo ye o|oh wa wae oe|oi|we yo u|oo|woo|wu|ou wo|weo we wi|wee yu|yoo|you eu|u|oo ui|eui|ee|i|e i|ee|yi'.split(
    ' ',
  );
const finals = new Map([
  ...[1, 2, 24].map((at): [number, string] => [at, 'k|g|ck']),
  [4, 'n'],
  ...[7, 19, 20, 22, 23, 25].map((at): [number, string] => [at, 't|s']),
  [8, 'l|r|ll'],
  [16, 'm'],
  ...[17, 26].map((at): [number, string] => [at, 'p|b']),
  [21, 'ng'],
  [27, 'h|'],
]);
const title =
  '(?:(?:공동|부|전|신임|총괄|최고|선임|수석|명예)\\s?)?(?:대표|회장|부회장|의장|사장|부사장|전무|상무|이사|기자|의원|교수|장관|차관|총리|대통령|박사|연구원|팀장|센터장|본부장|원장|총재|행장|최고경영자|창업자|애널리스트|변호사|감독|선수|씨)(?!\\p{L}{3})';
const beforeTitle = new RegExp(
  `(?<!\\p{L})([${[...surnames.keys()].join('')}][\\uac00-\\ud7a3]{2})\\s(?=${title})`,
  'gu',
);
/** Of other words before a title: 민주당 의원, 서울대 교수, 이러한 대표. */
const noGivenName =
  /(?:[당대의된적계차국들팀급는를에며고던할사측별]|[러]한|[년직간임])$|^(?:이번|이날|한국|이들|전문|유명|정부|조직|공동|신규|현직|전직|주요|최초|최대|최고|최근|하원|상원|현지|유력|서울|미국)/u;

/** Names of Korean people with a title in a Korean text: 윤하늘 대표. */
export function titledPeople(text: string): string[] {
  return [...text.matchAll(beforeTitle)]
    .map(([, name = '']) => name)
    .filter((name) => !noGivenName.test(name));
}

/** Whether a Hangul word may be a Korean person's whole name. */
export function mayBePerson(word: string): boolean {
  return word.length === 3 && surnames.has(word.charAt(0));
}

/**
 * The words of a text that name a Korean, of the folded ones given: `yoon` and `haneul`, or `ha` and `neul`, for 윤하늘.
 * None where the given name is not among them.
 */
export function wordsOfPerson(person: string, words: ReadonlySet<string>): string[] {
  const [surname = '', ...given] = person;
  const parts = given.map(lettersOf);
  const whole = new RegExp(`^${parts.join('')}$`);
  const found = [...words].filter((word) => whole.test(word));
  const single = parts.map((part) => [...words].filter((word) => new RegExp(`^${part}$`).test(word)));
  const isSaid = found.length > 0 || single.every((each) => each.length > 0);
  const family = familyWords(surname, words);
  return isSaid && family.length > 0 ? [...family, ...found, ...single.flat()] : [];
}

/** The words that are a Korean person's surname. */
export function familyWords(person: string, words: ReadonlySet<string>): string[] {
  return (surnames.get(person.charAt(0)) ?? []).filter((word) => words.has(word));
}

function lettersOf(syllable: string): string {
  const code = syllable.charCodeAt(0) - 0xac00;
  const initial = initials[Math.floor(code / 588)] ?? '-';
  const final = finals.get(code % 28);
  const vowel = `(?:${vowels[Math.floor((code % 588) / 28)]})`;
  return `${initial === '-' ? '' : `(?:${initial})`}${vowel}${final === undefined ? '' : `(?:${final})`}`;
}
