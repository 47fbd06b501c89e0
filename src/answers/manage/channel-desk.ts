import type { Speaker, Spot } from '../hearing.ts';

/** What the platform says of a place. */
export interface ChannelFacts {
  name: string;
  /** `other`: editions cannot be posted there, as in a voice channel or a forum. */
  kind: 'channel' | 'direct' | 'thread' | 'other';
  /** Who made it, where that gives a say; null elsewhere. */
  creator: string | null;
  /** Whether the bot is in it, may come in by itself, or must be let in by a person. */
  access: 'in' | 'joinable' | 'out';
  /** Rights that the bot lacks there, as the platform's pages call them. */
  lacks: readonly string[];
}

/** Asks the platforms about channels; implemented by `slack` and `discord`. */
export interface ChannelDesk {
  /** Null where the bot cannot see the place. Rejects where the platform does not answer. */
  facts(spot: Spot): Promise<ChannelFacts | null>;
  /** Comes into a channel that is `joinable`; `later` where the platform does not answer now. */
  join(spot: Spot): Promise<'in' | 'refused' | 'later'>;
  /** Whether the person's rights are those of who manages the place, as they are at this moment; null where it does not tell. */
  mayManage(spot: Spot, speaker: Speaker): Promise<boolean | null>;
}
