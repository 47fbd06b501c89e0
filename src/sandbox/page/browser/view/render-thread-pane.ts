import type { World } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import type { PageState } from './page-state.ts';
import { renderComposer } from './render-composer.ts';
import { renderMessageList } from './render-message-list.ts';
import { renderMessageRow } from './render-message-row.ts';
import { renderNotice } from './render-notice.ts';
import { threadMessages, threadParent } from './visible-messages.ts';

/** The thread beside the channel (on a phone: over it): the message it hangs under, the replies, a box; null when none is open. */
export function renderThreadPane(world: World, state: PageState): TreeElement | null {
  const { channel: channelId, thread } = state.place;
  const channel = world.channels.find((one) => one.id === channelId);
  if (thread === null || !channel) return null;
  const reader = state.person[world.platform];
  const context = contextOf(state, world.platform);
  const parent = threadParent(world, channelId, thread);
  const replies = threadMessages(world, channelId, thread, reader);
  const named = world.channels.find((one) => one.id === thread);
  const notices = state.notices.filter(
    (notice) => notice.message === null && notice.thread === thread && notice.person === reader,
  );
  const count =
    replies.length === 1
      ? phrase('reply', state.language)
      : phrase('replies', state.language, replies.length);
  return h(
    'aside.thread',
    { key: `thread ${thread}`, 'aria-label': phrase('thread', state.language) },
    h(
      'header.channel-head',
      {},
      h(
        'button.head-button.back-button',
        {
          type: 'button',
          'aria-label': phrase('back', state.language),
          on: { click: { do: 'close-thread' } },
        },
        h('span.icon.icon-back', { 'aria-hidden': 'true' }),
      ),
      h(
        'h2.channel-name',
        {},
        named?.name ?? phrase('thread', state.language),
        h('small.muted', {}, ` # ${channel.name}`),
      ),
      h(
        'button.head-button.close-button',
        {
          type: 'button',
          'aria-label': phrase('close', state.language),
          on: { click: { do: 'close-thread' } },
        },
        h('span.icon.icon-close', { 'aria-hidden': 'true' }),
      ),
    ),
    h(
      'div.messages',
      { 'data-scroll': 'start', role: 'log', 'aria-label': phrase('thread', state.language), tabindex: '0' },
      parent !== null && renderMessageRow(parent, world, state, false, true),
      world.platform === 'slack' &&
        parent !== null &&
        h('div.reply-count', { key: 'count' }, h('span', {}, count)),
      renderMessageList(replies, world, state, true),
      notices.map((notice) => renderNotice(notice, context)),
    ),
    renderComposer('thread', channel, world, state),
  );
}
