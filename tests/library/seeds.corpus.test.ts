import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { ChannelRules } from '../../src/digest/edition.ts';
import { openBriefCore } from '../../src/library/open-brief-core.ts';
import type { Core } from '../../src/library/open-core.ts';
import { parseAliases } from '../../src/search/alias-table.ts';

const corpus = process.env.CORPUS_DIR;
const rules: ChannelRules = {
  name: 'team',
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  timezone: 'Asia/Seoul',
  language: 'both',
  topics: [],
  minConfidence: 0,
  maxAgeDays: 3_650,
  layout: 'skim',
  soWhat: true,
  silent: true,
  mentionRole: null,
  highlights: 5,
  headlines: 10,
};

describe.skipIf(!corpus)('a folder of five kinds of document on one event (needs CORPUS_DIR)', () => {
  const now = Date.UTC(2026, 2, 1);
  let core: Core;

  beforeAll(async () => {
    core = openBriefCore({
      folders: [{ path: path.join(corpus ?? '', 'seeds'), prefix: '' }],
      dataDir: null,
      aliases: parseAliases(''),
    });
    const report = await core.scan(now);
    expect(report).toMatchObject({ files: 5, problems: [], retrying: [], quarantined: [] });
  });
  afterAll(() => core?.close());

  test('is read as five kinds', () => {
    expect(core.kinds('', 10).map(({ kind }) => kind)).toEqual([
      'brief',
      'roundup',
      'article',
      'article',
      'article',
    ]);
  });

  test('makes an edition in which one story has five sources, with eight or more other stories', () => {
    const candidates = core.list('', 1_000).flatMap(({ file, story, followUpOf }) => {
      const [brief] = core.briefs([file]);
      return brief ? [{ brief, story, followUpOf }] : [];
    });
    const { edition } = composeEdition({
      rules,
      slot: { date: '2026-03-01', time: '0900', dueAt: now },
      candidates,
      told: [],
      retracted: [],
      lastEditionDate: null,
      isFirst: true,
      now,
    });
    const stories = edition ? [...edition.highlights, ...edition.headlines, ...edition.rest] : [];
    const event = stories.filter(({ sources }) => sources.length === 5);
    expect(event).toHaveLength(1);
    expect(edition?.highlights[0]?.id).toBe(event[0]?.id);
    expect(event[0]?.lead.summary.ko).not.toBe('');
    expect(event[0]?.lead.summary.en).not.toBe('');
    expect(stories.length - 1).toBeGreaterThanOrEqual(8);
  });
});
