import type { Brief } from '../briefs/brief.ts';
import type { EditionStory } from '../digest/edition.ts';
import { tellStory } from '../digest/tell-story.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { AnswerSources } from './sources.ts';
import type { Asked, UnderstoodAs, View } from './view.ts';

/** Longest question that is searched, in characters; Slack sends up to 4,000. */
export const wordsAtMost = 300;
/** Briefs looked at to find the stories of all pages. */
const hitsAtMost = 200;
/** Briefs looked at for the newest stories, however often one of them is told. */
const newestAtMost = 1_000;
const termsShown = 6;

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
    return { kind: 'nothing', asked, near: result.near, stories: await newestStories(sources, 3) };
  }
  const { reading } = result;
  const understood: UnderstoodAs = {
    searched: reading.obvious
      ? []
      : [...new Set(reading.terms.map(({ shown }) => shown))].slice(0, termsShown),
    literal: reading.obvious ? '' : reading.literal,
    time: reading.time ? { from: reading.time.from, to: reading.time.to } : null,
  };
  const from = Math.min(Math.max(0, offset), Math.max(0, stories.length - 1));
  return {
    kind: 'hits',
    asked,
    understood,
    total: stories.length,
    offset: from,
    stories: await tell(sources, stories, from, pageSize),
  };
}

function distinct<T extends { id: string }>(stories: readonly T[]): T[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()];
}
