import type { Kysely } from 'kysely';
import type { FollowStore } from '../follows/follow-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

/** What was found for those who follow a topic, and what became of it. */
export function createFollowLedger(db: Kysely<Tables>): FollowStore {
  return {
    async all() {
      const rows = await db.selectFrom('follows').selectAll().orderBy('createdAt').orderBy('id').execute();
      return rows.map(({ seq, at, ...follow }) => ({ ...follow, lookedAt: { seq, at } }));
    },

    arrived: (since, upTo) =>
      db
        .selectFrom('seenBriefs')
        .select(['file', 'seq', 'ingestedAt'])
        .where('seq', '<=', upTo.seq)
        .where('ingestedAt', '<=', upTo.at)
        .where((eb) => eb.or([eb('seq', '>', since.seq), eb('ingestedAt', '>', since.at)]))
        .orderBy('seq')
        .execute(),

    noteMatches: (matches, { follows, upTo, now }) =>
      db.transaction().execute(async (trx) => {
        const rows = matches.map((match) => ({ ...match, foundAt: now, request: '', isTold: 0 }));
        for (const chunk of inChunks(rows, 200))
          await trx
            .insertInto('followMatches')
            .values(chunk)
            .onConflict((conflict) => conflict.columns(['follow', 'file']).doNothing())
            .execute();
        for (const chunk of inChunks([...follows], 200))
          await trx.updateTable('follows').set(upTo).where('id', 'in', chunk).execute();
      }),

    waiting: (platform, workspace, until) =>
      db
        .selectFrom('followMatches')
        .innerJoin('follows', 'follows.id', 'followMatches.follow')
        .select(['follows.platform', 'follows.workspace', 'follows.person'])
        .distinct()
        .where('follows.platform', '=', platform)
        .where('follows.workspace', '=', workspace)
        .where('isTold', '=', 0)
        .where('foundAt', '<=', until)
        .orderBy('follows.person')
        .execute(),

    claim: (reader, request, until) =>
      db.transaction().execute(async (trx) => {
        const own = trx
          .selectFrom('follows')
          .select('id')
          .where('platform', '=', reader.platform)
          .where('workspace', '=', reader.workspace)
          .where('person', '=', reader.person);
        const taken = await trx
          .selectFrom('followMatches')
          .select('request')
          .distinct()
          .where('follow', 'in', own)
          .where('isTold', '=', 0)
          .where('request', '!=', '')
          .execute();
        for (const { request: before } of taken) {
          const isStored = await isInLedger(trx, before);
          await trx
            .updateTable('followMatches')
            .set(isStored ? { isTold: 1 } : { request: '' })
            .where('request', '=', before)
            .execute();
        }
        if (await isInLedger(trx, request)) return [];
        return trx
          .updateTable('followMatches')
          .set({ request })
          .where('follow', 'in', own)
          .where('request', '=', '')
          .where('foundAt', '<=', until)
          .returning(['follow', 'file'])
          .execute();
      }),

    async told(request) {
      await db.updateTable('followMatches').set({ isTold: 1 }).where('request', '=', request).execute();
    },

    async toldFiles(follows) {
      if (follows.length === 0) return [];
      return db
        .selectFrom('followMatches')
        .select(['follow', 'file'])
        .where('follow', 'in', [...follows])
        .where('isTold', '=', 1)
        .execute();
    },

    endRefused: () =>
      db.transaction().execute(async (trx) => {
        const ended = await trx
          .selectFrom('follows')
          .innerJoin('deliveries', (join) =>
            join
              .onRef('deliveries.person', '=', 'follows.person')
              .onRef('deliveries.platform', '=', 'follows.platform')
              .onRef('deliveries.workspace', '=', 'follows.workspace')
              .onRef('deliveries.createdAt', '>=', 'follows.createdAt'),
          )
          .select(['follows.id', 'follows.platform', 'follows.workspace', 'follows.person'])
          .distinct()
          .where('deliveries.kind', '=', 'direct')
          .where('deliveries.status', '=', 'failed')
          .where('deliveries.errorCode', 'in', ['forbidden', 'not-found'])
          .execute();
        for (const { id, platform, workspace, person } of ended) {
          await trx.deleteFrom('follows').where('id', '=', id).execute();
          await trx.deleteFrom('followMatches').where('follow', '=', id).execute();
          await trx
            .updateTable('readers')
            .set({ directChannel: '' })
            .where('platform', '=', platform)
            .where('workspace', '=', workspace)
            .where('person', '=', person)
            .execute();
        }
        if (ended.length > 0)
          await trx
            .deleteFrom('readers')
            .where('language', '=', '')
            .where('directChannel', '=', '')
            .execute();
        return ended.length;
      }),
  };
}

async function isInLedger(trx: Kysely<Tables>, request: string): Promise<boolean> {
  const row = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('chain', '=', request)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
