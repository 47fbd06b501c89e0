import { plainLine } from '../plain-text.ts';
import { articleBrief, articleLines } from './article-brief.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import type { HtmlPage } from './html-page.ts';
import { isArticle } from './read-plain-article.ts';
import type { Reading, SourceFile } from './reader.ts';
import { statedDate } from './stated-date.ts';

/** Reads the article of a saved web page. */
export function readHtmlArticle(source: SourceFile, page: HtmlPage): Reading | null {
  const parts = pageParts(page);
  if (!isArticle(parts)) return null;
  const brief = articleBrief(source, parts);
  return {
    kind: 'article',
    because: 'a web page with an article in it',
    briefs: [brief],
    problems: [],
    written: [articleLines(brief, parts)],
  };
}

function pageParts({ stated, article, around: whole }: HtmlPage): ArticleParts {
  // What is said about the article often stands beside it, where Readability sees the page and not the article.
  const around = articleParts(whole);
  const site = plainLine(article.siteName);
  const title = withoutSite(plainLine(article.title), site, stated.headline);
  const parts = articleParts(`# ${title}\n\n${article.markdown}`);
  parts.written.set(title, article.title);
  return {
    ...parts,
    title,
    url: stated.url || parts.url,
    author: authorOf(plainLine(article.byline)) || parts.author || around.author,
    outlet: site || parts.outlet || around.outlet,
    datePublished:
      statedDate(article.publishedTime) ||
      statedDate(stated.time) ||
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
