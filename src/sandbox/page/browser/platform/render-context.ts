import type { Language } from './phrases.ts';

/** Who looks at a message, where and when: all that a renderer may know besides the payload. */
export interface RenderContext {
  /** The language of the page's own words. */
  language: Language;
  /** The reader's BCP 47 locale and IANA zone: dates in messages are shown in these. */
  locale: string;
  timeZone: string;
  /** Epoch milliseconds. */
  now: number;
  /** Images of this origin are drawn; any other is shown as a link, so that looking never leaves the machine. */
  origin: string;
  /** The reader's id. */
  reader: string;
  personName: (id: string) => string | null;
  channelName: (id: string) => string | null;
}
