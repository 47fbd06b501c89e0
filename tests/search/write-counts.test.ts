import Database from 'libsql';
import { expect, test } from 'vitest';
import { countBrief, emptyCounts } from '../../src/search/count-terms.ts';
import { englishStem } from '../../src/search/english-stem.ts';
import { fieldsOfBrief } from '../../src/search/fields-of-brief.ts';
import { createTables } from '../../src/search/index-schema.ts';
import { writeCounts } from '../../src/search/write-counts.ts';
import { sampleBrief } from './sample-briefs.ts';

test('counts add up over updates', () => {
  const db = new Database(':memory:');
  createTables(db);
  const brief = sampleBrief('a.md', {
    title: 'Orbanix "quotes" it',
    tags: ['new-tag'],
    entities: ['Orbanix'],
  });
  for (let update = 0; update < 2; update++) {
    const counts = emptyCounts();
    countBrief(counts, brief, fieldsOfBrief(brief, englishStem));
    writeCounts(db, counts);
  }
  const one = (sql: string) => db.prepare(sql).raw().get();
  expect(one("SELECT briefs FROM terms WHERE term = 'orbanix'")).toEqual([2]);
  expect(one("SELECT briefs, names, size FROM forms WHERE form = 'orbanix'")).toEqual([2, 2, 7]);
  expect(one("SELECT kind, briefs FROM labels WHERE text = 'new-tag'")).toEqual(['tag', 2]);
  expect(one("SELECT count(*) > 0 FROM sounds WHERE form = 'orbanix'")).toEqual([1]);
});
