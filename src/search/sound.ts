/** One rough sound: a class that two spellings of a word must share, and the letter that tells close ones apart. */
export interface Sound {
  kind: 'P' | 'T' | 'K' | 'S' | 'R' | 'M' | 'N' | 'H' | 'V';
  /** For a vowel a, e, i, o, u or `-` for one that only holds consonants apart; `?` for a stop that may be hard or soft. */
  letter: string;
}

/** The consonant classes of a word without H, equal neighbours once: what two spellings must share. */
export function skeletonOf(sounds: readonly Sound[]): string {
  let skeleton = '';
  for (const { kind } of sounds)
    if (kind !== 'V' && kind !== 'H' && !skeleton.endsWith(kind)) skeleton += kind;
  return skeleton;
}

const VOWEL_COST = 0.4;
const EMPTY_VOWEL_COST = 0.05;
const H_COST = 0.3;
const LETTER_COST = 0.4;
/** Pairs of letters that Korean does not tell apart when it writes a foreign word. */
const SAME = new Set(['pf', 'bv', 'sz', 'jz', 'js', 'eo', 'ao', 'ae', 'ou', 'ei', 'eu']);

/** 0..1: how alike two words sound; 0 where their consonant skeletons differ. */
export function soundLikeness(a: readonly Sound[], b: readonly Sound[]): number {
  if (skeletonOf(a) !== skeletonOf(b)) return 0;
  let costs = [0];
  for (const sound of b) costs.push((costs.at(-1) ?? 0) + absence(sound));
  for (const x of a) {
    const next = [(costs[0] ?? 0) + absence(x)];
    for (const [j, y] of b.entries()) {
      const swap = (costs[j] ?? 0) + difference(x, y);
      next.push(Math.min(swap, (costs[j + 1] ?? 0) + absence(x), (next[j] ?? 0) + absence(y)));
    }
    costs = next;
  }
  const length = Math.max(soundWeight(a), soundWeight(b), 1);
  return Math.max(0, 1 - (costs.at(-1) ?? 0) / length);
}

/** How much there is to hear in a word: consonants one each, vowels half. */
export function soundWeight(sounds: readonly Sound[]): number {
  let sum = 0;
  for (const sound of sounds) sum += sound.kind === 'V' ? (sound.letter === '-' ? 0 : 0.5) : 1;
  return sum;
}

function absence(sound: Sound): number {
  if (sound.kind === 'H') return H_COST;
  if (sound.kind !== 'V') return 9;
  return sound.letter === '-' ? EMPTY_VOWEL_COST : VOWEL_COST;
}

function difference(x: Sound, y: Sound): number {
  if (x.kind !== y.kind) return 9;
  if (x.letter === y.letter || x.letter === '?' || y.letter === '?') return 0;
  if (x.letter === '-' || y.letter === '-') return VOWEL_COST / 2;
  const close = SAME.has(x.letter + y.letter) || SAME.has(y.letter + x.letter);
  if (x.kind === 'V') return close ? VOWEL_COST / 3 : VOWEL_COST;
  return close ? 0 : LETTER_COST;
}

/** How alike two words sound in the readings that fit best. */
export function bestLikeness(mine: readonly Sound[][], theirs: readonly Sound[][]): number {
  let best = 0;
  for (const a of mine) for (const b of theirs) best = Math.max(best, soundLikeness(a, b));
  return best;
}
