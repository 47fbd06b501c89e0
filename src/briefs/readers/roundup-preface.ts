import { firstAddress, markdownText } from './markdown-text.ts';
import { statedDate } from './stated-date.ts';

/** What the lines above a roundup's first section state. */
export interface RoundupPreface {
  url: string;
  /** `YYYY-MM-DD`; '' where none is stated. */
  datePublished: string;
  /** It says when it was summarised or translated. */
  isSummary: boolean;
  /** When the summary was made, where an hour is stated; otherwise null. */
  summarisedAt: number | null;
  /** Who made it, where a line names one; otherwise ''. */
  outlet: string;
}

/** `**Label**: value` or `Label: value`. */
const labelled = /^[-*>\s]*\**\s*([^*:：]{1,24}?)\s*\**\s*[:：]\s*\**\s*(.+)$/u;
const address = /https?:\/\/[^\s)>\]"']+/;
const addressLabel =
  /^(?:원문\s*(?:url|링크|주소)?|url|link|링크|출처|source|original(?:\s+(?:url|link))?)$/iu;
const publishedLabel = /^(?:발행일|게시일|작성일|날짜|published(?:\s+on)?|date(?:\s+published)?)$/iu;
const summarisedLabel = /^(?:요약일|번역일|정리일|summari[sz]ed(?:\s+on)?|translated(?:\s+on)?)$/iu;

const outletLabel = /^(?:출처|발행(?:처|인)|매체|source|publisher|newsletter|from)$/iu;

/** A line that states something of the roundup, also where it is written as an entry of a list. */
export function isPrefaceLine(line: string): boolean {
  const [, label = ''] = labelled.exec(line) ?? [];
  return [addressLabel, publishedLabel, summarisedLabel, outletLabel].some((pattern) => pattern.test(label));
}

/** Lines longer than this are sentences, and a date in them is what they tell. */
const dateLineLimit = 60;

/** Korea has no summer time: its clock is always nine hours ahead of UTC. */
const koreaAheadMs = 9 * 60 * 60 * 1000;

/**
 * Reads what stands above a roundup's items. A date of publication goes before the day of the summary, and a labelled
 * one before one in the title or in a line of its own.
 * Hours are Korean time: the labels are Korean, and a zone is never written.
 */
export function readRoundupPreface(title: string, lines: string[]): RoundupPreface {
  let url = '';
  let published = '';
  let summarised = '';
  let outlet = '';
  let summarisedAt: number | null = null;
  for (const line of lines) {
    const [, label = '', value = ''] = labelled.exec(line) ?? [];
    if (addressLabel.test(label) && url === '') url = firstAddress(value);
    if (outletLabel.test(label) && outlet === '' && !address.test(value) && value.length <= 60)
      outlet = markdownText(value);
    if (publishedLabel.test(label) && published === '') published = statedDate(value);
    if (summarisedLabel.test(label) && summarised === '') {
      summarised = statedDate(value);
      summarisedAt = koreanInstant(summarised, value);
    }
  }
  if (url === '') url = lines.map(firstAddress).find((found) => found !== '') ?? '';
  const unlabelled = [title, ...lines.filter((line) => line.length <= dateLineLimit)].map(statedDate);
  return {
    url,
    datePublished:
      published || summarised || statedDate(url) || (unlabelled.find((date) => date !== '') ?? ''),
    isSummary: summarised !== '',
    summarisedAt,
    outlet,
  };
}

function koreanInstant(date: string, value: string): number | null {
  const [, hour, minute, second = '0'] = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(value) ?? [];
  if (date === '' || hour === undefined || minute === undefined) return null;
  const at = Date.parse(`${date}T${hour.padStart(2, '0')}:${minute}:${second.padStart(2, '0')}Z`);
  return Number.isNaN(at) ? null : at - koreaAheadMs;
}
