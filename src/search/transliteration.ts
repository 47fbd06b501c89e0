import { chunksOf, LONGEST_CHUNK, soundUnits } from './sound-units.ts';
import { CHUNK_ODDS, FOREIGN_ODDS } from './transliteration-odds.ts';

const HUNDREDTH = 0.01;
/** How often a chunk has so many letters, as log odds. */
const LENGTHS = [0.15, 0.6, 0.2, 0.05].map(Math.log);
const IMPOSSIBLE = -1e9;
/** One word can say only so much about itself. */
const MOST_FOREIGN = 5;

interface Unit {
  /** Whether letters may stand for this sound. */
  fits(chunk: string): boolean;
  rare: number;
  odds: Map<string, number>;
}
const units = new Map<string, Unit>(
  CHUNK_ODDS.trim()
    .split('\n')
    .map((line) => {
      const [unit = '', rare = '', ...chunks] = line.split(' ');
      const odds = chunks.map((chunk): [string, number] => {
        const [, letters = '', hundredths = ''] = /^([a-z]*)(-?\d+)$/.exec(chunk) ?? [];
        return [letters, Number(hundredths) * HUNDREDTH];
      });
      return [unit, { fits: chunksOf(unit), rare: Number(rare) * HUNDREDTH, odds: new Map(odds) }];
    }),
);
const syllables = new Map(
  FOREIGN_ODDS.trim()
    .split(/\s+/)
    .map((entry) => [entry.charAt(0), Number(entry.slice(1)) * HUNDREDTH]),
);

/**
 * Log odds that a Hangul word spells a Latin one by ear rather than that the letters are there by chance: above ten it is
 * hard to doubt, below five hard to believe. Both without blanks; the Latin one in letters a to z.
 */
export function spellingOdds(hangul: string, latin: string): number {
  const length = latin.length;
  let odds = new Float64Array(length + 1).fill(IMPOSSIBLE);
  odds[0] = 0;
  for (const name of soundUnits(hangul)) {
    const unit = units.get(name);
    if (!unit) return IMPOSSIBLE;
    const next = new Float64Array(length + 1).fill(IMPOSSIBLE);
    for (let from = 0; from <= length; from++) {
      const before = odds[from] ?? IMPOSSIBLE;
      if (before === IMPOSSIBLE) continue;
      for (let to = from; to <= length && to - from <= LONGEST_CHUNK; to++) {
        const sum = before + chunkOdds(unit, latin.slice(from, to));
        if (sum > (next[to] ?? IMPOSSIBLE)) next[to] = sum;
      }
    }
    odds = next;
  }
  return odds[length] ?? IMPOSSIBLE;
}

function chunkOdds(unit: Unit, chunk: string): number {
  const known = unit.odds.get(chunk);
  if (known !== undefined) return known;
  return unit.fits(chunk) ? unit.rare + (LENGTHS[chunk.length] ?? 0) : IMPOSSIBLE;
}

/** Log odds that a Hangul word is a foreign one, by its syllables: 디스틸 sounds foreign, 설악산 Korean. */
export function foreignOdds(hangul: string): number {
  let sum = 0;
  for (const syllable of hangul) sum += syllables.get(syllable) ?? 0;
  return Math.min(MOST_FOREIGN, sum);
}
