import type { EditionStory } from './edition.ts';

/** A story has a lead, its sources and its figures; nothing else that is stored looks so. */
function isStory(value: object): value is EditionStory {
  return 'lead' in value && 'sources' in value && 'figures' in value;
}

/** A stored thing (JSON) with every story in it told anew, wherever in it they stand. Pure; what is unchanged stays the same object. */
export function mapStories<T>(told: T, tell: (story: EditionStory) => EditionStory): T {
  if (typeof told !== 'object' || told === null) return told;
  if (isStory(told)) return tell(told) as EditionStory & T;
  const entries = Object.entries(told).map(([key, value]) => [key, value, mapStories(value, tell)] as const);
  if (entries.every(([, before, after]) => before === after)) return told;
  if (Array.isArray(told)) return entries.map(([, , after]) => after) as T;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after])) as T;
}

/** Every story in a stored thing, in order. */
export function storiesWithin(told: unknown): EditionStory[] {
  const found: EditionStory[] = [];
  mapStories(told, (story) => {
    found.push(story);
    return story;
  });
  return found;
}
