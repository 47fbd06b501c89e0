import type { SearchIndex } from '../search/search-types.ts';
import type { StoryIndex } from '../stories/story-index.ts';
import type { BriefCache, FileRecord, ShelvedBrief } from './brief-cache.ts';
import type { ReadFile } from './read-file.ts';

/** Which story a brief belongs to; an edited one is added again and keeps its story. */
export type StoryAssigner = Pick<StoryIndex, 'add' | 'remove'>;

/** Where a scan puts what it reads. */
export interface Shelves {
  cache: BriefCache;
  search: SearchIndex;
  /** The stories; loaded when something has changed, with pauses: that takes longer than an unchanged scan. */
  stories(pause: () => Promise<void>): Promise<StoryAssigner>;
  /** What is known of every file, as the cache has it. */
  records: Map<string, FileRecord>;
}

/** What a scan has read and not yet put on the shelves, and the count of what it has. */
export interface FolderChange {
  read: ReadFile[];
  gone: string[];
  added: number;
  changed: number;
  removed: number;
}

export function emptyChange(): FolderChange {
  return { read: [], gone: [], added: 0, changed: 0, removed: 0 };
}

/** Puts what was read on the shelves and empties it; only its counts stay. */
export async function shelve(
  shelves: Shelves,
  change: FolderChange,
  now: number,
  pause: () => Promise<void>,
): Promise<void> {
  if (change.read.length === 0 && change.gone.length === 0) return;
  const stories = await shelves.stories(pause);
  const { put, remove } = await planShelving(shelves.cache, stories, change, now, pause);
  for (const file of remove) stories.remove(file);
  // The search index first: a brief that only it has is put again after a crash; one that it lacks would never be.
  if (put.length + remove.length > 0) {
    const change = { put: put.map(({ brief }) => brief), remove, before: shelves.cache.brief };
    for (const _step of shelves.search.updateInSteps(change)) await pause();
  }
  shelves.cache.transaction(() => {
    for (const file of remove) shelves.cache.remove(file);
    for (const shelved of put) shelves.cache.put(shelved);
    for (const { record } of change.read) shelves.cache.putRecord(record);
    for (const file of change.gone) shelves.cache.removeRecord(file);
  });
  for (const { record } of change.read) shelves.records.set(record.file, record);
  for (const file of change.gone) shelves.records.delete(file);
  change.read = [];
  change.gone = [];
}

async function planShelving(
  cache: BriefCache,
  stories: StoryAssigner,
  change: FolderChange,
  now: number,
  pause: () => Promise<void>,
): Promise<{ put: ShelvedBrief[]; remove: string[] }> {
  const put: ShelvedBrief[] = [];
  const remove: string[] = [];
  for (const { record, briefs } of change.read) {
    if (!briefs) continue;
    const before = new Map(cache.ofSource(record.file).map(({ file, seenAt }) => [file, seenAt]));
    for (const [place, brief] of briefs.entries()) {
      const known = before.get(brief.file);
      const seenAt = known ?? now;
      if (known === undefined) change.added += 1;
      else change.changed += 1;
      before.delete(brief.file);
      const { story, followUpOf } = stories.add(brief, seenAt);
      put.push({ brief, source: record.file, place, seenAt, story, followUpOf });
      await pause();
    }
    // A file that fails for the first time may be half-written: what it held stays until it fails again.
    if (record.failures !== 1) remove.push(...before.keys());
  }
  for (const file of change.gone) remove.push(...cache.ofSource(file).map((brief) => brief.file));
  change.removed += remove.length;
  // Another program on the same cache may have taken a held brief off the shelf, but not out of our search.
  const held = change.read.flatMap(({ record }) => record.quarantined.map(({ file }) => file));
  return { put, remove: [...new Set([...remove, ...held])] };
}
