import { z } from 'zod';
import { plainLine } from '../briefs/plain-text.ts';
import type { Part } from './missing-parts.ts';

const line = (most: number) => z.string().max(most).transform(plainLine);
const summary = line(2_000).refine((text) => text !== '');
const soWhat = line(1_000);
const points = z
  .array(line(500).refine((text) => text !== ''))
  .min(1)
  .max(12);

const parts = {
  summary_ko: summary,
  summary_en: summary,
  so_what_ko: soWhat,
  so_what_en: soWhat,
  key_points_ko: points,
  key_points_en: points,
} satisfies Record<Part, z.ZodType>;

/** What a model filled in; only parts that were asked for. */
export type Filled = Partial<z.infer<z.ZodObject<typeof parts>>>;

/**
 * Reads a model's answer: one JSON object, which models like to put between backquotes or after their thoughts.
 * Parts that nobody asked for are left out.
 * @returns null where it is not what was asked for
 */
export function readReply(reply: string, asked: readonly Part[]): Filled | null {
  const text = reply.replace(/<think>[\s\S]*?<\/think>/g, '');
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return null;
  let data: unknown;
  try {
    data = JSON.parse(text.slice(start, end + 1));
  } catch {
    return null;
  }
  const read = z.object(Object.fromEntries(asked.map((part) => [part, parts[part]]))).safeParse(data);
  return read.success ? (read.data as Filled) : null;
}
