import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/digest/edition.ts';
import { feedEntries } from '../../src/feeds/feed-entries.ts';
import { feedFiles } from '../../src/feeds/feed-files.ts';
import { indexPage } from '../../src/feeds/index-page.ts';
import { writeFeeds } from '../../src/feeds/write-feeds.ts';
import { scratch } from '../git/briefs-repository.ts';
import { hostileEdition } from '../message/hostile-edition.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';

const options = { language: 'en', baseUrl: 'https://intranet.example/digests', ledger: 'L1' } as const;

function dueAt(edition: Edition, at: string): Edition {
  return { ...edition, slot: { ...edition.slot, dueAt: Date.parse(at) } };
}

describe('entries', () => {
  const monday = dueAt(
    makeEdition({ highlights: [makeStory({ file: 'a.md' })], headlines: [], rest: [] }),
    '2026-03-09T00:00:00Z',
  );
  const tuesday = dueAt(
    makeEdition(
      {
        highlights: [makeStory({ file: 'b.md' })],
        headlines: [makeStory({ file: 'a.md' })],
        rest: [makeStory({ file: 'c.md' })],
      },
      { soWhat: false },
    ),
    '2026-03-10T00:00:00Z',
  );

  test('the newest first, each story once, as it was told first', () => {
    const entries = feedEntries([tuesday, monday], 'ko');
    expect(entries.map(({ url, publishedAt }) => [url, new Date(publishedAt).toISOString()])).toEqual([
      ['https://news.example/b', '2026-03-10T00:00:00.000Z'],
      ['https://news.example/c', '2026-03-10T00:00:00.000Z'],
      ['https://news.example/a', '2026-03-09T00:00:00.000Z'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    expect(feedEntries([monday], 'en')[0]?.id).toBe(entries[2]?.id);
  });

  test('a so-what that one channel must not see is in no feed', () => {
    expect(feedEntries([monday], 'ko')[0]?.html).toContain('무인 결제를 시험해 볼 때다');
    expect(
      feedEntries([monday, tuesday], 'ko')
        .map(({ html }) => html)
        .join(),
    ).not.toContain('무인 결제를 시험해 볼 때다');
  });

  test('what was put back is newer than what stood there meanwhile', () => {
    const retracted = Date.parse('2026-03-09T05:00:00Z');
    const putBack = Date.parse('2026-03-09T06:00:00Z');
    const [story] = monday.highlights;
    const gone: Edition = {
      ...monday,
      highlights: story ? [{ ...story, edited: { kind: 'retracted', at: retracted } }] : [],
    };
    const updated = (edition: Edition, at: number) =>
      feedEntries([edition], 'en', new Map([['a.md', at]])).map(({ updatedAt }) => updatedAt);
    expect(updated(gone, retracted)).toEqual([retracted]);
    expect(updated(monday, putBack)).toEqual([putBack]);
  });

  test('a feed holds a hundred at most', () => {
    const rest = Array.from({ length: 150 }, (_, index) => makeStory({ file: `s${index}.md` }));
    expect(feedEntries([makeEdition({ rest })], 'en')).toHaveLength(100);
  });
});

describe('files', () => {
  test('Atom and JSON Feed in the language, with their own addresses', () => {
    const [xml, json] = feedFiles(feedEntries([makeEdition()], 'en'), options);
    expect([xml?.path, json?.path]).toEqual(['feed.en.xml', 'feed.en.json']);
    expect(xml?.text).toContain('xml:lang="en"');
    const atom = parseAtomFeed(xml?.text ?? '');
    expect(atom.links).toContainEqual({
      rel: 'self',
      type: 'application/atom+xml',
      href: 'https://intranet.example/digests/feed.en.xml',
    });
    expect(atom.entries?.map(({ title }) => title?.value)).toEqual([
      'Harbor Cart opens store a',
      'Harbor Cart opens store b',
      'Harbor Cart opens store c',
    ]);
    const feed = parseJsonFeed(JSON.parse(json?.text ?? ''));
    expect(feed.items?.[0]).toMatchObject({
      title: 'Harbor Cart opens store a',
      url: 'https://news.example/a',
    });
  });

  test('whatever a brief holds: well-formed, no element but ours, no link of another scheme', () => {
    fc.assert(
      fc.property(hostileEdition, (edition) => {
        for (const language of ['ko', 'en'] as const) {
          const entries = feedEntries([edition], language);
          const [xml, json] = feedFiles(entries, { ...options, language });
          expect(xml?.text).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
          const atom = parseAtomFeed(xml?.text ?? '');
          const feed = parseJsonFeed(JSON.parse(json?.text ?? ''));
          expect(atom.entries).toHaveLength(entries.length);
          expect(feed.items).toHaveLength(entries.length);
          for (const { html, url, title } of entries) {
            expect(url).toMatch(/^$|^https?:\/\//);
            expect(title).not.toMatch(/\n/);
            const foreign = html.replace(
              /<\/?(?:p|small|strong|em|ul|li|h2|blockquote|a)>|<hr>|<a href="https?:\/\/[^"<>]+">/g,
              '',
            );
            expect(foreign).not.toMatch(/[<>"]/);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the index page', () => {
  test('lists what is there, by day, and links to it', () => {
    const paths = [
      '2026-03-09/0830-team-ko.ko.md',
      '2026-03-10/0830-team-ko.ko.md',
      '2026-03-10/1800-팀.both.md',
    ];
    expect(
      indexPage([...paths, '2026-03-10/notes.md', '2026-03-08/manual-1a2b-team.en.md'], false, true),
    ).toEqual({
      path: 'index.md',
      text: `# 브리핑 · Briefings

Feeds: [한국어](feed.ko.xml) ([JSON](feed.ko.json)) · [English](feed.en.xml) ([JSON](feed.en.json))

## 2026-03-10

- [team-ko 08:30 · 한국어](2026-03-10/0830-team-ko.ko.md)
- [팀 18:00 · 한국어 · English](2026-03-10/1800-%ED%8C%80.both.md)

## 2026-03-09

- [team-ko 08:30 · 한국어](2026-03-09/0830-team-ko.ko.md)

## 2026-03-08

- [team · English](2026-03-08/manual-1a2b-team.en.md)

더 오래된 것은 날짜별 폴더에 있습니다. · Older ones are in the folders of their days.
`,
    });
  });
});

describe('writing', () => {
  test('five files beside the archive, and without feeds the index page alone', async () => {
    const folder = scratch('feeds');
    mkdirSync(path.join(folder, '2026-03-10'));
    writeFileSync(path.join(folder, '2026-03-10', '0830-team.ko.md'), '# x\n');
    writeFileSync(path.join(folder, 'README.md'), 'hand-written\n');
    const editions = [makeEdition()];
    await writeFeeds({ folder, editions, editedAt: new Map(), feeds: null, ledger: 'L1' });
    expect(readdirSync(folder).sort()).toEqual(['2026-03-10', 'README.md', 'index.md']);
    expect(readFileSync(path.join(folder, 'index.md'), 'utf8')).not.toContain('Feeds');
    await writeFeeds({ folder, editions, editedAt: new Map(), feeds: { baseUrl: null }, ledger: 'L1' });
    expect(readdirSync(folder).sort()).toEqual([
      '2026-03-10',
      'README.md',
      'feed.en.json',
      'feed.en.xml',
      'feed.ko.json',
      'feed.ko.xml',
      'index.md',
    ]);
    expect(readFileSync(path.join(folder, 'index.md'), 'utf8')).toContain('(2026-03-10/0830-team.ko.md)');
  });
});
