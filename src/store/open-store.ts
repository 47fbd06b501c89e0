import path from 'node:path';
import type { OverrideStore } from '../answers/manage/override-store.ts';
import type { ReaderStore } from '../answers/reader-store.ts';
import type { AnswerStore } from '../answers/stores.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { EditStore } from '../editing/edit-store.ts';
import type { FollowStore } from '../follows/follow-store.ts';
import { createAnswerLedger } from './answer-ledger.ts';
import { type ArchiveLedger, createArchiveLedger } from './archive-ledger.ts';
import { type BriefLedger, createBriefLedger } from './brief-ledger.ts';
import { createDeliveryLedger } from './delivery-ledger.ts';
import { createEditLedger } from './edit-ledger.ts';
import { createEditionLedger } from './edition-ledger.ts';
import { createFollowLedger } from './follow-ledger.ts';
import { createHealthLedger } from './health-ledger.ts';
import { whyMoved } from './migrate-ledger.ts';
import { type Engine, openDatabase, type StorePlace } from './open-database.ts';
import { createOverrideLedger } from './override-ledger.ts';
import { createReaderLedger } from './reader-ledger.ts';
import { createRevisionLedger } from './revision-ledger.ts';
import { createSlotLedger } from './slot-ledger.ts';
import { createSmallLedger, type SmallLedger } from './small-ledger.ts';
import { StoreError } from './store-error.ts';
import { createTellings } from './tellings.ts';
import { watchFile } from './watch-file.ts';
import { whyUnwritable } from './why-unwritable.ts';

/** Everything the program remembers. Instants are epoch ms. */
export interface Store
  extends DeliveryStore,
    AnswerStore,
    EditStore,
    BriefLedger,
    SmallLedger,
    ArchiveLedger,
    OverrideStore {
  readonly engine: Engine;
  readonly readers: ReaderStore;
  readonly follows: FollowStore;
  /** Why nobody may begin on this ledger any more, in a sentence; null = one may. */
  whyClosed(): Promise<string | null>;
  /** Why what is written is not kept, in a sentence: the file was removed under the program. null = it is. */
  whyAway(): string | null;
  /** Why it is closed or away, or cannot be written to, as a standby or a full disk cannot. Writes one small value. */
  whyUnusable(): Promise<string | null>;
  /** SQL statements run so far. */
  statements(): number;
  close(): Promise<void>;
}

/**
 * Opens the state: SQLite in a folder, or PostgreSQL 15 and later.
 * @throws StoreError with a sentence for the owner
 */
export async function openStore(place: StorePlace & { clock: () => number }): Promise<Store> {
  let statements = 0;
  const { db, engine } = await openDatabase(place, () => {
    statements += 1;
  });
  const small = createSmallLedger(db, place.clock);
  const why = await whyMoved(db);
  if (why !== null) {
    await db.destroy();
    throw new StoreError(why);
  }
  const whyAway = 'dataDir' in place ? watchFile(path.join(place.dataDir, 'sowhat.db')) : () => null;
  return {
    ...createArchiveLedger(db),
    ...createSlotLedger(db),
    ...createDeliveryLedger(db),
    ...createEditionLedger(db),
    ...createHealthLedger(db),
    ...createAnswerLedger(db),
    ...createRevisionLedger(db),
    ...createOverrideLedger(db),
    ...createEditLedger(db),
    ...createTellings(db),
    ...createBriefLedger(db, place.clock),
    ...small,
    readers: createReaderLedger(db),
    follows: createFollowLedger(db),
    engine,
    whyClosed: () => whyMoved(db),
    whyAway,
    whyUnusable: async () => whyAway() ?? (await whyMoved(db)) ?? (await whyUnwritable(db)),
    statements: () => statements,
    close: () => db.destroy(),
  };
}
