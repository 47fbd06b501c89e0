import type { Brief } from '../briefs/brief.ts';
import type { PlatformName } from './edition.ts';

export type EditKind = 'retracted' | 'corrected';

/** What a person of the editors did to a brief after it was told. */
export interface BriefEdit {
  file: string;
  kind: EditKind;
  /** Epoch ms. */
  at: number;
  /** Who did it, as a name; '' from the shell. */
  by: string;
  /** As the brief reads now, where it was corrected. */
  brief: Brief | null;
  /** The briefs that stand beside it in stories as they were told, for telling those without it. */
  others: readonly Brief[];
}

/** What an edit changes, for the person who makes it. */
export interface EditEffect {
  /** How many messages of ours read otherwise, posted or waiting. */
  messages: number;
  /** The channels they are in. */
  channels: { platform: PlatformName; channel: string }[];
}

/** Edits that are in force, by file. */
export interface Edits {
  retracted: ReadonlyMap<string, BriefEdit>;
  corrected: ReadonlyMap<string, BriefEdit>;
}

export function indexEdits(edits: readonly BriefEdit[]): Edits {
  const of = (kind: EditKind) =>
    new Map(edits.filter((edit) => edit.kind === kind).map((edit) => [edit.file, edit]));
  return { retracted: of('retracted'), corrected: of('corrected') };
}
