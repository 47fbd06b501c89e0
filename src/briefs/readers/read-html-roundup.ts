import type { HtmlPage } from './html-page.ts';
import { readRoundup } from './read-roundup.ts';
import type { Reading, SourceFile } from './reader.ts';

/** Reads a saved newsletter: its items as {@link readRoundup} reads them, without the page's navigation. */
export function readHtmlRoundup(source: SourceFile, { stated, article }: HtmlPage): Reading | null {
  if (article.markdown === '') return null;
  const title = article.title.replaceAll('|', '–');
  const site = stated.site === '' ? '' : ` | ${stated.site}`;
  const head = [`# ${title}${site}`, `URL: ${stated.url}`, `Published: ${stated.published}`];
  const reading = readRoundup({ ...source, text: `${head.join('\n')}\n\n${article.markdown}` });
  return reading && { ...reading, because: `a web page with ${reading.because}` };
}
