const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'uary',
  'ruary',
  'ch',
  'il',
  '',
  'e',
  'y',
  'ust',
  't(?:ember)?',
  'ober',
  'ember',
  'ember',
];
const counts: [words: string, hangul: string][] = [
  ['two|second|twice|doubl(?:e[ds]?|ing)|both|pair|duo|zwei', '두|둘|쌍'],
  ['three|third|tripl(?:e[ds]?|ing)|trio|drei', '세|셋'],
  ['four|fourth|quadrupl(?:e[ds]?|ing)|vier', '네|넷'],
  ['five|fifth|fünf', '다섯'],
  ['six|sixth|sechs', '여섯'],
  ['seven|seventh|sieben', '일곱'],
  ['eight|eighth|acht', '여덟'],
  ['nine|ninth|neun', '아홉'],
  ['ten|tenth|decades?|teens?|zehn', '열'],
  ['eleven|eleventh', '열한'],
  ['twelve|twelfth|dozen', '열두'],
];
const hints: [RegExp, number[]][] = [
  ...months.map((month, at): [RegExp, number[]] => [
    new RegExp(`\\b${month}(?:${monthNames[at]})?\\b`, 'i'),
    [at + 1],
  ]),
  ...counts.map(([words, hangul], at): [RegExp, number[]] => [
    new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|(?:${hangul})(?=\\s?\\p{Script=Hangul})`, 'iu'),
    [at + 2],
  ]),
  [/(?<!\p{L})(?:half|halve[sd]?|hälfte)(?!\p{L})|절반/iu, [0.5, 2, 50]],
  [/(?<![\d.][\s-]?)(?<!\p{L})million(?!\p{L})/iu, [1e6]],
  [/(?<![\d.][\s-]?)(?<!\p{L})billion(?!\p{L})/iu, [1e9]],
  [/(?<![\d.][\s-]?)(?<!\p{L})trillion(?!\p{L})/iu, [1e12]],
  [/(?<!\p{L})quarter(?!\p{L})|4분의/iu, [0.25, 4, 25]],
];

/** Values that a text may be said to state by a word for something near: a month, an order, a half. */
export function looselySaid(text: string): number[] {
  return hints.flatMap(([pattern, values]) => (pattern.test(text) ? values : []));
}
