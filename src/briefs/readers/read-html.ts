import { htmlStart, readHtmlPage } from './html-page.ts';
import { readHtmlArticle } from './read-html-article.ts';
import { readHtmlRoundup } from './read-html-roundup.ts';
import type { Reading, SourceFile } from './reader.ts';

/** Reads a saved web page: a newsletter, else an article. */
export function readHtml(source: SourceFile): Reading | null {
  const page = htmlStart.test(source.text) ? readHtmlPage(source.text) : null;
  return page && (readHtmlRoundup(source, page) ?? readHtmlArticle(source, page));
}
