import type { TopicChange, WeeklyStory } from './weekly.ts';

/** What the briefs' tags say, as people read it. */
function topicsOf({ story }: WeeklyStory): Set<string> {
  return new Set(
    story.lead.tags.map((tag) => tag.replace(/[-_]+/g, ' ').trim().toLowerCase()).filter(Boolean),
  );
}

function countOf(stories: readonly WeeklyStory[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const story of stories)
    for (const topic of topicsOf(story)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}

/**
 * Topics that more than one story of either week carries, the most told first. One story's own tag is no topic.
 */
export function changesOf(now: readonly WeeklyStory[], before: readonly WeeklyStory[]): TopicChange[] {
  const counts = { now: countOf(now), before: countOf(before) };
  const topics = new Set([...counts.now.keys(), ...counts.before.keys()]);
  return [...topics]
    .map((topic) => ({
      topic,
      now: counts.now.get(topic) ?? 0,
      before: counts.before.get(topic) ?? 0,
    }))
    .filter((change) => Math.max(change.now, change.before) > 1)
    .sort((a, b) => b.now - a.now || b.before - a.before || (a.topic < b.topic ? -1 : 1));
}

/** The biggest change first. */
export function mostChanged(changes: readonly TopicChange[]): TopicChange[] {
  return [...changes].sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
}
