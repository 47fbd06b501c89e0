import { createHash } from 'node:crypto';

/**
 * Names the items of one file after what they say, not where they stand: the same headline gives the same
 * identity when the file is read again, items move or others are added. Items that start alike are numbered.
 */
export function itemIdentities(file: string, headlines: string[]): string[] {
  const seen = new Map<string, number>();
  return headlines.map((headline) => {
    const name = itemMark(headline, 'start');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? `${file}#${name}` : `${file}#${name}-${count}`;
  });
}

/** Twelve hexadecimal digits for how a text starts or ends, whatever its marks, spaces and capitals. */
export function itemMark(text: string, part: 'start' | 'end'): string {
  const words = text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const shown = part === 'start' ? words.slice(0, 120) : words.slice(-120);
  return createHash('sha256').update(shown).digest('hex').slice(0, 12);
}
