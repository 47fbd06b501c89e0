import type { Brief } from './brief.ts';
import { chatAbuse } from './chat-abuse.ts';
import { templateRemains } from './template-remains.ts';

const lateMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Why a brief must not reach a channel, in one sentence; null when it may. Quarantine deletes nothing.
 * @param raw the file's text before cleaning, which still holds what cleaning removes
 * @param link the link as it was written
 */
export function gateBrief(
  brief: Brief,
  context: { arrivedAt: number; raw?: string; link?: string },
): string | null {
  const told = [
    brief.summary.ko,
    brief.summary.en,
    brief.soWhat.ko,
    brief.soWhat.en,
    brief.insight.ko,
    brief.insight.en,
    ...brief.keyPoints,
    ...(brief.keyPointsIn?.ko ?? []),
    ...(brief.keyPointsIn?.en ?? []),
  ];
  const hasText = told.some(hasWords);
  if (!hasText && !hasWords(brief.title))
    return 'It has no text: neither a title nor a summary nor a key point.';
  if (!hasText) return 'It has a title but no text: no summary, no so-what and no key point.';
  const link = wrongLink(context.link ?? brief.url);
  if (link) return link;
  const published = Date.parse(`${brief.datePublished}T00:00:00Z`);
  if (published - context.arrivedAt > lateMs)
    return `It says it was published on ${brief.datePublished}, more than 7 days after it arrived.`;
  for (const text of [brief.title, ...told]) {
    const left = templateRemains(text);
    if (left !== null) return `Its text holds what a template left: "${left}".`;
  }
  const labels = [brief.sourceName, brief.author ?? '', ...brief.categories, ...brief.tags];
  return chatAbuse([brief.title, ...told, ...labels], context.raw ?? '');
}

/** A row of dots, or an emoji alone, tells nothing. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** What is wrong with a link, in a sentence; null for http(s), and for none. */
function wrongLink(link: string): string | null {
  const address = link.trim();
  if (address === '') return null;
  if (!/^https?:\/\//i.test(address)) {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\t\n]/g, ''))?.[1]?.toLowerCase();
    return `Its link is of the kind "${scheme ?? address.slice(0, 20)}"; only http and https are posted.`;
  }
  if (!URL.canParse(address)) return `Its link is no address: "${[...address].slice(0, 40).join('')}".`;
  const { username, password, hostname } = new URL(address);
  if (username.includes('.')) return `Its link reads like ${username} but goes to ${hostname}.`;
  return username + password === ''
    ? null
    : `Its link holds a user name for ${hostname}: take it out, for everyone in the channel would see it.`;
}
