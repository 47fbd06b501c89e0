import type { Block, Group, Message } from './message.ts';
import { type Fits, splitMessage } from './split-message.ts';

/** Groups that say something of their own: no heading by itself, no closing row. */
function contentOf(groups: readonly Group[]): Group[] {
  return groups.filter(({ blocks, repeats }) => !repeats && blocks[0]?.kind !== 'heading');
}

/** The longest block but the first of its group: what a shorter message can do without. */
function leastNeeded(message: Message): Block | null {
  const blocks = contentOf(message.groups).flatMap((group) => group.blocks.slice(1));
  const length = (block: Block) => JSON.stringify(block).length;
  return blocks.reduce<Block | null>(
    (longest, block) => (longest === null || length(block) > length(longest) ? block : longest),
    null,
  );
}

function without(message: Message, dropped: Block): Message {
  const groups = message.groups.map((group) => ({
    ...group,
    blocks: group.blocks.filter((block) => block !== dropped),
  }));
  return { ...message, groups };
}

/**
 * A message as exactly so many, for messages that were posted already and whose number cannot change: a shorter text
 * is divided more finely, and of a longer one the longest blocks are left out. What cannot be divided so finely is
 * repeated: nothing that stood there before stays readable.
 */
export function splitInto(message: Message, count: number, fits: Fits): Message[] {
  const parts = splitMessage(message, fits);
  if (parts.length > count) {
    const dropped = leastNeeded(message);
    return dropped === null ? parts.slice(0, count) : splitInto(without(message, dropped), count, fits);
  }
  for (let most = contentOf(message.groups).length; parts.length < count && most > 0; most -= 1) {
    const finer = splitMessage(message, (part) => fits(part) && contentOf(part.groups).length <= most);
    if (finer.length === count) return finer;
    if (finer.length > count) break;
  }
  const last = parts.at(-1) ?? message;
  return Array.from({ length: count }, (_, index) => parts[index] ?? last);
}
