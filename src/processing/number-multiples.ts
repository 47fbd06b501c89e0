import type { KnownNumbers } from './numbers.ts';

/** Words that say how many times, or which part; and the values of which a source must give one. */
const multiples: [RegExp, number[]][] = [
  [
    /(?<!\p{L})(?:doubl(?:es?|ed|ing)(?![\s-](?:down|digits?|edged|check|standard))|twice(?!\s(?:a|daily|weekly|monthly)\b))(?!\p{L})/giu,
    [2, 100, 200],
  ],
  [/(?<!\p{L})tripl(?:es?|ed|ing)(?!\p{L})(?!-digit)/giu, [3, 200, 300]],
  [/(?<!\p{L})quadrupl(?:es?|ed|ing)(?!\p{L})/giu, [4, 300, 400]],
  [
    /(?<!\p{L}|(?:first|second|latter|other|back|better|top|bottom)[\s-])half(?!\p{L}|[\s-](?:year|time|hour|marathon|price|of\s(?:the\s(?:year|decade|century)|20\d\d)))|절반/giu,
    [0.5, 50],
  ],
  [/(?<!\p{L})two[-\s]thirds(?!\p{L})|3분의 2/giu, [66, 66.6, 66.7, 67, 3]],
];

/** Multiples and parts that a text gives in words and no known number stands for. */
export function unknownMultiples(text: string, known: KnownNumbers): string[] {
  return multiples.flatMap(([pattern, values]) =>
    values.some((value) => known.units.has(value)) ? [] : (text.match(pattern) ?? []),
  );
}
