import type { PlatformName, Slot } from '../digest/edition.ts';

/** How a channel stands; what `status` shows. Delivery knows it. */
export interface Standing {
  name: string;
  platform: PlatformName;
  channel: string;
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
}
