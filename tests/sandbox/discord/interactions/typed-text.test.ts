import { expect, test } from 'vitest';
import { readTypedText } from '../../../../src/sandbox/discord/interactions/typed-text.ts';

const text = (name: string) => ({ type: 3, name });
const plain = { options: [text('topic'), text('language'), { type: 4, name: 'limit' }] };
const nested = {
  options: [
    { type: 1, name: 'here', options: [text('time')] },
    { type: 2, name: 'config', options: [{ type: 1, name: 'reset', options: [text('key')] }] },
  ],
};

test.each([
  [plain, '', [], {}],
  [plain, '증류 위스키', [], { topic: '증류 위스키' }],
  [plain, '"정확한 말" language:ko', [], { topic: '"정확한 말"', language: 'ko' }],
  [
    plain,
    'language:en topic:agentic commerce limit:3',
    [],
    { language: 'en', topic: 'agentic commerce', limit: '3' },
  ],
  [plain, 'https://ex.com', [], { topic: 'https://ex.com' }],
  [nested, 'here 08:30', ['here'], { time: '08:30' }],
  [nested, 'config reset key:schedule', ['config', 'reset'], { key: 'schedule' }],
  [nested, 'somewhere', [], {}],
])('%# %s', (definition, typed, path, values) => {
  expect(readTypedText(definition, typed)).toEqual({ path, values });
});
