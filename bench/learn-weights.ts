export interface Example<Name extends string> {
  measures: Partial<Record<Name, number>>;
  is: boolean;
}

export type Learned<Name extends string> = Record<Name | 'start', number>;

/** How strongly a weight is drawn to 0, against what one example counts. */
const pull: number = 0.6;
const rounds = 25;

/** Logistic regression with a quadratic penalty, by Newton's method; the same on every run. */
export function learnWeights<Name extends string>(
  examples: readonly Example<Name>[],
  names: readonly Name[],
): Learned<Name> {
  const rows = examples.map(({ measures, is }) => ({
    x: [1, ...names.map((name) => measures[name] ?? 0)],
    y: Number(is),
  }));
  const size = names.length + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : pull * weight));
    const bend = weights.map((_, at) => weights.map((_, other) => (at === other ? pull : 0)));
    for (const { x, y } of rows) {
      const said = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * at0(weights, at), 0)));
      const weight = said * (1 - said);
      for (let at = 0; at < size; at += 1) {
        const value = at0(x, at);
        slope[at] = at0(slope, at) + value * (said - y);
        const line = bend[at] ?? [];
        for (let other = 0; other < size; other += 1)
          line[other] = at0(line, other) + weight * value * at0(x, other);
      }
    }
    for (const [at, step] of solved(bend, slope).entries()) weights[at] = at0(weights, at) - step;
  }
  const rounded = weights.map((weight) => Math.round(weight * 100) / 100);
  return Object.fromEntries(['start', ...names].map((name, at) => [name, at0(rounded, at)])) as Learned<Name>;
}

/** The x of `matrix · x = right`, by elimination; the matrix has no zero on its way. */
function solved(matrix: readonly number[][], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, at0(right, at)]);
  for (const [at, pivot] of lines.entries()) {
    for (const [other, line] of lines.entries()) {
      if (other === at) continue;
      const factor = at0(line, at) / at0(pivot, at);
      for (let column = at; column < line.length; column += 1)
        line[column] = at0(line, column) - factor * at0(pivot, column);
    }
  }
  return lines.map((line, at) => at0(line, line.length - 1) / at0(line, at));
}

function at0(list: readonly number[], at: number): number {
  return list[at] ?? 0;
}
