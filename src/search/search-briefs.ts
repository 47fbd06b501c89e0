import type Database from 'libsql';
import type { AliasTable } from './alias-table.ts';
import type { Group } from './alternative.ts';
import { type AnswerMeasures, answerMeasures } from './answer-measures.ts';
import type { BriefCounts } from './brief-counts.ts';
import { slug, TAG } from './fields-of-brief.ts';
import { findGroups } from './find-groups.ts';
import { isAnswered } from './is-answered.ts';
import { type Filter, type MatchReader, phraseOf } from './match-reader.ts';
import { nameAsWritten } from './name-as-written.ts';
import { nearTags } from './near-tags.ts';
import { nearTerms } from './near-terms.ts';
import { planLiterally, planQuery } from './plan-query.ts';
import { type Neighbours, type Ranked, rankBriefs } from './rank-briefs.ts';
import { type ReadQuery, readQuery } from './read-query.ts';
import { isoDayIn } from './read-time.ts';
import type { Reading, ReadTerm, SearchOptions, SearchResult } from './search-types.ts';
import { readSource, type SourceNames } from './source-names.ts';
import { termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordAsWritten } from './word-as-written.ts';

/** How much of what is known of a query a brief must answer to be a hit. */
const LEAST_COVERAGE = 0.34;
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
  const { read, groups, filter, source, noSource } = understand(library, query, options);
  const ranked = filter ? answers(library, groups, filter) : [];
  const reading: Reading = {
    ...readingOf(library, groups, read, source),
    ...(noSource !== undefined && { noSource }),
    ...(read.tag !== undefined && !isTag(read.tag, library) && { noTag: read.tag }),
    ...(read.emptyFilter && !filter?.must && groups.length === 0 && { emptyFilter: read.emptyFilter }),
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
    near: ranked.length > 0 ? [] : near(library, read, groups, reading),
  };
}

function near(
  { db, vocabulary }: Library,
  read: ReadQuery,
  groups: readonly Group[],
  { noTag, emptyFilter }: Reading,
): string[] {
  const tag = noTag ?? (emptyFilter === 'tag' ? '' : undefined);
  return tag === undefined ? nearTerms(db, read.words, groups, vocabulary) : nearTags(db, tag, vocabulary);
}

/** Whether some brief has a tag. */
function isTag(tag: string, { matches }: Library): boolean {
  return matches.anyOf(phraseOf([TAG + slug(tag)])).length > 0;
}

/** What tells whether the answer to a query is one; undefined where nothing was found or no topic is asked for. */
export function measureAnswer(
  library: Library,
  query: string,
  options: SearchOptions,
): AnswerMeasures | undefined {
  const { groups, filter } = understand(library, query, options);
  return filter && groups.length > 0 ? rank(library, groups, filter).measures : undefined;
}

interface Understood {
  read: ReadQuery;
  groups: Group[];
  /** Undefined where nothing can match. */
  filter: Filter | undefined;
  source: string | undefined;
  /** The source that was asked for, where there is none like it. */
  noSource: string | undefined;
}

function understand(library: Library, query: string, options: SearchOptions): Understood {
  const zone = options.zone ?? 'UTC';
  const read = options.only === undefined ? readQuery(query, options.now, zone) : literalQuery(options.only);
  const wanted = options.source ?? read.source;
  const isWhole = options.source !== undefined || read.isSourceQuoted === true;
  const source = readSource(wanted, library.sources, isWhole);
  if (source?.rest) readOn(read, readQuery(source.rest, options.now, zone));
  const whole =
    options.only === undefined && source === undefined ? library.sources.wholeQuery(query) : undefined;
  const groups = whole
    ? []
    : options.only === undefined
      ? withoutUnread(planQuery(read.words, library.vocabulary, library.aliases), read.unreadTime)
      : planLiterally(read.words, library.vocabulary);
  return {
    read,
    groups,
    filter: filterOf(read, whole?.ids ?? source?.ids, options, zone),
    source: whole?.name ?? source?.name,
    noSource: source === undefined ? wanted : undefined,
  };
}

/** Takes in what stood behind the name of a source. */
function readOn(read: ReadQuery, behind: ReadQuery): void {
  read.words = behind.words.concat(read.words);
  read.phrases.push(...behind.phrases);
  if (behind.time) read.time ??= behind.time;
  if (behind.unreadTime !== undefined) read.unreadTime ??= behind.unreadTime;
}

function answers(library: Library, groups: readonly Group[], filter: Filter): Ranked[] {
  if (groups.length > 0) {
    const { ranked, measures } = rank(library, groups, filter);
    return measures && isAnswered(measures) ? ranked : [];
  }
  if (!isNarrow(filter)) return [];
  return library.matches
    .all(filter)
    .map((id, i) => ({ id, score: 1 / (1 + i), coverage: 1, by: [], shares: [] }));
}

function rank(
  library: Library,
  groups: readonly Group[],
  filter: Filter,
): { ranked: Ranked[]; measures: AnswerMeasures | undefined } {
  const { briefs, newest } = library.counts.all();
  const found = findGroups(groups, filter, briefs, library);
  const neighbours = neighboursOf(library, groups);
  const ranked = rankBriefs(found, neighbours, briefs, newest, LEAST_COVERAGE);
  return { ranked, measures: answerMeasures(found, ranked, neighbours, briefs) };
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
    unknown: groups.filter(({ alternatives }) => alternatives.length === 0).map(asTyped),
    phrases: read.phrases,
    obvious,
    literal: obvious ? '' : read.words.map((word) => wordAsWritten(word, vocabulary)).join(' '),
    ...(read.time && { time: read.time }),
    ...(read.unreadTime !== undefined && { unreadTime: read.unreadTime }),
    ...(source !== undefined && { source }),
    ...(read.tag !== undefined && { tag: read.tag }),
  };
}

/** C++ is not told as cpp. */
function asTyped({ typed, words: [word] }: Group): string {
  return word && /[+#]/.test(word.word.typed) ? word.word.typed : typed;
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
