/** What the words after `/brief` ask for. */
export type Wish =
  | { kind: 'latest' }
  | { kind: 'help' }
  | { kind: 'status' }
  | { kind: 'why'; words: string }
  | { kind: 'search'; words: string };

const help = new Set(['help', '도움말', '도움', '?', 'usage', '사용법']);
const status = new Set(['status', '상태']);
const why = /^(?:why|왜)\s+(.+)$/isu;
const quoted = /^["“”'‘’](.+)["“”'‘’]$/su;
const kept = /[\p{Cc}\p{Cf}]/gu;

/** Reads the words; a quoted word is always a search. */
export function readWords(text: string): Wish {
  const words = text.replace(kept, ' ').replace(/\s+/g, ' ').trim();
  if (words === '') return { kind: 'latest' };
  if (quoted.test(words)) return { kind: 'search', words };
  if (help.has(words.toLowerCase())) return { kind: 'help' };
  if (status.has(words.toLowerCase())) return { kind: 'status' };
  const asked = why.exec(words)?.[1];
  return asked === undefined ? { kind: 'search', words } : { kind: 'why', words: asked };
}
