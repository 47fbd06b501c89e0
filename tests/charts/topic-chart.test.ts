import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawPng } from '../../src/charts/draw-png.ts';
import { topicChart } from '../../src/charts/topic-chart.ts';

const words = { title: '주제별 소식 수', now: '이번 주', before: '지난주' };

/** Every pixel of a PNG whose bytes are not filtered away; enough to compare pictures. */
function pixelsOf(png: Buffer): string {
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      chunks.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return inflateSync(Buffer.concat(chunks)).toString('base64');
}

async function drawn(label: string): Promise<string> {
  return pixelsOf(await drawPng(topicChart([{ label, now: 3, before: 1 }], words).svg));
}

test('what a topic is called is drawn, never read as SVG', () => {
  const { svg } = topicChart([{ label: '<image href="x"/>&\u0007"', now: 1, before: 0 }], words);
  expect(svg).not.toContain('<image');
  expect(svg).toContain('&lt;image href=&quot;x&quot;/');
  expect(svg).not.toContain('\u0007');
});

test('Hangul has glyphs: two words give two pictures, and neither is the empty one', async () => {
  const [one, other, empty] = await Promise.all([drawn('관세'), drawn('유통'), drawn('')]);
  expect(new Set([one, other, empty]).size).toBe(3);
});

test('it is as high as its rows, and a PNG of that size', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => ({ label: `topic ${at}`, now: at, before: 6 - at }));
  const { svg, width, height } = topicChart(rows, words);
  const png = await drawPng(svg);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
});

test('without a week to compare there is one bar a row', () => {
  const rows = [{ label: 'a', now: 2, before: 9 }];
  expect(topicChart(rows, words).svg.match(/<rect/g)).toHaveLength(5);
  expect(topicChart(rows, { ...words, before: null }).svg.match(/<rect/g)).toHaveLength(3);
});

test.each([
  'WWWWWWWWWWWWWWWWWWWW',
  'WORKFLOW AUTOMATION MARKETS',
  'memory makers’ momentum',
  '에이전트 커머스와 리테일',
])('the label %s stays on the card', async (label) => {
  const chart = topicChart([{ label, now: 3, before: 1 }], words);
  // What would run over the edge shows once the view is widened to the left.
  const outside = chart.svg
    .replace('viewBox="0 0 ', 'viewBox="-400 0 ')
    .replace(`width="${chart.width}"`, 'width="400"')
    .replace(/ 760 (\d+)"/, ' 400 $1"')
    .replace(/<rect x="1"[^>]*>/, '');
  const blank = outside.replace(/<text.*<\/text>/, '');
  expect(pixelsOf(await drawPng(outside)) === pixelsOf(await drawPng(blank))).toBe(true);
});

/** What is drawn outside the card, or in place of it, once the view is moved there. */
async function isBlank(svg: string, left: number, wide: number): Promise<boolean> {
  const bare = svg
    .replace(/viewBox="0 0 \d+ /, `viewBox="${left} 0 ${wide} `)
    .replace(/ width="760"/, ` width="${wide}"`)
    .replace(/<rect x="1"[^>]*>/, '');
  const blank = bare.replace(/<text.*<\/text>|<rect.*\/>/g, '');
  return pixelsOf(await drawPng(bare)) === pixelsOf(await drawPng(blank));
}

test('the legend says both weeks in both languages, in full', async () => {
  const both = { title: 'x', now: '이번 주 · This week', before: '지난주 · Last week' };
  const { svg } = topicChart([], both);
  expect(svg).toContain('이번 주 · This week<');
  expect(svg).toContain('지난주 · Last week<');
  const [first = 0, second = 0] = [...svg.matchAll(/<rect x="(\d+)" y="72"/g)].map(([, x]) => Number(x));
  // Between the words of the first and the square of the second, and at the right edge, nothing is drawn.
  const only = svg.replace(/<rect.*?\/>/g, '');
  expect(await isBlank(only, second - 12, 18 + 12)).toBe(true);
  expect(await isBlank(only, first - 4, 30)).toBe(true);
  expect(await isBlank(svg, 760 - 20, 400)).toBe(true);
});

test.each(['W'.repeat(60), '지난 어느 한 주의 모든 소식 모두'])(
  'a legend without end, %s, stays on the card',
  async (label) => {
    const { svg } = topicChart([], { title: 'x', now: label, before: label });
    expect(svg).toContain('…');
    expect(await isBlank(svg, 760 - 20, 400)).toBe(true);
  },
);
