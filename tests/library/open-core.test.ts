import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBriefCore } from '../../src/library/open-brief-core.ts';
import type { Core } from '../../src/library/open-core.ts';
import { parseAliases } from '../../src/search/alias-table.ts';

const now = Date.UTC(2026, 6, 3, 9);
const long = new Date(Date.UTC(2026, 5, 1));
const aliases = parseAliases('');
let root = '';
let core: Core;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'library-'));
  mkdirSync(path.join(root, 'briefs'));
  open();
});
afterEach(() => {
  core.close();
  rmSync(root, { recursive: true, force: true });
});

function open(): void {
  core = openBriefCore({
    folders: [{ path: path.join(root, 'briefs'), prefix: '' }],
    dataDir: path.join(root, 'data'),
    aliases,
  });
}

function reopen(): void {
  core.close();
  open();
}

/** Writes a file that has lain there for a while, so that its time tells when it changes. */
function put(file: string, content: string, at: Date = long): void {
  const where = path.join(root, 'briefs', file);
  mkdirSync(path.dirname(where), { recursive: true });
  writeFileSync(where, content);
  utimesSync(where, at, at);
}

function brief(title: string, more = ''): string {
  return `---\ntitle: "${title}"\ndate_ingested: "2026-07-03T08:00:00Z"\nsummary_en: "${title} in a sentence."\n${more}---\n`;
}

const files = () => core.list('', 1_000).map((entry) => entry.file);
const titles = () => core.briefs(files()).map(({ title }) => title);
const found = (query: string) => core.search(query, { limit: 10, now }).hits.map((hit) => hit.file);

describe('a scan', () => {
  test('shows new, changed and removed files, in the list and in the search', async () => {
    put('a.md', brief('Lanterns'));
    put('deep/b.md', brief('Turbines'));
    expect(await core.scan(now)).toMatchObject({
      files: 2,
      parsed: 2,
      added: 2,
      changed: 0,
      removed: 0,
      problems: [],
    });
    expect(files()).toEqual(['a.md', 'deep/b.md']);
    expect(found('turbines')).toEqual(['deep/b.md']);

    put('deep/b.md', brief('Windmills'), new Date(now));
    rmSync(path.join(root, 'briefs', 'a.md'));
    expect(await core.scan(now)).toMatchObject({ files: 1, parsed: 1, added: 0, changed: 1, removed: 1 });
    expect(titles()).toEqual(['Windmills']);
    expect([found('turbines'), found('lanterns'), found('windmills')]).toEqual([[], [], ['deep/b.md']]);
  });

  test('reads nothing that has not changed, also after a restart', async () => {
    put('a.md', brief('Lanterns'));
    put('b.md', 'Not a brief.');
    await core.scan(now);
    expect((await core.scan(now)).parsed).toBe(1);
    expect((await core.scan(now)).parsed).toBe(0);
    reopen();
    expect(await core.scan(now)).toMatchObject({
      parsed: 0,
      added: 0,
      changed: 0,
      removed: 0,
      problems: [{ file: 'b.md' }],
    });
    expect(titles()).toEqual(['Lanterns']);
    expect(found('lanterns')).toEqual(['a.md']);
  });

  test('a checkout that gives every file a new time reads none of them as new', async () => {
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    put('a.md', brief('Lanterns'), new Date(now - 60_000));
    expect(await core.scan(now)).toMatchObject({ parsed: 0, changed: 0 });
  });

  test('sees a change that keeps size and time, when the file was fresh', async () => {
    const fresh = new Date(now - 500);
    put('a.md', brief('Lanterns'), fresh);
    await core.scan(now);
    put('a.md', brief('Turbines'), fresh);
    expect(await core.scan(now + 30_000)).toMatchObject({ parsed: 1, changed: 1 });
    expect(titles()).toEqual(['Turbines']);
    expect((await core.scan(now + 60_000)).parsed).toBe(0);
  });

  test('asked for twice at once is one scan', async () => {
    put('a.md', brief('Lanterns'));
    const [first, second] = await Promise.all([core.scan(now), core.scan(now)]);
    expect(first).toBe(second);
  });

  test('one broken file never stops the others', async () => {
    put('a.md', '---\ntitle: [\n---\n');
    put('b.md', brief('Lanterns'));
    put('c.md', '---js\n{}\n---\n');
    await core.scan(now);
    const report = await core.scan(now);
    expect(report.problems.map((problem) => problem.file)).toEqual(['a.md', 'c.md']);
    expect(titles()).toEqual(['Lanterns']);
  });

  test('items of one file come, stay and go one by one', async () => {
    const items = (...names: string[]) =>
      `# [요약] Weekly\n\n**원문 URL**: https://weekly.example/1\n\n---\n\n### 주요 뉴스\n${names.map((name) => `*   **${name}** — ${name}에 대한 소식입니다. 자세한 내용은 회사가 밝혔습니다.\n`).join('')}`;
    put('r.md', items('등대 모델 공개', '돛단배 요금 인하', '풍차 모델 공개'));
    await core.scan(now);
    const before = new Map(core.briefs(files()).map(({ title, file }) => [title, file]));
    expect(before.size).toBe(3);
    put('r.md', items('물레방아 모델 공개', '등대 모델 공개', '돛단배 요금 인하'), new Date(now - 5_000));
    expect(await core.scan(now)).toMatchObject({ added: 1, changed: 2, removed: 1 });
    const after = new Map(core.briefs(files()).map(({ title, file }) => [title, file]));
    expect([...after.keys()].toSorted()).toEqual([
      '돛단배 요금 인하',
      '등대 모델 공개',
      '물레방아 모델 공개',
    ]);
    expect(after.get('등대 모델 공개')).toBe(before.get('등대 모델 공개'));
  });
});

