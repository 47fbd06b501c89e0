import { createHash } from 'node:crypto';
import { widthOf } from './text-width.ts';

/**
 * Names the items of one file after what they say, not where they stand: the same headline gives the same
 * identity when the file is read again, items move or others are added. An item without a headline is named after its
 * first words, so that it stays itself when what follows them is corrected. Items of one headline are named after the
 * start of their text too; those that say the same are numbered.
 */
export function itemIdentities(file: string, items: readonly { headline: string; text: string }[]): string[] {
  const heads = items.map(({ headline, text }) =>
    headline === '' ? itemMark(text, 'start', firstWords(text)) : itemMark(headline, 'start'),
  );
  const shared = new Set(heads.filter((head, index) => heads.indexOf(head) !== index));
  const seen = new Map<string, number>();
  return items.map(({ text }, index) => {
    const head = heads[index] ?? '';
    const name = shared.has(head) ? `${head}-${itemMark(text, 'start').slice(0, 6)}` : head;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? `${file}#${name}` : `${file}#${name}-${count}`;
  });
}

/** Twelve hexadecimal digits for how a text starts or ends, whatever its marks, spaces and capitals. */
export function itemMark(text: string, part: 'start' | 'end', limit = 120): string {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const shown = part === 'start' ? words.slice(0, limit) : words.slice(-limit);
  return createHash('sha256').update(shown).digest('hex').slice(0, 12);
}

/** Characters of some five or six words. */
function firstWords(text: string): number {
  return widthOf(text) > text.length * 1.3 ? 20 : 40;
}
