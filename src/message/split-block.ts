import type { Block, Inline } from './message.ts';
import { sentences } from './sentences.ts';

/** Whether a block, alone in a message, can be posted. */
export type BlockFits = (block: Block) => boolean;

/** The longest prefix that fits, by halving; at least one item, so that splitting always ends. */
function longest<T>(items: readonly T[], fits: (prefix: T[]) => boolean): number {
  let low = 1;
  let high = items.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(items.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function chunks<T>(items: readonly T[], fits: (chunk: T[]) => boolean): T[][] {
  const found: T[][] = [];
  for (let start = 0; start < items.length; start += found.at(-1)?.length ?? 1) {
    const rest = items.slice(start);
    found.push(rest.slice(0, longest(rest, fits)));
  }
  return found;
}

/** Runs of words cut into pieces that fit: between runs and sentences first, inside a sentence as the last resort. */
function splitInlines(inlines: readonly Inline[], fits: (piece: Inline[]) => boolean): Inline[][] {
  const atoms = inlines.flatMap((inline): Inline[] => {
    if (fits([inline])) return inline.kind === 'link' ? [inline] : bySentence(inline);
    // A link whose address alone is too much for the platform is said without it.
    const plain: Inline = { kind: 'text', text: inline.text, ...(inline.bold ? { bold: inline.bold } : {}) };
    return bySentence(plain).flatMap((part) =>
      fits([part])
        ? [part]
        : chunks([...part.text], (points) => fits([{ ...part, text: points.join('') }])).map((points) => ({
            ...part,
            text: points.join(''),
          })),
    );
  });
  return chunks(atoms, fits).map((piece) =>
    piece.map((inline, index) =>
      index === piece.length - 1 ? { ...inline, text: inline.text.trimEnd() } : inline,
    ),
  );
}

/** Keeps the white space at both ends, so that neighbours stay apart. */
function bySentence(inline: Inline): Inline[] {
  const parts = sentences(inline.text);
  if (parts.length < 2) return [inline];
  const head = inline.text.slice(0, inline.text.length - inline.text.trimStart().length);
  const tail = inline.text.slice(inline.text.trimEnd().length);
  return parts.map((text, index) => ({
    ...inline,
    text: `${index === 0 ? head : ''}${text}${index === parts.length - 1 ? tail : ' '}`,
  }));
}

/** A block that does not fit, as several that do. What cannot be divided (a menu, a picture) is given back as it is. */
export function splitBlock(block: Block, fits: BlockFits): Block[] {
  switch (block.kind) {
    case 'text':
    case 'small':
    case 'quote':
      return splitInlines(block.inlines, (inlines) => fits({ ...block, inlines })).map((inlines) => ({
        ...block,
        inlines,
      }));
    case 'list': {
      const items = block.items.flatMap((item) =>
        fits({ kind: 'list', items: [item] })
          ? [item]
          : splitInlines(item, (inlines) => fits({ kind: 'list', items: [inlines] })),
      );
      return chunks(items, (some) => fits({ kind: 'list', items: some })).map((some) => ({
        kind: 'list',
        items: some,
      }));
    }
    case 'buttons':
      return chunks(block.buttons, (buttons) => fits({ kind: 'buttons', buttons })).map((buttons) => ({
        kind: 'buttons',
        buttons,
      }));
    case 'heading':
      return splitBlock({ kind: 'text', inlines: [{ kind: 'text', text: block.text, bold: true }] }, fits);
    case 'divider':
    case 'image':
    case 'select':
      return [block];
  }
}