describe('a half-written file', () => {
  const half = '---\ntitle: "Lanterns"\nsummary_en: "Half';

  test('is tried again before it is a problem', async () => {
    put('a.md', half);
    expect(await core.scan(now)).toMatchObject({ problems: [], retrying: [{ file: 'a.md' }] });
    put('a.md', brief('Lanterns'));
    expect(await core.scan(now)).toMatchObject({ problems: [], retrying: [], added: 1 });
  });

  test('that stays half is a problem in the second scan, also across a restart, and read when mended', async () => {
    put('a.md', half);
    await core.scan(now);
    reopen();
    expect(await core.scan(now)).toMatchObject({ problems: [{ file: 'a.md' }], retrying: [] });
    expect(await core.scan(now)).toMatchObject({ problems: [{ file: 'a.md' }], parsed: 0 });
    put('a.md', brief('Lanterns'));
    expect(await core.scan(now)).toMatchObject({ problems: [], added: 1 });
  });

  test('that is still growing is not a problem yet', async () => {
    put('a.md', half);
    await core.scan(now);
    put('a.md', `${half} and more`);
    expect(await core.scan(now)).toMatchObject({ problems: [], retrying: [{ file: 'a.md' }] });
  });

  test('keeps its brief until it has failed twice', async () => {
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    put('a.md', half);
    await core.scan(now);
    expect(titles()).toEqual(['Lanterns']);
    expect(await core.scan(now)).toMatchObject({ removed: 1, problems: [{ file: 'a.md' }] });
    expect(titles()).toEqual([]);
  });
});

