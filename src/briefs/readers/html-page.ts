import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { plainLine } from '../plain-text.ts';
import { htmlMarkdown, type PageNode } from './html-markdown.ts';

/** A saved web page, parsed once for all that read it. */
export interface HtmlPage {
  /** What the page states of itself; '' where it does not. */
  stated: Record<'url' | 'site' | 'published' | 'time' | 'headline', string>;
  /** The whole page as Markdown. */
  around: string;
  /** What Mozilla's Readability finds: the rest of the page is left out. */
  article: Record<'title' | 'byline' | 'siteName' | 'publishedTime' | 'markdown', string>;
}

/** What a saved web page begins with. */
export const htmlStart =
  /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b/i;

/** Elements within each other in pages that people write are a few dozen; what parses them calls itself for each. */
const deepest = 300;

/** Tags and entities of a page: long ones have some ten thousand, and each becomes an object several times over. */
const mostMarks = 80_000;

/** False for a page whose elements are nested so deep, or are so many, that it was made to be too much. */
function isReadablePage(html: string): boolean {
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

/** Takes a page apart; null for one that is too much, and one without text. */
export function readHtmlPage(html: string): HtmlPage | null {
  if (!isReadablePage(html)) return null;
  const page = /<html\b/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  const stated = {
    url: attribute('link[rel="canonical"]', 'href') || attribute('meta[property="og:url"]', 'content'),
    site: attribute('meta[property="og:site_name"]', 'content'),
    published: attribute('meta[property="article:published_time"]', 'content'),
    time: attribute('time[datetime]', 'datetime'),
    headline: plainLine(document.querySelector('h1')?.textContent ?? ''),
  };
  // Readability takes the page apart: what is needed of it whole is written before.
  const around = document.body ? htmlMarkdown(document.body) : '';
  const found = new Readability<PageNode>(document, {
    serializer: (node) => node as unknown as PageNode,
  }).parse();
  if (!found) return null;
  const { title, byline, siteName, publishedTime, content } = found;
  return {
    stated,
    around,
    article: {
      title: title ?? '',
      byline: byline ?? '',
      siteName: siteName ?? '',
      publishedTime: publishedTime ?? '',
      markdown: content ? htmlMarkdown(content) : '',
    },
  };
}
