import type { Brief } from '../src/briefs/brief.ts';

/** A brief as the text of a file. Every value is JSON, which YAML takes. */
export function briefFile(brief: Brief, ingestedAt: number): string {
  const fields = {
    id: brief.id,
    title: brief.title,
    source_name: brief.sourceName,
    source_id: brief.sourceId,
    canonical_url: brief.url,
    language_original: brief.language,
    date_published: new Date(ingestedAt).toISOString().slice(0, 10),
    date_ingested: new Date(ingestedAt).toISOString(),
    summary_ko: brief.summary.ko,
    summary_en: brief.summary.en,
    so_what_ko: brief.soWhat.ko,
    so_what_en: brief.soWhat.en,
    key_points: brief.keyPoints,
    tags: brief.tags,
    confidence: brief.confidence,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}
