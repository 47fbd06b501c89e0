const shownAtMost = 60;

/** What stands there, as a person sees it in the file: `is "5pm"`. */
function stands(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty';
  if (typeof value === 'string') return value === '' ? 'is empty' : `is "${onOneLine(value)}"`;
  // YAML has rounded it already.
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return 'is a long number without quotes';
  if (Array.isArray(value)) return 'is a list';
  return typeof value === 'object' ? 'is a group of settings' : `is ${String(value)}`;
}

function onOneLine(text: string): string {
  const plain = [...text.replace(/[\p{C}\s]+/gu, ' ').trim()];
  return plain.length > shownAtMost ? `${plain.slice(0, shownAtMost).join('')}…` : plain.join('');
}

interface Wrong {
  readonly code?: string | undefined;
  readonly input?: unknown;
}

/**
 * The sentence of a setting that is wrong, for zod's `error`: what stands there, and what ought to.
 * @param what with an example: `a time in quotes, such as "17:00"`
 */
export function ought(what: string): (issue: Wrong) => string | undefined {
  // A key that is unknown inside is no fault of what stands here.
  return ({ code, input }) =>
    code === 'unrecognized_keys' ? undefined : `${stands(input)}; it ought to be ${what}`;
}

/** The same where a secret may stand in the wrong place: it must not be seen in a log. */
export function oughtUnseen(what: string): (issue: Wrong) => string {
  return ({ input }) =>
    input === undefined || input === null || input === ''
      ? `${stands(input)}; it ought to be ${what}`
      : `is something else than what it ought to be: ${what}`;
}
