import { expect, test } from 'vitest';
import { commandFaults } from '../../../../src/sandbox/discord/checks/command-faults.ts';
import { describeFault } from '../../../../src/sandbox/discord/checks/form-fault.ts';

const brief = { name: 'brief', description: 'x' };
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });

test('a command in both languages is taken', () => {
  const command = {
    ...brief,
    name_localizations: { ko: '브리핑', 'en-US': 'brief' },
    description_localizations: { ko: '찾기' },
    default_member_permissions: '16',
    contexts: [0],
    options: [option('topic', { required: true, autocomplete: true }), option('n', { type: 4 })],
  };
  expect(commandFaults(command)).toEqual([]);
});

test.each([
  ['an upper-case name', { ...brief, name: 'Brief' }, 'name: Command name is invalid'],
  ['a name with a space', { ...brief, name: 'a b' }, 'name: Command name is invalid'],
  ['no description', { name: 'brief' }, 'description: This field is required'],
  [
    'an option in no other place than its translation twice',
    {
      ...brief,
      options: [
        option('a', { name_localizations: { ko: '가' } }),
        option('b', { name_localizations: { ko: '가' } }),
      ],
    },
    'options: Option names must be unique',
  ],
  [
    'choices and autocomplete',
    { ...brief, options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] },
    'options[0]: Autocomplete and choices are mutually exclusive',
  ],
  [
    'a subcommand beside an option',
    { ...brief, options: [{ type: 1, name: 'here', description: 'x' }, option('a')] },
    'options: Sub-commands and sub-command group option types are mutually exclusive to all other types',
  ],
  [
    'required after optional',
    { ...brief, options: [option('a'), option('b', { required: true })] },
    'options[1]: Required options must be placed before non-required options',
  ],
  [
    'more than 8,000 characters',
    {
      ...brief,
      options: Array.from({ length: 25 }, (_, i) =>
        option(`o${i}`, {
          choices: Array.from({ length: 4 }, (_, j) => ({
            name: `${j}`.padStart(50, 'n'),
            value: `${j}`.padStart(50, 'v'),
          })),
        }),
      ),
    },
    'Command exceeds maximum size (8000)',
  ],
])('%s is refused', (_, command, problem) => {
  expect(commandFaults(command).map(describeFault)).toEqual([problem]);
});

test('an unknown locale is refused', () => {
  const [fault] = commandFaults({ ...brief, name_localizations: { kr: '브리핑' } });
  expect(fault?.path).toEqual(['name_localizations', 'kr']);
});

const menu = { type: 3, name: 'Report a problem', name_localizations: { ko: '문제 신고' } };

test('an entry in the menu of a message is taken: mixed case, spaces, no description', () => {
  expect(commandFaults({ ...menu, contexts: [0, 1], default_member_permissions: '16' })).toEqual([]);
  expect(commandFaults({ ...menu, description: '' })).toEqual([]);
});

test.each([
  [
    'a description',
    { ...menu, description: 'x' },
    'description: Context menu commands cannot have description',
  ],
  ['options', { ...menu, options: [option('a')] }, 'options: Only chat input commands have options'],
])('%s on such an entry is refused', (_, command, problem) => {
  expect(commandFaults(command).map(describeFault)).toEqual([problem]);
});

test('a name of more than 32 characters, or in no known language, is refused', () => {
  expect(commandFaults({ ...menu, name: 'x'.repeat(33) }).map(({ path }) => path)).toEqual([['name']]);
  const [fault] = commandFaults({ ...menu, name_localizations: { kr: '신고' } });
  expect(fault?.path).toEqual(['name_localizations', 'kr']);
});
