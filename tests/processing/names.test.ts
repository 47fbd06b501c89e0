import { expect, test } from 'vitest';
import { isTraced, nameEvidence } from '../../src/processing/name-evidence.ts';
import { capitalWords, latinNames, plainNames } from '../../src/processing/names.ts';
import { isSpokenIn } from '../../src/processing/spoken-name.ts';
import { parseAliases } from '../../src/search/alias-table.ts';

const aliases = parseAliases('- [Port Gazette, 항만신문]');
const untraced = (names: string[], text: string) =>
  names.filter((name) => !isTraced(name, nameEvidence(text, aliases), aliases));

test('names are told from words by their letters', () => {
  expect(
    plainNames('Today OpenLantern shipped GPT-5 on H100 chips for $300M, said Ida of AI-driven CMOs.'),
  ).toEqual(['OpenLantern', 'GPT-5', 'H100']);
  expect(latinNames('Kestrel Foods가 iPad용 AI 앱을 내놓았습니다.')).toEqual(['Kestrel', 'Foods', 'iPad']);
  expect(capitalWords('Independent grocers like Kestrel Foods. Reports came in March.')).toMatchObject([
    { text: 'Independent', opensSentence: true, isWord: true, run: 1 },
    { text: 'Kestrel', opensSentence: false, run: 2 },
    { text: 'Foods', opensSentence: false, isWord: true, run: 2 },
    { text: 'Reports', opensSentence: true, isWord: true, run: 3 },
  ]);
});

test('a name is traced in any case, in pieces, as initials, and from a word made of it', () => {
  const source = 'Kestrel-Foods of Germany trained a large language model.';
  expect(untraced(['kestrel', 'Kestrel-Foods', 'LLM', 'German'], source)).toEqual([]);
  expect(untraced(['Peregrine', 'GPT-5', 'IBM', 'French'], source)).toEqual([
    'Peregrine',
    'GPT-5',
    'IBM',
    'French',
  ]);
});

test('a name is traced in Hangul by its sound, as a place, and by the alias file', () => {
  const source = '미국 퀼스톤푸드가 항만신문에 밝혔습니다.';
  expect(untraced(['Quillstone', 'American', 'U.S'], source)).toEqual([]);
  expect(untraced(['Kestrel', 'Keller'], source)).toEqual(['Kestrel', 'Keller']);
});

test.each([
  ['퀼스톤', 'quillstone', true],
  ['퀼스톤푸드', 'quillstone', true],
  ['켈러', 'keller', true],
  ['케슬러', 'keller', false],
  ['한빛', 'hanbit', true],
  ['쿠팡', 'hanbit', false],
  ['드레스덴', 'leipzig', false],
  ['퀼스톤', `quillstone${'.'.repeat(100)}`, false],
])('%s spells %s: %s', (hangul, latin, is) => {
  expect(isSpokenIn(hangul, latin)).toBe(is);
});
