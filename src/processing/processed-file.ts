import { Document } from 'yaml';
import type { Brief } from '../briefs/brief.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import { fingerprint } from './fingerprint.ts';

/** Front-matter fields that say where a processed file comes from. */
export const originFields = {
  made: 'made',
  /** {@link fingerprint} of the brief as its source gave it. */
  source: 'made_from',
  /** {@link fingerprint} of what the model wrote: another one means that a person corrected the file. */
  written: 'made_as',
} as const;

/**
 * A brief with what a model filled in, as a front-matter file like any other.
 * @param source the brief as its source gave it
 * @returns null where the text would not be read back as a brief
 */
export function processedFile(source: Brief, filled: Brief, model: string): string | null {
  const draft = textOf(source, filled, model, '');
  const read = readFrontMatter({ file: filled.file, text: draft, hash: '' })?.briefs[0];
  return read ? textOf(source, filled, model, fingerprint(read)) : null;
}

function textOf(source: Brief, filled: Brief, model: string, written: string): string {
  const fields = {
    [originFields.made]: 'machine',
    [originFields.source]: fingerprint(source),
    [originFields.written]: written,
    id: filled.id,
    title: filled.title,
    canonical_url: filled.url,
    source_name: filled.sourceName,
    source_id: filled.sourceId,
    language_original: filled.language,
    date_published: filled.datePublished,
    categories: filled.categories,
    tags: filled.tags,
    regions: filled.regions,
    summary_ko: filled.summary.ko,
    summary_en: filled.summary.en,
    so_what_ko: filled.soWhat.ko,
    so_what_en: filled.soWhat.en,
    one_line_insight_ko: filled.insight.ko,
    one_line_insight_en: filled.insight.en,
    key_points: filled.keyPoints,
    key_points_ko: filled.keyPointsIn?.ko ?? [],
    key_points_en: filled.keyPointsIn?.en ?? [],
    key_entities: filled.entities,
    confidence: filled.confidence,
    relevance_score: filled.relevance,
    business_impact: filled.impact ?? '',
    strategic_theme: filled.theme,
    sentiment: filled.sentiment,
  };
  const document = new Document(fields, { aliasDuplicateObjects: false });
  document.commentBefore = ` What was missing in ${oneLine(filled.file)} was written by ${oneLine(model)}.
 Correct it here: a file that a person changed is read as it is, and never written again.
 Without the line "made" it is no longer marked as machine-made.`;
  const yaml = document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
