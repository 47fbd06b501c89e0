import type { Brief } from '../briefs/brief.ts';
import type { ListedFile } from '../briefs/list-files.ts';
import type { SourceReading } from '../briefs/readers/read-source.ts';
import type { FileWithProcessed, TextWithProcessed } from '../processing/load-processed.ts';
import type { FileRecord } from './brief-cache.ts';
import { isRetractedAsBefore, retractedProblem } from './retracted.ts';

/** How files become briefs; arguments, so that the scan knows no reader. */
export interface Reading {
  load(listed: FileWithProcessed): TextWithProcessed | { reason: string };
  read(source: TextWithProcessed): SourceReading;
  /** Why a brief is held back; null for a good one. `arrivedAt` is epoch ms, `raw` the text and `link` the link before cleaning. */
  gate(brief: Brief, context: { arrivedAt: number; raw?: string; link?: string }): string | null;
}

/** What became of a file that is not as it was: its record, and its briefs, null where its text is the known one. */
export interface ReadFile {
  record: FileRecord;
  briefs: Brief[] | null;
}

/** A file that changes within this time of being read may change again without its time or size showing. */
const freshMs = 2_000;

/** True where the disk says that a file is as it was read last, and it needs no second look. */
export function isUnchanged(
  listed: ListedFile,
  known: FileRecord | undefined,
  retracted: ReadonlySet<string>,
): boolean {
  if (!known || known.failures === 1 || known.hash === '') return false;
  if (!isRetractedAsBefore(known, retracted)) return false;
  return known.mtime === listed.mtimeMs && known.size === listed.size;
}

/** Reads a file that is new or not as it was. `retracted`: which of its briefs are; `now` is epoch ms. */
export function readFile(
  reading: Reading,
  listed: ListedFile,
  known: FileRecord | undefined,
  retracted: ReadonlySet<string>,
  now: number,
): ReadFile {
  const { file, size } = listed;
  const mtime = listed.mtimeMs > now - freshMs ? 0 : listed.mtimeMs;
  const blank: FileRecord = {
    file,
    mtime,
    size,
    hash: '',
    kind: null,
    because: '',
    failures: 0,
    problems: [],
    quarantined: [...retracted].map(retractedProblem),
  };
  const source = reading.load(listed);
  if ('reason' in source) {
    const failures = known && known.failures > 0 && known.hash === '' ? 2 : 1;
    const record = { ...blank, failures, because: 'not read', problems: [{ file, reason: source.reason }] };
    return { record, briefs: [] };
  }
  const { hash } = source;
  // A checkout gives every file a new time: the same bytes are the same briefs.
  if (known && known.hash === hash && known.failures !== 1 && isRetractedAsBefore(known, retracted))
    return { record: { ...known, mtime, size }, briefs: null };
  const { kind, because, briefs, problems, link, written } = reading.read(source);
  const failures = problems.length === 0 ? 0 : known?.failures && known.hash === hash ? 2 : 1;
  const held = new Set(retracted);
  const quarantined = briefs.flatMap((brief, index) => {
    if (held.has(brief.file)) return [];
    const arrivedAt = brief.ingestedAt ?? now;
    // What a whole page or roundup holds besides is not this brief's fault.
    const raw = kind === 'brief' ? source.text : (written?.[index] ?? '');
    const reason = reading.gate(brief, { arrivedAt, raw, ...(link !== undefined && { link }) });
    return reason === null ? [] : [{ file: brief.file, reason }];
  });
  for (const { file: kept } of quarantined) held.add(kept);
  return {
    record: {
      ...blank,
      hash,
      kind,
      because,
      failures,
      problems,
      quarantined: [...blank.quarantined, ...quarantined],
    },
    briefs: briefs.filter((brief) => !held.has(brief.file)),
  };
}
