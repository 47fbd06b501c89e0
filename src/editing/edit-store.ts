import type { KeptAnswer } from '../answers/stores.ts';
import type { Target } from '../delivery/channel-plan.ts';
import type { DeliveryKind } from '../delivery/delivery-store.ts';
import type { Edition } from '../digest/edition.ts';
import type { BriefEdit, EditKind } from '../digest/edits.ts';
import type { MessageLanguage } from '../message/message.ts';
import type { Payload } from '../message/renderer.ts';

/** A message of ours, posted or to be posted, as far as an edit needs to know it. */
export interface ShownPart extends Target {
  /** Delivery id. */
  id: string;
  kind: DeliveryKind;
  language: MessageLanguage;
  /** Ids of the stories it tells. */
  stories: string[];
  /** Kind of the message that it stands under; null for none. */
  under: DeliveryKind | null;
  isPosted: boolean;
  payload: Payload;
}

/** Messages that tell the same thing in one language, in order. */
export interface Telling {
  chain: string;
  /** The edition it is, or is about, as it was composed. */
  edition: Edition | null;
  /** The public answer it shows, as it was kept; null where it is the edition itself. */
  answer: KeptAnswer | null;
  parts: ShownPart[];
}

/** What a message is to show from now on. */
export interface Rewrite {
  delivery: string;
  payload: Payload;
}

/** A change of the edits that are in force. */
export interface EditChange {
  /** In the place of what is in force for the same file and kind. */
  put: readonly BriefEdit[];
  /** Edits that are in force no more. */
  end: readonly Pick<BriefEdit, 'file' | 'kind'>[];
  /** Who makes it, as a name; '' from the shell. */
  by: string;
  /** Epoch ms. */
  at: number;
}

/** Edits whose messages and archive may not show them yet. */
export interface OpenEdit {
  file: string;
  kind: EditKind;
  at: number;
}

/** What editing keeps; implemented by `store`. Instants are epoch ms. Every method that writes is one transaction. */
export interface EditStore {
  /** Counts the changes of edits. Read it before what a rewrite is made from. */
  editVersion(): Promise<number>;
  /** Edits in force that concern these files. */
  editsOf(files: readonly string[]): Promise<BriefEdit[]>;
  /** When each file was last edited, or an edit of it ended. */
  editedAt(): Promise<Map<string, number>>;
  /** Files that are retracted, in order. */
  retractedFiles(): Promise<string[]>;
  /** Everything in the ledger, posted or not, that tells one of the files. */
  tellingsOf(files: readonly string[]): Promise<Telling[]>;
  /**
   * Puts the change into force, and the messages that it makes different with it: those not posted are posted so, the
   * others are revised. `stale`, and nothing is done, where the edits were changed since `version` was read.
   */
  edit(version: number, change: EditChange, rewrites: readonly Rewrite[]): Promise<'stored' | 'stale'>;
  /** The same for messages that came into the ledger while an edit was made. */
  rewrite(version: number, rewrites: readonly Rewrite[], now: number): Promise<'stored' | 'stale'>;
  /** Edits, and ends of edits, that were not settled before `since`; oldest first. */
  openEdits(since: number): Promise<OpenEdit[]>;
  /** The messages show the edit, and no older ones can come into the ledger any more. */
  settleEdit(edit: OpenEdit, now: number): Promise<void>;
}