describe('what stands in the way', () => {
  test('a folder that is gone for a while is a problem, and nothing is lost', async () => {
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    const folder = path.join(root, 'briefs');
    renameSync(folder, `${folder}-away`);
    const report = await core.scan(now);
    expect(report).toMatchObject({ removed: 0, problems: [{ file: folder }] });
    expect(report.problems[0]?.reason).toContain('does not exist');
    expect(titles()).toEqual(['Lanterns']);
    renameSync(`${folder}-away`, folder);
    expect(await core.scan(now)).toMatchObject({ problems: [], parsed: 0 });
  });

  test('a brief whose link is code is held back, and comes when it is mended', async () => {
    put('a.md', brief('Lanterns', 'canonical_url: "javascript:alert(1)"\n'));
    expect(await core.scan(now)).toMatchObject({ problems: [], quarantined: [{ file: 'a.md' }], added: 0 });
    expect(found('lanterns')).toEqual([]);
    put('a.md', brief('Lanterns', 'canonical_url: "https://a.example/"\n'));
    expect(await core.scan(now)).toMatchObject({ quarantined: [], added: 1 });
  });

  test('a brief with neither a title nor a text is held back; with a text it lacks its title', async () => {
    const blank =
      '---\nid: "a1"\ncanonical_url: "https://a.example/"\ntitle: ""\nsummary_ko: ""\nkey_points: []\n---\n';
    put('a.md', blank);
    expect(await core.scan(now)).toMatchObject({
      problems: [],
      quarantined: [{ file: 'a.md', reason: expect.stringContaining('It has no text') }],
    });
    put('a.md', blank.replace('summary_ko: ""', 'summary_ko: "등불입니다."'));
    await core.scan(now);
    expect(await core.scan(now)).toMatchObject({
      quarantined: [],
      problems: [{ file: 'a.md', reason: expect.stringContaining('title (line 4): nothing there') }],
    });
  });

  test('a retracted brief is out of everything, through re-reading and lost caches, until it is put back', async () => {
    put('a.md', brief('Lanterns'));
    put('b.md', brief('Turbines'));
    await core.scan(now, []);
    expect(await core.scan(now, ['a.md'])).toMatchObject({
      removed: 1,
      retracted: ['a.md'],
      quarantined: [],
      problems: [],
    });
    const isOut = () =>
      expect([files(), found('lanterns'), core.newest(9, now).length]).toEqual([['b.md'], [], 1]);
    isOut();
    expect(await core.scan(now, ['a.md'])).toMatchObject({ parsed: 0, removed: 0 });
    // A program that does not know what is retracted leaves it as it is.
    expect(await core.scan(now)).toMatchObject({ parsed: 0, retracted: ['a.md'] });
    put('a.md', brief('Lanterns again'), new Date(now));
    expect(await core.scan(now, ['a.md'])).toMatchObject({ added: 0, retracted: ['a.md'] });
    isOut();
    core.close();
    for (const name of readdirSync(path.join(root, 'data'))) rmSync(path.join(root, 'data', name));
    open();
    await core.scan(now, ['a.md']);
    isOut();
    expect(await core.scan(now, [])).toMatchObject({ added: 1, retracted: [] });
    expect([files(), found('lanterns')]).toEqual([['a.md', 'b.md'], ['a.md']]);
  });

  test('one item of a file may be retracted, and one that is not there', async () => {
    put('a.md', brief('Lanterns'));
    const retracted = ['a.md#9', 'gone.md'];
    expect(await core.scan(now, retracted)).toMatchObject({ added: 1, retracted: ['a.md#9'] });
    expect(await core.scan(now, retracted)).toMatchObject({ parsed: 0 });
    expect(files()).toEqual(['a.md']);
  });

  test('a retraction while a scan is under way counts at the end of both', async () => {
    put('a.md', brief('Lanterns'));
    const [before, after] = await Promise.all([core.scan(now, []), core.scan(now, ['a.md'])]);
    expect([before.added, after.removed, files()]).toEqual([1, 1, []]);
  });

  test('what another program took off the shelf is taken out of the search as well', async () => {
    put('a.md', brief('Lanterns'));
    await core.scan(now, []);
    const other = openBriefCore({
      folders: [{ path: path.join(root, 'briefs'), prefix: '' }],
      dataDir: path.join(root, 'data'),
      aliases: null,
    });
    await other.scan(now, ['a.md']);
    other.close();
    await core.scan(now, ['a.md']);
    expect([files(), found('lanterns')]).toEqual([[], []]);
  });

  test.each(['library', 'search', 'both'])('the caches may be lost: %s', async (which) => {
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    core.close();
    for (const name of readdirSync(path.join(root, 'data'))) {
      if (which === 'both' || name.startsWith(which)) rmSync(path.join(root, 'data', name));
    }
    open();
    await core.scan(now);
    expect([titles(), found('lanterns')]).toEqual([['Lanterns'], ['a.md']]);
  });

  test('a cache that is not a database is begun anew', async () => {
    core.close();
    for (const name of readdirSync(path.join(root, 'data'))) {
      rmSync(path.join(root, 'data', name));
      if (name.endsWith('.db'))
        writeFileSync(path.join(root, 'data', name), 'This is no database. '.repeat(500));
    }
    open();
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    expect([titles(), found('lanterns')]).toEqual([['Lanterns'], ['a.md']]);
  });
});

describe('stories', () => {
  const told = (source: string, day: string) =>
    `---\ntitle: "Orrery Pay buys Tallybird for $410 million"\ncanonical_url: "https://${source}.example/orrery-tallybird"\n` +
    `source_name: "${source}"\ndate_published: "${day}"\ndate_ingested: "${day}T08:00:00Z"\n` +
    'summary_en: "Orrery Pay has agreed to buy the expense start-up Tallybird for $410 million."\n' +
    'summary_ko: "오레리 페이가 탤리버드를 4억 1,000만 달러에 인수한다."\n---\n';

  test('briefs about one event are one story, by the first that was seen, also across a restart', async () => {
    put('b.md', told('harbor', '2026-07-02'));
    put('z.md', brief('Lanterns are lit in the harbour of Norhaven'));
    await core.scan(now);
    reopen();
    put('a.md', told('lantern', '2026-07-02'));
    await core.scan(now + 30_000);
    expect(core.storyOf('a.md')).toEqual({ id: 'b.md', files: ['b.md', 'a.md'] });
    expect(core.members(0, 10)).toEqual([
      { file: 'b.md', story: 'b.md' },
      { file: 'z.md', story: 'z.md' },
      { file: 'a.md', story: 'b.md' },
    ]);
    expect(core.members(1, 1)).toEqual([{ file: 'z.md', story: 'z.md' }]);
  });

  test('an edited brief keeps its story, and a story its name when its first brief goes', async () => {
    put('a.md', told('harbor', '2026-07-02'));
    put('b.md', told('lantern', '2026-07-02'));
    await core.scan(now);
    reopen();
    put('b.md', told('lantern', '2026-07-02').replace('has agreed', 'agreed'), new Date(now - 9_000));
    await core.scan(now);
    expect(core.storyOf('b.md').id).toBe('a.md');
    rmSync(path.join(root, 'briefs', 'a.md'));
    await core.scan(now);
    expect(core.storyOf('b.md')).toEqual({ id: 'a.md', files: ['b.md'] });
  });

  test('a renamed file is the story it was', async () => {
    put('a.md', told('harbor', '2026-07-02'));
    await core.scan(now);
    renameSync(path.join(root, 'briefs', 'a.md'), path.join(root, 'briefs', 'c.md'));
    expect(await core.scan(now)).toMatchObject({ added: 1, removed: 1 });
    expect(core.storyOf('c.md')).toEqual({ id: 'a.md', files: ['c.md'] });
  });
});

