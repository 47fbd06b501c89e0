import type { Kysely } from 'kysely';
import type { BriefEdit } from '../digest/edits.ts';
import type { EditChange, EditStore } from '../editing/edit-store.ts';
import { inChunks } from './in-chunks.ts';
import { nextNumber } from './next-number.ts';
import { returnRetracted } from './return-retracted.ts';
import { rewriteDeliveries } from './rewrite-deliveries.ts';
import type { Tables } from './tables.ts';

const counter = 'edits';

/** What the editors took back or mended, one row a file and kind. */
export function createEditLedger(db: Kysely<Tables>): Omit<EditStore, 'tellingsOf'> {
  return {
    async editVersion() {
      const row = await db
        .selectFrom('counters')
        .select('value')
        .where('name', '=', counter)
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    editsOf: (files) => editsOf(db, files),

    async editedAt() {
      const rows = await db
        .selectFrom('edits')
        .select((eb) => ['file', eb.fn.max('at').as('at')])
        .groupBy('file')
        .execute();
      return new Map(rows.map(({ file, at }) => [file, Number(at)]));
    },

    retractedFiles: async () => [...(await retractedFiles(db))],

    edit: (version, change, rewrites) =>
      db.transaction().execute(async (trx) => {
        if (!(await isCurrent(trx, version))) return 'stale';
        await nextNumber(trx, counter, 1);
        await putChange(trx, change);
        await rewriteDeliveries(trx, rewrites, change.at);
        return 'stored';
      }),

    rewrite: (version, rewrites, now) =>
      db.transaction().execute(async (trx) => {
        if (!(await isCurrent(trx, version))) return 'stale';
        await rewriteDeliveries(trx, rewrites, now);
        return 'stored';
      }),

    openEdits: (since) =>
      db
        .selectFrom('edits')
        .select(['file', 'kind', 'at'])
        .where((eb) => eb.or([eb('settledAt', 'is', null), eb('settledAt', '>=', since)]))
        .orderBy('at')
        .orderBy('file')
        .execute(),

    async settleEdit({ file, kind, at }, now) {
      await db
        .updateTable('edits')
        .set({ settledAt: now })
        .where('file', '=', file)
        .where('kind', '=', kind)
        .where('at', '=', at)
        .where('settledAt', 'is', null)
        .execute();
    },
  };
}

/** Edits in force that concern these files. */
export async function editsOf(db: Kysely<Tables>, files: readonly string[]): Promise<BriefEdit[]> {
  if (files.length === 0) return [];
  // Edits are few and files may be many: only those that have any are asked for.
  const all = await db.selectFrom('edits').select('file').distinct().where('isUndone', '=', 0).execute();
  const wanted = new Set(files);
  const edited = all.map(({ file }) => file).filter((file) => wanted.has(file));
  const found: BriefEdit[] = [];
  for (const chunk of inChunks(edited, 500)) {
    const rows = await db
      .selectFrom('edits')
      .select(['file', 'kind', 'at', 'author', 'briefJson', 'othersJson'])
      .where('file', 'in', chunk)
      .where('isUndone', '=', 0)
      .execute();
    for (const { author, briefJson, othersJson, ...row } of rows)
      found.push({
        ...row,
        by: author,
        brief: briefJson === null ? null : JSON.parse(briefJson),
        others: JSON.parse(othersJson),
      });
  }
  return found;
}

/** What is retracted, in order. */
export async function retractedFiles(db: Kysely<Tables>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('edits')
    .select('file')
    .where('kind', '=', 'retracted')
    .where('isUndone', '=', 0)
    .orderBy('file')
    .execute();
  return new Set(rows.map(({ file }) => file));
}

/** Takes the lock that every change of edits takes, until the transaction ends. */
async function isCurrent(trx: Kysely<Tables>, version: number): Promise<boolean> {
  return (await nextNumber(trx, counter, 0)) - 1 === version;
}

async function putChange(trx: Kysely<Tables>, { put, end, by, at }: EditChange): Promise<void> {
  for (const edit of put) {
    const row = {
      at: edit.at,
      author: edit.by,
      briefJson: edit.brief && JSON.stringify(edit.brief),
      othersJson: JSON.stringify(edit.others),
      isUndone: 0,
      settledAt: null,
    };
    await trx
      .insertInto('edits')
      .values({ file: edit.file, kind: edit.kind, ...row })
      .onConflict((conflict) => conflict.columns(['file', 'kind']).doUpdateSet(row))
      .execute();
  }
  for (const { file, kind } of end) {
    await trx
      .updateTable('edits')
      .set({ isUndone: 1, at, author: by, settledAt: null })
      .where('file', '=', file)
      .where('kind', '=', kind)
      .execute();
    if (kind === 'retracted') await returnRetracted(trx, file);
  }
}
