import type { KnownNumbers } from './numbers.ts';

const ones = ['', 'one', 'two', 'three', 'four', 'five'];
const koreanOnes = ['', '한', '두', '세', '네', '다섯'];

/** A part in English words, and as `1/3`, `one in three`, `3분의 1` and `세 명 중 한 명`. */
function part(english: string, over: number, under: number): RegExp {
  const of = `(?:${koreanOnes[under]}|${under})\\s?\\p{Script=Hangul}{1,3}\\s중\\s(?:${koreanOnes[over]}|${over})\\s?\\p{Script=Hangul}`;
  const inWords = `${english}|${ones[over]}\\s(?:in|out\\sof)\\s(?:every\\s)?${ones[under]}(?!\\s(?:years|months|weeks|days|hours|minutes))`;
  return new RegExp(
    `(?<!\\p{L})(?:${inWords})(?!\\p{L})|${under}분의\\s?${over}(?!\\d)|(?<![\\d/.])${over}\\/${under}(?![\\d/])|(?<![\\p{L}\\d])${of}`,
    'giu',
  );
}

/** Words that say how many times, or which part, and the values that say the same. */
const multiples: [RegExp, number[]][] = [
  [
    /(?<!\p{L})(?:doubl(?:es?|ed|ing)(?![\s-](?:down|digits?|edged|check|standard))|twice(?!\s(?:a|daily|weekly|monthly)\b))(?!\p{L})/giu,
    [2, 100, 200],
  ],
  [/(?<!\p{L})tripl(?:es?|ed|ing)(?!\p{L})(?!-digit)/giu, [3, 200, 300]],
  [/(?<!\p{L})quadrupl(?:es?|ed|ing)(?!\p{L})/giu, [4, 300, 400]],
  [
    /(?<!\p{L}|(?:first|second|latter|other|back|better|top|bottom)[\s-])half(?!\p{L}|[\s-](?:year|time|hour|marathon|price|of\s(?:the\s(?:year|decade|century)|20\d\d)))|절반|(?<!\p{L})반(?=으로|토막|씩)|(?<![\d/.])1\/2(?![\d/])/giu,
    [0.5, 50],
  ],
  [part('two[-\\s]thirds', 2, 3), [66, 66.6, 66.7, 67]],
  [
    part(
      'one[-\\s]third|(?<=by\\s)a\\sthird|a\\sthird(?=\\s(?:of|as|more|less|fewer|higher|lower)(?!\\p{L}))',
      1,
      3,
    ),
    [33, 33.3],
  ],
  [part('three[-\\s]quarters(?=\\sof(?!\\p{L})|-)', 3, 4), [75]],
  [part('(?:one|a)[-\\s]quarter(?=\\sof\\s(?:the|its|their|all|those|these)(?!\\p{L}))', 1, 4), [25]],
  [part('(?:one|a)[-\\s]fifth', 1, 5), [20]],
  [/(?<!\p{L})threefold(?!\p{L})/giu, [3, 200, 300]],
  [/(?<!\p{L})fourfold(?!\p{L})/giu, [4, 300, 400]],
  [/(?<!\p{L})fivefold(?!\p{L})/giu, [5, 400, 500]],
  [/(?<!\p{L})tenfold(?!\p{L})/giu, [10, 900, 1000]],
];

/** Multiples and parts that a text gives in words, and its source neither in words nor in a number. */
export function unknownMultiples(text: string, known: KnownNumbers, source: string): string[] {
  return multiples.flatMap(([pattern, values]) => {
    const isKnown = values.some((value) => known.units.has(value)) || source.match(pattern) !== null;
    return isKnown ? [] : (text.match(pattern) ?? []);
  });
}
