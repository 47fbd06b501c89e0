import type { Language } from '../briefs/brief.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Spot } from './hearing.ts';

/** One person in one workspace. */
export interface Reader {
  platform: PlatformName;
  workspace: string;
  person: string;
}

/** A topic somebody wants to hear of in a direct message. */
export interface Follow {
  id: string;
  topic: string;
  /** The language it was asked for in. */
  language: Language;
  createdAt: number;
}

/**
 * How far the briefs go that were looked at: those first seen as number `seq` or before and taken in at `at`
 * (epoch ms) or before.
 */
export interface LookedAt {
  seq: number;
  at: number;
}

/** What was kept of a person until it was forgotten. */
export interface Forgotten {
  language: boolean;
  follows: number;
  /** Direct messages with the bot, as the ledger knew them. */
  direct: boolean;
  /** Answers shared with channels, which nobody can take back from then on. */
  shares: number;
}

/** What is kept of a person: the language, what is followed, and where the direct messages go. Implemented by `store`. */
export interface ReaderStore {
  /** null where the person chose none. */
  language(reader: Reader): Promise<Language | null>;
  setLanguage(reader: Reader, language: Language | null): Promise<void>;
  /**
   * Notes a topic; briefs up to `from` do not count.
   * `known`: the person follows it already. `full`: the person follows as many as may be.
   */
  follow(
    reader: Reader,
    follow: Follow & { from: LookedAt },
    atMost: number,
  ): Promise<'stored' | 'known' | 'full'>;
  /** The oldest first. */
  follows(reader: Reader): Promise<Follow[]>;
  /** Ends one of the person's follows; false where there is none of this id. */
  unfollow(reader: Reader, id: string): Promise<boolean>;
  /** Where the person's direct messages go; null where that is not known yet. */
  directChannel(reader: Reader): Promise<string | null>;
  keepDirectChannel(reader: Reader, channel: string): Promise<void>;
  /** Deletes everything kept of the person, direct messages in the ledger and the name under shared answers there included. */
  forget(reader: Reader): Promise<Forgotten>;
}

/** Somebody, as what is kept of them is found. */
export function readerAt({ platform, workspace }: Spot, person: string): Reader {
  return { platform, workspace, person };
}
