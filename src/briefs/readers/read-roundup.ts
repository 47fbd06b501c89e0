import type { Brief } from '../brief.ts';
import { addressKey, readableAddress } from '../web-address.ts';
import { blankBrief } from './blank-brief.ts';
import { detectLanguage } from './detect-language.ts';
import { itemIdentities } from './item-identity.ts';
import type { Reading, SourceFile } from './reader.ts';
import { type RoundupItem, readRoundupItem } from './roundup-item.ts';
import { outlineRoundup, type RoundupOutline } from './roundup-outline.ts';
import { type RoundupPreface, readRoundupPreface } from './roundup-preface.ts';
import { shorten } from './shorten.ts';
import { splitSentences } from './split-sentences.ts';

interface PlacedItem extends RoundupItem {
  section: string;
}

/** Sections that hold no news of their own. */
const asideSection =
  /^(?:이미지|사진|목차|참고(?:\s*(?:자료|링크|문헌))?|출처|링크|원문|관련 (?:링크|글)|images?|pictures?|contents|table of contents|references?|links?|sources?|further reading|related)$/iu;

/**
 * Reads a roundup: many items in sections, as newsletters and their summarisers write them. Every item becomes
 * a brief of its own, named after its headline (or the start of its text), with the section as its category.
 */
export function readRoundup(source: SourceFile): Reading | null {
  const outline = outlineRoundup(source.text);
  const preface = readRoundupPreface(outline.title, outline.preface);
  const items = placedItems(outline);
  const because = roundupSigns(outline, preface, items);
  if (because === null) return null;
  const identities = itemIdentities(
    source.file,
    items.map((item) => item.headline || item.text),
  );
  const outlet = outletOf(outline.title, preface.url);
  const briefs = items.map((item, index) => ({
    ...itemBrief(source, item, identities[index] ?? '', preface, outlet),
    relevance: relevanceAt(index, items.length),
  }));
  return { kind: 'roundup', because, briefs, problems: [] };
}

function placedItems(outline: RoundupOutline): PlacedItem[] {
  return outline.sections
    .filter((section) => !asideSection.test(section.label))
    .flatMap((section) => section.items.map((item) => ({ ...readRoundupItem(item), section: section.label })))
    .filter((item) => item.headline.length + item.text.length >= 12 && !/^https?:\S+$/.test(item.text));
}

/** Why this is a roundup; null when it is not: too few items, or mostly running text with a list in it. */
function roundupSigns(outline: RoundupOutline, preface: RoundupPreface, items: PlacedItem[]): string | null {
  const sections = new Set(items.map((item) => item.section)).size;
  const itemCharacters = items.reduce((sum, item) => sum + item.headline.length + item.text.length, 0);
  // A list under no heading may be the list of an article: what stands above it counts as running text.
  const above = outline.sections[0]?.label === '' ? outline.preface : [];
  const looseCharacters = [...above, ...outline.sections.flatMap((section) => section.paragraphs)].join(
    '',
  ).length;
  const announced = preface.url !== '' || preface.summarisedAt !== null;
  const enough = announced ? items.length >= 3 : items.length >= 6 && sections >= 2;
  if (!enough || itemCharacters < 30 * items.length || itemCharacters < 2 * looseCharacters) return null;
  const header = announced ? ', under the address or the date of an original' : '';
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
  const url = readableAddress(item.url || preface.url);
  const ownKey = item.url !== '' || url === '';
  return {
    ...blankBrief(source, 'roundup', 'pipeline'),
    file,
    title: item.headline || shorten(splitSentences(text, language)[0] ?? text, 100),
    url,
    // Items share the roundup's page, so the page alone does not tell them apart.
    urlKey: ownKey ? addressKey(url) : `${addressKey(url)}${file.slice(file.lastIndexOf('#'))}`,
    sourceName: outlet,
    sourceId: outlet.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_'),
    language,
    datePublished: preface.datePublished,
    ingestedAt: preface.summarisedAt,
    categories: item.section === '' ? [] : [item.section],
    summary: { ko: language === 'ko' ? text : '', en: language === 'en' ? text : '' },
    keyPoints: language === 'ko' || language === 'en' ? [] : [text],
  };
}

/** The name behind the last `|` of the title, else the host of the original, else the title before its number or date. */
function outletOf(title: string, url: string): string {
  const named = /\|\s*([^|]{2,40})$/u.exec(title)?.[1]?.trim();
  const host = addressKey(url).split('/')[0] ?? '';
  if (named ?? host) return named ?? host;
  const series = title.replace(/\s*(?:[—–|:：#(,]|\s-\s|\b\d|제\s?\d).*$/u, '').trim();
  return series.length <= 40 ? series : '';
}
