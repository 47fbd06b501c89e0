import type { PlatformName, Slot } from '../digest/edition.ts';

/** A person stopped the editions of a channel. */
export interface ChannelPause {
  /** Who; '' where the settings file says so. */
  by: string;
  /** Epoch ms; null where nobody knows. */
  since: number | null;
}

/** A setting that was set in the chat. */
export interface SetInChat {
  key: string;
  by: string;
  /** Epoch ms. */
  at: number;
}

/** How a channel stands; what `status` shows. Delivery knows it. */
export interface Standing {
  name: string;
  platform: PlatformName;
  channel: string;
  timezone: string;
  state: 'ok' | 'posting' | 'held' | 'paused';
  /** What a person must do; '' where nothing. */
  advice: string;
  last: {
    slot: Slot;
    parts: number;
    posted: number;
    failed: number;
    retries: number;
    /** First post after the slot; null while none. */
    lateMs: number | null;
  } | null;
  next: Slot | null;
  /** Slots of the last 31 days that were on time, of those that were due. */
  onTime: number;
  due: number;
  missed: number;
  /** Slots in a row without news. */
  quiet: number;
  /** A person stopped its editions; `state` is `paused` then, too. */
  pause: ChannelPause | null;
  setInChat: readonly SetInChat[];
}
