import type { StoredMessage, World } from '../../../world.ts';
import { PICKER_EMOJI, QUICK_EMOJI } from '../platform/emoji.ts';
import { phrase } from '../platform/phrases.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { menuEntries } from './menu-entries.ts';
import type { PageState } from './page-state.ts';

/**
 * What can be done with a message: two quick flags, the picker, a thread, its link, and what the app adds.
 * Beside a pointer it is a bar in the message's corner; on a phone the `⋯` opens it as a sheet.
 */
export function renderActions(
  message: StoredMessage,
  world: World,
  state: PageState,
  isInThread: boolean,
): TreeElement {
  const { language } = state;
  const isOpen = state.actionsFor === message.id;
  const isPicking = state.pickerFor === message.id;
  const more = phrase('moreActions', language);
  return h(
    'div',
    { class: `actions${isOpen ? ' open' : ''}${isPicking ? ' picking' : ''}` },
    h(
      'button.actions-more',
      {
        type: 'button',
        'aria-label': more,
        'aria-expanded': String(isOpen),
        on: { click: { do: 'toggle-actions', message: message.id } },
      },
      '⋯',
    ),
    h('button.veil', {
      type: 'button',
      tabindex: '-1',
      'aria-label': phrase('close', language),
      on: {
        click: isPicking
          ? { do: 'toggle-picker', message: message.id }
          : { do: 'toggle-actions', message: message.id },
      },
    }),
    h(
      'div.actions-float',
      {},
      h(
        'div.actions-bar',
        { role: 'toolbar', 'aria-label': more },
        QUICK_EMOJI.map((emoji) => emojiButton(emoji, message, state, 'tool')),
        h(
          'button.tool',
          {
            type: 'button',
            'aria-label': phrase('addReaction', language),
            title: phrase('addReaction', language),
            'aria-expanded': String(isPicking),
            on: { click: { do: 'toggle-picker', message: message.id } },
          },
          h('span.icon.icon-smile', { 'aria-hidden': 'true' }),
          h('span.tool-name', {}, phrase('addReaction', language)),
        ),
        !isInThread &&
          tool('icon-thread', phrase('replyInThread', language), { do: 'open-thread', thread: message.id }),
        tool('icon-link', phrase('copyLink', language), { do: 'copy-link', message: message.id }),
        appMenu(message, world, state),
      ),
      isPicking &&
        h(
          'div.picker',
          { role: 'group', 'aria-label': phrase('addReaction', language) },
          PICKER_EMOJI.map((emoji) => emojiButton(emoji, message, state, 'pick')),
        ),
    ),
  );
}

/** The app's own entries: on a phone lines of the sheet, else behind the bar's `⋯`. */
function appMenu(message: StoredMessage, world: World, state: PageState): Tree[] {
  const entries = menuEntries(world, state.person[world.platform]);
  if (entries.length === 0) return [];
  const label = phrase('moreActions', state.language);
  return [
    h(
      'button.tool.tool-more',
      {
        type: 'button',
        'aria-label': label,
        title: label,
        'aria-expanded': String(state.actionsFor === message.id),
        on: { click: { do: 'toggle-actions', message: message.id } },
      },
      '⋯',
    ),
    h(
      'div.app-menu',
      { role: 'menu', 'aria-label': world.bot.name },
      entries.map(({ entry, label: name }) =>
        h(
          'button.app-entry',
          {
            key: entry,
            type: 'button',
            role: 'menuitem',
            on: { click: { do: 'choose-entry', message: message.id, entry } },
          },
          h('span.app-entry-name', {}, name),
          h('span.app-entry-app', {}, world.bot.name),
        ),
      ),
    ),
  ];
}

function tool(
  icon: string,
  label: string,
  act: { do: 'open-thread'; thread: string } | { do: 'copy-link'; message: string },
): Tree {
  return h(
    'button.tool',
    { type: 'button', 'aria-label': label, title: label, on: { click: act } },
    h('span', { class: `icon ${icon}`, 'aria-hidden': 'true' }),
    h('span.tool-name', {}, label),
  );
}

function emojiButton(emoji: string, message: StoredMessage, state: PageState, kind: 'tool' | 'pick'): Tree {
  const label = phrase('reactWith', state.language, emoji);
  return h(
    'button',
    {
      key: emoji,
      type: 'button',
      class: `${kind} emoji`,
      'aria-label': label,
      title: label,
      on: { click: { do: 'react', message: message.id, emoji, on: true } },
    },
    emoji,
  );
}
