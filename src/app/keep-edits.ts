import type { Logger } from 'pino';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import type { Editor } from '../editing/create-editor.ts';
import type { OpenEdit } from '../editing/edit-store.ts';
import type { Store } from '../store/open-store.ts';

/** After so long nothing that was made from the text before an edit can still come into the ledger, ms. */
const settlesAfterMs = 60_000;
/** So long an edit is looked at by every program on the ledger, for each keeps an archive of its own, ms. */
const sharedMs = 300_000;

export interface EditsKept {
  /**
   * Brings messages, archive, feeds and search up to the edits that were made since; by whomever. One that cannot be
   * carried out holds up no other.
   */
  run(): Promise<void>;
}

/** Sees edits through that were made here, from the shell or by another program. */
export function keepEdits(options: {
  store: Pick<Store, 'openEdits' | 'settleEdit' | 'posted'>;
  editor: Pick<Editor, 'catchUp'>;
  archive: DeliveryOptions['onEditionsPosted'];
  /** Takes out of the search what was retracted, and puts back what no longer is. */
  look: () => Promise<unknown>;
  logger: Logger;
  clock: () => number;
}): EditsKept {
  const { store, editor, archive, look, logger, clock } = options;
  /** When each was first seen here, by its name and instant; null once it is over with. */
  const seen = new Map<string, number | null>();

  async function see(edit: OpenEdit): Promise<void> {
    const key = `${edit.kind} ${edit.at} ${edit.file}`;
    const since = seen.get(key);
    if (since === null) return;
    const now = clock();
    if (since !== undefined && now - since < settlesAfterMs) {
      await editor.catchUp([edit.file]);
      return;
    }
    // What people see first.
    const editions = await editor.catchUp([edit.file]);
    if (since === undefined) await look();
    await writeAgain(editions);
    seen.set(key, since === undefined ? now : null);
    if (since === undefined) logger.info({ file: edit.file, kind: edit.kind }, 'an edit is carried out');
    else await store.settleEdit(edit, now);
  }

  /** The archive of editions that were posted as a whole; the others are written when they are. */
  async function writeAgain(editions: readonly string[]): Promise<void> {
    const posted = await store.posted(editions);
    const whole = posted.filter(({ parts }) =>
      parts.every(({ status }) => ['sent', 'failed', 'withdrawn'].includes(status)),
    );
    if (whole.length > 0) await archive(whole);
  }

  return {
    async run() {
      for (const edit of await store.openEdits(clock() - sharedMs)) {
        try {
          await see(edit);
        } catch (error) {
          const about = { err: error, file: edit.file, kind: edit.kind };
          logger.error(about, 'an edit could not be carried out; it is tried again, and the others go on');
        }
      }
    },
  };
}
