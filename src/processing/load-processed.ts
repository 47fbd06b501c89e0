import { createHash } from 'node:crypto';
import { type ListedFile, listFiles, readListedFile } from '../briefs/list-files.ts';
import type { SourceReading } from '../briefs/readers/read-source.ts';
import type { SourceFile } from '../briefs/readers/reader.ts';
import { overlayBrief } from './overlay-brief.ts';
import { identityOf } from './processed-folder.ts';

/** A listed file with the processed files of its briefs; its time is that of the latest, its size that of all. */
export interface FileWithProcessed extends ListedFile {
  processed?: ListedFile[];
}

/** A file's text with those of its processed files; its hash is that of all of them. */
export interface TextWithProcessed extends SourceFile {
  /** By the identity of the brief. */
  processed?: Map<string, SourceFile | { reason: string; file: string }>;
}

/** Gives each listed file the processed files that belong to it. Those of files that are gone belong to none. */
export function withProcessed(files: readonly ListedFile[], dir: string): FileWithProcessed[] {
  const bySource = new Map<string, ListedFile[]>();
  // There is no such folder before the first processed file: what cannot be listed is none.
  for (const listed of listFiles(dir).files) {
    if (!/\.md$/i.test(listed.file)) continue;
    const source = identityOf(listed.file).split('#')[0] ?? '';
    bySource.set(source, [...(bySource.get(source) ?? []), listed]);
  }
  return files.map((listed) => {
    const processed = bySource.get(listed.file);
    if (!processed) return listed;
    const mtimeMs = Math.max(listed.mtimeMs, ...processed.map((each) => each.mtimeMs));
    const size = processed.reduce((sum, each) => sum + each.size, listed.size);
    return { ...listed, mtimeMs, size, processed };
  });
}

/** {@link readListedFile} with the processed files. */
export function loadWithProcessed(listed: FileWithProcessed): TextWithProcessed | { reason: string } {
  const source = readListedFile(listed);
  if ('reason' in source || !listed.processed) return source;
  const processed = new Map<string, SourceFile | { reason: string; file: string }>();
  const hash = createHash('sha256').update(source.hash);
  for (const each of listed.processed) {
    const text = readListedFile(each);
    processed.set(identityOf(each.file), { ...text, file: each.path });
    hash.update(each.file).update('reason' in text ? text.reason : text.hash);
  }
  return { ...source, hash: hash.digest('hex'), processed };
}

/** The reading with every brief as its processed file tells it; one that cannot be read is a problem, and changes nothing. */
export function overlayReading(reading: SourceReading, source: TextWithProcessed): SourceReading {
  const { processed } = source;
  if (!processed) return reading;
  const problems = [...reading.problems];
  const briefs = reading.briefs.map((brief) => {
    const own = processed.get(brief.file);
    if (!own) return brief;
    if ('reason' in own) {
      problems.push({ file: own.file, reason: own.reason });
      return brief;
    }
    const overlaid = overlayBrief(brief, own);
    if (overlaid.problem) problems.push(overlaid.problem);
    return overlaid.brief;
  });
  return { ...reading, briefs, problems };
}