describe('what it tells', () => {
  test('the newest by the time they were taken in, and none from after a moment', async () => {
    const at = (title: string, time: string) =>
      `---\ntitle: "${title}"\ndate_ingested: "${time}"\nsummary_en: "x"\n---\n`;
    put('a.md', at('Old', '2026-07-01T08:00:00Z'));
    put('b.md', at('New', '2026-07-03T08:00:00Z'));
    put('c.md', at('Middle', '2026-07-02T08:00:00Z'));
    await core.scan(now);
    const newest = (limit: number, upTo: number | null) => core.newest(limit, upTo).map(({ title }) => title);
    expect(newest(2, null)).toEqual(['New', 'Middle']);
    expect(newest(2, Date.UTC(2026, 6, 2, 12))).toEqual(['Middle', 'Old']);
  });

  test('names of sources as somebody types them, those with most briefs first', async () => {
    const from = (source: string) => brief('Story', `source_name: "${source}"\n`);
    put('a.md', from('Shelf Weekly'));
    put('b.md', from('Retail Shelf'));
    put('c.md', from('Retail Shelf'));
    put('d.md', from('100% Lanterns'));
    await core.scan(now);
    const shelf = { name: 'Retail Shelf', briefs: 2 };
    expect(core.sourceNames('sHeLf', 5)).toEqual([shelf, { name: 'Shelf Weekly', briefs: 1 }]);
    expect(core.sourceNames('', 1)).toEqual([shelf]);
    expect(core.sourceNames('%', 5)).toEqual([{ name: '100% Lanterns', briefs: 1 }]);
  });

  test('pages, kinds, and a story for a brief it does not know', async () => {
    const subjects = {
      a: 'Lanterns lit in Norhaven',
      b: 'Turbine prices fall',
      c: 'A bakery opens its books',
    };
    for (const [name, title] of Object.entries(subjects)) put(`${name}.md`, brief(title));
    await core.scan(now);
    expect(core.list('a.md', 1)).toEqual([
      { file: 'b.md', ingestedAt: Date.UTC(2026, 6, 3, 8), urlKey: '', story: 'b.md', followUpOf: null },
    ]);
    expect(core.kinds('b.md', 5)).toEqual([
      { file: 'c.md', kind: 'brief', because: 'front matter with the fields of a brief' },
    ]);
    expect(core.briefs(['c.md', 'gone.md', 'a.md']).map(({ file }) => file)).toEqual(['c.md', 'a.md']);
    expect(core.storyOf('gone.md')).toEqual({ id: 'gone.md', files: [] });
  });

  test('another folder with the same data folder has caches of its own', async () => {
    put('a.md', brief('Lanterns'));
    await core.scan(now);
    cpSync(path.join(root, 'briefs'), path.join(root, 'others'), { recursive: true });
    appendFileSync(path.join(root, 'others', 'b.md'), brief('Turbines'));
    const other = openBriefCore({
      folders: [{ path: path.join(root, 'others'), prefix: '' }],
      dataDir: path.join(root, 'data'),
      aliases,
    });
    await other.scan(now);
    expect(other.list('', 10)).toHaveLength(2);
    other.close();
    expect(await core.scan(now)).toMatchObject({ parsed: 0, removed: 0 });
    expect(files()).toEqual(['a.md']);
  });

  test('a second folder stands beside the first under its prefix', async () => {
    put('a.md', brief('Lanterns'));
    mkdirSync(path.join(root, 'more'));
    writeFileSync(path.join(root, 'more', 'a.md'), brief('Turbines'));
    const both = openBriefCore({
      folders: [
        { path: path.join(root, 'briefs'), prefix: '' },
        { path: path.join(root, 'more'), prefix: 'more/' },
      ],
      dataDir: null,
      aliases,
    });
    await both.scan(now);
    expect(both.list('', 10).map(({ file }) => file)).toEqual(['a.md', 'more/a.md']);
    both.close();
  });
});
