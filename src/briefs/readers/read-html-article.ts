import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { plainLine } from '../plain-text.ts';
import { articleBrief } from './article-brief.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import { htmlMarkdown } from './html-markdown.ts';
import { isArticle } from './read-plain-article.ts';
import type { Reading, SourceFile } from './reader.ts';
import { statedDate } from './stated-date.ts';

/** What a saved web page begins with. */
export const htmlStart =
  /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i;

/** Reads a saved web page: the article is found by Mozilla's Readability, the rest of the page is left out. */
export function readHtmlArticle(source: SourceFile): Reading | null {
  if (!htmlStart.test(source.text)) return null;
  const parts = pageParts(source.text);
  if (!parts || !isArticle(parts)) return null;
  return {
    kind: 'article',
    because: 'a web page with an article in it',
    briefs: [articleBrief(source, parts)],
    problems: [],
  };
}

function pageParts(html: string): ArticleParts | null {
  const page = /<html\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const stated = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  const url = stated('link[rel="canonical"]', 'href') || stated('meta[property="og:url"]', 'content');
  const time = stated('time[datetime]', 'datetime');
  const article = new Readability(document).parse();
  if (!article) return null;
  const site = plainLine(article.siteName ?? '');
  const title = withoutSite(plainLine(article.title ?? ''), site);
  const parts = articleParts(`# ${title}\n\n${htmlMarkdown(article.content ?? '')}`);
  return {
    ...parts,
    title,
    url: url || parts.url,
    author: authorOf(plainLine(article.byline ?? '')) || parts.author,
    outlet: site || parts.outlet,
    datePublished: statedDate(article.publishedTime ?? '') || statedDate(time) || parts.datePublished,
  };
}

/** `Headline | The Site` without the site. */
function withoutSite(title: string, site: string): string {
  const [, before = '', after = ''] = /^(.+?)\s+[|–—:-]\s+([^|–—]+)$/u.exec(title) ?? [];
  return site !== '' && after.toLowerCase() === site.toLowerCase() ? before : title;
}

function authorOf(byline: string): string {
  return byline.replace(/^(?:by|von)\s+/i, '').replace(/\s*기자(?:\s.*)?$/u, '');
}
