import type { Brief } from '../brief.ts';
import { addressKey, readableAddress } from '../web-address.ts';
import { blankBrief } from './blank-brief.ts';
import { isFurniture } from './boilerplate.ts';
import { withBracketedOutlets } from './bracketed-outlets.ts';
import { detectLanguage } from './detect-language.ts';
import { itemIdentities, itemMark } from './item-identity.ts';
import type { Reading, SourceFile } from './reader.ts';
import { type RoundupItem, readRoundupItem } from './roundup-item.ts';
import { closingNote, ofSeveral, outlineRoundup, type RoundupOutline } from './roundup-outline.ts';
import { type RoundupPreface, readRoundupPreface } from './roundup-preface.ts';
import { shorten } from './shorten.ts';
import { splitSentences } from './split-sentences.ts';
import { statedDate } from './stated-date.ts';
import { widthOf } from './text-width.ts';
import { toldInBoth } from './told-in-both.ts';

interface PlacedItem extends RoundupItem {
  section: string;
  /** Its Markdown. */
  written: string;
}

/** Sections that hold no news of their own. */
const asideSection =
  /^(?:이미지|사진|목차|참고(?:\s*(?:자료|링크|문헌))?|출처|링크|원문|관련 (?:링크|글)|맺음말|맺는 ?말|마치며|마무리(?: 인사)?|끝맺음|알림|공지(?:사항)?|images?|pictures?|contents|(?:table of|in this) contents|in this (?:issue|edition)|references?|links?|sources?|further reading|related|(?:our |today['’]s )?sponsors?|sponsored(?: by.{0,40})?|together with.{0,40}|(?:a )?(?:word|message) from our sponsors?|closing(?: (?:notes?|remarks?|thoughts?))?|that['’]s (?:it|all).{0,40}|about(?: us| this .{2,20})?|feedback|unsubscribe|housekeeping)$/iu;

/**
 * Reads a roundup: many items in sections, as newsletters and their summarisers write them. Every item becomes
 * a brief of its own, named after its headline (or the start of its text), with the section as its category.
 */
export function readRoundup(source: SourceFile): Reading | null {
  const outline = outlineRoundup(source.text);
  const preface = readRoundupPreface(outline.title, outline.preface);
  const items = withBracketedOutlets(placedItems(outline));
  const because = roundupSigns(outline, preface, items);
  if (because === null) return null;
  const identities = itemIdentities(source.file, items);
  const addresses = items.map(({ url }) => addressKey(url));
  const outlet = preface.outlet || outletOf(outline.title, preface.url);
  const briefs = items.map((item, index) => ({
    ...itemBrief(source, item, identities[index] ?? '', preface, item.outlet || outlet),
    urlKey: itemKey(source, item, preface, addresses),
    relevance: relevanceAt(index, items.length),
  }));
  return { kind: 'roundup', because, briefs, problems: [], written: items.map(({ written }) => written) };
}

function placedItems(outline: RoundupOutline): PlacedItem[] {
  return outline.sections
    .filter((section) => !asideSection.test(section.label))
    .flatMap((section, index, all) =>
      section.items
        .filter(
          (item) => !(index === all.length - 1 && section.afterRule.has(item) && closingNote.test(item)),
        )
        .map((item) => ({ ...readRoundupItem(item), section: section.label, written: item })),
    )
    .filter(({ headline, text }) => widthOf(headline + text) >= 12 && !/^https?:\S+$/.test(text))
    .filter(({ headline, text }) => !(headline === '' && isFurniture(text)) && !asideSection.test(headline));
}

/** `5 ways to cut a bill`: one article in numbered parts. */
const listicle =
  /^(?:the\s+)?\d{1,2}\s+(?:\p{L}+\s+){0,3}(?:ways|tips|reasons|things|steps|lessons|rules|mistakes|questions|ideas|tricks|habits)\b|\d{1,2}\s?가지/iu;

/** Characters of a line that says what the document is, or takes leave. */
const namingWidth = 60;

function isNaming(line: string): boolean {
  return line.length <= namingWidth && ofSeveral.test(line);
}

/** Why this is a roundup; null when it is not: too few items, or mostly running text with a list in it. */
function roundupSigns(outline: RoundupOutline, preface: RoundupPreface, items: PlacedItem[]): string | null {
  const sections = new Set(items.map((item) => item.section)).size;
  const itemWidth = items.reduce((sum, { headline, text }) => sum + widthOf(headline + text), 0);
  const itemCharacters = items.reduce((sum, item) => sum + item.headline.length + item.text.length, 0);
  const apart = outline.sections.reduce((sum, section) => sum + section.apart, 0);
  // A list under no heading may be the list of an article: what stands above it counts as running text.
  const above = outline.sections[0]?.label === '' ? outline.preface.filter((line) => !isNaming(line)) : [];
  const loose = [...above, ...outline.sections.flatMap((section) => section.paragraphs)]
    .filter((line) => !isFurniture(line) && (line.length > 40 || statedDate(line) === ''))
    .filter((line) => line.length > namingWidth || !closingNote.test(line))
    .join('');
  const addresses = new Set(items.flatMap(({ url }) => (url === '' ? [] : [addressKey(url)])));
  const isLinked = addresses.size >= 3 && addresses.size * 2 >= items.length;
  const announced = preface.url !== '' || preface.isSummary;
  // One list from end to end, a headline over a text in every entry.
  const isNothingElse =
    loose.length * 20 <= itemCharacters &&
    items.every(({ headline, text }) => headline !== '' && text !== '');
  // What calls itself news of several, in its title or right below, and is nothing else than a list, needs but three.
  const isOfSeveral = [outline.title, ...outline.preface.slice(0, 1)].some(isNaming);
  const isPlain = announced || isLinked || (loose.length * 20 <= itemCharacters && isOfSeveral);
  const enough = isPlain ? items.length >= 3 : items.length >= 6 && (sections >= 2 || isNothingElse);
  if (!enough || itemWidth < 30 * items.length) return null;
  if (listicle.test(outline.title) && sections === 1 && !isLinked) return null;
  // Chapters of an article stand apart from their headings; so do the news of what calls itself news of several.
  const ofArticle = isOfSeveral ? 0 : apart;
  if (itemCharacters - ofArticle < 2 * (loose.length + ofArticle)) return null;
  const header = announced
    ? ', under the address or the date of an original'
    : isLinked
      ? ', with links of their own'
      : '';
  return `${items.length} items in ${sections} ${sections === 1 ? 'section' : 'sections'}${header}`;
}

/** Roundups tell the most important first. As much above and below the middle as a pipeline's own figure may mean. */
function relevanceAt(index: number, count: number): number {
  return Math.round((0.7 - (0.2 * index) / Math.max(1, count - 1)) * 1000) / 1000;
}

function itemBrief(
  source: SourceFile,
  item: PlacedItem,
  file: string,
  preface: RoundupPreface,
  outlet: string,
): Brief {
  const text = item.text || item.headline;
  const language = detectLanguage(text);
  const both = toldInBoth(text);
  const url = readableAddress(item.url || preface.url);
  return {
    ...blankBrief(source, 'roundup', 'pipeline'),
    file,
    title: item.headline || shorten(splitSentences(text, language)[0] ?? text, 100),
    url,
    sourceName: outlet,
    sourceId: outlet.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_'),
    language,
    datePublished: preface.datePublished || statedDate(item.url),
    ingestedAt: preface.summarisedAt,
    categories: item.section === '' ? [] : [item.section],
    summary: both ?? { ko: language === 'ko' ? text : '', en: language === 'en' ? text : '' },
    keyPoints: both || language === 'ko' || language === 'en' ? [] : [text],
  };
}

/**
 * The item's own address; where it has none, or shares it with another item, the page (or the file) and how its text
 * ends: an item whose headline was changed is the same news.
 */
function itemKey(source: SourceFile, item: PlacedItem, preface: RoundupPreface, addresses: string[]): string {
  const own = addressKey(item.url);
  if (own !== '' && addresses.indexOf(own) === addresses.lastIndexOf(own)) return own;
  const page = own || addressKey(readableAddress(preface.url)) || source.file;
  return `${page}#${itemMark(widthOf(item.text) < 30 ? item.headline + item.text : item.text, 'end')}`;
}

/** A greeting, or a sentence, is no name; `Morning Compass` is one. */
const greeting =
  /^(?:안녕|좋은 ?(?:아침|오후|저녁|하루)(?:$|이에요|이네요| 되)|hi\b|hello|hey|greetings|welcome|good (?:morning|afternoon|evening)|dear|happy (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:morning|afternoon|evening)(?=$|\s(?:all|everyone|everybody|team|folks|friends|guys|there|people)\b))|\s(?:everyone|everybody|여러분)$|[.!?]$|니다$|어요$|세요$/iu;

/** The name behind the last `|` of the title, else the host of the original, else the title before its number or date. */
function outletOf(title: string, url: string): string {
  const last = /\|\s*([^|]{2,40})$/u.exec(title)?.[1]?.trim();
  const named = last === undefined || statedDate(last) !== '' ? undefined : last;
  const host = addressKey(url).split('/')[0] ?? '';
  if (named ?? host) return named ?? host;
  const series = title
    .replace(/^\[([^\]]{2,40})\].*$/u, '$1')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*(?:[—–|:：#(,]|\s-\s|\b\d|제\s?\d).*$/u, '')
    .trim();
  return series.length <= 40 && !greeting.test(series) ? series : '';
}
