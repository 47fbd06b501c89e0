import type { Language } from '../../briefs/brief.ts';
import type { Edition } from '../../digest/edition.ts';

/** How a view is shown to one person. */
export interface ShowView {
  language: Language;
  /** Local date of the reader's channel, `YYYY-MM-DD`. */
  today: string;
  soWhat: boolean;
  /** IANA zone of the reader's channel. */
  zone: string;
  /** The edition that an `edition` or `rest` view is about. */
  edition: Edition | null;
  /** Where an answer may be shared: with the channel it is given in, and with others that get editions. */
  sharing: { here: boolean; elsewhere: boolean };
  /** Stories a page of hits shows. */
  pageSize: number;
}
