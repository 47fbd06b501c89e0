import { expect, test } from 'vitest';
import { manageVerb } from '../../../src/answers/manage/manage-words.ts';

test.each([
  ['here', 'here'],
  ['여기', 'here'],
  [' Pause ', 'pause'],
  ['중지', 'pause'],
  ['재개', 'resume'],
  ['지금', 'now'],
  ['설정', 'settings'],
  ['초기화', 'reset'],
])('%s asks for %s', (words, verb) => {
  expect(manageVerb(words)).toBe(verb);
});

test.each(['"now"', '“지금”', 'now what', 'settings help', '', 'help', 'status'])(
  '%s asks for none',
  (words) => {
    expect(manageVerb(words)).toBeNull();
  },
);
