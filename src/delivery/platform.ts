import type { Payload, Renderer } from '../message/renderer.ts';

/** Where a message goes. */
export interface Place {
  channel: string;
  /** Slack: ts of the parent; Discord: id of the thread. null = the channel itself. */
  thread: string | null;
}

/** A flag that readers set on one of our messages. */
export interface FlagSeen {
  emoji: string;
  /** Whether somebody who is not a bot set it. */
  byPerson: boolean;
}

/**
 * One chat platform, as delivery needs it. Nothing optional: what a platform cannot do shows in its limits.
 * Every call makes at most one attempt, ends within the adapter's time-out, and rejects with a DeliveryError.
 */
export interface Platform {
  readonly name: 'slack' | 'discord';
  /** Slack team id or Discord application id; known once connected. */
  readonly workspace: string;
  readonly renderer: Renderer;
  /**
   * Brings to the platform what a payload needs before it can be posted or shown: pictures. Readers see nothing of it,
   * and doing it again does no harm. A picture that the bot may not bring is left out.
   */
  prepare(payload: Payload, channel: string): Promise<Payload>;
  /**
   * Posts once. `id` is the delivery id that the payload already carries (Discord also derives its nonce from it).
   * Rejects with `unknown-outcome` when the platform may have stored the message.
   */
  post(place: Place, payload: Payload, id: string): Promise<{ messageId: string }>;
  /**
   * Makes sure a thread hangs under a message and returns its id. Slack: the message's own ts, no request.
   * Discord: creates it, or finds the one that exists (idempotent).
   */
  openThread(channel: string, messageId: string, name: string): Promise<string>;
  /**
   * Reads back which of our delivery ids the place shows, newest first, from `since` on (epoch ms).
   * Only messages written by ourselves count. Rejects where the history cannot be read.
   */
  find(place: Place, ids: readonly string[], since: number): Promise<Map<string, string>>;
  /** Replaces the body of one of our messages. Never notifies. */
  edit(place: Place, messageId: string, payload: Payload): Promise<void>;
  /** The reactions on one of our messages that are flags. `isFlag`: whether an emoji, or a name of one, is. */
  flags(place: Place, messageId: string, isFlag: (emoji: string) => boolean): Promise<FlagSeen[]>;
  /** Address at which a person opens the message. */
  link(place: Place, messageId: string): string;
}
