import { expect, test } from 'vitest';
import { fillBrief } from '../../src/processing/fill-brief.ts';
import { overlayBrief } from '../../src/processing/overlay-brief.ts';
import { processedFile } from '../../src/processing/processed-file.ts';
import { lanternBrief, lanternReply } from './lantern-brief.ts';

const source = lanternBrief();
const written = processedFile(source, fillBrief(source, lanternReply), 'test-model') ?? '';
const overlay = (text: string, brief = source) =>
  overlayBrief(brief, { file: 'data/processed/inbox/lantern.txt.md', text, hash: 'p' });

test('a processed file tells the brief in both languages, under the same identity, marked as machine-made', () => {
  const { brief, problem } = overlay(written);
  expect(problem).toBeNull();
  expect(brief).toMatchObject({
    file: source.file,
    hash: source.hash,
    kind: 'article',
    made: 'machine',
    url: source.url,
    summary: { ko: lanternReply.summary_ko, en: source.summary.en },
    soWhat: { ko: lanternReply.so_what_ko, en: lanternReply.so_what_en },
    keyPoints: source.keyPoints,
    keyPointsIn: { ko: lanternReply.key_points_ko, en: source.keyPoints },
  });
});

test('text that YAML would take for something else comes back as it was', () => {
  const odd = lanternBrief({
    title: 'No: "yes" & *all* --- # 1',
    summary: { ko: '', en: '- x: y\\n 2026-01-01 "q"' },
  });
  const text =
    processedFile(odd, fillBrief(odd, { summary_ko: '`네`: "예" # *별* {괄호}' }), 'a\nmodel: x') ?? '';
  expect(overlay(text, odd).brief).toMatchObject({
    title: odd.title,
    summary: { ko: '`네`: "예" # *별* {괄호}', en: odd.summary.en },
  });
});

test('a person’s correction stays when the source has changed since, and the rest is the source’s new text', () => {
  const corrected = written.replace('연구소 세 곳이', '경쟁사 세 곳이');
  const changed = lanternBrief({ summary: { ko: '', en: 'Another text.' } });
  const { summary, soWhat } = overlay(corrected, changed).brief;
  expect(summary).toEqual({ ko: expect.stringContaining('경쟁사 세 곳이'), en: 'Another text.' });
  expect(soWhat).toEqual({ ko: '', en: '' });
  expect(overlay(written.replace('made: "machine"\n', '')).brief.made).toBe('pipeline');
});

test.each([
  [
    'canonical_url',
    'https://port.example/lantern',
    'https://port.example/corrected',
    { url: 'https://port.example/corrected', urlKey: 'port.example/corrected' },
  ],
  ['date_published', '2026-03-03', '2026-03-02', { datePublished: '2026-03-02' }],
  ['source_name', 'Port Gazette', 'Harbour Gazette', { sourceName: 'Harbour Gazette' }],
])('a person’s %s stays when the source changes, and the rest is the source’s', (field, was, is, told) => {
  const corrected = written.replace(`${field}: "${was}"`, `${field}: "${is}"`);
  expect(corrected).not.toBe(written);
  const changed = lanternBrief({
    title: 'LanternSoft takes it back',
    summary: { ko: '', en: 'Another text.' },
  });
  expect(overlay(corrected, changed).brief).toMatchObject({ ...changed, ...told });
});

test('tags that a person added, and a so-what that a person took out, stay so when the source changes', () => {
  const corrected = written.replace('tags: []', 'tags: ["harbour"]').replace(/^so_what_ko: .*\n/m, '');
  const changed = lanternBrief({ summary: { ko: '', en: 'Another text.' }, soWhat: { ko: '새 글', en: '' } });
  expect(overlay(corrected, changed).brief).toMatchObject({
    made: 'extract',
    tags: ['harbour'],
    summary: { ko: '', en: 'Another text.' },
    soWhat: { ko: '', en: '' },
  });
});

test('what the source newly says beside its text is told with what was filled in', () => {
  const changed = lanternBrief({ tags: ['port'], datePublished: '2026-03-04' });
  expect(overlay(written, changed).brief).toMatchObject({
    made: 'machine',
    tags: ['port'],
    datePublished: '2026-03-04',
    summary: { ko: lanternReply.summary_ko },
  });
});

test('what was made from an earlier text of the source counts for nothing', () => {
  const changed = lanternBrief({ summary: { ko: '', en: 'LanternSoft takes it all back.' } });
  expect(overlay(written, changed)).toEqual({ brief: changed, problem: null });
});

test('a file that was broken by hand is a problem that names it, and leaves the brief as it is', () => {
  const { brief, problem } = overlay(written.replace('summary_ko: "', 'summary_ko: ["'));
  expect(brief).toBe(source);
  expect(problem?.file).toBe('data/processed/inbox/lantern.txt.md');
  expect(problem?.reason).toMatch(/Line \d+/);
});
