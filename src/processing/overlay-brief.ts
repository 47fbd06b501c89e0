import type { Brief, Problem } from '../briefs/brief.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import type { SourceFile } from '../briefs/readers/reader.ts';
import { fingerprint } from './fingerprint.ts';
import { missingParts } from './missing-parts.ts';
import { fieldsOf, frontMatterOf } from './processed-fields.ts';
import { readProcessed } from './processed-file.ts';

/**
 * A brief as its processed file tells it: same identity, same times. What the source says now, with what a model filled
 * in for that very text, with what a person corrected; a file that cannot be read leaves the brief as it is.
 */
export function overlayBrief(brief: Brief, processed: SourceFile): { brief: Brief; problem: Problem | null } {
  const read = readProcessed(processed);
  if ('reason' in read) return { brief, problem: { file: processed.file, reason: read.reason } };
  const parts = writtenParts(brief);
  // Who takes the mark away answers for what the machine wrote.
  const isCurrent = !read.isMarked || read.madeFrom === fingerprint(brief);
  const kept = [...(isCurrent ? parts : []), ...read.corrected];
  if (kept.length === 0) return { brief, problem: null };
  const text = frontMatterOf({ ...fieldsOf(brief), ...pick(read.fields, kept) }, '');
  const told = readFrontMatter({ file: processed.file, text, hash: '' })?.briefs[0];
  if (!told) return { brief, problem: null };
  const { file, hash, kind, ingestedAt } = brief;
  const author = brief.author === undefined ? {} : { author: brief.author };
  const byMachine = kept.some((field) => parts.includes(field)) ? 'machine' : brief.made;
  const made = read.isMarked ? byMachine : 'pipeline';
  return { brief: { ...told, file, hash, kind, ingestedAt, made, ...author }, problem: null };
}

/** Fields that a model's text stands in: what was missing, and beside key points in one language those in the other. */
function writtenParts(brief: Brief): string[] {
  const missing = missingParts(brief);
  const both = ['key_points_ko', 'key_points_en'] as const;
  return both.some((part) => missing.includes(part)) ? [...missing, ...both] : missing;
}

/** The fields of those names; null, which is read as nothing, where there is no such field. */
function pick(fields: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
