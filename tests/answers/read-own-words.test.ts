import { expect, test } from 'vitest';
import { readOwnWords } from '../../src/answers/read-own-words.ts';

test.each([
  ['lang ko', { kind: 'language', to: 'ko' }],
  ['LANG English', { kind: 'language', to: 'en' }],
  ['언어 영어', { kind: 'language', to: 'en' }],
  ['언어 자동', { kind: 'language', to: 'auto' }],
  ['lang', { kind: 'language', to: null }],
  ['언어 모델', null],
  ['language models', null],
  ['follow tariffs on steel', { kind: 'follow', topic: 'tariffs on steel' }],
  ['구독 관세', { kind: 'follow', topic: '관세' }],
  ['follow', { kind: 'follow', topic: '' }],
  ['구독취소 관세', { kind: 'unfollow', topic: '관세' }],
  ['구독 취소', { kind: 'unfollow', topic: '' }],
  ['unfollow', { kind: 'unfollow', topic: '' }],
  ['follows', { kind: 'follows' }],
  ['구독 목록', { kind: 'follows' }],
  ['forget me', { kind: 'forget' }],
  ['잊어줘', { kind: 'forget' }],
  ['forget-me-not', null],
  ['"follow the money"', null],
  ['following the money', null],
  ['follow\u202e\n관세', { kind: 'follow', topic: '관세' }],
])('%j', (typed, wish) => {
  expect(readOwnWords(typed)).toEqual(wish);
});
