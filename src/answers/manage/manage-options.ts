import type { Edition, EditionLanguage, PlatformName } from '../../digest/edition.ts';
import type { Spot } from '../hearing.ts';
import type { Standing } from '../standing.ts';
import type { ChannelDesk } from './channel-desk.ts';
import type { LoggedChange, OverrideStore } from './override-store.ts';

/** A channel's settings that count now, as far as the chat shows them. */
export interface ManagedChannel {
  name: string;
  language: EditionLanguage;
  schedule: string;
  timezone: string;
  topics: string[];
  /** The settings file has an entry for it. */
  isInFile: boolean;
}

/** What looking after channels in the chat needs of the program. */
export interface ManageOptions {
  overrides: OverrideStore;
  desk: ChannelDesk;
  /** People that the settings name, by platform. */
  managers: () => Readonly<Record<PlatformName, readonly string[]>>;
  /** Null where the channel gets no editions. */
  channelAt: (spot: Spot) => ManagedChannel | null;
  /** A change is in the ledger: the program goes by it from here on. */
  changed: (change: LoggedChange) => Promise<void>;
  /** Reads again what was set in the chat: another program on the ledger may have heard it. */
  refresh: () => Promise<void>;
  /** A name for the entry of a place out of the channel's name, unlike the others. */
  nameFor: (channelName: string, spot: Spot) => string;
  /** How one channel stands; null where it is not connected. */
  standing: (name: string) => Promise<Standing | null>;
  /** What the channel would get now; null for nothing. Stores nothing. */
  preview: (name: string) => Promise<Edition | null>;
  /** Posts what is new now. @returns how many stories; 0 where there are none */
  postNow: (name: string) => Promise<number>;
  /** Zone of a channel that is set up without one. */
  zone: () => string;
  /** Whether the platform can show a form; else options take its place. */
  takesForm: (platform: PlatformName) => boolean;
}
