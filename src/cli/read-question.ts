import { z } from 'zod';
import type { Line } from './read-lines.ts';

/** One question of `search --stdin`: what was asked, and as if it were asked when. */
export interface Question {
  /** Whatever the asker knows it by; null where it has none. */
  id: unknown;
  q: string;
  /** Epoch milliseconds. */
  now: number;
}

/** A line that is no question, with a sentence that says what to do. `id` is null where it could not be read. */
export interface BadQuestion {
  id: unknown;
  error: string;
}

const EXAMPLE = '{"id": 1, "q": "distillation", "now": "2026-06-30"}';
const ID_AT_START = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*[,}]/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

const Question = z.object({
  q: z.string({
    error: ({ input }) =>
      input === undefined
        ? `"q" is missing; it says what to search for: ${EXAMPLE}`
        : `"q" must be a text: ${EXAMPLE}`,
  }),
  now: z
    .string({ error: `"now" must be a text such as "2026-06-30" or "2026-06-30T08:30:00+09:00"` })
    .optional(),
});

/** Reads one line. A bare date as `now` means the whole of that day; without `now` it is `present`. Never throws. */
export function readQuestion(
  { text, start }: Line,
  longest: number,
  present: number,
): Question | BadQuestion {
  if (text === null)
    return { id: idAtStart(start), error: `the line is longer than ${longest} characters; ask in fewer` };
  if (text.trim() === '')
    return { id: null, error: `the line is empty; write one question a line: ${EXAMPLE}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { id: idAtStart(start), error: `the line is not JSON; write one question a line: ${EXAMPLE}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: `the line must be a JSON object: ${EXAMPLE}` };
  const id = 'id' in value ? value.id : null;
  const question = Question.safeParse(value);
  if (!question.success) return { id, error: question.error.issues.map(({ message }) => message).join('; ') };
  const { q, now } = question.data;
  if (now === undefined) return { id, q, now: present };
  const instant = Date.parse(now);
  if (Number.isNaN(instant))
    return {
      id,
      error: `"now" is no instant: ${now.slice(0, 40)}; write one such as "2026-06-30" or "2026-06-30T08:30:00+09:00"`,
    };
  return { id, q, now: DAY.test(now) ? instant + DAY_MS - 1 : instant };
}

function idAtStart(start: string): unknown {
  const id = ID_AT_START.exec(start)?.[1];
  try {
    return id === undefined ? null : JSON.parse(id);
  } catch {
    return null;
  }
}
