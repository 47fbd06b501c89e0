import { looselySaid } from './number-hints.ts';
import { exact, isOneNumber, isRange, type NumberToken, numberTokens, plainDigits } from './number-tokens.ts';
import { anyUnit, isSameUnit, type Unit } from './number-units.ts';
import { type VagueNumber, vagueNumbers } from './vague-numbers.ts';

/** A value with what it measures. */
interface Quantity {
  value: number;
  unit: Unit;
}

/** A number as a text writes it: what it may stand for. Any reading whose quantities are all known will do. */
interface WrittenNumber {
  text: string;
  readings: Quantity[][];
}

/** Every quantity that a text states. */
export interface KnownNumbers {
  /** By value. */
  units: ReadonlyMap<number, ReadonlySet<Unit>>;
  vague: readonly VagueNumber[];
}

/** Smaller numbers written as words say little: `two companies` are `both`, or named one by one. */
const smallWord = 10;

/** Every number of a text, in digits or in words, in Korean or English: `16 million`, `1,600만` and `12억 5천만 달러`. */
function writtenNumbers(text: string): WrittenNumber[] {
  const tokens = numberTokens(text);
  return tokens.flatMap((each, at) =>
    isSmallWord(each) ? [] : [{ text: each.text, readings: readingsOf(tokens, at) }],
  );
}

function isSmallWord({ isWord, bare, scale, unit }: NumberToken): boolean {
  return isWord && bare * scale <= smallWord && (unit === '' || unit === 'count');
}

function readingsOf(tokens: readonly NumberToken[], at: number): Quantity[][] {
  const each = tokens[at];
  if (!each) return [];
  const next = tokens[at + 1];
  const { bare, scale, unit } = each;
  const values = [exact(bare * scale)];
  if (each.isLetter) values.push(bare);
  if (next && isRange(each, next)) values.push(exact(bare * next.scale));
  values.push(...compounds(tokens, at));
  const readings = values.map((value) => [{ value, unit }]);
  // 두 배 is 200%, and up by 100%.
  if (unit === 'times')
    readings.push(...[bare, bare - 1].map((times) => [{ value: exact(times * 100), unit: 'percent' }]));
  return readings;
}

/** Every quantity that a text states, in digits or in words, in Korean or English. */
export function knownNumbers(text: string): KnownNumbers {
  const units = new Map<number, Set<Unit>>();
  const know = ({ value, unit }: Quantity) => units.set(value, (units.get(value) ?? new Set()).add(unit));
  for (const value of [0, 1, ...looselySaid(text)]) know({ value, unit: anyUnit });
  const tokens = numberTokens(text);
  for (const at of tokens.keys()) readingsOf(tokens, at).flat().forEach(know);
  return { units, vague: vagueNumbers(plainDigits(text)) };
}

/** Numbers of `text` that are not among the known ones, as they are written. */
export function unknownNumbers(text: string, known: KnownNumbers): string[] {
  return writtenNumbers(text)
    .filter(({ readings }) => !readings.some((all) => all.every((each) => isKnown(each, known))))
    .map((number) => number.text);
}

/** Sizes like `수십억` of `text` that no known number is of. */
export function unknownSizes(text: string, known: KnownNumbers): string[] {
  return vagueNumbers(plainDigits(text))
    .filter((number) => !isWithinKnown(number, known))
    .map((number) => number.text);
}

function isKnown({ value, unit }: Quantity, known: KnownNumbers): boolean {
  const units = [...(known.units.get(value) ?? [])];
  return units.some((each) => isSameUnit(unit, each));
}

function isWithinKnown({ low, high }: VagueNumber, known: KnownNumbers): boolean {
  const isAbout = (value: number) => value >= low && value < high;
  return (
    [...known.units.keys()].some(isAbout) || known.vague.some((other) => other.low < high && low < other.high)
  );
}

/** `12억 5천만` is one number: the sum of its parts, from the first part and from the last. */
function compounds(tokens: readonly NumberToken[], at: number): number[] {
  return [1, -1].flatMap((step) => {
    let sum = 0;
    let count = 0;
    for (let index = at; ; index += step) {
      const each = tokens[index];
      if (!each) break;
      const [first, second] = step === 1 ? [tokens[index - 1], each] : [each, tokens[index + 1]];
      if (index !== at && !(first && second && isOneNumber(first, second))) break;
      sum += each.bare * each.scale;
      count += 1;
    }
    return count > 1 ? [exact(sum)] : [];
  });
}
