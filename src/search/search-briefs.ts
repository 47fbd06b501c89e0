import type Database from 'libsql';
import type { AliasTable } from './alias-table.ts';
import type { Group } from './alternative.ts';
import type { BriefCounts } from './brief-counts.ts';
import { slug, TAG } from './fields-of-brief.ts';
import { findGroups } from './find-groups.ts';
import { type Filter, type MatchReader, phraseOf } from './match-reader.ts';
import { nameAsWritten } from './name-as-written.ts';
import { nearTerms } from './near-terms.ts';
import { planLiterally, planQuery } from './plan-query.ts';
import { type Neighbours, type Ranked, rankBriefs, raritiesOf, SENTENCE } from './rank-briefs.ts';
import { type ReadQuery, readQuery, searchedWords } from './read-query.ts';
import { isoDayIn } from './read-time.ts';
import type { Reading, ReadTerm, SearchOptions, SearchResult } from './search-types.ts';
import { readSource, type SourceNames } from './source-names.ts';
import { termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordAsWritten } from './word-as-written.ts';

/** Words nothing comes near may hold this much of the query's rarity; above it the query is about something absent. */
const MOST_UNKNOWN = 0.5;
/** How much of the query's rarity a brief must answer to be a hit. */
const LEAST_COVERAGE = 0.34;
/**
 * How much of it some brief must answer, or what was asked is in none: of two words both, unless one says little; of
 * three two; of a sentence about half. «Electric bicycles» is not found by a brief about electricity and another about
 * bicycles.
 */
const WHOLE = { two: 0.57, three: 0.5, sentence: 0.42 };
const WORTH_SAYING = 0.5;

/** What a search reads from. */
export interface Library {
  db: Database.Database;
  vocabulary: Vocabulary;
  matches: MatchReader;
  sources: SourceNames;
  counts: BriefCounts;
  aliases: AliasTable;
}

/** Finds briefs for a query as a person types it. Never throws for what was typed. */
export function searchBriefs(library: Library, query: string, options: SearchOptions): SearchResult {
  const zone = options.zone ?? 'UTC';
  const read = options.only === undefined ? readQuery(query, options.now, zone) : literalQuery(options.only);
  const wanted = options.source ?? read.source;
  const isWhole = options.source !== undefined || read.isSourceQuoted === true;
  const source = readSource(wanted, library.sources, isWhole);
  if (source?.rest) read.words = searchedWords(source.rest, false).concat(read.words);
  const whole =
    options.only === undefined && source === undefined ? library.sources.wholeQuery(query) : undefined;
  const filter = filterOf(read, whole?.ids ?? source?.ids, options, zone);
  const groups = whole
    ? []
    : options.only === undefined
      ? withoutUnread(planQuery(read.words, library.vocabulary, library.aliases), read.unreadTime)
      : planLiterally(read.words, library.vocabulary);
  const ranked = filter ? rank(library, groups, filter) : [];
  const reading = {
    ...readingOf(library, groups, read, whole?.name ?? source?.name),
    ...(wanted !== undefined && source === undefined && { noSource: wanted }),
  };
  const from = options.offset ?? 0;
  const hits = ranked.slice(from, from + options.limit);
  return {
    hits: hits.map((hit) => ({
      file: library.counts.file(hit.id),
      score: hit.score,
      why: whyOf(hit, groups),
    })),
    total: ranked.length,
    reading,
    near: ranked.length > 0 ? [] : nearTerms(library.db, read.words, groups, library.vocabulary),
  };
}

function rank(library: Library, groups: readonly Group[], filter: Filter): Ranked[] {
  if (groups.length === 0) {
    if (!isNarrow(filter)) return [];
    return library.matches.all(filter).map((id, i) => ({ id, score: 1 / (1 + i), coverage: 1, by: [] }));
  }
  const { briefs, newest } = library.counts.all();
  const found = findGroups(groups, filter, briefs, library);
  const rarities = raritiesOf(found, briefs);
  const unknown = rarities.reduce(
    (sum, rarity, g) => sum + (groups[g]?.alternatives.length === 0 ? rarity : 0),
    0,
  );
  if (unknown > 0 && unknown >= MOST_UNKNOWN * rarities.reduce((a, b) => a + b, 0)) return [];
  const ranked = rankBriefs(found, neighboursOf(library, groups), briefs, newest, LEAST_COVERAGE);
  const whole = groups.length >= SENTENCE ? WHOLE.sentence : groups.length === 3 ? WHOLE.three : WHOLE.two;
  return ranked.some(({ coverage }) => coverage >= whole) ? ranked : [];
}

