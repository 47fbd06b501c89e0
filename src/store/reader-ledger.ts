import type { Kysely } from 'kysely';
import type { Follow, Reader, ReaderStore } from '../answers/reader-store.ts';
import type { Tables } from './tables.ts';

const key = ({ platform, workspace, person }: Reader): Reader => ({ platform, workspace, person });

/** What readers keep for themselves. */
export function createReaderLedger(db: Kysely<Tables>): ReaderStore {
  const readerRow = (reader: Reader) =>
    db
      .selectFrom('readers')
      .select(['language', 'directChannel'])
      .where('platform', '=', reader.platform)
      .where('workspace', '=', reader.workspace)
      .where('person', '=', reader.person)
      .executeTakeFirst();

  const followRows = (trx: Kysely<Tables>, reader: Reader) =>
    trx
      .selectFrom('follows')
      .select(['id', 'topic', 'language', 'createdAt'])
      .where('platform', '=', reader.platform)
      .where('workspace', '=', reader.workspace)
      .where('person', '=', reader.person)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();

  async function set(
    reader: Reader,
    change: Partial<Pick<Tables['readers'], 'language' | 'directChannel'>>,
  ): Promise<void> {
    await db
      .insertInto('readers')
      .values({ ...key(reader), language: '', directChannel: '', ...change })
      .onConflict((conflict) => conflict.columns(['platform', 'workspace', 'person']).doUpdateSet(change))
      .execute();
    await db.deleteFrom('readers').where('language', '=', '').where('directChannel', '=', '').execute();
  }

  return {
    language: async (reader) => (await readerRow(reader))?.language || null,
    setLanguage: (reader, language) => set(reader, { language: language ?? '' }),

    follow: (reader, { from, ...follow }, atMost) =>
      db.transaction().execute(async (trx) => {
        const before: Follow[] = await followRows(trx, reader);
        if (before.some(({ topic }) => topic.toLowerCase() === follow.topic.toLowerCase())) return 'known';
        if (before.length >= atMost) return 'full';
        await trx
          .insertInto('follows')
          .values({ ...key(reader), ...follow, ...from })
          .execute();
        return 'stored';
      }),

    follows: (reader) => followRows(db, reader),

    unfollow: (reader, id) =>
      db.transaction().execute(async (trx) => {
        const gone = await trx
          .deleteFrom('follows')
          .where('id', '=', id)
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .where('person', '=', reader.person)
          .executeTakeFirst();
        if (gone.numDeletedRows === 0n) return false;
        await trx.deleteFrom('followMatches').where('follow', '=', id).execute();
        return true;
      }),

    directChannel: async (reader) => (await readerRow(reader))?.directChannel || null,
    keepDirectChannel: (reader, directChannel) => set(reader, { directChannel }),

    forget: (reader) =>
      db.transaction().execute(async (trx) => {
        const kept = await trx
          .deleteFrom('readers')
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .where('person', '=', reader.person)
          .returning(['language', 'directChannel'])
          .executeTakeFirst();
        const follows = await trx
          .deleteFrom('follows')
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .where('person', '=', reader.person)
          .returning('id')
          .execute();
        const ids = follows.map(({ id }) => id);
        if (ids.length > 0) await trx.deleteFrom('followMatches').where('follow', 'in', ids).execute();
        const messages = await trx
          .deleteFrom('deliveries')
          .where('person', '=', reader.person)
          .where('kind', '=', 'direct')
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .returning('chain')
          .execute();
        // What such a message showed is kept for its buttons.
        const chains = [...new Set(messages.map(({ chain }) => chain))];
        if (chains.length > 0) await trx.deleteFrom('answers').where('id', 'in', chains).execute();
        // The posts stay in their channels; that this person shared them is forgotten.
        const shares = await trx
          .updateTable('deliveries')
          .set({ person: '' })
          .where('person', '=', reader.person)
          .where('kind', '=', 'share')
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .returning('chain')
          .execute();
        const shared = [...new Set(shares.map(({ chain }) => chain))];
        const copies =
          shared.length === 0
            ? []
            : await trx.selectFrom('answers').select(['id', 'bodyJson']).where('id', 'in', shared).execute();
        for (const { id, bodyJson } of copies) {
          const { sharedBy: _, ...body } = JSON.parse(bodyJson);
          await trx
            .updateTable('answers')
            .set({ bodyJson: JSON.stringify(body) })
            .where('id', '=', id)
            .execute();
        }
        return {
          shares: shared.length,
          language: (kept?.language ?? '') !== '',
          follows: ids.length,
          direct: messages.length > 0 || (kept?.directChannel ?? '') !== '',
        };
      }),
  };
}
