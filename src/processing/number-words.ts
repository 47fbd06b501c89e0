/** Stands before a number that was written as a word. */
export const wordMark = '\uE000';

const ones = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const worth = new Map([
  ...[...ones, ...teens].map((word, at): [string, number] => [word, at + 1]),
  ...tens.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ['a', 1],
  ['an', 1],
]);
const one = `(?:${ones.join('|')})`;
const belowHundred = `(?:(?:${tens.join('|')})(?:[-\\s]${one})?|${teens.join('|')}|${one})`;
const belowThousand = `(?:(?:${belowHundred}|an?)[-\\s]hundred(?:\\s(?:and\\s)?${belowHundred})?|${belowHundred})`;
const english = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${belowThousand}|an?)[-\\s]thousand(?:,?\\s(?:and\\s)?${belowThousand})?|${belowThousand}|an?(?=[-\\s](?:[mb]illion|trillion|dozen)(?!\\p{L})))(?![\\p{L}\\d])`,
  'giu',
);

/** What is counted, paid or measured: a run of Sino-Korean numerals is a number only before one of these. */
const counted =
  '(?:%|퍼센트|달러|원(?![칙자인])|유로|엔(?!\\p{L})|위안|파운드|명(?![령분확예백])|개(?![선인발척별념편])|건(?![물강설전축])|곳|대(?!\\p{L})|배(?![럴당치송포])|년|월|주(?!\\p{L})|시간|분기|회(?!\\p{L})|차례|가지|여 ?[명개]|인(?!\\p{L})|톤|살|세(?!\\p{L}))';
const sinoDigits = '일이삼사오육칠팔구';
const sinoScales: Record<string, number> = { 십: 10, 백: 100, 천: 1000, 만: 1e4, 억: 1e8, 조: 1e12 };
const sino = new RegExp(
  `(?<![\\p{L}\\d.,])(?!구조|사조|오만\\s)(?:[${sinoDigits}십백천만억조]{2,}|[삼사오육칠팔구십백천만억])(?=\\s?${counted})`,
  'gu',
);
const native = '하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const beforeCounted: [word: string, value: number][] = [
  ['두', 2],
  ['세', 3],
  ['네', 4],
  ...native.slice(4).map((word, at): [string, number] => [word, at + 5]),
  ['열한', 11],
  ['열두', 12],
  ['스무', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
];
const nativeWords = new Map(beforeCounted);
const korean = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...nativeWords.keys()].sort((a, b) => b.length - a.length).join('|')})(?=\\s?${counted})`,
  'gu',
);
const halves = /(?<![\p{L}\d])half[-\s]a?[-\s]?(?=[mb]illion|trillion)/giu;
const andAHalf = /(?<=\d)\s(?:and\sa\shalf(?=\s)|과\s?2분의\s?1)/giu;

/**
 * The numbers that Korean and English write as words, in digits: `seventy percent` and `칠십 퍼센트` are `70 percent` and
 * `70 퍼센트`. Each is marked with {@link wordMark}.
 */
export function wordsAsDigits(text: string): string {
  return text
    .replace(halves, `${wordMark}0.5 `)
    .replace(english, (words) => wordMark + englishValue(words))
    .replace(sino, (words) => wordMark + sinoValue(words))
    .replace(korean, (word) => wordMark + nativeWords.get(word))
    .replace(andAHalf, '.5');
}

function englishValue(words: string): number {
  let whole = 0;
  let part = 0;
  for (const word of words.toLowerCase().split(/[\s,-]+/)) {
    if (word === 'hundred') part *= 100;
    else if (word === 'thousand') {
      whole = part * 1000;
      part = 0;
    } else part += worth.get(word) ?? 0;
  }
  return whole + part;
}

/** 이백오십만 is (2 × 100 + 5 × 10) × 10,000. */
function sinoValue(words: string): number {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const each of words) {
    const scale = sinoScales[each];
    if (scale === undefined) digit = sinoDigits.indexOf(each) + 1;
    else if (scale < 1e4) {
      part += (digit || 1) * scale;
      digit = 0;
    } else {
      whole += (part + digit || 1) * scale;
      part = 0;
      digit = 0;
    }
  }
  return whole + part + digit;
}
