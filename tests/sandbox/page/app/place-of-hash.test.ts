import { expect, test } from 'vitest';
import { hashOfPlace, placeOfHash } from '../../../../src/sandbox/page/browser/app/place-of-hash.ts';

test('an address names a channel or a thread, and is read back as written', () => {
  const place = { platform: 'slack', channel: 'C0KO', thread: '1771803000.000100' } as const;
  expect(hashOfPlace(place)).toBe('#slack/C0KO/1771803000.000100');
  expect(placeOfHash(hashOfPlace(place))).toEqual(place);
  expect(placeOfHash('#discord/1')).toEqual({ platform: 'discord', channel: '1', thread: null });
  expect(placeOfHash('#discord')).toEqual({ platform: 'discord', channel: '', thread: null });
});

test('anything else names no place', () => {
  for (const hash of ['', '#', '#irc/1', '#<script>', '#%']) expect(placeOfHash(hash)).toBeNull();
  expect(placeOfHash('#slack/%E0%A4%A')).toEqual({ platform: 'slack', channel: '%E0%A4%A', thread: null });
});
