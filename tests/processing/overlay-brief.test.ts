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

test('a person’s correction is read as it is, even when the source has changed since', () => {
  const corrected = written.replace('연구소 세 곳이', '경쟁사 세 곳이');
  const changed = lanternBrief({ summary: { ko: '', en: 'Another text.' } });
  expect(overlay(corrected, changed).brief.summary.ko).toContain('경쟁사 세 곳이');
  expect(overlay(written.replace('made: "machine"\n', '')).brief.made).toBe('pipeline');
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
