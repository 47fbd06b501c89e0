import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { chunksOf, englishLetters, LONGEST_CHUNK, soundUnits } from '../src/search/sound-units.ts';

/**
 * Learns how Korean spells foreign words from the names of the alias file that say the same in Hangul and in Latin letters,
 * and writes what it learned to `src/search/transliteration-odds.ts`: `node dist-bench/bench/learn-transliteration.js`.
 * Expectation maximisation over all ways to cut a Latin word into chunks, one for each sound of the Hangul word; pairs that
 * are rather a translation than a spelling drop out after the second round. What drops out teaches how Korean words look.
 */
const ROUNDS = 10;
/** Weight of what is known of any chunk against what was counted. */
const PRIOR = 2;
const LENGTHS = [0.15, 0.6, 0.2, 0.05];
/** Log odds a letter that a pair must reach to be taken for one word in two spellings. */
const LEAST_ODDS = 0.75;
const LEAST_COUNT = 1;
const SYLLABLE_PRIOR = 0.5;
/** What the first round goes by: the letters that textbooks give. */
const SEED =
  'ㄱ:g,k,c ㄴ:n ㄷ:d ㄹ:r,l ㅁ:m ㅂ:b,v ㅅ:s,c,z ㅈ:j,z,g,s ㅊ:ch,t,c ㅋ:k,c,q,ck,ch ㅌ:t,th ㅍ:p,f,ph ㅎ:h,f,wh ' +
  '-ㄱ:k,g,c,ck -ㄴ:n -ㄷ:d,t -ㄹ:l -ㅁ:m -ㅂ:p,b -ㅅ:t,d,s -ㅇ:ng,n ' +
  'ㅏ:a,o,u ㅐ:a,e ㅑ:ya ㅒ:ya ㅓ:er,u,o,ar,or ㅔ:e,a ㅕ:yo ㅖ:ye ㅗ:o,or,au ㅘ:wa ㅙ:wa,we ㅚ:we ㅛ:yo ㅜ:u,oo,w ㅝ:wo ㅞ:we ㅟ:wi ㅠ:u,yu,ew ㅡ:,e ㅢ:ui ㅣ:i,e,y,ee,ea';

type Pair = [hangul: string, latin: string];
type Counts = Map<string, Map<string, number>>;

const pairs = pairsOf(parse(readFileSync('config/aliases.yaml', 'utf8')) as string[][]);
const letters = shares(pairs.map(([, latin]) => latin).join(''));
let counts = seeded();
let spelt: Pair[] = pairs;
for (let round = 0; round < ROUNDS; round++) {
  const next: Counts = new Map();
  const kept: Pair[] = [];
  for (const pair of spelt) {
    const odds = count(pair, counts, next, round < 2);
    if (round < 2 || odds >= LEAST_ODDS * pair[1].length) kept.push(pair);
  }
  spelt = kept;
  counts = next;
}
const foreign = new Set(spelt.map(([hangul]) => hangul));
const native = new Set(pairs.map(([hangul]) => hangul).filter((hangul) => !foreign.has(hangul)));
writeFileSync('src/search/transliteration-odds.ts', written(counts, foreign, native));
console.log(`${pairs.length} pairs, ${spelt.length} of them one word in two spellings`);

