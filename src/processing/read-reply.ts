import { z } from 'zod';
import { plainLine } from '../briefs/plain-text.ts';
import type { Part } from './missing-parts.ts';

const line = (most: number) => z.string().max(most).transform(plainLine);
const summary = line(2_000).refine((text) => text !== '');
/** A model says null, or nothing, where nothing follows. */
const soWhat = z
  .string()
  .max(1_000)
  .nullish()
  .transform((text) => plainLine(text ?? ''));
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

/** Braces that are looked behind: a text of nothing but braces is no reason to look without end. */
const triesAtMost = 50;

/** What a model filled in; only parts that were asked for. */
export type Filled = Partial<z.infer<z.ZodObject<typeof parts>>>;

/**
 * Reads a model's answer: one JSON object, which models like to put between backquotes, after their thoughts, or among
 * words that have braces of their own. Parts that nobody asked for are left out.
 * @returns null where it is not what was asked for
 */
export function readReply(reply: string, asked: readonly Part[]): Filled | null {
  const shape = z.object(Object.fromEntries(asked.map((part) => [part, parts[part]])));
  for (const data of jsonObjects(reply.replace(/<think>[\s\S]*?<\/think>/g, ''))) {
    const read = shape.safeParse(data);
    if (read.success) return read.data as Filled;
  }
  return null;
}

/** Every outermost JSON object in a text. */
function* jsonObjects(text: string): Generator<unknown> {
  let tries = 0;
  for (
    let start = text.indexOf('{');
    start !== -1 && tries < triesAtMost;
    start = text.indexOf('{', start + 1)
  ) {
    tries += 1;
    const end = closingBrace(text, start);
    if (end === -1) continue;
    const data = parseJson(text.slice(start, end + 1));
    if (data === undefined) continue;
    yield data;
    start = end;
  }
}

/** Where the object that opens at `start` closes, braces in its strings aside; -1 where it does not. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
