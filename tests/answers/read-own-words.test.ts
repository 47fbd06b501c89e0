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
  ['lang fr', { kind: 'language', to: null }],
  ['관세 구독해줘', { kind: 'follow', topic: '관세' }],
  ['관세를 구독해 주세요', { kind: 'follow', topic: '관세' }],
  ['가을 구독해줘', { kind: 'follow', topic: '가을' }],
  ['리테일 미디어 구독 취소', { kind: 'unfollow', topic: '리테일 미디어' }],
  ['금을 구독취소해줘', { kind: 'unfollow', topic: '금' }],
  ['넷플릭스 구독', null],
  ['follow "retail media"', { kind: 'follow', topic: 'retail media' }],
  ['구독 “결제”', { kind: 'follow', topic: '결제' }],
  ['follow "a" and "b"', { kind: 'follow', topic: '"a" and "b"' }],
  ['follow\u202e\n관세', { kind: 'follow', topic: '관세' }],
])('%j', (typed, wish) => {
  expect(readOwnWords(typed)).toEqual(wish);
});
