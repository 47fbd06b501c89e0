import { expect, test } from 'vitest';
import { checkView } from '../../../src/sandbox/slack/checks/check-view.ts';

const title = { type: 'plain_text', text: '설정' };
const modal = (more: object) => ({ type: 'modal', title, blocks: [], ...more });
const input = {
  type: 'input',
  label: title,
  element: { type: 'plain_text_input', action_id: 'a' },
};

test.each<[string, unknown, string[]]>([
  ['as it should be', modal({ blocks: [input], submit: title, private_metadata: '{}' }), []],
  [
    'a long title',
    modal({ title: { type: 'plain_text', text: '가'.repeat(25) } }),
    ['must be less than 25 characters [json-pointer:/view/title/text]'],
  ],
  [
    'an input without a submit button',
    modal({ blocks: [input] }),
    ['missing required field: submit, because the view holds an input [json-pointer:/view]'],
  ],
  [
    'much private metadata',
    modal({ private_metadata: 'a'.repeat(3_001) }),
    ['must be less than 3001 characters [json-pointer:/view/private_metadata]'],
  ],
  [
    '101 blocks',
    modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
    ['no more than 100 items allowed [json-pointer:/view/blocks]'],
  ],
  [
    'a message’s block',
    modal({ blocks: [{ type: 'markdown', text: 'x' }] }),
    ['unsupported type: markdown [json-pointer:/view/blocks/0/type]'],
  ],
  [
    'a field of another kind of view',
    { type: 'home', title, blocks: [] },
    [
      'invalid additional property: title [json-pointer:/view]',
      'must be a view of type modal [json-pointer:/view/type]',
    ],
  ],
  ['nothing at all', 'x', ['must provide an object [json-pointer:/view]']],
])('%s', (_, view, problems) => {
  expect(checkView(view, 'modal')).toEqual(problems);
});
