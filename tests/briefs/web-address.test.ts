import { describe, expect, test } from 'vitest';
import { addressKey, readableAddress } from '../../src/briefs/web-address.ts';

describe('readableAddress', () => {
  test.each([
    ['https://a.example/x/?utm_source=rss&utm_medium=feed', 'https://a.example/x/'],
    ['https://a.example/x?id=7&fbclid=1&gclid=2&mc_cid=3&mc_eid=4&ref=home', 'https://a.example/x?id=7'],
    ['https://a.example/?p=600613%3Futm_campaign%3Dweekly&utm_medium=rss', 'https://a.example/?p=600613'],
    ['https://a.example/?p=600613?utm_campaign=weekly', 'https://a.example/?p=600613'],
    ['https://a.example/x#:~:text=quoted', 'https://a.example/x'],
    ['https://a.example/x#part-2', 'https://a.example/x#part-2'],
    ['https://known.example@other.example/x', 'https://other.example/x'],
    ['  https://a.example/증류  ', 'https://a.example/%EC%A6%9D%EB%A5%98'],
  ])('%s', (address, readable) => {
    expect(readableAddress(address)).toBe(readable);
  });

  test.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    'a.example/x',
    '//a.example',
    'https://',
  ])('no link: %s', (address) => {
    expect(readableAddress(address)).toBe('');
    expect(addressKey(address)).toBe('');
  });
});

describe('addressKey is one for', () => {
  test.each([
    ['http://www.a.example/x', 'https://a.example/x/'],
    ['https://a.example/x?b=2&a=1', 'https://a.example/x?a=1&b=2&utm_source=rss'],
    ['https://m.a.example/x/index.html', 'https://a.example/x#comments'],
    ['https://A.example/x', 'https://a.example/x/amp/'],
  ])('%s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });
  test('but not for two articles', () => {
    expect(addressKey('https://a.example/?p=1')).not.toBe(addressKey('https://a.example/?p=2'));
    expect(addressKey('https://a.example/X')).not.toBe(addressKey('https://a.example/x'));
  });
});
