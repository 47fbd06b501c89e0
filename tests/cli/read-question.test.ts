import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type Line, readLines } from '../../src/cli/read-lines.ts';
import { readQuestion } from '../../src/cli/read-question.ts';

const PRESENT = Date.parse('2026-06-30T09:00:00Z');
const LONGEST = 1000;

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  const lines: Line[] = [];
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
  for await (const line of readLines(Readable.from(bytes), LONGEST)) lines.push(line);
  return lines;
}

async function read(text: string) {
  const [line] = await linesOf(`${text}\n`);
  if (line === undefined) throw new Error('no line');
  return readQuestion(line, LONGEST, PRESENT);
}

test('lines are split wherever the chunks are, with either end; the last needs none', async () => {
  const syllable = new TextEncoder().encode('관');
  const lines = await linesOf('one\r\nt', 'wo\n\n', syllable.slice(0, 1), syllable.slice(1), '세');
  expect(lines.map(({ text }) => text)).toEqual(['one', 'two', '', '관세']);
  expect(await linesOf()).toEqual([]);
});

test('a line that is too long is not kept, and the next one is read', async () => {
  const long = 'x'.repeat(400);
  const lines = await linesOf('a\n{"id":7,"q":"', long, long, long, '"}\nb\n');
  expect(lines.map(({ text }) => text)).toEqual(['a', null, 'b']);
  expect(lines[1]?.start).toHaveLength(200);
});

test.each([
  ['{"id":1,"q":"관세"}', { id: 1, q: '관세', now: PRESENT }],
  ['{"q":""}', { id: null, q: '', now: PRESENT }],
  ['{"id":{"a":[1]},"q":"x","more":true}', { id: { a: [1] }, q: 'x', now: PRESENT }],
  ['{"id":"a","q":"x","now":"2026-06-30"}', { id: 'a', q: 'x', now: Date.parse('2026-06-30T23:59:59.999Z') }],
  [
    '{"id":2,"q":"x","now":"2026-06-30T08:30:00+09:00"}',
    { id: 2, q: 'x', now: Date.parse('2026-06-29T23:30:00Z') },
  ],
])('%s is a question', async (line, expected) => {
  expect(await read(line)).toEqual(expected);
});

test.each([
  ['', null, 'the line is empty'],
  ['  \t', null, 'the line is empty'],
  ['distillation', null, 'the line is not JSON'],
  ['{"id": "a1", "q": "tariff"', 'a1', 'the line is not JSON'],
  ['{"id":7,"q":tariff}', 7, 'the line is not JSON'],
  ['{"id":"\\u00', null, 'the line is not JSON'],
  ['null', null, 'must be a JSON object'],
  ['[{"id":1,"q":"x"}]', null, 'must be a JSON object'],
  ['"tariff"', null, 'must be a JSON object'],
  ['{"id":3}', 3, '"q" is missing'],
  ['{"id":3,"q":null}', 3, '"q" must be a text'],
  ['{"id":3,"q":["tariff"]}', 3, '"q" must be a text'],
  ['{"id":3,"q":12}', 3, '"q" must be a text'],
  ['{"id":4,"q":"x","now":1782777600}', 4, '"now" must be a text'],
  ['{"id":4,"q":"x","now":"tomorrow"}', 4, '"now" is no instant: tomorrow'],
  ['{"id":4,"q":"x","now":"2026-13-45"}', 4, '"now" is no instant: 2026-13-45'],
  ['{"id":5,"now":[]}', 5, '"q" is missing'],
  [`{"id":"long","q":"${'x'.repeat(LONGEST)}"}`, 'long', 'longer than 1000 characters'],
])('%j is none, and says why', async (line, id, sentence) => {
  expect(await read(line)).toEqual({ id, error: expect.stringContaining(sentence) });
});
