import type { PlatformName } from '../../digest/edition.ts';
import type { Spot } from '../hearing.ts';

/** Who changed something: the platform's id, and the name at that time. */
export interface Author {
  id: string;
  name: string;
}

/** One setting of a channel as it was set in the chat. */
export interface Override {
  spot: Spot;
  /** Name of the setting in a channel's entry. */
  key: string;
  value: unknown;
  by: Author;
  /** Epoch ms. */
  at: number;
}

/** Settings of one channel that are changed together, and undone together. */
export interface OverrideChange {
  /** A second change with the same id does nothing. */
  id: string;
  spot: Spot;
  by: Author;
  at: number;
  set: Readonly<Record<string, unknown>>;
  /** Keys of which the file's value counts again. */
  unset: readonly string[];
}

/** A change as it was logged. */
export interface LoggedChange {
  id: string;
  spot: Spot;
  by: Author;
  at: number;
  /** The change that this one takes back; null for none. */
  undoes: string | null;
  /** `undefined`: the file's value counted before, or counts from then on. */
  entries: { key: string; before: unknown; after: unknown }[];
}

export type UndoResult =
  | { outcome: 'undone'; change: LoggedChange }
  /** A key of it was changed later; nothing is changed. */
  | { outcome: 'overtaken'; by: Author }
  | { outcome: 'unknown' };

/** What was set in the chat, and who changed what; implemented by `store`. Every method is one transaction. */
export interface OverrideStore {
  /** The oldest setting first. */
  overrides(platform: PlatformName, workspace: string): Promise<Override[]>;
  /** Null where the id is known, or nothing would change. */
  changeOverrides(change: OverrideChange): Promise<LoggedChange | null>;
  /** Takes a change of this spot back as a whole, unless a key of it was changed since. */
  undoOverrides(id: string, undo: { id: string; spot: Spot; by: Author; at: number }): Promise<UndoResult>;
  /** Newest first. */
  changesOf(spot: Spot, limit: number): Promise<LoggedChange[]>;
}
