import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Events already handled, and single values. */
export interface SmallLedger {
  /** Notes a platform's event; false where it was noted before (within a day). */
  noteEvent(id: string): Promise<boolean>;
  value(key: string): Promise<string | null>;
  setValue(key: string, value: string): Promise<void>;
  /** Why a file was in, or out of, the editions of a channel's entry: newest edition first. */
  verdictsOn(
    file: string,
    name: string,
  ): Promise<{ edition: string; story: string; reason: unknown; score: number | null }[]>;
  /** Drops what nobody asks for any more; call it about once a day. */
  prune(): Promise<void>;
}

const day = 86_400_000;

export function createSmallLedger(db: Kysely<Tables>, clock: () => number): SmallLedger {
  return {
    async noteEvent(id) {
      const row = await db
        .insertInto('platformEvents')
        .values({ id, seenAt: clock() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async value(key) {
      const row = await db.selectFrom('keptValues').select('value').where('key', '=', key).executeTakeFirst();
      return row?.value ?? null;
    },

    async setValue(key, value) {
      await db
        .insertInto('keptValues')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },

    async verdictsOn(file, name) {
      const rows = await db
        .selectFrom('verdicts')
        .select(['edition', 'story', 'reasonJson'])
        .where('file', '=', file)
        .where('name', '=', name)
        .orderBy('edition', 'desc')
        .execute();
      return rows.map(({ reasonJson, ...row }) => ({ ...row, ...JSON.parse(reasonJson) }));
    },

    async prune() {
      const now = clock();
      await db
        .deleteFrom('platformEvents')
        .where('seenAt', '<', now - day)
        .execute();
      await db
        .deleteFrom('answers')
        .where('createdAt', '<', now - 30 * day)
        // What a channel shows is kept: it may have to be taken back one day.
        .where((eb) =>
          eb.not(
            eb.exists(
              eb.selectFrom('deliveries').select('id').whereRef('deliveries.chain', '=', 'answers.id'),
            ),
          ),
        )
        .execute();
      await db
        .deleteFrom('deliveries')
        .where('kind', '=', 'direct')
        .where('settled', '=', 1)
        .where('createdAt', '<', now - 30 * day)
        .execute();
      await db
        .deleteFrom('followMatches')
        .where('isTold', '=', 1)
        .where('foundAt', '<', now - 180 * day)
        .execute();
      await db
        .updateTable('deliveries')
        .set({ payloadJson: '{}' })
        .where('settled', '=', 1)
        .where('createdAt', '<', now - 90 * day)
        .where('payloadJson', '!=', '{}')
        .execute();
    },
  };
}
