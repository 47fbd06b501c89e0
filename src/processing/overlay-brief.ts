import type { Brief, Problem } from '../briefs/brief.ts';
import { parseFrontMatter } from '../briefs/front-matter.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import type { SourceFile } from '../briefs/readers/reader.ts';
import { fingerprint } from './fingerprint.ts';
import { originFields } from './processed-file.ts';

/** What a processed file holds. */
export interface ProcessedBrief {
  brief: Brief;
  /** It still says that a machine wrote it. */
  isMarked: boolean;
  /** A person changed it since it was written. */
  isCorrected: boolean;
  /** {@link fingerprint} of the source it was made from. */
  madeFrom: string;
}

/** Reads a processed file; a sentence where it cannot be read. */
export function readProcessed(source: SourceFile): ProcessedBrief | { reason: string } {
  const reading = readFrontMatter(source);
  const brief = reading?.briefs[0];
  const parsed = parseFrontMatter(source.text);
  if (!brief || !parsed || 'reason' in parsed)
    return {
      reason:
        reading?.problems[0]?.reason ??
        'It is no brief with front matter: mend it, or delete it to have it written anew.',
    };
  const stated = (field: string) => String(parsed.data[field] ?? '');
  const isMarked = stated(originFields.made) === 'machine';
  const isCorrected = !isMarked || stated(originFields.written) !== fingerprint(brief);
  return { brief, isMarked, isCorrected, madeFrom: stated(originFields.source) };
}

/**
 * A brief as its processed file tells it: same identity, same times. What was made from an earlier text of the source
 * counts for nothing, unless a person corrected it; a file that cannot be read leaves the brief as it is.
 */
export function overlayBrief(brief: Brief, processed: SourceFile): { brief: Brief; problem: Problem | null } {
  const read = readProcessed(processed);
  if ('reason' in read) return { brief, problem: { file: processed.file, reason: read.reason } };
  if (!read.isCorrected && read.madeFrom !== fingerprint(brief)) return { brief, problem: null };
  const { file, hash, kind, ingestedAt } = brief;
  const author = brief.author === undefined ? {} : { author: brief.author };
  const made = read.isMarked ? 'machine' : 'pipeline';
  return { brief: { ...read.brief, file, hash, kind, ingestedAt, made, ...author }, problem: null };
}
