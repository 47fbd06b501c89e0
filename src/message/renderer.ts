import type { Message } from './message.ts';

/** A body ready for the platform's API, without the address (channel, thread) it goes to. JSON only. */
export type Payload = Record<string, unknown>;

export interface RenderOptions {
  /** Delivery or answer id; comes back with every press, and marks a posted message so that it can be found again. */
  id: string;
  /** No push sound or badge where the platform can do that. */
  silent: boolean;
  /** Role to mention (Discord) once, in front; null for none. */
  mentionRole: string | null;
}

/** One platform's pure half: how it says a Message, and whether it fits into one of its messages. */
export interface Renderer {
  readonly platform: 'slack' | 'discord';
  fits(message: Message): boolean;
  render(message: Message, options: RenderOptions): Payload;
}
