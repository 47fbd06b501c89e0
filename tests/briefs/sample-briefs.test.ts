import { expect, test } from 'vitest';
import { listFiles, readListedFile } from '../../src/briefs/list-files.ts';
import { readFrontMatter } from '../../src/briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../../src/briefs/readers/read-source.ts';

const listing = listFiles('config/sample-briefs');
const readings = listing.files.map((listed) => {
  const source = readListedFile(listed);
  if ('reason' in source) throw new Error(`${listed.file}: ${source.reason}`);
  return readSource(source, [readFrontMatter, ...documentReaders]);
});
const briefs = readings.flatMap((reading) => reading.briefs);

test('the sample briefs read without a problem, every kind of document among them', () => {
  expect(listing.problems).toEqual([]);
  expect(readings.flatMap((reading) => reading.problems)).toEqual([]);
  expect(new Set(readings.map((reading) => reading.kind))).toEqual(new Set(['brief', 'roundup', 'article']));
  expect(briefs.length).toBeGreaterThanOrEqual(30);
});

test('the newest day fills an edition, in both languages', () => {
  const days = briefs.flatMap(({ ingestedAt }) =>
    ingestedAt ? [new Date(ingestedAt).toISOString().slice(0, 10)] : [],
  );
  const newest = days.toSorted().at(-1);
  expect(days.filter((day) => day === newest).length).toBeGreaterThanOrEqual(12);
  for (const brief of briefs.filter(({ kind }) => kind === 'brief')) {
    for (const text of [brief.summary, brief.soWhat]) {
      expect(text.ko, brief.file).toMatch(/\p{Script=Hangul}/u);
      expect(text.en, brief.file).not.toMatch(/^$|\p{Script=Hangul}/u);
    }
  }
});

test('names no real outlet: every link leads to a reserved host', () => {
  const hosts = briefs.flatMap(({ url }) => (url ? [new URL(url).hostname] : []));
  expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
});
