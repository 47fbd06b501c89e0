import { expect, test } from 'vitest';
import { readWords } from '../../src/answers/read-words.ts';

test.each([
  ['', { kind: 'latest' }],
  ['   ', { kind: 'latest' }],
  ['help', { kind: 'help' }],
  ['도움말', { kind: 'help' }],
  ['HELP', { kind: 'help' }],
  ['"help"', { kind: 'search', words: '"help"' }],
  ['“도움말”', { kind: 'search', words: '“도움말”' }],
  ['why 증류 공격', { kind: 'why', words: '증류 공격' }],
  ['왜 distillation', { kind: 'why', words: 'distillation' }],
  ['why', { kind: 'search', words: 'why' }],
  ['"why distillation"', { kind: 'search', words: '"why distillation"' }],
  ['whyte', { kind: 'search', words: 'whyte' }],
  ['help desk', { kind: 'search', words: 'help desk' }],
  ['증류\u202e 공격은\n', { kind: 'search', words: '증류 공격은' }],
])('%j', (typed, wish) => {
  expect(readWords(typed)).toEqual(wish);
});