/** Every Hangul name with every Latin one of its group, word by word where both have as many words. */
function pairsOf(groups: readonly (readonly string[])[]): Pair[] {
  const found = new Map<string, Pair>();
  for (const group of groups) {
    for (const hangul of group.filter((name) => /^[가-힣 ]+$/.test(name))) {
      for (const latin of group.filter((name) => /^[A-Za-zÀ-ÿ'’.& -]+$/.test(name))) {
        const [words, others] = [hangul.split(' '), latin.split(/[ -]+/)];
        const cut =
          words.length === others.length
            ? words.map((word, i) => [word, others[i] ?? ''])
            : [[hangul.replaceAll(' ', ''), latin]];
        for (const [word = '', other = ''] of cut) {
          const pair: Pair = [word, englishLetters(other)];
          if (pair[0].length > 1 && pair[1].length > 1) found.set(pair.join(' '), pair);
        }
      }
    }
  }
  return [...found.values()];
}

/** Adds the expected counts of a pair's chunks to `next`; how much likelier the pair is than letters by chance, as log odds. */
function count([hangul, latin]: Pair, known: Counts, next: Counts, always: boolean): number {
  const units = soundUnits(hangul);
  const [n, length] = [units.length, latin.length];
  const share = (i: number, j: number, size: number) =>
    chance(units[i] ?? '', latin.slice(j, j + size), known);
  const ahead = Array.from({ length: n + 1 }, () => new Float64Array(length + 1));
  const back = Array.from({ length: n + 1 }, () => new Float64Array(length + 1));
  const at = (table: Float64Array[], i: number, j: number) => table[i]?.[j] ?? 0;
  set(ahead, 0, 0, 1);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= length; j++)
      for (let size = 0; size <= LONGEST_CHUNK && j + size <= length && at(ahead, i, j) > 0; size++)
        set(ahead, i + 1, j + size, at(ahead, i + 1, j + size) + at(ahead, i, j) * share(i, j, size));
  const whole = at(ahead, n, length);
  if (whole === 0) return -Infinity;
  const odds =
    Math.log(whole) - [...latin].reduce((sum, letter) => sum + Math.log(letters.get(letter) ?? 1), 0);
  if (!always && odds < LEAST_ODDS * length) return odds;
  set(back, n, length, 1);
  for (let i = n - 1; i >= 0; i--)
    for (let j = 0; j <= length; j++)
      for (let size = 0; size <= LONGEST_CHUNK && j + size <= length; size++) {
        const through = share(i, j, size) * at(back, i + 1, j + size);
        set(back, i, j, at(back, i, j) + through);
        const expected = (at(ahead, i, j) * through) / whole;
        if (expected > 1e-4) add(next, units[i] ?? '', latin.slice(j, j + size), expected);
      }
  return odds;
}

function set(table: Float64Array[], i: number, j: number, value: number): void {
  const row = table[i];
  if (row) row[j] = value;
}

function chance(unit: string, chunk: string, known: Counts): number {
  if (!chunksOf(unit)(chunk)) return 0;
  const counted = known.get(unit);
  const byChance =
    (LENGTHS[chunk.length] ?? 0) * [...chunk].reduce((p, letter) => p * (letters.get(letter) ?? 0), 1);
  return ((counted?.get(chunk) ?? 0) + PRIOR * byChance) / (total(counted) + PRIOR);
}

function add(to: Counts, unit: string, chunk: string, value: number): void {
  const counted = to.get(unit) ?? new Map<string, number>();
  to.set(unit, counted.set(chunk, (counted.get(chunk) ?? 0) + value));
}

function total(counted: Map<string, number> | undefined): number {
  return [...(counted?.values() ?? [])].reduce((a, b) => a + b, 0);
}

function seeded(): Counts {
  const seed: Counts = new Map();
  for (const entry of SEED.split(' ')) {
    const [unit = '', chunks = ''] = entry.split(':');
    for (const chunk of chunks.split(',')) add(seed, unit, chunk, 10);
  }
  return seed;
}

function shares(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const letter of text) found.set(letter, (found.get(letter) ?? 0) + 1 / text.length);
  return found;
}

function written(learned: Counts, foreign: ReadonlySet<string>, native: ReadonlySet<string>): string {
  const lines = [...learned].map(([unit, counted]) => {
    const all = total(counted) + PRIOR;
    const rare = Math.round(100 * Math.log(PRIOR / all));
    const chunks = [...counted]
      .filter(([, seen]) => seen >= LEAST_COUNT)
      .sort(([, a], [, b]) => b - a)
      .map(([chunk]) => {
        const byChance = [...chunk].reduce((sum, letter) => sum + Math.log(letters.get(letter) ?? 1), 0);
        return `${chunk}${Math.round(100 * (Math.log(chance(unit, chunk, learned)) - byChance))}`;
      });
    return `${unit} ${rare} ${chunks.join(' ')}`;
  });
  return `/** Written by bench/learn-transliteration.ts. */

/**
 * A line a sound of Hangul (a final one with a hyphen): the log odds, in hundredths, of a chunk of letters never seen for it,
 * then the chunks seen for it, each with how much likelier it is there than by chance.
 */
export const CHUNK_ODDS = \`
${lines.join('\n')}
\`;

/** Syllables with the log odds, in hundredths, that they stand in a foreign word rather than in a Korean one. */
export const FOREIGN_ODDS = \`
${rows(syllableOdds(foreign, native), 16).join('\n')}
\`;
`;
}

function syllableOdds(foreign: ReadonlySet<string>, native: ReadonlySet<string>): string[] {
  const [a, b] = [[...foreign].join(''), [...native].join('')];
  const [inA, inB] = [tally(a), tally(b)];
  const odds = (syllable: string) =>
    Math.log(((inA.get(syllable) ?? 0) + SYLLABLE_PRIOR) / (a.length + 200)) -
    Math.log(((inB.get(syllable) ?? 0) + SYLLABLE_PRIOR) / (b.length + 200));
  return [...new Set(a + b)].sort().map((syllable) => `${syllable}${Math.round(100 * odds(syllable))}`);
}

function tally(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const letter of text) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
}

function rows(entries: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (let from = 0; from < entries.length; from += width)
    lines.push(entries.slice(from, from + width).join(' '));
  return lines;
}
