import type { RowResult } from './run-row.ts';

const columns: [string, (row: RowResult) => string | number][] = [
  ['', (row) => row.name],
  ['kills', (row) => row.kills],
  ['stops', (row) => row.stops],
  ['deliveries', (row) => row.deliveries],
  ['missing', (row) => row.missing],
  ['doubled', (row) => row.doubled],
  ['held', (row) => row.held],
  ['news missing', (row) => row.newsMissing],
  ['news doubled', (row) => row.newsDoubled],
  ['flags', (row) => row.flags],
  ['unanswered', (row) => row.flagsMissing],
  ['seconds', (row) => row.seconds],
];

/** The results as a table in plain text, and below it how many kills fell upon which point. */
export function resultTable(rows: readonly RowResult[]): string {
  const lines = [
    columns.map(([title]) => title),
    ...rows.map((row) => columns.map(([, of]) => String(of(row)))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const table = lines.map((line) =>
    line.map((cell, index) => pad(cell, widths[index] ?? 0, index === 0)).join('  '),
  );
  const points = new Map<string, number>();
  for (const row of rows)
    for (const [point, count] of Object.entries(row.points))
      points.set(point, (points.get(point) ?? 0) + count);
  const where = [...points].sort((a, b) => b[1] - a[1]).map(([point, count]) => `${point} ${count}`);
  return `${table.join('\n')}\nkilled: ${where.join(', ')}`;
}

function pad(text: string, width: number, isLeft: boolean): string {
  return isLeft ? text.padEnd(width) : text.padStart(width);
}
