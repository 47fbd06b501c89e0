import type { Brief, Impact } from '../brief.ts';
import {
  type BriefFields,
  blankFields,
  briefFields,
  hasBriefFields,
  tellsSomething,
} from '../brief-fields.ts';
import { type FrontMatter, parseFrontMatter } from '../front-matter.ts';
import { plainLine } from '../plain-text.ts';
import { addressKey, readableAddress } from '../web-address.ts';
import type { Reading, SourceFile } from './reader.ts';

const because = 'front matter with the fields of a brief';
const anyField =
  /^(?:-[ \t]+)?(?:id|title|tags|categories|source_\w+|date_\w+|summary_\w+|so_what_\w+|key_points|canonical_url)[ \t]*:/m;

/**
 * Reads a processed brief: Markdown with YAML front matter.
 * @returns null for a text without front matter, and for front matter of another kind of document.
 */
export function readFrontMatter(source: SourceFile): Reading | null {
  const parsed = parseFrontMatter(source.text);
  if (!parsed) return null;
  if ('reason' in parsed) {
    // A page may open with a rule `---` or have front matter of its own; one that names a brief's field is a broken brief.
    const isOurs =
      anyField.test(source.text.slice(0, 65_536)) || /^\s*(?:---[ \t]*\w|\+{3})/.test(source.text);
    return isOurs ? broken(source, parsed.reason) : null;
  }
  if (!hasBriefFields(parsed.data)) return null;
  const isBlank =
    !tellsSomething(parsed.data) && bodyText(parsed.body, 'ko') + bodyText(parsed.body, 'en') === '';
  const fields = (isBlank ? blankFields : briefFields).safeParse(parsed.data);
  if (!fields.success) return broken(source, fieldReasons(source.text, fields.error.issues));
  const brief = briefOf(source, fields.data, parsed);
  return { kind: 'brief', because, briefs: [brief], problems: [], link: fields.data.canonical_url };
}

function briefOf(source: SourceFile, fields: BriefFields, { body }: FrontMatter): Brief {
  return {
    file: source.file,
    hash: source.hash,
    kind: 'brief',
    made: 'pipeline',
    id: fields.id,
    title: fields.title,
    url: readableAddress(fields.canonical_url),
    urlKey: addressKey(fields.canonical_url),
    sourceName: fields.source_name,
    sourceId: fields.source_id,
    language: /^[a-z]{2}(?![a-z])/.exec(fields.language_original.toLowerCase())?.[0] ?? '',
    datePublished: fields.date_published,
    ingestedAt: fields.date_ingested,
    categories: fields.categories,
    tags: fields.tags,
    regions: [...new Set(fields.regions.map((region) => region.toUpperCase()))],
    summary: {
      ko: fields.summary_ko || bodyText(body, 'ko'),
      en: fields.summary_en || bodyText(body, 'en'),
    },
    soWhat: { ko: fields.so_what_ko, en: fields.so_what_en },
    insight: { ko: fields.one_line_insight_ko, en: fields.one_line_insight_en },
    keyPoints: fields.key_points,
    ...(fields.key_points_ko.length + fields.key_points_en.length > 0 && {
      keyPointsIn: { ko: fields.key_points_ko, en: fields.key_points_en },
    }),
    confidence: fields.confidence,
    relevance: fields.relevance_score,
    impact: impactOf(fields.business_impact),
    theme: fields.strategic_theme,
    sentiment: fields.sentiment,
    entities: fields.key_entities,
  };
}

/** The text of `<div class="lang-ko">` or `lang-en` in the body, which repeats the summary. */
function bodyText(body: string, language: 'ko' | 'en'): string {
  const block = new RegExp(`<div[^>]*\\bclass=["']?lang-${language}\\b[^>]*>([\\s\\S]*?)</div>`, 'i').exec(
    body,
  );
  return plainLine((block?.[1] ?? '').replace(/<[^>]*>/g, ' '));
}

function impactOf(text: string): Impact | null {
  const impact = text.toUpperCase();
  return impact === 'HIGH' || impact === 'MEDIUM' || impact === 'LOW' ? impact : null;
}

function broken(source: SourceFile, reason: string): Reading {
  return { kind: 'brief', because, briefs: [], problems: [{ file: source.file, reason }] };
}

interface FieldIssue {
  path: PropertyKey[];
  message: string;
}

function fieldReasons(text: string, issues: FieldIssue[]): string {
  const lines = text.split('\n', 2_000);
  const reasons = issues.map(({ path, message }) => {
    const name = String(path[0]);
    const line = lines.findIndex((candidate) => candidate.startsWith(`${name}:`)) + 1;
    return `${name}${line > 0 ? ` (line ${line})` : ''}: ${message}`;
  });
  return `${reasons.join('; ')}.`;
}
