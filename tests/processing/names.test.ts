import { expect, test } from 'vitest';
import { latinNames, plainNames, unknownNames } from '../../src/processing/names.ts';

test('names are told from words by their letters', () => {
  expect(plainNames('Today OpenLantern shipped GPT-5 on H100 chips, said Ida.')).toEqual([
    'OpenLantern',
    'GPT-5',
    'H100',
  ]);
  expect(latinNames('Kestrel Foods가 iPad용 AI 앱을 내놓았습니다.')).toEqual([
    'Kestrel',
    'Foods',
    'iPad',
    'AI',
  ]);
});

test('a name is known in any case, in pieces, as initials, and as a common abbreviation', () => {
  const source = 'Kestrel-Foods trained a large language model for its chief executive.';
  expect(unknownNames(['kestrel', 'Kestrel-Foods', 'LLM', 'CEO', 'AI'], source)).toEqual([]);
  expect(unknownNames(['Peregrine', 'GPT-5', 'IBM'], source)).toEqual(['Peregrine', 'GPT-5', 'IBM']);
});
