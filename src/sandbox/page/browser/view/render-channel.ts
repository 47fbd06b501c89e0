import type { Channel, World } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import type { PageState } from './page-state.ts';
import { renderComposer } from './render-composer.ts';
import { renderMessageList } from './render-message-list.ts';
import { renderNotice } from './render-notice.ts';
import { discordCard } from './render-thread-link.ts';
import { channelMessages, threadMessages } from './visible-messages.ts';

/** The open channel: its head, its messages, and the box to write in. */
export function renderChannel(world: World, channel: Channel, state: PageState): TreeElement {
  const title = channel.kind === 'dm' ? channel.name : `# ${channel.name}`;
  return h(
    'main.channel',
    { key: `${world.platform}/${channel.id}`, 'aria-label': title },
    h(
      'header.channel-head',
      {},
      h(
        'button.head-button.menu-button',
        {
          type: 'button',
          'aria-label': phrase('openChannels', state.language),
          'aria-expanded': String(state.isDrawerOpen),
          on: { click: { do: 'toggle-drawer' } },
        },
        h('span.icon.icon-menu', { 'aria-hidden': 'true' }),
      ),
      h(
        'h1.channel-name',
        {},
        h('span', { class: `icon ${channelIcon(channel)}`, 'aria-hidden': 'true' }),
        channel.name,
      ),
      channel.isArchived && h('span.tag', {}, phrase('archived', state.language)),
      !channel.botIsMember && h('span.tag.warn', {}, phrase('botNotHere', state.language)),
      renderPlatformSwitch(state),
    ),
    h(
      'div.messages',
      { 'data-scroll': 'end', role: 'log', 'aria-label': title, tabindex: '0' },
      renderMessages(world, channel, state),
    ),
    renderComposer('channel', channel, world, state),
  );
}

function renderMessages(world: World, channel: Channel, state: PageState): Tree[] {
  const reader = state.person[world.platform];
  const context = contextOf(state, world.platform);
  if (channel.kind === 'forum') {
    return world.channels
      .filter((thread) => thread.parent === channel.id)
      .map((thread) =>
        discordCard(thread, threadMessages(world, channel.id, thread.id, reader), world, context),
      );
  }
  const messages = channelMessages(world, channel.id, reader);
  const shown = messages.slice(-state.limit);
  const hidden = messages.length - shown.length;
  const notices = state.notices.filter(
    (notice) =>
      notice.message === null &&
      notice.platform === world.platform &&
      notice.channel === channel.id &&
      notice.thread === null &&
      notice.person === reader,
  );
  const isEmpty = messages.length + notices.length === 0;
  return [
    h('div.push', { key: 'push' }),
    ...(hidden > 0
      ? [
          h(
            'button.older',
            { key: 'older', type: 'button', on: { click: { do: 'show-older' } } },
            phrase('showOlder', state.language, hidden),
          ),
        ]
      : []),
    ...(isEmpty
      ? [
          h(
            'div.empty',
            { key: 'empty' },
            h('p', {}, phrase('empty', state.language)),
            h('p.muted', {}, phrase('emptyHint', state.language)),
          ),
        ]
      : []),
    ...renderMessageList(shown, world, state, false),
    ...notices.map((notice) => renderNotice(notice, context)),
  ];
}

/** On a phone the other platform is one press away; beside the channel list it is the rail's job. */
function renderPlatformSwitch(state: PageState): Tree {
  const other = state.place.platform === 'slack' ? 'discord' : 'slack';
  const name = other === 'slack' ? 'Slack' : 'Discord';
  const first = state.worlds[other]?.channels[0];
  if (!first) return '';
  return h(
    'button.head-button.other-platform',
    { type: 'button', 'aria-label': name, on: { click: { do: 'open-place', platform: other, channel: '' } } },
    h('span', { class: `mark mark-${other}`, 'aria-hidden': 'true' }),
    h('span', {}, name),
  );
}

export function channelIcon(channel: Channel): string {
  if (channel.kind === 'private') return 'icon-lock';
  if (channel.kind === 'dm') return 'icon-at';
  if (channel.kind === 'thread') return 'icon-thread';
  if (channel.kind === 'forum') return 'icon-forum';
  return channel.kind === 'announcement' ? 'icon-megaphone' : 'icon-hash';
}
