import { z } from 'zod';
import {
  dateValue,
  describeValue,
  type FieldValue,
  instantValue,
  listValue,
  shareValue,
  textValue,
} from './field-values.ts';

/**
 * The front-matter fields of a processed brief, cleaned: text plain and on one line, lists without null, numbers checked.
 * Unknown fields are left out, so that a field named `__proto__` goes no further. Issues are sentences of the form
 * `found "high", expected a number from 0 to 1`.
 */
export const briefFields = z.object({
  id: field(textValue),
  date_published: field(dateValue),
  date_ingested: field(instantValue),
  source_name: field(textValue),
  source_id: field(textValue),
  title: field(titleValue),
  canonical_url: field(textValue),
  language_original: field(textValue),
  categories: field(listValue),
  tags: field(listValue),
  regions: field(listValue),
  summary_ko: field(textValue),
  summary_en: field(textValue),
  so_what_ko: field(textValue),
  so_what_en: field(textValue),
  one_line_insight_ko: field(textValue),
  one_line_insight_en: field(textValue),
  key_points: field(listValue),
  key_points_ko: field(listValue),
  key_points_en: field(listValue),
  key_entities: field(listValue),
  confidence: field(shareValue),
  relevance_score: field(shareValue),
  business_impact: field(textValue),
  strategic_theme: field(textValue),
  sentiment: field(textValue),
});
/** Those of a brief that tells nothing: it may lack a title, too, and is held back as a whole. */
export const blankFields = briefFields.extend({ title: field(textValue) });
export type BriefFields = z.infer<typeof briefFields>;

/** Fields that nothing but a processed brief has: a page saved with a title and a date only is not one. */
const ownFields =
  /^(?:summary_(?:ko|en)|so_what_(?:ko|en)|one_line_insight_(?:ko|en)|key_points|canonical_url|date_ingested|source_id)$/;

const telling = /^(?:(?:summary|so_what|one_line_insight|key_points)_(?:ko|en)|key_points)$/;

/** True where the front matter is that of a processed brief. */
export function hasBriefFields(data: Record<string, unknown>): boolean {
  return Object.keys(data).some((name) => ownFields.test(name));
}

/** True where a field that tells the news holds anything. */
export function tellsSomething(data: Record<string, unknown>): boolean {
  return Object.entries(data).some(([name, value]) => telling.test(name) && isFilled(value));
}

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isFilled);
  return value !== null && value !== undefined && String(value).trim() !== '';
}

function titleValue(raw: unknown): FieldValue<string> {
  const title = textValue(raw);
  return 'value' in title && title.value === '' ? { expected: "the article's title" } : title;
}

function field<T>(read: (raw: unknown) => FieldValue<T>) {
  return z
    .unknown()
    .optional()
    .transform((raw, context): T => {
      const result = read(raw);
      if ('value' in result) return result.value;
      const found =
        raw === undefined || raw === null || raw === '' ? 'nothing there' : `found ${describeValue(raw)}`;
      context.addIssue({ code: 'custom', message: `${found}, expected ${result.expected}` });
      return z.NEVER;
    });
}
