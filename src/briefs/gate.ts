import type { Brief } from './brief.ts';

const lateMs = 7 * 24 * 60 * 60 * 1000;

/** What is left of a template nobody filled in. */
const template =
  /\{\{[^{}]{0,60}\}\}|\$\{[\w.]{1,40}\}|<%[=-]?.{0,60}?%>|\[(?:INSERT|YOUR|TODO|TITLE|SUMMARY)\b[^\]]{0,40}\]|\blorem ipsum\b|^\s*(?:undefined|null|NaN|\[object Object\]|TODO|TBD|N\/A|summary_(?:ko|en)|title)\s*$/imu;
/** Mentions that reach everyone, as a chat or a feed writes them. */
const everyone = /@(?:everyone|here|channel)\b|<!(?:everyone|here|channel)(?:\|[^>]*)?>/giu;
const mention = /<@[&!]?[\w]{2,}>|<!subteam\^\w+|(?<![\w.])@[\p{L}\d_]{2,}/gu;
/** Controls that turn or hide text, and letters that show nothing. */
const hiding = /[\u202A-\u202E\u2066-\u2069]|[\u200B\u2060-\u2064\u{E0020}-\u{E007F}]{3,}/u;
/** A link whose text names another host than the one it goes to. */
const markdownLink = /\[([^\]\n]{3,200})\]\(\s*<?(https?:\/\/[^\s)>]+)/giu;
const slackLink = /<(https?:\/\/[^|>\s]+)\|([^>]{3,200})>/giu;
const hostInText = /\b((?:[a-z0-9-]+\.)+[a-z]{2,})\b/iu;
const emoji = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/gu;
const marks = /\p{M}{5,}/u;

/**
 * Why a brief must not reach a channel, in one sentence; null when it may. Quarantine deletes nothing.
 * @param raw the file's text before cleaning, which still holds what cleaning removes
 */
export function gateBrief(
  brief: Brief,
  context: { arrivedAt: number; raw?: string; link?: string },
): string | null {
  const text = [
    brief.title,
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
  const told = text.slice(1).join('\n').trim();
  if (brief.title.trim() === '' && told === '')
    return 'It has no text: neither a title nor a summary nor a key point.';
  if (told === '') return 'It has a title but no text: no summary, no so-what and no key point.';
  const scheme = wrongScheme(context.link ?? brief.url);
  if (scheme) return `Its link is of the kind "${scheme}"; only http and https are posted.`;
  const published = Date.parse(`${brief.datePublished}T00:00:00Z`);
  if (published - context.arrivedAt > lateMs)
    return `It says it was published on ${brief.datePublished}, more than 7 days after it arrived.`;
  const left = text.find((part) => template.test(part));
  if (left !== undefined) return `Its text holds what a template left: "${left.slice(0, 60).trim()}".`;
  return abuse([...text, context.raw ?? ''].join('\n'));
}

/** The scheme of a link that is not http(s); null for those and for none. */
function wrongScheme(link: string): string | null {
  const trimmed = link.trim();
  if (trimmed === '' || /^https?:\/\//i.test(trimmed)) return null;
  return /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase() ?? trimmed.slice(0, 20);
}

function abuse(text: string): string | null {
  // An article may well be about @everyone, and no mention ever takes effect: only a string of them is a bomb.
  if ((text.match(everyone)?.length ?? 0) > 3)
    return 'Its text calls everyone of a channel again and again (@everyone, @here or @channel).';
  if (new Set(text.match(mention)).size > 8) return 'Its text mentions more than eight people or groups.';
  if (hiding.test(text)) return 'Its text holds characters that turn or hide what is read.';
  const masked = maskedLink(text);
  if (masked) return `Its text shows the address ${masked.shown} over a link to ${masked.host}.`;
  if (marks.test(text)) return 'Its text stacks marks over letters.';
  const emojis = text.match(emoji)?.length ?? 0;
  if (emojis > 25 || (emojis > 12 && emojis * 4 > text.length))
    return `Its text is a wall of ${emojis} emoji.`;
  return null;
}

function maskedLink(text: string): { shown: string; host: string } | null {
  const links = [
    ...[...text.matchAll(markdownLink)].map((match) => ({ label: match[1] ?? '', address: match[2] ?? '' })),
    ...[...text.matchAll(slackLink)].map((match) => ({ label: match[2] ?? '', address: match[1] ?? '' })),
  ];
  for (const { label, address } of links) {
    const shown = hostInText
      .exec(label)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '');
    const host = URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/^www\./, '') : '';
    const looksLikeAddress =
      shown !== undefined &&
      (/^(?:https?:\/\/|www\.)/i.test(label.trim()) || label.trim().toLowerCase().startsWith(shown));
    if (looksLikeAddress && host !== '' && host !== shown && !host.endsWith(`.${shown}`))
      return { shown, host };
  }
  return null;
}
