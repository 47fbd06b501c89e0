import type { KnownNumbers } from './numbers.ts';

/** Words that say how many times, or which part, and the values that say the same. */
const multiples: [RegExp, number[]][] = [
  [
    /(?<!\p{L})(?:doubl(?:es?|ed|ing)(?![\s-](?:down|digits?|edged|check|standard))|twice(?!\s(?:a|daily|weekly|monthly)\b))(?!\p{L})/giu,
    [2, 100, 200],
  ],
  [/(?<!\p{L})tripl(?:es?|ed|ing)(?!\p{L})(?!-digit)/giu, [3, 200, 300]],
  [/(?<!\p{L})quadrupl(?:es?|ed|ing)(?!\p{L})/giu, [4, 300, 400]],
  [
    /(?<!\p{L}|(?:first|second|latter|other|back|better|top|bottom)[\s-])half(?!\p{L}|[\s-](?:year|time|hour|marathon|price|of\s(?:the\s(?:year|decade|century)|20\d\d)))|절반|(?<!\p{L})반(?=으로|토막|씩)/giu,
    [0.5, 50],
  ],
  [/(?<!\p{L})two[-\s]thirds(?!\p{L})|3분의 2/giu, [66, 66.6, 66.7, 67]],
  [
    /(?<!\p{L})(?:one[-\s]third|(?<=by\s)a\sthird|a\sthird(?=\s(?:of|more|less|fewer|higher|lower)(?!\p{L})))(?!\p{L})|3분의 1/giu,
    [33, 33.3],
  ],
  [/(?<!\p{L})three[-\s]quarters(?=\sof(?!\p{L})|-)|4분의 3/giu, [75]],
  [/(?<!\p{L})(?:one|a)[-\s]quarter(?=\sof\s(?:the|its|their|all|those|these)(?!\p{L}))|4분의 1/giu, [25]],
  [/(?<!\p{L})one[-\s]fifth(?!\p{L})|5분의 1/giu, [20]],
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
