import { mailText } from './mail-text.ts';
import { readHtmlArticle } from './read-html-article.ts';
import { readHtmlRoundup } from './read-html-roundup.ts';
import { readPlainArticle } from './read-plain-article.ts';
import { readRoundup } from './read-roundup.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';

/** A file's reading, or the reason why no reader knew it (`kind` null, one problem). */
export type SourceReading = Reading | (Omit<Reading, 'kind'> & { kind: null });

/** The readers of documents without front matter, the surest sign first. */
export const documentReaders: readonly Reader[] = [
  readHtmlRoundup,
  readHtmlArticle,
  readRoundup,
  readPlainArticle,
];

/** Gives a file to the first reader that knows its kind by what it looks like; its name is never looked at. */
export function readSource(source: SourceFile, readers: readonly Reader[]): SourceReading {
  const document = { ...source, text: mailText(source.text) };
  for (const read of readers) {
    const reading = read(document);
    if (reading) return reading;
  }
  const reason =
    source.text.trim() === ''
      ? 'The file is empty: put a brief, a roundup or an article into it, or remove it.'
      : 'Not recognised: it has no front matter, no sections of items, and no headline over at least two full sentences. Give it one of these, or move it out of the briefs folder.';
  return { kind: null, because: 'nothing recognised', briefs: [], problems: [{ file: source.file, reason }] };
}
