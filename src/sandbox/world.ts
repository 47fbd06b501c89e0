/**
 * What the sandbox knows of one platform: the same shape for Slack and Discord, so that the page, the
 * control interface and the journal are written once. Wire formats stay in `slack/` and `discord/`.
 */
export type PlatformName = 'slack' | 'discord';

export interface Person {
  id: string;
  name: string;
  /** Slack: `ko-KR`, `en-US`; Discord: `ko`, `en-US`. */
  locale: string;
  isBot: boolean;
  /** Owner or administrator of the workspace or server. */
  isAdmin: boolean;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'dm' | 'thread' | 'forum' | 'announcement';
  /** The channel a Discord thread hangs under. */
  parent: string | null;
  /** Whether the bot was added (Slack) or may see the channel (Discord). */
  botIsMember: boolean;
  isArchived: boolean;
  /** What the bot is denied here, in the platform's own words (`SEND_MESSAGES`, `READ_MESSAGE_HISTORY`, …). */
  denied: string[];
  createdBy: string | null;
  /** Slack: the people in it. Discord: those who may see it, beside administrators. Absent: everybody. */
  members?: string[];
}

export interface Reaction {
  /** Slack: the name without colons (`us`); Discord: the character (`🇺🇸`). */
  emoji: string;
  people: string[];
}

export interface StoredMessage {
  /** Slack: ts; Discord: snowflake. */
  id: string;
  channel: string;
  /** Slack: thread_ts of the parent; Discord: null (a thread is a channel of its own). */
  thread: string | null;
  author: string;
  /** The body as the platform would give it back on reading (text, blocks, metadata … / content, components …). */
  payload: Record<string, unknown>;
  createdAt: number;
  editedAt: number | null;
  reactions: Reaction[];
  /** Set for ephemeral messages: only this person sees it. */
  privateTo: string | null;
  /** Plain words typed by a person that led here, shown above the answer (`/brief distillation`). */
  invokedAs: string | null;
  /** Slack: links of this message that would unfurl, which the payload does not show. Empty or absent: none. */
  unfurls?: string[];
}

/** A modal that is open for one person (Slack only). */
export interface OpenModal {
  id: string;
  person: string;
  view: Record<string, unknown>;
  openedAt: number;
}

/** One request the bot made, for tests and the curious. */
export interface Call {
  at: number;
  /** Slack: the method (`chat.postMessage`); Discord: `POST /channels/:id/messages`. */
  method: string;
  path: string;
  body: unknown;
  status: number;
  /** Slack: the `error` of an `ok: false`; Discord: the numeric code. */
  error: string | number | null;
  fault: string | null;
}

export interface World {
  platform: PlatformName;
  workspace: { id: string; name: string };
  /** Ids of the bot: its user, and its application (Discord) or bot id (Slack). */
  bot: { user: string; app: string; name: string };
  channels: Channel[];
  people: Person[];
  messages: StoredMessage[];
  modals: OpenModal[];
  /** Slack: the App Home of each person for whom the app published one. */
  homes?: { person: string; view: Record<string, unknown> }[];
  /** Registered application commands (Discord), or the manifest's slash commands (Slack). */
  commands: unknown[];
  /** Slack: the manifest's shortcuts. */
  shortcuts?: unknown[];
  /** Slack: the events the app subscribes to (`reaction_added`). */
  events?: string[];
  /** OAuth scopes granted (Slack) or permission names (Discord). */
  scopes: string[];
  /** Whether a bot is connected right now, and with how many sockets. */
  sockets: number;
}
