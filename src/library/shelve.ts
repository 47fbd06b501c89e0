import type { Brief } from '../briefs/brief.ts';
import type { SearchIndex } from '../search/search-types.ts';
import type { BriefCache, FileRecord, ShelvedBrief } from './brief-cache.ts';
import type { ReadFile } from './read-file.ts';

/** Which story a brief belongs to. */
export interface StoryAssigner {
  /** Takes a brief in; `firstSeen` is epoch ms. Briefs come in the order they were first seen, then by path. */
  add(brief: Brief, firstSeen: number): { story: string; followUpOf: string | null };
  remove(file: string): void;
}

/** Where a scan puts what it reads. */
export interface Shelves {
  cache: BriefCache;
  search: SearchIndex;
  stories: StoryAssigner;
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
export function shelve(shelves: Shelves, change: FolderChange, now: number): void {
  if (change.read.length === 0 && change.gone.length === 0) return;
  const { put, remove } = planShelving(shelves, change, now);
  for (const file of remove) shelves.stories.remove(file);
  // The search index first: a brief that only it has is put again after a crash; one that it lacks would never be.
  if (put.length + remove.length > 0) shelves.search.update({ put: put.map(({ brief }) => brief), remove });
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

function planShelving(
  shelves: Shelves,
  change: FolderChange,
  now: number,
): { put: ShelvedBrief[]; remove: string[] } {
  const put: ShelvedBrief[] = [];
  const remove: string[] = [];
  for (const { record, briefs } of change.read) {
    if (!briefs) continue;
    const before = new Map(shelves.cache.ofSource(record.file).map(({ file, seenAt }) => [file, seenAt]));
    for (const [place, brief] of briefs.entries()) {
      const known = before.get(brief.file);
      const seenAt = known ?? now;
      if (known === undefined) change.added += 1;
      else {
        change.changed += 1;
        shelves.stories.remove(brief.file);
      }
      before.delete(brief.file);
      put.push({ brief, source: record.file, place, seenAt, ...shelves.stories.add(brief, seenAt) });
    }
    // A file that fails for the first time may be half-written: what it held stays until it fails again.
    if (record.failures !== 1) remove.push(...before.keys());
  }
  for (const file of change.gone) remove.push(...shelves.cache.ofSource(file).map((brief) => brief.file));
  change.removed += remove.length;
  return { put, remove };
}
