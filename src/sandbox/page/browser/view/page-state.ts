import type { PlatformName, World } from '../../../world.ts';
import type { Language } from '../platform/phrases.ts';
import type { Act, Confirmation } from '../tree/act.ts';

export type Theme = 'auto' | 'light' | 'dark';
/** The two boxes a person can type into. */
export type Box = 'channel' | 'thread';

/** Where the page is; `thread` is a Slack `thread_ts` or the id of a Discord thread. */
export interface Place {
  platform: PlatformName;
  channel: string;
  thread: string | null;
}

/** Something only this person at this page sees: a platform's error, or a command on its way. */
export interface Notice {
  id: string;
  kind: 'error' | 'pending';
  platform: PlatformName;
  channel: string;
  thread: string | null;
  /** The message whose button failed; null for a command. */
  message: string | null;
  person: string;
  text: string;
  at: number;
}

/** One line of the list above the box. */
export interface Suggestion {
  label: string;
  detail: string;
  /** What the box holds once it is chosen. */
  text: string;
  /** Discord: the value behind a chosen name. */
  choice: { name: string; value: string } | null;
}

export interface Suggestions {
  box: Box;
  items: Suggestion[];
  /** The highlighted line, -1 for none. */
  index: number;
}

/** Where a control stands: in a message of a channel, or in a modal. */
export interface Spot {
  message: string | null;
  channel: string | null;
  modal: string | null;
}

/** Everything the page shows, as plain data: `renderPage` is a pure function of it. */
export interface PageState {
  worlds: Readonly<Record<PlatformName, World | null>>;
  place: Place;
  /** Who acts, by platform. */
  person: Readonly<Record<PlatformName, string>>;
  language: Language;
  theme: Theme;
  timeZone: string;
  origin: string;
  now: number;
  /** A picture of messages, with which nothing can be done. */
  isStill: boolean;
  isOffline: boolean;
  isDrawerOpen: boolean;
  /** The message whose menu (on a phone: sheet) is open, and the one whose emoji picker is. */
  actionsFor: string | null;
  pickerFor: string | null;
  drafts: Readonly<Record<string, string>>;
  suggestions: Suggestions | null;
  notices: readonly Notice[];
  /** The bot's complaints about a submitted modal, by modal and `block_id`. */
  complaints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** A press that waits for its confirmation. */
  asking: {
    confirmation: Confirmation;
    act: Extract<Act, { do: 'press' }>;
    spot: Spot;
    values: string[];
  } | null;
  /** A short word at the bottom, gone after a while. */
  toast: string | null;
  /** The newest message a person has had before their eyes, by channel (epoch ms). */
  seen: Readonly<Record<string, number>>;
  /** How many of the newest messages of a channel are drawn. */
  limit: number;
}

/** The key of a draft or of what was seen: one per channel and thread. */
export function placeKey(place: Place, box: Box = 'channel'): string {
  return [place.platform, place.channel, ...(box === 'thread' ? [place.thread ?? ''] : [])].join('/');
}
