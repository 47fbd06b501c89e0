import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { htmlMarkdown } from './html-markdown.ts';
import { htmlStart, isReadablePage } from './read-html-article.ts';
import { readRoundup } from './read-roundup.ts';
import type { Reading, SourceFile } from './reader.ts';

/** Reads a saved newsletter: its items as {@link readRoundup} reads them, without the page's navigation. */
export function readHtmlRoundup(source: SourceFile): Reading | null {
  if (!htmlStart.test(source.text) || !isReadablePage(source.text)) return null;
  const { document } = parseHTML(source.text);
  const stated = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  const url = stated('link[rel="canonical"]', 'href') || stated('meta[property="og:url"]', 'content');
  const site = stated('meta[property="og:site_name"]', 'content');
  const published = stated('meta[property="article:published_time"]', 'content');
  const article = new Readability(document).parse();
  if (!article?.content) return null;
  const title = (article.title ?? '').replaceAll('|', '–');
  const head = [`# ${title}${site === '' ? '' : ` | ${site}`}`, `URL: ${url}`, `Published: ${published}`];
  const reading = readRoundup({ ...source, text: `${head.join('\n')}\n\n${htmlMarkdown(article.content)}` });
  return reading && { ...reading, because: `a web page with ${reading.because}` };
}
