import type { Brief } from '../src/briefs/brief.ts';

/** Share of the titles' words that both have, 0..1. */
export function titleOverlaps(pairs: [Brief, Brief][]): number[] {
  return pairs.map(([a, b]) => {
    const left = new Set(words(a.title));
    const right = new Set(words(b.title));
    const both = [...left].filter((word) => right.has(word)).length;
    return both / Math.max(1, left.size + right.size - both);
  });
}

/** Cosine of title and English summary, each word weighed by how often it stands and how few briefs have it. */
export function wordCosines(pairs: [Brief, Brief][], briefs: Brief[]): number[] {
  const counts = new Map<string, number>();
  for (const brief of briefs)
    for (const word of new Set(words(textOf(brief)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const vectorOf = (brief: Brief) => {
    const vector = new Map<string, number>();
    for (const word of words(textOf(brief)))
      vector.set(word, (vector.get(word) ?? 0) + Math.log(briefs.length / (counts.get(word) ?? 1)));
    return vector;
  };
  return pairs.map(([a, b]) => cosine(vectorOf(a), vectorOf(b)));
}

function textOf(brief: Brief): string {
  return `${brief.title} ${brief.summary.en}`;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  const length = (vector: Map<string, number>) =>
    Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return dot / (length(a) * length(b) || 1);
}
