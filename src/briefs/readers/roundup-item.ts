import { firstAddress, markdownText } from './markdown-text.ts';

/** One item of a roundup. */
export interface RoundupItem {
  /** '' where the item has only text. */
  headline: string;
  text: string;
  /** The item's own address, where its headline is a link or a link ends it; otherwise ''. */
  url: string;
  /** Whom it names at its end as where it comes from; ''. */
  outlet: string;
}

/**
 * How items begin that have a headline; each pattern gives the headline and what is told.
 * A bold word or a link at the start of a sentence is no headline. Lengths are counted out, as those of Markdown are.
 */
const headlines: readonly RegExp[] = [
  // `**Headline:** text`
  /^\*\*(.{1,400}?)\s{0,3}[:：]\*\*\s*([\s\S]*)$/u,
  // `**Headline** — text`, `**[Headline]** — text`, `**Headline**` with the text below it
  /^(?:\*\*|__)(.{1,400}?)(?:\*\*|__)(?:\s*(?:[—–:：|→⇒]|->|-(?=\s)|[.。](?=\s))\s*|\s*\n\s*|\s*$)([\s\S]*)$/u,
  // `*Headline* — text`
  /^[*_](?![*_\s])([^*_\n]{1,100}?)[*_]\s*(?:[—–:：|→]|-(?=\s))\s*([\s\S]+)$/u,
  // `**A whole sentence.** text`
  /^\*\*(.{8,400}?)[.!。]\*\*\s+([\s\S]+)$/u,
  // `[Headline](address) — text`; without a mark between, the link must be longer than a name
  /^(\[[^\]]+\]\(https?:[^)\s]+\))\s*(?:[—–:：|]|-(?=\s)|\n)\s*([\s\S]*)$/u,
  /^(\[(?=[^\]]{16,})[^\]\s]+(?:\s[^\]\s]+){2,}\]\(https?:[^)\s]+\))\s*([\s\S]*)$/u,
  // `Headline – text`, with the only dash of its line and no full stop before it
  /^((?:[^\n—–*.]|\.(?=\d)){8,70}?)\s+[—–]\s+((?=[^\n]{12}|(?:[^\n\p{Script=Hangul}\p{Script=Han}]*[\p{Script=Hangul}\p{Script=Han}]){6})[^\n—–]+(?:\n[\s\S]*)?)$/u,
  // A line over a text that a hand or an arrow begins
  /^([^\n]{6,100}?)\s*\n\s*[👉➡→↳]\uFE0F?\s*([\s\S]+)$/u,
  // A line that is no sentence, over the text
  /^(?=[^\n]{6,100}\n)([^\n]*[^\n.!。！…,;:\s])\s*\n\s*((?=[\s\S]{12}|(?:[^\p{Script=Hangul}\p{Script=Han}]*[\p{Script=Hangul}\p{Script=Han}]){6})[\s\S]+)$/u,
  // `A headline of several words: text`
  /^((?:[^\n:：.!?。]|\.(?=\S)){12,80}):\s+(?!\/)([\s\S]{12,})$/u,
];
/**
 * Links at the end, in brackets, behind a mark or by themselves: where the item comes from, not what it tells. An
 * address goes as far as it can: were it cut wherever another begins in it, there would be no end to the ways.
 */
const endingLinks =
  /(?:(?:\s*(?:[—–|·,(（👉🔗➡→]|\uFE0F|-(?=\s)|(?<![\p{L}\p{N}])(?:출처|원문|링크|기사|source|via|link|read more|more|자세히(?: ?보기)?)(?:\s*[:：])?))*\s*(?:\[[^\]\n]{1,80}\]\(https?:[^)\s]+\)|<?https?:\/\/[^\s)>]+(?![^\s)>])>?)[)）.]*)+\s*$/iu;
