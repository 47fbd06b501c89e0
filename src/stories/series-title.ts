const counted =
  /#?\d[\d,.:/-]*|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bweek\b/giu;
const named =
  /^(?:the )?((?:[\p{Lu}\d][\p{L}\d&'’+]*|of|the|and|in|on|for|to|a|&)(?: (?:[\p{Lu}\d][\p{L}\d&'’+]*|of|the|and|in|on|for|to|a|&)){0,5}): /u;

/** What names the series a title belongs to. */
export interface SeriesTitle {
  /** "media buying briefing" for "Media Buying Briefing: …"; '' where nothing stands before a colon. */
  heading: string;
  /** The title without its numbers, days and months: equal for two issues of "Puzzle Answers for June 3, #12". */
  mould: string;
}

export function seriesTitle(title: string): SeriesTitle {
  const bracket = /^\[([^\]]{2,30})\]/u.exec(title)?.[1];
  const heading = (bracket ?? named.exec(title)?.[1] ?? '').toLowerCase();
  const mould = title
    .toLowerCase()
    .replace(counted, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return { heading, mould };
}

/** True when two different titles are issues of one puzzle, chart or column that only its date or number tells apart. */
export function isSameSeries(a: SeriesTitle, b: SeriesTitle, titlesEqual: boolean): boolean {
  return !titlesEqual && a.mould !== '' && a.mould === b.mould;
}
