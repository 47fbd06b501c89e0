import type { LookedAt } from '../answers/reader-store.ts';
import type { AnswerSources } from '../answers/sources.ts';
import type { ArrivedBrief, FollowStore, Match, OwnedFollow } from './follow-store.ts';

/** Briefs that one look may find for a topic. */
const foundAtMost = 1_000;

export interface MatchOptions {
  store: Pick<FollowStore, 'all' | 'arrived' | 'noteMatches'>;
  sources: Pick<AnswerSources, 'search'>;
  clock: () => number;
  /** Zone in which a time in a topic is meant. */
  zone: string;
}

/** Looks through the briefs that arrived up to there for what is followed, with the search that people use. */
export async function matchFollows(upTo: LookedAt, options: MatchOptions): Promise<void> {
  const { store, clock } = options;
  const follows = await store.all();
  if (follows.length === 0) return;
  const earliest = {
    seq: Math.min(...follows.map(({ lookedAt }) => lookedAt.seq)),
    at: Math.min(...follows.map(({ lookedAt }) => lookedAt.at)),
  };
  const arrived = await store.arrived(earliest, upTo);
  if (arrived.length === 0) return;
  const matches: Match[] = [];
  for (const topic of new Set(follows.map((follow) => follow.topic))) {
    const same = follows.filter((follow) => follow.topic === topic);
    matches.push(...(await matchTopic(topic, same, arrived, options)));
  }
  await store.noteMatches(matches, { follows: follows.map(({ id }) => id), upTo, now: clock() });
}

async function matchTopic(
  topic: string,
  follows: readonly OwnedFollow[],
  arrived: readonly ArrivedBrief[],
  { sources, clock, zone }: MatchOptions,
): Promise<Match[]> {
  const fresh = follows.map((follow) => ({
    follow: follow.id,
    files: arrived.filter((brief) => isAfter(brief, follow.lookedAt)).map(({ file }) => file),
  }));
  const among = [...new Set(fresh.flatMap(({ files }) => files))];
  if (among.length === 0) return [];
  const now = clock();
  const { hits } = await sources.search(topic, { limit: foundAtMost, now, zone, upTo: now, among });
  const found = new Set(hits.map(({ file }) => file));
  return fresh.flatMap(({ follow, files }) =>
    files.filter((file) => found.has(file)).map((file) => ({ follow, file })),
  );
}

function isAfter(brief: ArrivedBrief, { seq, at }: LookedAt): boolean {
  return brief.seq > seq || brief.ingestedAt > at;
}
