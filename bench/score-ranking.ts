/** A judged query: 2 for briefs about it, 1 for briefs that mention it as a real secondary point; none where nothing must be found. */
export interface JudgedQuery {
  id: string;
  q: string;
  kind: string;
  rels: Record<string, number>;
}

export interface Quality {
  ndcg10: number;
  success1: number;
  wronglyEmpty: number;
  nothingFound: string;
  timeNdcg10: number;
}

const CUT = 10;

/** nDCG@10 with gain 2^grade − 1, success@1, share wrongly empty, and how many absent topics rightly find nothing. */
export function scoreRankings(queries: readonly JudgedQuery[], search: (query: string) => string[]): Quality {
  const rows = queries.map((query) => ({ query, files: search(query.q).map(baseName) }));
  const absent = rows.filter(({ query }) => query.kind === 'none');
  const timed = rows.filter(({ query }) => query.kind === 'time');
  const others = rows.filter(({ query }) => query.kind !== 'none' && query.kind !== 'time');
  return {
    ndcg10: mean(others.map(({ query, files }) => ndcg(files, query.rels))),
    success1: mean(others.map(({ query, files }) => ((query.rels[files[0] ?? ''] ?? 0) > 0 ? 1 : 0))),
    wronglyEmpty: mean(others.map(({ files }) => (files.length === 0 ? 1 : 0))),
    nothingFound: `${absent.filter(({ files }) => files.length === 0).length}/${absent.length}`,
    timeNdcg10: mean(timed.map(({ query, files }) => ndcg(files, query.rels))),
  };
}

function ndcg(files: readonly string[], rels: Record<string, number>): number {
  const ideal = Object.values(rels).sort((a, b) => b - a);
  const best = gain(ideal.slice(0, CUT));
  return best === 0 ? 0 : gain(files.slice(0, CUT).map((file) => rels[file] ?? 0)) / best;
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? Number.NaN : numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
