import type { Channel, PlatformName, World } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { isUnread } from './is-unread.ts';
import type { PageState } from './page-state.ts';
import { channelIcon } from './render-channel.ts';
import { renderSettings } from './render-settings.ts';

/** The rail with both platforms, and the channels of the open one. On a phone it is a drawer. */
export function renderSidebar(world: World | null, state: PageState): TreeElement {
  return h(
    'nav',
    { class: `side${state.isDrawerOpen ? ' open' : ''}`, 'aria-label': phrase('channels', state.language) },
    h('button.veil', {
      type: 'button',
      tabindex: '-1',
      'aria-label': phrase('closeChannels', state.language),
      on: { click: { do: 'toggle-drawer' } },
    }),
    h(
      'div.rail',
      { role: 'group', 'aria-label': phrase('switchPlatform', state.language) },
      renderMark('slack', 'Slack', state),
      renderMark('discord', 'Discord', state),
    ),
    h(
      'div.channels',
      {},
      world && [renderWorkspace(world, state), h('div.channel-list', {}, renderLists(world, state))],
      renderSettings(state),
    ),
  );
}

function renderMark(platform: PlatformName, name: string, state: PageState): Tree {
  const isOpen = state.place.platform === platform;
  const world = state.worlds[platform];
  const hasNews =
    !isOpen && world !== null && world.channels.some((channel) => isUnread(world, channel, state));
  return h(
    'button.rail-item',
    {
      key: platform,
      type: 'button',
      class: `rail-item${isOpen ? ' open' : ''}${hasNews ? ' news' : ''}`,
      'aria-pressed': String(isOpen),
      on: { click: { do: 'open-place', platform, channel: '' } },
    },
    h('span', { class: `mark mark-${platform}`, 'aria-hidden': 'true' }),
    h('span.rail-name', {}, name),
  );
}

function renderWorkspace(world: World, state: PageState): Tree {
  const isConnected = world.sockets > 0;
  return h(
    'header.workspace',
    {},
    h(
      'div.workspace-name',
      {},
      h('strong', {}, world.workspace.name),
      h('span.badge.sandbox-badge', {}, phrase('sandbox', state.language)),
    ),
    h(
      'p',
      { class: `presence${isConnected ? ' on' : ''}`, role: 'status' },
      `${world.bot.name} · ${phrase(isConnected ? 'botConnected' : 'botAway', state.language)}`,
    ),
  );
}

function renderLists(world: World, state: PageState): Tree[] {
  const rooms = world.channels.filter((channel) => channel.kind !== 'dm' && channel.kind !== 'thread');
  const direct = world.channels.filter((channel) => channel.kind === 'dm');
  const lines = rooms.flatMap((room) => [
    renderLine(world, room, state),
    ...world.channels
      .filter((thread) => thread.kind === 'thread' && thread.parent === room.id && isOpenRoom(room, state))
      .map((thread) => renderThreadLine(thread, room, state)),
  ]);
  return [
    h('h2.list-name', {}, phrase('channels', state.language)),
    h('ul', {}, lines),
    ...(direct.length === 0
      ? []
      : [
          h('h2.list-name', {}, phrase('directMessages', state.language)),
          h(
            'ul',
            {},
            direct.map((channel) => renderLine(world, channel, state)),
          ),
        ]),
  ];
}

function isOpenRoom(room: Channel, state: PageState): boolean {
  return state.place.channel === room.id;
}

function renderLine(world: World, channel: Channel, state: PageState): Tree {
  const isOpen = state.place.channel === channel.id;
  const classes = `line${isOpen ? ' open' : ''}${isUnread(world, channel, state) ? ' unread' : ''}`;
  return h(
    'li',
    { key: channel.id },
    h(
      'a',
      {
        class: classes,
        href: `#${world.platform}/${encodeURIComponent(channel.id)}`,
        'aria-current': isOpen ? 'page' : false,
      },
      h('span', { class: `icon ${channelIcon(channel)}`, 'aria-hidden': 'true' }),
      h('span.line-name', {}, channel.name),
    ),
  );
}

function renderThreadLine(thread: Channel, room: Channel, state: PageState): Tree {
  const isOpen = state.place.thread === thread.id;
  const href = `#discord/${encodeURIComponent(room.id)}/${encodeURIComponent(thread.id)}`;
  return h(
    'li',
    { key: thread.id },
    h('a', { class: `line thread-line${isOpen ? ' open' : ''}`, href }, h('span.line-name', {}, thread.name)),
  );
}
