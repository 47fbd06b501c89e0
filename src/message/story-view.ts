import type { MessageLanguage } from './message.ts';

/** How stories are to be shown. */
export interface StoryView {
  language: MessageLanguage;
  /** The reader's local date, `YYYY-MM-DD`: stories much older show theirs. */
  today: string;
  /** Whether so-whats and insights are shown. */
  soWhat: boolean;
  /** The reader's IANA zone, for times of the day. */
  zone: string;
}
