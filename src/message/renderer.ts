import type { Message } from './message.ts';

/** A body ready for the platform's API, without the address (channel, thread) it goes to. JSON only. */
export type Payload = Record<string, unknown>;

/** A file that a payload shows, carried in it under `uploads` until the platform has it. */
export interface Upload {
  /** Stands in the payload where the platform's own name for the file goes. */
  ref: string;
  /** `chart.png` */
  name: string;
  alt: string;
  /** Base64. */
  data: string;
}

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