function neighboursOf(library: Library, groups: readonly Group[]): Neighbours[] {
  const neighbours: Neighbours[] = [];
  for (const [i, group] of groups.entries()) {
    const next = groups[i + 1];
    if (!next || group.alternatives.length === 0 || next.alternatives.length === 0) continue;
    const [first, second] = [group, next].map(({ words }) => phraseOf(words.map((word) => word.term)));
    neighbours.push({ groups: [i, i + 1], ids: library.matches.anyOf(`NEAR(${first} ${second}, 3)`) });
  }
  return neighbours;
}

/** Nothing is about what is no time (`since blah`), unless some brief has the word (`since covid`) or it is all that was asked. */
function withoutUnread(groups: Group[], unreadTime: string | undefined): Group[] {
  const unread = termsOfText(unreadTime ?? '').map(({ form }) => form);
  const kept = groups.filter(({ alternatives, typed }) => alternatives.length > 0 || !unread.includes(typed));
  return kept.length > 0 ? kept : groups;
}

function literalQuery(only: string): ReadQuery {
  return { words: termsOfText(only.slice(0, 300)), phrases: [] };
}

/** Undefined where nothing can match: a source that no brief has. */
function filterOf(
  read: ReadQuery,
  sources: readonly string[] | undefined,
  options: SearchOptions,
  zone: string,
): Filter | undefined {
  const since = options.since === undefined ? '' : isoDayIn(options.since, zone);
  const until = options.until === undefined ? '' : isoDayIn(options.until, zone);
  const from = [since, read.time?.from ?? ''].sort().at(-1) ?? '';
  const to = [until, read.time?.to ?? ''].filter((day) => day !== '').sort()[0] ?? '';
  const must = read.phrases
    .map((phrase) => phraseOf(termsOfText(phrase).map((term) => term.term)))
    .filter((phrase) => phrase !== '""');
  if (read.tag !== undefined) must.push(phraseOf([TAG + slug(read.tag)]));
  if ((options.source !== undefined || read.source !== undefined) && sources === undefined) return undefined;
  return {
    from,
    to,
    ...(sources && { sources }),
    ...(options.language && { language: options.language }),
    ...(options.upTo !== undefined && { upTo: options.upTo }),
    ...(options.among && { among: options.among }),
    ...(must.length > 0 && { must: must.join(' AND ') }),
  };
}

function isNarrow(filter: Filter): boolean {
  return filter.from !== '' || filter.to !== '' || filter.sources !== undefined || filter.must !== undefined;
}

function readingOf(
  { db, vocabulary }: Library,
  groups: readonly Group[],
  read: ReadQuery,
  source: string | undefined,
): Reading {
  const terms: ReadTerm[] = groups.flatMap((group) =>
    group.alternatives
      .filter((alternative) => alternative.weight >= WORTH_SAYING)
      .map(({ shown, origin, weight }) => ({
        typed: group.typed,
        shown: origin === 'tag' ? shown : nameAsWritten(db, vocabulary, shown),
        origin,
        weight,
      })),
  );
  const obvious = terms.every(({ origin }) => origin === 'as typed' || origin === 'stem');
  return {
    terms,
    unknown: groups.filter(({ alternatives }) => alternatives.length === 0).map(({ typed }) => typed),
    phrases: read.phrases,
    obvious,
    literal: obvious ? '' : read.words.map((word) => wordAsWritten(word, vocabulary)).join(' '),
    ...(read.time && { time: read.time }),
    ...(read.unreadTime !== undefined && { unreadTime: read.unreadTime }),
    ...(source !== undefined && { source }),
    ...(read.tag !== undefined && { tag: read.tag }),
  };
}

function whyOf(hit: Ranked, groups: readonly Group[]): string[] {
  const why: string[] = [];
  for (const [g, { typed }] of groups.entries()) {
    const by = hit.by[g];
    if (!by) continue;
    why.push(
      by.origin === 'as typed' ? typed : `${typed} → ${by.shown} (${by.origin}, ${by.weight.toFixed(2)})`,
    );
  }
  return why;
}
