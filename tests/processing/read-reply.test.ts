import { expect, test } from 'vitest';
import { readReply } from '../../src/processing/read-reply.ts';

const asked = ['summary_ko', 'key_points_ko'] as const;
const good = { summary_ko: '한 문장입니다.', key_points_ko: ['요점입니다.'] };

test.each([
  ['plain', JSON.stringify(good)],
  ['between backquotes', `\`\`\`json\n${JSON.stringify(good)}\n\`\`\``],
  ['after thoughts', `<think>{ "summary_ko": 1 }</think>\n${JSON.stringify(good)}`],
  [
    'among words with braces',
    `The keys {summary_ko, …} are {"filled": "in"}: ${JSON.stringify(good)} {done}`,
  ],
  ['with braces in its text', JSON.stringify({ ...good, title: 'a } "b" {' })],
  ['with parts nobody asked for', JSON.stringify({ ...good, title: 'X', summary_en: 'Not asked.' })],
])('JSON %s is read', (_how, reply) => {
  expect(readReply(reply, asked)).toEqual(good);
});

test.each([
  ['null', { ...good, so_what_ko: null }],
  ['left out', good],
])('a so-what that is %s is none', (_what, reply) => {
  expect(readReply(JSON.stringify(reply), [...asked, 'so_what_ko'])).toEqual({ ...good, so_what_ko: '' });
});

test.each([
  ['nothing but braces', '{'.repeat(250_000)],
  ['broken JSON', '{"summary_ko": "한 문장'],
  ['no JSON', 'I am sorry, I cannot help with that.'],
  ['a part left out', '{"summary_ko": "한 문장입니다."}'],
  ['an empty summary', JSON.stringify({ ...good, summary_ko: ' ' })],
  ['another shape', JSON.stringify({ ...good, key_points_ko: 'one' })],
  ['a text without end', JSON.stringify({ ...good, summary_ko: 'a'.repeat(5_000) })],
])('%s is not', (_what, reply) => {
  expect(readReply(reply, asked)).toBeNull();
});
