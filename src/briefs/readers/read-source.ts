import { parseFrontMatter } from '../front-matter.ts';
import { htmlStart } from './html-page.ts';
import { mailText } from './mail-text.ts';
import { pageText } from './page-front-matter.ts';
import { readHtml } from './read-html.ts';
import { readPlainArticle } from './read-plain-article.ts';
import { readRoundup } from './read-roundup.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';

/** A file's reading, or the reason why no reader knew it (`kind` null, one problem). */
export type SourceReading = Reading | (Omit<Reading, 'kind'> & { kind: null });

/** The readers of documents without front matter, the surest sign first. */
export const documentReaders: readonly Reader[] = [readHtml, readRoundup, readPlainArticle];

/** Gives a file to the first reader that knows its kind by what it looks like; its name is never looked at. */
export function readSource(source: SourceFile, readers: readonly Reader[]): SourceReading {
  const document = { ...source, text: firstLines(pageText(mailText(source.text))) };
  if (hasEndlessLine(document.text)) {
    const oneLine = `It has a line of over ${mostOfLine} characters: save the article as text with an end of line after each paragraph, or move the file away.`;
    return unknown(source.file, oneLine);
  }
  try {
    for (const read of readers) {
      const reading = read(document);
      if (reading) return reading;
    }
  } catch (error) {
    // Text nested so deep that a parser runs out of stack is one file's fault, and no reason to read none.
    if (!(error instanceof RangeError)) throw error;
    const tooMuch =
      'It is nested too deep to be read: save the article as plain text, or move the file away.';
    return unknown(source.file, tooMuch);
  }
  const reason =
    source.text.trim() === ''
      ? 'The file is empty: put a brief, a roundup or an article into it, or remove it.'
      : 'Not recognised: it has no front matter of a brief, no sections of items, and no headline over at least two full sentences. Give it one of these, or move it out of the briefs folder.';
  return unknown(source.file, reason);
}

/** Characters of a line that are read: a paragraph has a few thousand. */
const mostOfLine = 500_000;
/** An image in a document, written out. */
const writtenOut = /\bdata:[\w.+-]{1,40}\/[\w.+-]{1,80};base64,[\w+/=]*/g;

/** A text in which somebody lost the ends of lines, or data. A page has tags between its paragraphs, and a brief says where its text is. */
function hasEndlessLine(text: string): boolean {
  if (text.length <= mostOfLine || htmlStart.test(text) || parseFrontMatter(text) !== null) return false;
  return text
    .replace(writtenOut, '')
    .split('\n')
    .some((line) => line.length > mostOfLine);
}

/** Lines of a document that are read: the longest roundups have a few thousand. */
const mostLines = 50_000;

function firstLines(text: string): string {
  let end = -1;
  for (let line = 0; line < mostLines; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end);
}

function unknown(file: string, reason: string): SourceReading {
  return { kind: null, because: 'nothing recognised', briefs: [], problems: [{ file, reason }] };
}
