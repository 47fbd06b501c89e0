import { storyOfBriefs } from '../answers/find-view.ts';
import type { AnswerSources } from '../answers/sources.ts';
import type { View } from '../answers/view.ts';
import type { EditionStory } from '../digest/edition.ts';
import { scoreStory } from '../digest/score-story.ts';
import type { Match } from './follow-store.ts';

/** Stories one message tells; the others are counted. */
const storiesAtMost = 8;

type News = Extract<View, { kind: 'news' }>;

/**
 * What one message tells of the briefs found for a person's follows: by topic, the best first, each story once and
 * none that the follow was told of before. Null where nothing is left.
 * @param topics the person's follows, the oldest first
 * @param told what these follows were told of
 */
export async function newsFor(
  date: string,
  topics: readonly { id: string; topic: string }[],
  found: readonly Match[],
  told: readonly Match[],
  sources: Pick<AnswerSources, 'briefs' | 'storiesOf'>,
): Promise<News | null> {
  const seen = new Set<string>();
  const toldBefore = new Set(told.map(({ follow, file }) => `${follow}\n${file}`));
  const news: News['topics'] = [];
  let room = storiesAtMost;
  for (const { id, topic } of topics) {
    const files = found.filter(({ follow }) => follow === id).map(({ file }) => file);
    const isTold = (file: string) => toldBefore.has(`${id}\n${file}`);
    const stories = (await storiesOf(files, date, sources, isTold)).filter((story) => !seen.has(story.id));
    for (const story of stories) seen.add(story.id);
    if (stories.length === 0) continue;
    const shown = stories.slice(0, room);
    room -= shown.length;
    news.push({ topic, stories: shown, more: stories.length - shown.length });
  }
  return news.length === 0 ? null : { kind: 'news', date, topics: news };
}

/** The stories of the new briefs, told by their new briefs alone. */
async function storiesOf(
  files: readonly string[],
  date: string,
  sources: Pick<AnswerSources, 'briefs' | 'storiesOf'>,
  isTold: (file: string) => boolean,
): Promise<EditionStory[]> {
  const briefs = new Map((await sources.briefs(files)).map((brief) => [brief.file, brief]));
  const stories = new Map((await sources.storiesOf([...briefs.keys()])).map((story) => [story.id, story]));
  return [...stories.values()]
    .filter((story) => !story.files.some(isTold))
    .flatMap((story) => {
      const own = story.files.flatMap((file) => briefs.get(file) ?? []);
      if (own.length === 0) return [];
      const told = storyOfBriefs(story.id, own);
      return [{ ...told, score: scoreStory(own, told.sources.length, date) }];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
