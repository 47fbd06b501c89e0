/** One row of the chart. */
export interface ChartRow {
  label: string;
  now: number;
  before: number;
}

export interface ChartWords {
  title: string;
  now: string;
  /** Null where there is nothing to compare with: one bar a row. */
  before: string | null;
}

const width = 760;
const edge = 32;
const labelWidth = 250;
const rowHeight = 62;
const top = 108;
const barHeight = 20;
// A light card of its own: it reads the same on a dark and on a light page.
const colour = {
  card: '#ffffff',
  line: '#d8dce3',
  ink: '#1b2330',
  soft: '#5b6472',
  now: '#2f5fd0',
  before: '#a9b8d6',
};

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Widths in halves of a Hangul syllable, none too small: a label must not run over the edge of the card. */
function widthOf(character: string): number {
  if (/[MW@%]/.test(character)) return 2.4;
  if (/[\u1100-\uffdcmw]/u.test(character)) return 2;
  return /\p{Lu}/u.test(character) ? 1.6 : 1.1;
}

function clipped(text: string, widthAtMost: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += widthOf(character);
    if (used > widthAtMost) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

function escaped(text: string): string {
  // Control characters are not allowed in XML at all.
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (found) => entities[found] ?? '');
}

interface Style {
  size: number;
  fill?: string;
  weight?: 400 | 700;
  anchor?: 'start' | 'end';
}

function text(x: number, y: number, words: string, { size, fill, weight, anchor }: Style): string {
  const style = `font-size="${size}" font-weight="${weight ?? 400}" fill="${fill ?? colour.ink}" text-anchor="${anchor ?? 'start'}"`;
  return `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`;
}

function bar(y: number, length: number, fill: string): string {
  const x = edge + labelWidth;
  return `<rect x="${x}" y="${y}" width="${Math.max(3, length).toFixed(1)}" height="${barHeight}" rx="4" fill="${fill}"/>`;
}

function legend(words: ChartWords): string {
  const items = [
    { fill: colour.now, label: words.now },
    ...(words.before === null ? [] : [{ fill: colour.before, label: words.before }]),
  ];
  return items
    .map(({ fill, label }, index) => {
      const x = edge + labelWidth + index * 190;
      return `<rect x="${x}" y="72" width="18" height="18" rx="4" fill="${fill}"/>${text(x + 28, 89, clipped(label, 16), { size: 22, fill: colour.soft })}`;
    })
    .join('');
}

/**
 * How many stories each topic had, this week over last week, as an SVG of 760 units' width. Pure; escapes what it is
 * given. On a phone it is shown at about half its size: no letter is smaller than 22 units.
 */
export function topicChart(
  rows: readonly ChartRow[],
  words: ChartWords,
): { svg: string; width: number; height: number } {
  const height = top + rows.length * rowHeight + edge - 8;
  const longest = Math.max(
    1,
    ...rows.flatMap(({ now, before }) => [now, words.before === null ? 0 : before]),
  );
  const unit = (width - edge * 2 - labelWidth - 56) / longest;
  const drawn = rows.map(({ label, now, before }, index) => {
    const y = top + index * rowHeight;
    const x = edge + labelWidth;
    const bars =
      words.before === null
        ? [
            bar(y + 13, now * unit, colour.now),
            text(x + now * unit + 12, y + 31, String(now), { size: 24, weight: 700 }),
          ]
        : [
            bar(y + 2, now * unit, colour.now),
            text(x + Math.max(3, now * unit) + 12, y + 20, String(now), { size: 24, weight: 700 }),
            bar(y + 26, before * unit, colour.before),
            text(x + Math.max(3, before * unit) + 12, y + 44, String(before), {
              size: 22,
              fill: colour.soft,
            }),
          ];
    return [
      text(edge + labelWidth - 18, y + 32, clipped(label, 21), { size: 24, anchor: 'end' }),
      ...bars,
    ].join('');
  });
  const card = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="18" fill="${colour.card}" stroke="${colour.line}" stroke-width="2"/>`;
  const title = text(edge, 48, clipped(words.title, 48), { size: 28, weight: 700 });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="NanumGothic">${card}${title}${legend(words)}${drawn.join('')}</svg>`;
  return { svg, width, height };
}
