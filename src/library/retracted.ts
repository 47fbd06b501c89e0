import type { Problem } from '../briefs/brief.ts';
import type { FileRecord } from './brief-cache.ts';

/** Why a brief that the editors took back is held back; the only reason that does not come from its text. */
const reason = 'Retracted by the editors.';

export function retractedProblem(file: string): Problem {
  return { file, reason };
}

export function isRetraction(problem: Problem): boolean {
  return problem.reason === reason;
}

/** Retracted briefs by the file that they are read from. */
export function bySource(files: readonly string[]): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  for (const file of files) {
    const source = file.split('#')[0] ?? '';
    sources.set(source, (sources.get(source) ?? new Set()).add(file));
  }
  return sources;
}

/** What was retracted of a file when it was last read. */
export function retractedIn(record: Pick<FileRecord, 'quarantined'> | undefined): Set<string> {
  return new Set(record?.quarantined.filter(isRetraction).map(({ file }) => file));
}

/** Whether the same briefs of a file are retracted as when it was last read. */
export function isRetractedAsBefore(
  record: Pick<FileRecord, 'quarantined'>,
  retracted: ReadonlySet<string>,
): boolean {
  const before = retractedIn(record);
  return before.size === retracted.size && [...before].every((file) => retracted.has(file));
}
