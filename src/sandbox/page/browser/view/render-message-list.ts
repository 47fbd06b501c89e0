import type { StoredMessage, World } from '../../../world.ts';
import { dayLabel, dayOf } from '../platform/dates.ts';
import { h, type Tree } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import type { PageState } from './page-state.ts';
import { renderMessageRow } from './render-message-row.ts';

/** Messages of one author within this span stand under one name. */
const CONTINUED_MS = 5 * 60_000;

/** Messages, oldest first, with a line between two days. */
export function renderMessageList(
  messages: readonly StoredMessage[],
  world: World,
  state: PageState,
  isInThread: boolean,
): Tree[] {
  const context = contextOf(state, world.platform);
  const trees: Tree[] = [];
  let before: StoredMessage | null = null;
  for (const message of messages) {
    const isNewDay =
      before === null || dayOf(before.createdAt, context) !== dayOf(message.createdAt, context);
    if (isNewDay && !(isInThread && before === null)) {
      const label = dayLabel(message.createdAt, context);
      trees.push(
        h('div.day', { key: `day ${label}`, role: 'separator', 'aria-label': label }, h('span', {}, label)),
      );
    }
    trees.push(
      renderMessageRow(message, world, state, !isNewDay && isContinued(before, message), isInThread),
    );
    before = message;
  }
  return trees;
}

function isContinued(before: StoredMessage | null, message: StoredMessage): boolean {
  return (
    before !== null &&
    before.author === message.author &&
    before.privateTo === null &&
    message.privateTo === null &&
    message.invokedAs === null &&
    message.payload.message_reference === undefined &&
    message.createdAt - before.createdAt < CONTINUED_MS
  );
}
