import type { Brief } from '../briefs/brief.ts';
import { parseFrontMatter } from '../briefs/front-matter.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import type { SourceFile } from '../briefs/readers/reader.ts';
import { changedFields, fieldPrints } from './field-prints.ts';
import { fingerprint } from './fingerprint.ts';
import { fieldsOf, frontMatterOf } from './processed-fields.ts';

/** Front-matter fields that say where a processed file comes from. */
const originFields = {
  made: 'made',
  /** {@link fingerprint} of the brief as its source gave it. */
  source: 'made_from',
  /** {@link fieldPrints} of what was written: a field with another print is a person's. */
  written: 'made_as',
} as const;

/** What a processed file holds. */
export interface ProcessedBrief {
  /** Its fields as YAML gave them, those of its origin aside. */
  fields: Record<string, unknown>;
  /** It still says that a machine wrote it. */
  isMarked: boolean;
  /** Fields that a person changed, added or took out since it was written. */
  corrected: string[];
  /** {@link fingerprint} of the source it was made from. */
  madeFrom: string;
}

/**
 * A brief with what a model filled in, as a front-matter file like any other.
 * @param source the brief as its source gave it
 * @returns null where the text would not be read back as a brief
 */
export function processedFile(source: Brief, filled: Brief, model: string): string | null {
  const fields = fieldsOf(filled);
  const origin = { [originFields.made]: 'machine', [originFields.source]: fingerprint(source) };
  const comment = ` What was missing in ${oneLine(filled.file)} was written by ${oneLine(model)}.
 Correct it here: a field that a person changed stays, and the file is never written again.
 Without the line "made" it is no longer marked as machine-made.`;
  const text = frontMatterOf({ ...origin, ...fields, [originFields.written]: fieldPrints(fields) }, comment);
  return 'reason' in readProcessed({ file: filled.file, text, hash: '' }) ? null : text;
}

/** Reads a processed file; a sentence where it cannot be read. */
export function readProcessed(source: SourceFile): ProcessedBrief | { reason: string } {
  const reading = readFrontMatter(source);
  const parsed = parseFrontMatter(source.text);
  if (!reading?.briefs[0] || !parsed || 'reason' in parsed)
    return {
      reason:
        reading?.problems[0]?.reason ??
        'It is no brief with front matter: mend it, or delete it to have it written anew.',
    };
  const { made, made_from: madeFrom, made_as: written, ...fields } = parsed.data;
  return {
    fields,
    isMarked: made === 'machine',
    corrected: changedFields(fields, written),
    madeFrom: String(madeFrom ?? ''),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
