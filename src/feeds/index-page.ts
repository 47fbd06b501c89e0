import type { ArchiveFile } from '../archive/archive-edition.ts';
import { escapeCommonmark } from '../archive/escape-commonmark.ts';

const languages: Record<string, string> = { ko: '한국어', en: 'English', both: '한국어 · English' };

/** `2026-03-10/0830-team-ko.ko.md`; slots that somebody asked for begin with a word. */
const editionPath = /^(\d{4}-\d{2}-\d{2})\/((?:(?:manual|start)-)?[^-/]+)-(.+)\.(ko|en|both)\.md$/u;

function linkTarget(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
}

function timeWords(slot: string): string {
  return /^\d{4}$/.test(slot) ? ` ${slot.slice(0, 2)}:${slot.slice(2)}` : '';
}

/**
 * The archive's first page: every edition of these files, the newest day first.
 * @param paths of the archive's files, below its folder
 * @param isWhole false where older ones were left out
 * @param hasFeeds whether the feeds are written beside it
 */
export function indexPage(paths: readonly string[], isWhole: boolean, hasFeeds: boolean): ArchiveFile {
  const days = new Map<string, string[]>();
  for (const path of [...paths].sort().reverse()) {
    const [, date = '', slot = '', name = '', language = ''] = editionPath.exec(path) ?? [];
    if (date === '') continue;
    const label = `${escapeCommonmark(name)}${timeWords(slot)} · ${languages[language]}`;
    const lines = days.get(date) ?? [];
    lines.push(`- [${label}](${linkTarget(path)})`);
    days.set(date, lines);
  }
  const feeds =
    '[한국어](feed.ko.xml) ([JSON](feed.ko.json)) · [English](feed.en.xml) ([JSON](feed.en.json))';
  return {
    path: 'index.md',
    text: [
      '# 브리핑 · Briefings',
      ...(hasFeeds ? [`Feeds: ${feeds}`] : []),
      ...[...days].map(([date, lines]) => `## ${date}\n\n${lines.reverse().join('\n')}`),
      ...(isWhole
        ? []
        : ['더 오래된 것은 날짜별 폴더에 있습니다. · Older ones are in the folders of their days.']),
    ]
      .join('\n\n')
      .concat('\n'),
  };
}
