import type { StoredMessage } from '../../../world.ts';
import { emojiFromName } from '../platform/emoji.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import type { PageState } from './page-state.ts';

/** The reactions below a message: a press adds the reader's own or takes it back. */
export function renderReactions(
  message: StoredMessage,
  state: PageState,
  context: RenderContext,
): TreeElement | null {
  const shown = message.reactions.filter((reaction) => reaction.people.length > 0);
  if (shown.length === 0) return null;
  const pills = shown.map((reaction) => {
    const isMine = reaction.people.includes(context.reader);
    const drawn =
      emojiFromName(reaction.emoji) ??
      (/^[\w+-]+$/.test(reaction.emoji) ? `:${reaction.emoji}:` : reaction.emoji);
    const names = reaction.people.map((id) => context.personName(id) ?? id).join(', ');
    const label = phrase('reactedBy', state.language, drawn, names);
    return h(
      'button.reaction',
      {
        key: reaction.emoji,
        type: 'button',
        class: isMine ? 'reaction mine' : 'reaction',
        'aria-pressed': String(isMine),
        'aria-label': label,
        title: label,
        on: { click: { do: 'react', message: message.id, emoji: reaction.emoji, on: !isMine } },
      },
      h('span.emoji', {}, drawn),
      h('span.count', {}, String(reaction.people.length)),
    );
  });
  const add = phrase('addReaction', state.language);
  const more = h(
    'button.reaction.reaction-add',
    {
      key: 'add',
      type: 'button',
      'aria-label': add,
      title: add,
      on: { click: { do: 'toggle-picker', message: message.id } },
    },
    h('span.icon.icon-smile', { 'aria-hidden': 'true' }),
  );
  return h('div.reactions', {}, pills, more);
}
