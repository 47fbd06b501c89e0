import type { Brief } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { tellStory } from '../digest/tell-story.ts';
import { withoutSource, withoutTag } from '../search/read-query.ts';
import type { Reading, SearchResult } from '../search/search-types.ts';
import { answerPhrases } from './answer-phrases.ts';
import { nearNames } from './near-names.ts';
import type { AnswerSources } from './sources.ts';
import type { Asked, UnderstoodAs, View } from './view.ts';
import { wordsSearched } from './words-searched.ts';

type Nothing = Extract<View, { kind: 'nothing' }>;
type Instead = Nothing['near'][number];

/** Longest question that is searched, in characters; Slack sends up to 4,000. */
export const wordsAtMost = 300;
/** Briefs looked at to find the stories of all pages. */
const hitsAtMost = 200;
/** Briefs looked at for the newest stories, however often one of them is told. */
const newestAtMost = 1_000;
const nearAtMost = 3;
/** Sources whose names are compared with one that nobody knows. */
const sourcesAtMost = 1_000;

export interface FindOptions {
  sources: AnswerSources;
  now: number;
  zone: string;
  pageSize: number;
}

/** A brief, or several of one story, as a story that can be shown. */
export function storyOfBriefs(id: string, briefs: readonly Brief[]): EditionStory {
  return { id, ...tellStory(briefs), updateOf: null, score: 0 };
}

/** The newest stories, each once: a story that many briefs tell has more of them read. */
export async function newestStories(sources: AnswerSources, limit: number): Promise<EditionStory[]> {
  for (let read = limit * 3; ; read *= 4) {
    const briefs = await sources.newest(Math.min(read, newestAtMost));
    const stories = distinct(await sources.storiesOf(briefs.map(({ file }) => file)));
    if (stories.length >= limit || briefs.length < read) return tell(sources, stories, 0, limit);
  }
}

async function tell(
  sources: AnswerSources,
  found: readonly { id: string; files: string[] }[],
  offset: number,
  limit: number,
): Promise<EditionStory[]> {
  const shown = found.slice(offset, offset + limit);
  const briefs = new Map(
    (await sources.briefs(shown.flatMap(({ files }) => files))).map((brief) => [brief.file, brief]),
  );
  return shown.flatMap(({ id, files }) => {
    const own = files.flatMap((file) => briefs.get(file) ?? []);
    return own.length === 0 ? [] : [storyOfBriefs(id, own)];
  });
}

/** Searches and returns one page of stories: the briefs of one story are shown as one. */
export async function findView(asked: Asked, offset: number, options: FindOptions): Promise<View> {
  const { sources, now, zone, pageSize } = options;
  if ([...asked.words].length > wordsAtMost) return { kind: 'say', ...answerPhrases.tooLong };
  const result = await sources.search(asked.words, {
    limit: hitsAtMost,
    now,
    zone,
    upTo: now,
    ...(asked.only === '' ? {} : { only: asked.only }),
    ...(asked.source === '' ? {} : { source: asked.source }),
  });
  const files = result.hits.map(({ file }) => file);
  const stories = distinct(await sources.storiesOf(files));
  if (stories.length === 0) {
    const reason = reasonOf(result.reading, asked);
    const { time } = result.reading;
    return {
      kind: 'nothing',
      asked,
      ...(reason && { reason }),
      ...(time && { time: { from: time.from, to: time.to } }),
      near: await insteadOf(asked, result, options),
      stories: await newestStories(sources, 3),
    };
  }
  const { reading } = result;
  const understood: UnderstoodAs = {
    searched: wordsSearched(reading),
    literal: reading.obvious ? '' : reading.literal,
    time: reading.time ? { from: reading.time.from, to: reading.time.to } : null,
    unknown: reading.unknown,
    ...(reading.source !== undefined && { source: reading.source }),
    ...(reading.unreadTime !== undefined && { unreadTime: reading.unreadTime }),
  };
  const from = Math.min(Math.max(0, offset), Math.max(0, stories.length - 1));
  return {
    kind: 'hits',
    asked,
    understood,
    total: stories.length,
    ...(result.total > files.length && { isMore: true as const }),
    offset: from,
    stories: await tell(sources, stories, from, pageSize),
  };
}