/** A link whose words say that it is one. */
const labelOfLink =
  /^[\s(（|·,—–-]*\[(?:링크|원문|기사(?: ?(?:원문|보기))?|출처|바로 ?가기|자세히(?: ?보기)?|더 ?보기|link|source|article|via|more|read more)\s*[→»›]?\]/iu;
/** Characters at the end of an item in which its links are looked for. */
const endingLimit = 1000;
const link = /\[[^\]]*\]\((https?:\/\/[^)\s]+)/;

/** `(출처: 하버일보)`, `출처: 하버일보 https://…`, `Source: [Harbor Times](address)` at the end. */
const credit =
  /(?<=^|\s|[.!?。…"”’)\]])[*_(（[]{0,3}\s*(?:출처|자료(?: ?출처)?|source|via)[*_]{0,2}\s*[:：][*_]{0,2}\s*(\[[^\]\n]{2,40}\]\(https?:[^)\s]+\)|[^\n()（）[\]:：*_]{2,40}?)\s*(<?https?:\/\/[^\s)>]+(?![^\s)>])>?)?\s*[*_)）\]]{0,3}\.?\s*$/iu;

/** Reads the Markdown of one item. */
export function readRoundupItem(markdown: string): RoundupItem {
  const { words, outlet } = withoutCredit(detailsJoined(markdown.trim()));
  return { ...readWords(words), outlet };
}

/** The item without the name of where it comes from. A link there stays, for the address. */
function withoutCredit(markdown: string): { words: string; outlet: string } {
  const end = markdown.slice(-endingLimit);
  const [matched = '', named = '', address = ''] = credit.exec(end) ?? [];
  if (labelOfLink.test(named)) return { words: markdown, outlet: '' };
  if (named === '') return { words: markdown, outlet: '' };
  const words = markdown.slice(0, markdown.length - matched.length).trim();
  const link = named.startsWith('[') ? named : address;
  if (words === '') return { words: markdown, outlet: link === named ? markdownText(named) : '' };
  return { words: link === '' ? words : `${words}\n${link}`, outlet: markdownText(named) };
}

function readWords(whole: string): Omit<RoundupItem, 'outlet'> {
  const ending = endingLinks.exec(whole.slice(-endingLimit));
  const before = ending ? whole.slice(0, whole.length - ending[0].length).trim() : whole;
  // A link that ends a sentence is a word of it: `as shown in [the report](…)`.
  const isApart =
    ending !== null &&
    (/[.!?。！？…)"”’\n]$/u.test(before) ||
      labelOfLink.test(ending[0]) ||
      /^\s*[^\s[<h]|^\s*\n|^\s*<?https?:/u.test(ending[0]));
  const source = isApart && before.length >= 12 ? before : whole;
  const own = source === whole ? '' : firstAddress(ending?.[0] ?? '');
  for (const pattern of headlines) {
    const [, headline, text = ''] = pattern.exec(source) ?? [];
    if (headline !== undefined) return item(headline, text, own);
  }
  return { headline: '', text: markdownText(source), url: own };
}

/** What a list below an item says, in lines; entries that are no sentences are kept apart by a dot. */
function detailsJoined(markdown: string): string {
  const lines: string[] = [];
  let wasDetail = false;
  for (const line of markdown.split('\n')) {
    const isDetail = line.startsWith('- ');
    const last = lines.at(-1) ?? '';
    if (isDetail && wasDetail && !/[\p{Po}\p{Pf}]$/u.test(last))
      lines[lines.length - 1] = `${last} · ${line.slice(2)}`;
    else lines.push(isDetail ? line.slice(2) : line);
    wasDetail = isDetail;
  }
  return lines.join('\n');
}

function item(headline: string, text: string, own: string): Omit<RoundupItem, 'outlet'> {
  const words = markdownText(headline);
  const bracketed = /^\[(.+)\]$/u.exec(words)?.[1] ?? words;
  return {
    headline: bracketed.replace(/[:：]$/u, '').trim(),
    text: markdownText(text).replace(/^(?:[👉➡→↳]\uFE0F?\s*)+/u, ''),
    url: link.exec(headline)?.[1] ?? own,
  };
}
