import { expect, test } from 'vitest';
import { firstCandidates } from '../../src/app/first-candidates.ts';

const at = Date.UTC(2026, 2, 12, 9);
const seen = (file: string, ingestedAt: number) => ({ file, seq: 1, ingestedAt });
const monday = Date.UTC(2026, 2, 9, 3);
const wednesday = Date.UTC(2026, 2, 11, 3);
const storyOf = (file: string) => file.split('-')[0] ?? '';
const filesOf = (briefs: { file: string }[]) => briefs.map(({ file }) => file);

test('the first edition holds the newest day, and everyone else who tells its stories', () => {
  const unjudged = [
    seen('merger-told-on-monday', monday),
    seen('merger-told-on-wednesday', wednesday),
    seen('merger-without-a-time', 0),
    seen('other-of-monday', monday),
    seen('third-without-a-time', 0),
  ];
  expect(filesOf(firstCandidates(unjudged, at, 'UTC', storyOf))).toEqual([
    'merger-told-on-monday',
    'merger-told-on-wednesday',
    'merger-without-a-time',
  ]);
});

test('where no file states a time everything is in', () => {
  expect(firstCandidates([seen('a', 0), seen('b', 0)], at, 'UTC', storyOf)).toHaveLength(2);
});

test('the day is the newest one with something the channel wants, of the last two weeks; else the newest', () => {
  const tariffs = seen('tariffs-on-monday', monday);
  const unjudged = [tariffs, seen('merger-on-wednesday', wednesday), seen('other-of-monday', monday)];
  const first = (wanted: string, list = unjudged) =>
    filesOf(firstCandidates(list, at, 'UTC', storyOf, (file) => file.startsWith(wanted)));
  expect(first('tariffs')).toEqual(['tariffs-on-monday', 'other-of-monday']);
  expect(first('robots')).toEqual(['merger-on-wednesday']);
  const older = seen('robots-long-ago', wednesday - 15 * 86_400_000);
  expect(first('robots', [...unjudged, older])).toEqual(['merger-on-wednesday']);
});

test('where only files that state no time may be told, they are the first edition', () => {
  const unjudged = [seen('merger-on-wednesday', wednesday), seen('robots-x', 0), seen('tariffs-x', 0)];
  const first = (wanted: string) =>
    filesOf(firstCandidates(unjudged, at, 'UTC', storyOf, (file) => file.startsWith(wanted)));
  expect(first('robots')).toEqual(['robots-x', 'tariffs-x']);
  expect(first('ports')).toEqual(['merger-on-wednesday']);
});
