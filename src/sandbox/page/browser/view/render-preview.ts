import type { Channel, PlatformName, StoredMessage, World } from '../../../world.ts';
import { type Language, phrase } from '../platform/phrases.ts';
import { h, type Tree } from '../tree/tree.ts';
import type { PageState } from './page-state.ts';
import { renderMessageList } from './render-message-list.ts';

/** A message that would be posted. */
export interface PreviewMessage {
  /** As the platform's API would be given it. */
  payload: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds. */
  at: number;
  /** Whether it goes into the thread of the first message. */
  isInThread: boolean;
}

interface Preview {
  platform: PlatformName;
  channel: string;
  bot: string;
  messages: readonly PreviewMessage[];
}

/** What a channel would show: its messages, then those of the thread below a line that counts them. */
export function renderPreview(
  preview: Preview,
  reader: { language: Language; timeZone: string; now: number },
): Tree[] {
  const messages = preview.messages.map((message, at) => asStored(message, at));
  const world = worldOf(preview, messages);
  const state = stateOf(world, reader);
  const top = messages.filter((message) => message.thread === null);
  const replies = messages.filter((message) => message.thread !== null);
  const count =
    replies.length === 1
      ? phrase('reply', reader.language)
      : phrase('replies', reader.language, replies.length);
  return [
    ...renderMessageList(top, world, state, true),
    ...(replies.length === 0
      ? []
      : [h('div.reply-count', {}, h('span', {}, `${phrase('thread', reader.language)} · ${count}`))]),
    ...renderMessageList(replies, world, state, true),
  ];
}

function asStored(message: PreviewMessage, at: number): StoredMessage {
  return {
    id: String(at),
    channel: 'channel',
    thread: message.isInThread ? '0' : null,
    author: 'bot',
    payload: message.payload,
    createdAt: message.at,
    editedAt: null,
    reactions: [],
    privateTo: null,
    invokedAs: null,
  };
}

function worldOf({ platform, channel, bot }: Preview, messages: StoredMessage[]): World {
  const room: Channel = {
    id: 'channel',
    name: channel,
    kind: 'channel',
    parent: null,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: null,
  };
  return {
    platform,
    workspace: { id: '', name: '' },
    bot: { user: 'bot', app: 'bot', name: bot },
    channels: [room],
    people: [],
    // The line that leads into a thread would stand above the thread itself.
    messages: messages.filter((message) => message.thread === null),
    modals: [],
    commands: [],
    scopes: [],
    sockets: 0,
  };
}

function stateOf(world: World, reader: { language: Language; timeZone: string; now: number }): PageState {
  return {
    ...reader,
    worlds: { slack: null, discord: null, [world.platform]: world },
    place: { platform: world.platform, channel: 'channel', thread: null },
    person: { slack: '', discord: '' },
    theme: 'auto',
    origin: '',
    isStill: true,
    isOffline: false,
    isDrawerOpen: false,
    actionsFor: null,
    pickerFor: null,
    drafts: {},
    suggestions: null,
    notices: [],
    complaints: {},
    asking: null,
    toast: null,
    seen: {},
    limit: 100,
  };
}
