import { expect, test } from 'vitest';
import { sentences } from '../../src/message/sentences.ts';

test.each([
  [
    '하버카트가 3.5% 올랐다. 매장은 12곳이다! 더 늘릴까?',
    ['하버카트가 3.5% 올랐다.', '매장은 12곳이다!', '더 늘릴까?'],
  ],
  [
    'Harbor Cart Inc. grew 3.5%. It left the U.S. market.',
    ['Harbor Cart Inc. grew 3.5%.', 'It left the U.S. market.'],
  ],
  ['Dr. Kim of Harbor Co. said so. Fine.', ['Dr. Kim of Harbor Co. said so.', 'Fine.']],
  ['no end', ['no end']],
  ['', []],
])('%s', (text, expected) => {
  expect(sentences(text)).toEqual(expected);
});
