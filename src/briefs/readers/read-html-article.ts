import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { plainLine } from '../plain-text.ts';
import { articleBrief } from './article-brief.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import { isArticle } from './read-plain-article.ts';
import type { Reading, SourceFile } from './reader.ts';
import { statedDate } from './stated-date.ts';

const htmlStart = /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i;
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, figcaption';

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
  const title = plainLine(article.title ?? '');
  const parts = articleParts(`# ${title}\n\n${contentLines(article.content ?? '')}`);
  return {
    ...parts,
    title,
    url: url || parts.url,
    author: plainLine(article.byline ?? '').replace(/^(?:by|von)\s+/i, '') || parts.author,
    outlet: plainLine(article.siteName ?? '') || parts.outlet,
    datePublished: statedDate(article.publishedTime ?? '') || statedDate(time) || parts.datePublished,
  };
}

/** Readability's result as lines: one for each paragraph, list entries marked. */
function contentLines(content: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`);
  const lines: string[] = [];
  for (const element of document.querySelectorAll(blocks)) {
    if (element.querySelector(blocks)) continue;
    const words = plainLine(element.textContent ?? '');
    const heading = /^H[1-6]$/.test(element.tagName);
    if (words !== '') lines.push(element.tagName === 'LI' ? `- ${words}` : heading ? `## ${words}` : words);
  }
  return lines.join('\n\n');
}
