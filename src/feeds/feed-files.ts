import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { ArchiveFile } from '../archive/archive-edition.ts';
import type { Language } from '../briefs/brief.ts';
import { type FeedEntry, uuidOf } from './feed-entries.ts';

export interface FeedOptions {
  language: Language;
  /** Where the archive's folder is served, without a `/` at the end; null where it is not. */
  baseUrl: string | null;
  /** Tells the feeds of this ledger from those of others. */
  ledger: string;
}

const titles = { ko: 'Sowhat · 팀 브리핑', en: 'Sowhat · Team briefing' } as const;

/** The feed of one language, as Atom and as JSON Feed. */
export function feedFiles(entries: readonly FeedEntry[], options: FeedOptions): ArchiveFile[] {
  const { language } = options;
  return [
    { path: `feed.${language}.xml`, text: atomOf(entries, options) },
    { path: `feed.${language}.json`, text: `${JSON.stringify(jsonOf(entries, options), null, 2)}\n` },
  ];
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
function atomOf(entries: readonly FeedEntry[], { language, baseUrl, ledger }: FeedOptions): string {
  return generateAtomFeed({
    xml: { lang: language },
    id: uuidOf(`${ledger} ${language}`),
    title: { value: titles[language] },
    updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt))),
    authors: [{ name: 'Sowhat' }],
    links:
      baseUrl === null
        ? []
        : [
            { rel: 'self', type: 'application/atom+xml', href: `${baseUrl}/feed.${language}.xml` },
            { rel: 'alternate', href: `${baseUrl}/index.md` },
          ],
    entries: entries.map(({ id, title, url, html, publishedAt, updatedAt }) => ({
      id,
      title: { value: title },
      published: new Date(publishedAt),
      updated: new Date(updatedAt),
      links: url === '' ? [] : [{ rel: 'alternate', href: url }],
      content: { type: 'html', value: html },
    })),
  });
}

/** @see https://www.jsonfeed.org/version/1.1/ */
function jsonOf(entries: readonly FeedEntry[], { language, baseUrl }: FeedOptions): unknown {
  return generateJsonFeed({
    title: titles[language],
    language,
    ...(baseUrl === null
      ? {}
      : { home_page_url: `${baseUrl}/index.md`, feed_url: `${baseUrl}/feed.${language}.json` }),
    items: entries.map(({ id, title, url, html, publishedAt, updatedAt }) => ({
      id,
      title,
      ...(url === '' ? {} : { url }),
      content_html: html,
      date_published: new Date(publishedAt),
      ...(updatedAt > publishedAt ? { date_modified: new Date(updatedAt) } : {}),
    })),
  });
}
