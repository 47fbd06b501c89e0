/** A number as a text writes it: what it may stand for. Any reading whose values are all known will do. */
export interface WrittenNumber {
  text: string;
  readings: number[][];
}

const scales: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  millionen: 1e6,
  mio: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  milliarden: 1e9,
  milliarde: 1e9,
  mrd: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
  십: 1e1,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const token =
  /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?(?:\s?-?(hundred|thousand|million(?:en)?|billion|trillion|milliarden?|mio|mrd|mn|bn|tn)(?![\p{L}])|([kmbt])(?![\p{L}\d])|\s?((?:[십백천](?=[만억조]))?[십백천만억조]))?/giu;
const between = /^\s?(?:-|–|~|to|and|or|bis|und|에서|내지)\s?[$€£¥₩]?$/iu;

interface Token {
  text: string;
  start: number;
  end: number;
  /** As written, without its scale. */
  bare: number;
  /** 1 where it has none. */
  scale: number;
  isKorean: boolean;
  isLetter: boolean;
}

/** Every number written in digits, in any of the two languages: `16 million`, `1,600만`, `12억 5천만` and `2026-02-24`. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const tokens = [...text.matchAll(token)].map(tokenOf);
  return tokens.map((each, at) => {
    const value = exact(each.bare * each.scale);
    const readings = [[value]];
    if (each.isLetter) readings.push([each.bare]);
    const next = tokens[at + 1];
    if (next && each.scale === 1 && next.scale > 1 && between.test(text.slice(each.end, next.start)))
      readings.push([exact(each.bare * next.scale)]);
    const sums = [compound(tokens, at, text, 1), compound(tokens, at, text, -1)];
    for (const sum of sums) if (sum !== null) readings.push([sum]);
    return { text: each.text, readings };
  });
}

/** Every value that a text states, in digits or in words, in Korean or English. */
export function knownValues(text: string): Set<number> {
  const known = new Set([0, 1]);
  for (const { readings } of writtenNumbers(text)) for (const value of readings.flat()) known.add(value);
  for (const [pattern, values] of inWords)
    if (pattern.test(text)) for (const value of values) known.add(value);
  return known;
}

/** Numbers of `text` that are not among the values, as they are written. */
export function unknownNumbers(text: string, known: ReadonlySet<number>): string[] {
  return writtenNumbers(text)
    .filter(({ readings }) => !readings.some((values) => values.every((value) => known.has(value))))
    .map((number) => number.text);
}

function tokenOf(match: RegExpExecArray): Token {
  const [text, digits = '', fraction = '', word, letter, korean] = match;
  const unit = (word ?? letter ?? '').toLowerCase();
  const scale = korean
    ? [...korean].reduce((product, each) => product * (scales[each] ?? 1), 1)
    : (scales[unit] ?? 1);
  return {
    text: text.trim(),
    start: match.index,
    end: match.index + text.length,
    bare: Number(digits.replaceAll(',', '') + fraction),
    scale,
    isKorean: korean !== undefined,
    isLetter: letter !== undefined,
  };
}

/** `12억 5천만` is one number: the sum of its parts, from the first part and from the last. */
function compound(tokens: readonly Token[], at: number, text: string, step: 1 | -1): number | null {
  let sum = 0;
  let count = 0;
  for (let index = at; ; index += step) {
    const each = tokens[index];
    if (!each) break;
    const before = step === 1 ? tokens[index - 1] : each;
    const after = step === 1 ? each : tokens[index + 1];
    if (index !== at && !(before && after && isOneNumber(before, after, text))) break;
    sum += each.bare * each.scale;
    count += 1;
  }
  return count > 1 ? exact(sum) : null;
}

function isOneNumber(before: Token, after: Token, text: string): boolean {
  return (
    before.isKorean &&
    after.bare * after.scale < before.scale &&
    /^\s?$/.test(text.slice(before.end, after.start))
  );
}

/** Twelve digits: 3.4 × 10⁶ is 3399999.9999999995 to a computer. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

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
  ['two|second|twice|double[ds]?|both|pair|zwei', '두|둘|쌍'],
  ['three|third|triple[ds]?|drei', '세|셋'],
  ['four|fourth|vier', '네|넷'],
  ['five|fifth|fünf', '다섯'],
  ['six|sixth|sechs', '여섯'],
  ['seven|seventh|sieben', '일곱'],
  ['eight|eighth|acht', '여덟'],
  ['nine|ninth|neun', '아홉'],
  ['ten|tenth|zehn', '열'],
  ['eleven|eleventh', '열한'],
  ['twelve|twelfth|dozen', '열두'],
];
const inWords: [RegExp, number[]][] = [
  ...months.map((month, at): [RegExp, number[]] => [
    new RegExp(`\\b${month}(?:${monthNames[at]})?\\b`, 'i'),
    [at + 1],
  ]),
  ...counts.map(([words, hangul], at): [RegExp, number[]] => [
    new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|(?:${hangul})(?=\\s?\\p{Script=Hangul})`, 'iu'),
    [at + 2],
  ]),
  [/(?<!\p{L})(?:half|halve[sd]?|hälfte)(?!\p{L})|절반/iu, [0.5, 2, 50]],
  [/(?<!\p{L})quarter(?!\p{L})|4분의/iu, [0.25, 4, 25]],
  [/(?<!\p{L})(?:a|one) hundred(?!\p{L})/iu, [100]],
  [/(?<!\p{L})(?:a|one) thousand(?!\p{L})/iu, [1000]],
  [/(?<!\p{L})(?:a|one) million(?!\p{L})|(?<!\d)백만/iu, [1e6]],
  [/(?<!\p{L})(?:a|one) billion(?!\p{L})|(?<!\d)십억/iu, [1e9]],
  [/(?<!\p{L})(?:a|one) trillion(?!\p{L})/iu, [1e12]],
];
