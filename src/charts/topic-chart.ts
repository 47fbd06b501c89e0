import { clipped, textWidth } from './text-width.ts';

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
  return `<text x="${Number(x.toFixed(1))}" y="${y}" ${style}>${escaped(words)}</text>`;
}

function bar(y: number, length: number, fill: string): string {
  const x = edge + labelWidth;
  return `<rect x="${x}" y="${y}" width="${Math.max(3, length).toFixed(1)}" height="${barHeight}" rx="4" fill="${fill}"/>`;
}

/** Of the legend: from a square to its words, between two of them at least, and from square to square where both are short. */
const swatch = 28;
const gap = 24;
const pitch = 190;

function legend(words: ChartWords): string {
  const items = [
    { fill: colour.now, label: words.now },
    ...(words.before === null ? [] : [{ fill: colour.before, label: words.before }]),
  ];
  const room = width - edge + 8 - (edge + labelWidth) - items.length * swatch - (items.length - 1) * gap;
  const widths = items.map(({ label }) => textWidth(label, 22));
  const isCut = widths.reduce((sum, each) => sum + each, 0) > room;
  let x = edge + labelWidth;
  return items
    .map(({ fill, label }) => {
      const shown = isCut ? clipped(label, 22, room / items.length) : label;
      const drawn = `<rect x="${x.toFixed(0)}" y="72" width="18" height="18" rx="4" fill="${fill}"/>${text(x + swatch, 89, shown, { size: 22, fill: colour.soft })}`;
      x += Math.max(pitch, swatch + textWidth(shown, 22) + gap);
      return drawn;
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
      text(edge + labelWidth - 18, y + 32, clipped(label, 24, labelWidth - 2), { size: 24, anchor: 'end' }),
      ...bars,
    ].join('');
  });
  const card = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="18" fill="${colour.card}" stroke="${colour.line}" stroke-width="2"/>`;
  const title = text(edge, 48, clipped(words.title, 28, (width - edge * 2) * 0.92), {
    size: 28,
    weight: 700,
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="NanumGothic">${card}${title}${legend(words)}${drawn.join('')}</svg>`;
  return { svg, width, height };
}
