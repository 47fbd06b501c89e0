import type { Spot } from '../hearing.ts';

/** What the platform says of a place. */
export interface ChannelFacts {
  name: string;
  kind: 'channel' | 'direct' | 'thread';
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
  /** Comes into a channel that is `joinable`; false where it is refused. */
  join(spot: Spot): Promise<boolean>;
}
