import type { Vocabulary } from './vocabulary.ts';

/** How two ascending lists of terms overlap, each term weighed by its rarity. */
export interface Overlap {
  /** Cosine of the two lists, 0..1. */
  cosine: number;
  /** Shared weight over the lighter list's weight, 0..1. */
  share: number;
  /** Shared weight over the weight of both lists together, 0..1. */
  jaccard: number;
  /** Sum of the shared terms' rarities. */
  shared: number;
  /** What the shared terms are rarer than {@link common}, summed: words everyone uses add nothing. */
  telling: number;
  /** Rarities of the three rarest shared terms, rarest first; 0 where there are fewer. */
  top: [number, number, number];
  /** Number of shared terms. */
  count: number;
}

/** Rarity of a word that one brief in thirty holds. */
const common = 3.5;

export function overlap(a: Uint32Array, b: Uint32Array, vocabulary: Vocabulary): Overlap {
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  let shared = 0;
  let telling = 0;
  let sharedSquare = 0;
  let count = 0;
  const top: [number, number, number] = [0, 0, 0];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = i < a.length ? (a[i] as number) : Number.MAX_SAFE_INTEGER;
    const right = j < b.length ? (b[j] as number) : Number.MAX_SAFE_INTEGER;
    const weight = vocabulary.rarity(Math.min(left, right));
    if (left <= right) {
      sumA += weight;
      squareA += weight * weight;
      i += 1;
    }
    if (right <= left) {
      sumB += weight;
      squareB += weight * weight;
      j += 1;
    }
    if (left !== right) continue;
    shared += weight;
    telling += Math.max(0, weight - common);
    sharedSquare += weight * weight;
    count += 1;
    keepTop(top, weight);
  }
  const lighter = Math.min(sumA, sumB);
  return {
    cosine: squareA > 0 && squareB > 0 ? sharedSquare / Math.sqrt(squareA * squareB) : 0,
    share: lighter > 0 ? shared / lighter : 0,
    jaccard: sumA + sumB > 0 ? shared / (sumA + sumB - shared) : 0,
    shared,
    telling,
    top,
    count,
  };
}

function keepTop(top: [number, number, number], weight: number): void {
  if (weight > top[0]) {
    top[2] = top[1];
    top[1] = top[0];
    top[0] = weight;
  } else if (weight > top[1]) {
    top[2] = top[1];
    top[1] = weight;
  } else if (weight > top[2]) {
    top[2] = weight;
  }
}
