import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { plainLine } from '../plain-text.ts';
import { articleBrief, articleLines } from './article-brief.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import { htmlMarkdown } from './html-markdown.ts';
import { isArticle } from './read-plain-article.ts';
import type { Reading, SourceFile } from './reader.ts';
import { statedDate } from './stated-date.ts';

/** What a saved web page begins with. */
export const htmlStart =
  /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i;

/** Elements within each other in pages that people write are a few dozen; what parses them calls itself for each. */
const deepest = 300;

/** Tags and entities of a page: long ones have some ten thousand, and each becomes an object several times over. */
const mostMarks = 80_000;

/** False for a page whose elements are nested so deep, or are so many, that it was made to be too much. */
export function isReadablePage(html: string): boolean {
  if ([/[<&]/g, />/g].some((mark) => (html.match(mark)?.length ?? 0) > mostMarks)) return false;
  let depth = 0;
  for (const [, close, name = '', self] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}?(\/?)>/gi)) {
    if (
      self === '/' ||
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|track|wbr)$/i.test(name)
    )
      continue;
    depth = Math.max(0, depth + (close === '/' ? -1 : 1));
    if (depth > deepest) return false;
  }
  return true;
}

/** Reads a saved web page: the article is found by Mozilla's Readability, the rest of the page is left out. */
export function readHtmlArticle(source: SourceFile): Reading | null {
  if (!htmlStart.test(source.text) || !isReadablePage(source.text)) return null;
  const parts = pageParts(source.text);
  if (!parts || !isArticle(parts)) return null;
  const brief = articleBrief(source, parts);
  return {
    kind: 'article',
    because: 'a web page with an article in it',
    briefs: [brief],
    problems: [],
    written: [articleLines(brief, parts)],
  };
}

function pageParts(html: string): ArticleParts | null {
  const page = /<html\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const stated = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  const url = stated('link[rel="canonical"]', 'href') || stated('meta[property="og:url"]', 'content');
  const time = stated('time[datetime]', 'datetime');
  const headline = plainLine(document.querySelector('h1')?.textContent ?? '');
  // What is said about the article often stands beside it, where Readability sees the page and not the article.
  const around = articleParts(htmlMarkdown(document.body?.innerHTML ?? ''));
  const article = new Readability(document).parse();
  if (!article) return null;
  const site = plainLine(article.siteName ?? '');
  const title = withoutSite(plainLine(article.title ?? ''), site, headline);
  const parts = articleParts(`# ${title}\n\n${htmlMarkdown(article.content ?? '')}`);
  parts.written.set(title, article.title ?? '');
  return {
    ...parts,
    title,
    url: url || parts.url,
    author: authorOf(plainLine(article.byline ?? '')) || parts.author || around.author,
    outlet: site || parts.outlet || around.outlet,
    datePublished:
      statedDate(article.publishedTime ?? '') ||
      statedDate(time) ||
      parts.datePublished ||
      around.datePublished,
  };
}

/** `Headline | The Site` without the site, where the page names the site or heads the article with the headline alone. */
function withoutSite(title: string, site: string, headline: string): string {
  const [, before = '', after = ''] = /^(.+?)\s+[|–—:-]\s+([^|–—]+)$/u.exec(title) ?? [];
  const isSite =
    (site !== '' && after.toLowerCase() === site.toLowerCase()) || (before !== '' && before === headline);
  return isSite ? before : title;
}

function authorOf(byline: string): string {
  return byline
    .replace(/^(?:by|von)\s+/i, '')
    .replace(/\s*[|｜·•].*$/u, '')
    .replace(/\s*기자(?:\s.*)?$/u, '');
}
