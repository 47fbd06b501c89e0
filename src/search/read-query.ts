import { foldText } from './fold-text.ts';
import { readTime } from './read-time.ts';
import type { TimeSpan } from './search-types.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Term, termsOfText } from './terms-of-text.ts';

/** Longest query that is read; the rest of a longer one is left out. */
const LONGEST = 300;
const MOST_WORDS = 16;
const QUOTED = /["“”「『](.+?)["“”」』]/g;
const TAG = /(?:^|\s)(?:tag|태그):\s*(?:"([^"]+)"|(\S+))/iu;
/** What says since when and is no time: `since blah`, `어쩌면부터` at the end. */
const UNREAD_TIME = /(?:^|\s)(since\s+\S+|\S+(?:부터|이후)$)/iu;
/** One with nothing behind it, at the end. */
const EMPTY_FILTER = /(?:^|\s)(?:(tag|태그)|source|출처|매체):\s*(?:["“”]\s*["“”]?\s*)?$/iu;
const SOURCE = /(?:^|\s)(?:source|출처|매체):\s*(?:"([^"]+)"|(.+))/iu;

/** A query taken apart, before anything is looked up. */
export interface ReadQuery {
  /** The words to search for, without stop words unless there is nothing else. */
  words: Term[];
  /** Quoted phrases, as typed. */
  phrases: string[];
  time?: TimeSpan;
  /** What looks like a time and was not read as one. */
  unreadTime?: string;
  tag?: string;
  /** What follows `source:`, to its end: how much of it is the source's name, only the index knows. */
  source?: string;
  /** The filter that was named with nothing behind it. */
  emptyFilter?: 'tag' | 'source';
  /** It stood in quotes: all of it is the name. */
  isSourceQuoted?: boolean;
}

/** Takes filters, quoted phrases, a time phrase and stop words out of a query. Never throws. */
export function readQuery(query: string, now: number, zone: string): ReadQuery {
  const read: ReadQuery = { words: [], phrases: [] };
  let rest = query.slice(0, LONGEST).normalize('NFC').replace(/\s+/g, ' ');
  rest = rest.replace(EMPTY_FILTER, (_all, tag: string | undefined) => {
    read.emptyFilter = tag === undefined ? 'source' : 'tag';
    return ' ';
  });
  rest = rest.replace(TAG, (_all, quoted: string | undefined, bare: string | undefined) => {
    read.tag = (quoted ?? bare ?? '').replace(/^#/, '');
    return ' ';
  });
  rest = rest.replace(SOURCE, (_all, quoted: string | undefined, bare: string | undefined) => {
    read.source = (quoted ?? bare ?? '').trim();
    read.isSourceQuoted = quoted !== undefined;
    return ' ';
  });
  rest = rest.replace(QUOTED, (_all, phrase: string) => {
    read.phrases.push(phrase.trim());
    return ' ';
  });
  const time = readTime(rest, now, zone);
  if (time) {
    read.time = time.span;
    rest = time.rest;
  } else {
    const unread = UNREAD_TIME.exec(rest.trim())?.[1];
    if (unread !== undefined) read.unreadTime = unread;
  }
  const isNarrow = read.phrases.length > 0 || time !== undefined || read.tag !== undefined;
  read.words = searchedWords(rest, isNarrow);
  return read;
}

/** A query without the source that it names. */
export function withoutSource(query: string): string {
  return query.replace(SOURCE, ' ').replace(/\s+/g, ' ').trim();
}

/** A query without the tag that it names, or the name of a filter that has none. */
export function withoutTag(query: string): string {
  return query.replace(EMPTY_FILTER, ' ').replace(TAG, ' ').replace(/\s+/g, ' ').trim();
}

/** Words of a text worth searching for; all of them where only stop words were typed and nothing else says what is sought. */
function searchedWords(text: string, mayBeNone: boolean): Term[] {
  const all = termsOfText(text).slice(0, MOST_WORDS * 3);
  const kept = all.filter((term) => !isStopWord(term));
  return (kept.length > 0 || mayBeNone ? kept : all).slice(0, MOST_WORDS);
}

function isStopWord(term: Term): boolean {
  return STOP_WORDS.has(foldText(term.form)) || (term.word.script === 'hangul' && STOP_WORDS.has(term.term));
}
