import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/briefs/brief.ts';
import { listFiles, readListedFile } from '../../src/briefs/list-files.ts';
import { readFrontMatter } from '../../src/briefs/readers/read-front-matter.ts';

const corpus = process.env.CORPUS_DIR;

describe.skipIf(!corpus)('the real briefs of CORPUS_DIR', () => {
  const listing = listFiles(path.join(corpus ?? '', 'briefs'));
  const readings = listing.files.map((listed) => {
    const source = readListedFile(listed);
    return 'reason' in source ? source : (readFrontMatter(source) ?? { reason: 'not a brief' });
  });
  const briefs = readings.flatMap((reading): Brief[] => ('briefs' in reading ? reading.briefs : []));

  test('read, every one of them, without a problem', () => {
    expect(listing.problems).toEqual([]);
    expect(readings.filter((reading) => 'reason' in reading || reading.problems.length > 0)).toEqual([]);
    expect(listing.files.length).toBeGreaterThan(2_000);
    expect(briefs).toHaveLength(listing.files.length);
  });

  test('have what an edition needs, cleaned', () => {
    for (const brief of briefs) {
      expect(brief.title, brief.file).not.toMatch(/&#?\w+;|^$/);
      expect(brief.summary.ko + brief.summary.en, brief.file).not.toBe('');
      expect(brief.url, brief.file).not.toMatch(/utm_|&#/);
      expect(brief.ingestedAt, brief.file).toBeGreaterThan(Date.UTC(2020, 0));
      expect(brief.confidence, brief.file).not.toBeNull();
      expect(brief.regions, brief.file).toEqual(brief.regions.map((region) => region.toUpperCase()));
      expect(JSON.stringify(brief), brief.file).toBe(JSON.stringify(brief).normalize('NFC'));
    }
  });

  test('are told apart by their files, not by their ids', () => {
    expect(new Set(briefs.map(({ file }) => file)).size).toBe(briefs.length);
    expect(new Set(briefs.map(({ id }) => id)).size).toBeLessThan(briefs.length);
  });
});
