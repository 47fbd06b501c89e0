import type { PlatformName } from '../../digest/edition.ts';
import type { Author } from '../manage/override-store.ts';

/** What somebody reported, for the operator. Texts are as people wrote them: escape before showing. */
export interface Report {
  /** The same report has the same id. */
  id: string;
  by: Author;
  platform: PlatformName;
  /** What the settings call the channel; its id where they do not know it; '' in a direct message. */
  channel: string;
  /** What the story is called; '' for the whole message. */
  title: string;
  /** '' where nothing was written. */
  text: string;
  /** Where the message can be opened; '' where nobody else could. */
  link: string;
}

/** What reporting needs of the program. */
export interface ReportDesk {
  /** Notes something for a day; false where it is noted already. */
  note(id: string): Promise<boolean>;
  /** Tells the operator; `noted` where the settings name no channel for that, or it is not connected: it is in the log alone. */
  tell(report: Report): Promise<'told' | 'noted'>;
  /** What the settings call a channel; its id where they do not know it. */
  nameOf(channel: { platform: PlatformName; channel: string }): string;
}
