import { describe, expect, test } from 'vitest';
import { dateValue, instantValue, listValue, shareValue, textValue } from '../../src/briefs/field-values.ts';

const share = 'a number from 0 to 1';
const date = 'a date such as "2026-02-24"';
const instant = 'an instant such as "2026-02-24T07:02:19Z"';

test.each([
  [undefined, { value: '' }],
  [null, { value: '' }],
  [2026, { value: '2026' }],
  ['  a\n b ', { value: 'a b' }],
  [['a'], { expected: 'text in double quotes' }],
])('textValue %j', (raw, value) => expect(textValue(raw)).toEqual(value));

test.each([
  [null, { value: [] }],
  ['one', { value: ['one'] }],
  [['a', null, ' ', 'b', 'a'], { value: ['a', 'b'] }],
  [[{ Acme: 'buys a shop' }], { value: ['Acme: buys a shop'] }],
  [[['nested']], { expected: 'a list of texts in double quotes' }],
  [{ a: { b: 1 } }, { expected: 'a list of texts in double quotes' }],
])('listValue %j', (raw, value) => expect(listValue(raw)).toEqual(value));

test.each([
  [null, { value: null }],
  ['', { value: null }],
  [0, { value: 0 }],
  [1, { value: 1 }],
  ['0.5', { value: 0.5 }],
  [1.01, { expected: share }],
  [-0.1, { expected: share }],
  [Number.NaN, { expected: share }],
  [true, { expected: share }],
])('shareValue %j', (raw, value) => expect(shareValue(raw)).toEqual(value));

test.each([
  ['', { value: '' }],
  ['2026-02-28', { value: '2026-02-28' }],
  ['2026-02-28T10:00:00Z', { value: '2026-02-28' }],
  ['2028-02-29', { value: '2028-02-29' }],
  ['2026-02-29', { expected: date }],
  ['2026-13-01', { expected: date }],
  ['28.2.2026', { expected: date }],
  [20260228, { expected: date }],
])('dateValue %j', (raw, value) => expect(dateValue(raw)).toEqual(value));

describe('instantValue', () => {
  const at = Date.UTC(2026, 1, 24, 7, 2, 19);
  test.each([
    [null, { value: null }],
    ['2026-02-24T07:02:19.131Z', { value: at + 131 }],
    ['2026-02-24T07:02:19Z', { value: at }],
    ['2026-02-24 07:02:19', { value: at }],
    ['2026-02-24T16:02:19+09:00', { value: at }],
    ['2026-02-24T16:02:19+0900', { value: at }],
    ['2026-02-24', { value: Date.UTC(2026, 1, 24) }],
    ['2026-02-30T07:02:19Z', { expected: instant }],
    ['2026-02-24T25:00:00Z', { expected: instant }],
    ['today', { expected: instant }],
    [1771916539, { expected: instant }],
  ])('%j', (raw, value) => expect(instantValue(raw)).toEqual(value));
});
