import { Document } from 'yaml';
import type { Brief } from '../briefs/brief.ts';

/** A brief as the front-matter fields that it is read from. */
export function fieldsOf(brief: Brief): Record<string, unknown> {
  return {
    id: brief.id,
    title: brief.title,
    canonical_url: brief.url,
    source_name: brief.sourceName,
    source_id: brief.sourceId,
    language_original: brief.language,
    date_published: brief.datePublished,
    categories: brief.categories,
    tags: brief.tags,
    regions: brief.regions,
    summary_ko: brief.summary.ko,
    summary_en: brief.summary.en,
    so_what_ko: brief.soWhat.ko,
    so_what_en: brief.soWhat.en,
    one_line_insight_ko: brief.insight.ko,
    one_line_insight_en: brief.insight.en,
    key_points: brief.keyPoints,
    key_points_ko: brief.keyPointsIn?.ko ?? [],
    key_points_en: brief.keyPointsIn?.en ?? [],
    key_entities: brief.entities,
    confidence: brief.confidence,
    relevance_score: brief.relevance,
    business_impact: brief.impact ?? '',
    strategic_theme: brief.theme,
    sentiment: brief.sentiment,
  };
}

/** Fields as a front-matter document; every text in double quotes, so that YAML takes none for something else. */
export function frontMatterOf(fields: Record<string, unknown>, comment: string): string {
  const document = new Document(fields, { aliasDuplicateObjects: false });
  document.commentBefore = comment;
  const yaml = document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  });
  return `---\n${yaml}---\n`;
}
