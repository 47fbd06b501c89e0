import type { Brief } from '../../briefs/brief.ts';
import type { PlatformName } from '../../digest/edition.ts';
import type { BriefEdit, EditEffect } from '../../digest/edits.ts';
import type { Spot } from '../hearing.ts';
import type { Author } from '../manage/override-store.ts';
import type { EditVerb } from './editable-story.ts';

/** Briefs as their files read now, or the one that cannot be shown, and why; null where its file is gone. */
export type Reread = { briefs: Brief[] } | { file: string; reason: string | null };

/** A change of edits as it is logged. */
export interface LoggedEdit {
  spot: Spot;
  by: Author;
  verb: EditVerb | 'uncorrect';
  files: readonly string[];
  isUndo: boolean;
}

/** What retracting and correcting in the chat needs of the program. `by`: a person's name. */
export interface EditDesk {
  /** Edits in force on these files. */
  editsOf(files: readonly string[]): Promise<BriefEdit[]>;
  retract(files: readonly string[], by: string): Promise<EditEffect>;
  restore(files: readonly string[], by: string): Promise<EditEffect>;
  correct(briefs: readonly Brief[], by: string): Promise<EditEffect>;
  uncorrect(files: readonly string[], before: readonly BriefEdit[], by: string): Promise<EditEffect>;
  /** What the same would change, without doing it. */
  reach: {
    retract(files: readonly string[]): Promise<EditEffect>;
    restore(files: readonly string[]): Promise<EditEffect>;
    correct(briefs: readonly Brief[]): Promise<EditEffect>;
  };
  /** Reads files again. */
  reread(files: readonly string[]): Promise<Reread>;
  /** What the settings call a channel. */
  nameOf(channel: { platform: PlatformName; channel: string }): string;
  /** It is in the ledger. */
  changed(edit: LoggedEdit): void;
}
