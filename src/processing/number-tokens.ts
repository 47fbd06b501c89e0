import { type Unit, unitOf } from './number-units.ts';
import { wordMark, wordsAsDigits } from './number-words.ts';

/** One number of a text, as far as its digits and its scale go. */
export interface NumberToken {
  text: string;
  /** What stands between the number before and this one. */
  gap: string;
  /** As written, without its scale. */
  bare: number;
  /** 1 where it has none. */
  scale: number;
  unit: Unit;
  /** It goes on with a smaller scale, as `12억 5천만` does. */
  isEastern: boolean;
  /** Its scale is one letter, which may be something else: `5m`, `제1조`. */
  isLetter: boolean;
  /** It was written as a word. */
  isWord: boolean;
}

const scales: Record<string, number> = {
  ...{ hundred: 1e2, thousand: 1e3, k: 1e3, lakh: 1e5, crore: 1e7, dozen: 12 },
  ...{ million: 1e6, millionen: 1e6, millones: 1e6, millions: 1e6, mio: 1e6, mn: 1e6, m: 1e6 },
  ...{
    billion: 1e9,
    milliarden: 1e9,
    milliarde: 1e9,
    milliard: 1e9,
    milliards: 1e9,
    mrd: 1e9,
    bn: 1e9,
    b: 1e9,
  },
  ...{ trillion: 1e12, tn: 1e12, t: 1e12 },
  ...{ 십: 1e1, 백: 1e2, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 },
  ...{ 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12 },
};
const latinScale =
  'hundred|thousand|lakh|crore|dozen|million(?:en|s)?|millones|billion|trillion|milliard(?:en|e|s)?|mio|mrd|mn|bn|tn';
const easternScale =
  '(?:[십백천十百千](?=[만억조万萬億亿兆]))?(?:[십천억十百千万萬億亿兆]|백(?![화신])|만(?![족약난])|조(?![사직치정건각합항율언용]))';
const token = new RegExp(
  `${wordMark}?(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+|,\\d{1,2}(?=\\s(?:mi|mrd))|)(?:\\s?-?(${latinScale})(?![\\p{L}])|([kmbt])(?![\\p{L}\\d])|\\s?(${easternScale}))?`,
  'giu',
);
const between = /^\s?(?:-|–|~|to|and|or|bis|und|에서|부터|내지)\s?(?:us)?[$€£¥₩]?$/iu;
const listed = /^\s?(?:,|와|과|및)\s?$/u;

/** Width and fraction characters as plain digits: `４２％` is `42%`, `2½` is `2.5`. */
export function plainDigits(text: string): string {
  return text
    .replace(/(\d*)\s?([\u00BC-\u00BE\u2150-\u215E])/gu, (_all, whole: string, fraction: string) => {
      const [over = 0, under = 1] = fraction.normalize('NFKC').split('⁄').map(Number);
      return String(exact(Number(whole) + over / under));
    })
    .normalize('NFKC')
    .replace(/(\d)천\s?(\d)백/gu, '$1.$2천');
}

/** A digit inside a name is no number: `D2C`. */
const inName = /(?<=\p{Lu})\d(?=\p{Lu})/gu;

/** Every number of a text, in digits or in words, in order. */
export function numberTokens(written: string): NumberToken[] {
  const text = wordsAsDigits(plainDigits(written).replace(inName, '·'));
  let end = 0;
  const tokens = [...text.matchAll(token)].map((match) => {
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    return tokenOf(match, gap, text.slice(end, end + 16));
  });
  // `20 to 30 percent`, `$2-3 billion`, `12억 5천만 달러`: the unit of one is that of both.
  const pairs = tokens
    .slice(1)
    .map((second, at): [NumberToken, NumberToken] => [tokens[at] ?? second, second]);
  for (const [first, second] of pairs.toReversed())
    if (first.unit === '' && (isJoined(first, second) || listed.test(second.gap)) && !isYear(first))
      first.unit = second.unit;
  for (const [first, second] of pairs)
    if (second.unit === '' && isJoined(first, second) && !isYear(second)) second.unit = first.unit;
  return tokens;
}

/** Whether the second number goes on where the first ends: `12억` and `5천만`. */
export function isOneNumber(first: NumberToken, second: NumberToken): boolean {
  return first.isEastern && second.bare * second.scale < first.scale && /^\s?$/.test(second.gap);
}

/** Whether two numbers are the ends of one range; the scale of the second is then that of both. */
export function isRange(first: NumberToken, second: NumberToken): boolean {
  return first.scale === 1 && second.scale > 1 && between.test(second.gap);
}

/** Twelve digits: 3.4 × 10⁶ is 3399999.9999999995 to a computer. */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function isYear({ bare, scale }: NumberToken): boolean {
  return scale === 1 && bare >= 1900 && bare <= 2100 && Number.isInteger(bare);
}

function isJoined(first: NumberToken, second: NumberToken): boolean {
  return isOneNumber(first, second) || between.test(second.gap);
}

function tokenOf(match: RegExpExecArray, gap: string, after: string): NumberToken {
  const [text, digits = '', fraction = '', word, letter, eastern] = match;
  const scale = eastern
    ? [...eastern].reduce((product, each) => product * (scales[each] ?? 1), 1)
    : (scales[(word ?? letter ?? '').toLowerCase()] ?? 1);
  const bare = Number(digits.replaceAll(',', '') + fraction.replace(',', '.'));
  return {
    text: text.replace(wordMark, '').trim(),
    gap,
    bare,
    scale,
    unit: unitOf(gap, after),
    isEastern: eastern !== undefined,
    isLetter: letter !== undefined || (eastern === '조' && bare < 100),
    isWord: text.startsWith(wordMark),
  };
}
