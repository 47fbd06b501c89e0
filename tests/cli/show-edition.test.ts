import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { previewPage } from '../../src/cli/open-preview.ts';
import { showEdition, terminalLook } from '../../src/cli/show-edition.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';

const look = { width: 52, colors: false };
const story = makeStory({
  file: 'a.md',
  title: 'Ferry line opens a quay',
  summary: { ko: '페리 회사가 부두를 열었습니다.', en: 'A ferry company has opened a quay.' },
});

test('a channel of one language is shown with its thread, and what the other language’s button brings', () => {
  const shown = showEdition(makeEdition({ highlights: [story] }, { language: 'ko', name: 'team-ko' }), look);
  const [own = '', other = ''] = shown.split('“English” and 🇺🇸 show, to whoever asks:');
  expect(own).toMatch(/^team-ko · (Slack|Discord) · 2026-03-10 \d\d:\d\d Asia\/Seoul\n/);
  expect(own).toContain('↳ in its thread: 1');
  expect(own).toContain('페리 회사가 부두를 열었습니다.');
  expect(other).toContain('Ferry line opens a quay');
  expect(other).not.toContain('페리 회사가');
  for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(52);
});

test('a channel of both languages is shown once', () => {
  const shown = showEdition(makeEdition({ highlights: [story] }, { language: 'both' }), look);
  expect(shown).not.toContain('to whoever asks');
  expect(shown).toContain('페리 회사가 부두를 열었습니다.');
  expect(shown).toContain('Ferry line opens a quay');
});

test('with the full layout all stands in the channel', () => {
  const shown = showEdition(makeEdition({ highlights: [story] }, { language: 'ko', layout: 'full' }), look);
  expect(shown).not.toContain('in its thread');
});

test('a terminal that knows no width, or a tiny or huge one, gets lines that can be read', () => {
  const hasColors = () => true;
  expect(terminalLook({ columns: 0, isTTY: true, hasColors })).toEqual({ width: 52, colors: true });
  expect(terminalLook({ columns: 300, isTTY: true, hasColors }).width).toBe(52);
  expect(terminalLook({ columns: 40, isTTY: true, hasColors }).width).toBe(40);
  expect(terminalLook({ columns: 3, isTTY: true, hasColors }).width).toBe(24);
  const file = { columns: undefined, isTTY: false } as unknown as Parameters<typeof terminalLook>[0];
  expect(terminalLook(file)).toEqual({ width: 52, colors: false });
});

test('the page shows the edition on both platforms, its thread included', () => {
  const page = previewPage(makeEdition({ highlights: [story] }, { language: 'ko', name: 'team-ko' }));
  const frames = page.split('<iframe').slice(1);
  expect(frames).toHaveLength(6);
  for (const frame of frames) expect(frame).toContain('페리 회사가 부두를 열었습니다.');
  expect(page).toContain('Slack #team-ko');
  expect(page).toContain('Discord #team-ko');
  expect(page).toContain('댓글 1개');
});
