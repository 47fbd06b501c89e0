import type { EditionLanguage, Slot } from '../../digest/edition.ts';
import type { ChannelPause, SetInChat } from '../standing.ts';
import type { LoggedChange } from './override-store.ts';

/** The settings of one channel as those who look after it read them. */
export interface Sheet {
  name: string;
  language: EditionLanguage;
  schedule: string;
  timezone: string;
  topics: string[];
  pause: ChannelPause | null;
  next: Slot | null;
  /** The settings file has an entry for it. */
  isInFile: boolean;
  setInChat: readonly SetInChat[];
  /** The newest change; null for none. */
  last: Pick<LoggedChange, 'id' | 'by' | 'at'> | null;
}
