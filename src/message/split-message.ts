import { firstWords } from './first-words.ts';
import type { Block, Group, Message } from './message.ts';
import { splitBlock } from './split-block.ts';

/** Whether the platform takes a message as one. */
export type Fits = (message: Message) => boolean;

/** Where a part stands among all, `(2/3)`: behind the heading, or as small print above a message without one. */
function numbered(groups: readonly Group[], heading: string, part: number, of: number): Group[] {
  const number = `(${part}/${of})`;
  const [first, ...others] = groups;
  const [block, ...rest] = first?.blocks ?? [];
  if (block?.kind === 'heading')
    return [{ blocks: [{ kind: 'heading', text: `${block.text} ${number}` }, ...rest] }, ...others];
  const mark: Block =
    heading === ''
      ? { kind: 'small', inlines: [{ kind: 'text', text: number }] }
      : { kind: 'heading', text: `${heading} ${number}` };
  return [{ blocks: [mark] }, ...groups];
}

function headingOf(message: Message): string {
  const block = message.groups[0]?.blocks[0];
  return block?.kind === 'heading' ? block.text : '';
}

/** A divider divides nothing at the start of a part that has no heading. */
function trimmed(groups: readonly Group[]): Group[] {
  const [first, ...others] = groups;
  if (first?.blocks[0]?.kind !== 'divider') return [...groups];
  return [{ ...first, blocks: first.blocks.slice(1) }, ...others];
}

/** A group that is too big for a part of its own, as several: between its blocks first, then inside them. */
function splitGroup(group: Group, fits: (groups: Group[]) => boolean): Group[] {
  const found: Group[] = [];
  let open: Block[] = [];
  const blocks = group.blocks.flatMap((block) =>
    fits([{ blocks: [block] }]) ? [block] : splitBlock(block, (piece) => fits([{ blocks: [piece] }])),
  );
  for (const block of blocks) {
    if (open.length > 0 && !fits([{ blocks: [...open, block] }])) {
      found.push({ blocks: open });
      open = [];
    }
    open.push(block);
  }
  return open.length === 0 ? found : [...found, { blocks: open }];
}

/**
 * A message as the few that the platform takes, none cut in the middle: whole groups at a time; a group that alone is
 * too big is divided between its blocks, then between sentences. Groups that repeat (buttons) close every part.
 * @returns the message itself where it fits, else parts that say which of how many they are
 */
export function splitMessage(message: Message, fits: Fits): Message[] {
  if (fits(message)) return [message];
  const closing = message.groups.filter(({ repeats }) => repeats);
  const heading = headingOf(message);
  const part = (groups: readonly Group[], number: number, of: number): Message => ({
    ...message,
    push: firstWords(groups),
    groups: [...numbered(trimmed(groups), heading, number, of), ...closing],
  });
  // The widest number a part can bear, so that numbering never makes it too big.
  const fitsAlone = (groups: Group[]) => fits(part(groups, 888, 888));
  const parts: Group[][] = [];
  let open: Group[] = [];
  for (const group of message.groups.filter(({ repeats }) => !repeats)) {
    if (fitsAlone([...open, group])) {
      open.push(group);
      continue;
    }
    // A heading does not stay behind alone.
    const lonely = open.length === 1 && open[0]?.blocks[0]?.kind === 'heading' ? open : [];
    if (open.length > 0 && lonely.length === 0) parts.push(open);
    const pieces = fitsAlone([...lonely, group])
      ? [group]
      : splitGroup(group, (groups) => fitsAlone([...lonely, ...groups]));
    for (const [index, piece] of pieces.entries()) {
      open = index === 0 ? [...lonely, piece] : [piece];
      if (index < pieces.length - 1) parts.push(open);
    }
  }
  if (open.length > 0) parts.push(open);
  return parts.map((groups, index) => part(groups, index + 1, parts.length));
}