/** What can be asked in the place of what found nothing. */
async function insteadOf(
  asked: Asked,
  { reading, near }: Pick<SearchResult, 'reading' | 'near'>,
  options: FindOptions,
): Promise<Instead[]> {
  const { noSource, noTag, emptyFilter } = reading;
  if (asked.only !== '') return backTo(asked, options);
  if (noSource !== undefined) return nearSources(noSource, asked, options.sources);
  if (emptyFilter === 'source') {
    const known = await options.sources.sourceNames('', nearAtMost);
    return known.map(({ name }) => ({ label: name, asked: { words: '', only: '', source: name } }));
  }
  return noTag === undefined && emptyFilter === undefined
    ? nearTerms(near, asked, reading)
    : near.map((tag) => ({ label: tag, asked: { ...asked, words: withTag(asked.words, tag) } }));
}

function withTag(words: string, tag: string): string {
  return `${withoutTag(words)} tag:"${tag}"`.trim();
}

function reasonOf(
  { noSource, noTag, emptyFilter, unreadTime }: Reading,
  { words, source }: Asked,
): Nothing['reason'] {
  if (noSource !== undefined) return { no: 'source', name: noSource };
  if (noTag !== undefined) return { no: 'tag', name: noTag };
  if (emptyFilter !== undefined) return { no: 'name', of: emptyFilter };
  if (unreadTime !== undefined) return { no: 'time', words: unreadTime };
  return /[\p{L}\p{N}]/u.test(words) || source !== '' ? undefined : { no: 'words' };
}

/**
 * Another word in the place of those that found nothing; what narrowed them, narrows it too. Where that is what was asked,
 * the word alone; nothing where that was, too.
 */
function nearTerms(near: readonly string[], asked: Asked, { source, tag, time }: Reading): Instead[] {
  const narrowed = [...(tag === undefined ? [] : [`tag:"${tag}"`]), ...(time ? [time.label] : [])];
  const from = asked.source || (source ?? '');
  return near.flatMap((term) => {
    const ways = [
      { words: [term, ...narrowed].join(' '), only: '', source: from },
      { words: term, only: '', source: '' },
    ];
    const other = ways.find((way) => !isSame(way, asked));
    return other ? [{ label: term, asked: other }] : [];
  });
}

function isSame(one: Asked, other: Asked): boolean {
  const said = ({ words, only, source }: Asked) =>
    [only, source, ...words.toLowerCase().split(/\s+/).sort()].join(' ');
  return said(one) === said(other);
}

/** The words that the literal reading left out, so that nobody is stuck in it. */
async function backTo(asked: Asked, { sources, now, zone }: FindOptions): Promise<Instead[]> {
  const { reading } = await sources.search(asked.words, { limit: 1, now, zone, upTo: now });
  return nearTerms(wordsSearched(reading).slice(0, nearAtMost), asked, reading);
}

/** The same question about sources whose names are like the one that nobody knows. */
async function nearSources(wanted: string, asked: Asked, sources: AnswerSources): Promise<Instead[]> {
  const known = await sources.sourceNames('', sourcesAtMost);
  const near = nearNames(
    wanted,
    known.map(({ name }) => name),
  );
  // What follows `source:` may be more than its name.
  const wordsBeside = (rest: string) =>
    asked.source === '' ? `${withoutSource(asked.words)} ${rest}`.trim() : asked.words;
  return near.map(({ name, rest }) => ({
    label: name,
    asked: { words: wordsBeside(rest), only: '', source: name },
  }));
}

function distinct<T extends { id: string }>(stories: readonly T[]): T[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()];
}
