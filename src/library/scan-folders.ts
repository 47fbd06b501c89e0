import type { Problem } from '../briefs/brief.ts';
import { type ListedFile, type Listing, listFilesInSteps } from '../briefs/list-files.ts';
import { withProcessed } from '../processing/load-processed.ts';
import type { FileRecord } from './brief-cache.ts';
import type { BriefsFolder, ScanReport } from './library.ts';
import { isUnchanged, type Reading, readFile } from './read-file.ts';
import { bySource, isRetraction, retractedIn } from './retracted.ts';
import { emptyChange, type FolderChange, type Shelves, shelve } from './shelve.ts';

/** Files put on the shelves together, soon after they were read. */
const filesAtOnce = 50;
const none: ReadonlySet<string> = new Set();

/** Brings the shelves up to the folders, in the order of the paths; new briefs count as first seen at `now` (epoch ms). */
export async function scanFolders(
  folders: readonly BriefsFolder[],
  processedDir: string | null,
  shelves: Shelves,
  reading: Reading,
  /** Briefs that the editors took back; null: the same as at the last scan. */
  retracted: readonly string[] | null,
  now: number,
  pause: () => Promise<void>,
): Promise<ScanReport> {
  const startedAt = performance.now();
  const listing = await listFolders(folders, pause);
  const change = emptyChange();
  const retractions = retracted && bySource(retracted);
  let parsed = 0;
  const files = processedDir === null ? listing.files : withProcessed(listing.files, processedDir);
  for (const listed of files) {
    const known = shelves.records.get(listed.file);
    const held = retractions?.get(listed.file) ?? (retractions ? none : retractedIn(known));
    if (isUnchanged(listed, known, held)) continue;
    const read = readFile(reading, listed, known, held, now);
    if (read.briefs) parsed += 1;
    change.read.push(read);
    if (change.read.length >= filesAtOnce) await shelve(shelves, change, now, pause);
    await pause();
  }
  change.gone = goneFiles(listing, shelves.records);
  await shelve(shelves, change, now, pause);
  for (const _step of shelves.search.learnInSteps()) await pause();
  const ms = performance.now() - startedAt;
  return {
    ...report(listing, shelves.records, change, parsed, ms),
    folderProblem: folderProblem(folders, listing),
  };
}

function folderProblem(folders: readonly BriefsFolder[], { problems }: Listing): Problem | null {
  for (const { path, prefix } of folders) {
    const found = problems.find(({ file }) => file === `${prefix}${path}`);
    if (found) return { file: path, reason: found.reason };
  }
  return null;
}

async function listFolders(folders: readonly BriefsFolder[], pause: () => Promise<void>): Promise<Listing> {
  const whole: Listing = { files: [], problems: [], unknown: [] };
  for (const { path, prefix } of folders) {
    const steps = listFilesInSteps(path);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await pause();
    const { files, problems, unknown } = step.value;
    const named = (file: string) => `${prefix}${file}`;
    for (const listed of files) whole.files.push(prefix ? { ...listed, file: named(listed.file) } : listed);
    whole.problems.push(...problems.map((problem) => ({ ...problem, file: named(problem.file) })));
    whole.unknown.push(...unknown.map(named));
  }
  whole.files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return whole;
}

/** Known files that are no longer there; what lies below a folder that could not be listed is not known to be gone. */
function goneFiles(listing: Listing, records: Map<string, FileRecord>): string[] {
  const there = new Set(listing.files.map((listed: ListedFile) => listed.file));
  const unknown = listing.unknown.map((folder) =>
    folder === '' || folder.endsWith('/') ? folder : `${folder}/`,
  );
  return [...records.keys()].filter(
    (file) => !there.has(file) && !unknown.some((folder) => file.startsWith(folder)),
  );
}

function report(
  listing: Listing,
  records: Map<string, FileRecord>,
  change: FolderChange,
  parsed: number,
  ms: number,
): Omit<ScanReport, 'folderProblem'> {
  const problems: Problem[] = [...listing.problems];
  const retrying: Problem[] = [];
  const quarantined: Problem[] = [];
  const retracted: string[] = [];
  for (const record of records.values()) {
    if (record.problems.length > 0) (record.failures === 1 ? retrying : problems).push(...record.problems);
    for (const problem of record.quarantined)
      if (isRetraction(problem)) retracted.push(problem.file);
      else quarantined.push(problem);
  }
  const { added, changed, removed } = change;
  return {
    files: listing.files.length,
    parsed,
    added,
    changed,
    removed,
    problems,
    retrying,
    quarantined,
    retracted,
    ms,
  };
}
