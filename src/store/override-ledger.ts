import type { Kysely, Selectable } from 'kysely';
import type { Spot } from '../answers/hearing.ts';
import type { Author, LoggedChange, Override, OverrideStore } from '../answers/manage/override-store.ts';
import { nextNumber } from './next-number.ts';
import type { Tables } from './tables.ts';

type ChangeRow = Selectable<Tables['overrideChanges']>;

interface Change {
  id: string;
  spot: Spot;
  by: Author;
  at: number;
  undoes: string | null;
  /** `undefined` takes the override away. */
  wanted: readonly { key: string; value: unknown }[];
}

/** What was set in the chat, and who changed what. */
export function createOverrideLedger(db: Kysely<Tables>): OverrideStore {
  return {
    async overrides(platform, workspace) {
      const rows = await db
        .selectFrom('overrides')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .orderBy('at')
        .orderBy('channel')
        .orderBy('key')
        .execute();
      return rows.map(
        ({ key, valueJson, author, authorName, at, channel }): Override => ({
          spot: { platform, workspace, channel },
          key,
          value: JSON.parse(valueJson),
          by: { id: author, name: authorName },
          at,
        }),
      );
    },

    changeOverrides: ({ id, spot, by, at, set, unset }) =>
      db.transaction().execute(async (trx) => {
        const seq = await takeTurn(trx);
        const wanted = [
          ...Object.entries(set).map(([key, value]) => ({ key, value })),
          ...unset.map((key) => ({ key, value: undefined })),
        ];
        if ((await rowsOf(trx, id)).length > 0) return null;
        return change(trx, seq, { id, spot, by, at, undoes: null, wanted });
      }),

    undoOverrides: (id, undo) =>
      db.transaction().execute(async (trx) => {
        const seq = await takeTurn(trx);
        const rows = await rowsOf(trx, id);
        const logged = loggedChange(rows);
        if (logged === null || !isSameSpot(logged.spot, undo.spot)) return { outcome: 'unknown' };
        const later = await trx
          .selectFrom('overrideChanges')
          .select(['author', 'authorName'])
          .where('platform', '=', logged.spot.platform)
          .where('workspace', '=', logged.spot.workspace)
          .where('channel', '=', logged.spot.channel)
          .where('seq', '>', rows[0]?.seq ?? 0)
          .where(
            'key',
            'in',
            logged.entries.map(({ key }) => key),
          )
          .orderBy('seq', 'desc')
          .executeTakeFirst();
        if (later) return { outcome: 'overtaken', by: { id: later.author, name: later.authorName } };
        const wanted = logged.entries.map(({ key, before }) => ({ key, value: before }));
        const undone = await change(trx, seq, { ...undo, spot: logged.spot, undoes: id, wanted });
        return undone === null ? { outcome: 'unknown' } : { outcome: 'undone', change: undone };
      }),

    async changesOf({ platform, workspace, channel }, limit) {
      const rows = await db
        .selectFrom('overrideChanges')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .orderBy('seq', 'desc')
        .orderBy('key')
        .limit(limit * keysAtMost)
        .execute();
      const ids = [...new Set(rows.map(({ id }) => id))].slice(0, limit);
      return ids.flatMap((id) => loggedChange(rows.filter((row) => row.id === id)) ?? []);
    },
  };
}

function isSameSpot(one: Spot, other: Spot): boolean {
  return (
    one.platform === other.platform && one.workspace === other.workspace && one.channel === other.channel
  );
}

/** A change touches so many keys at most: a channel's entry has no more. */
const keysAtMost = 30;

/** The counter's row is the lock that makes programs change settings one after the other. */
function takeTurn(trx: Kysely<Tables>): Promise<number> {
  return nextNumber(trx, 'override-changes', 1);
}

function rowsOf(trx: Kysely<Tables>, id: string): Promise<ChangeRow[]> {
  return trx.selectFrom('overrideChanges').selectAll().where('id', '=', id).orderBy('key').execute();
}

/** Makes and logs a change; null where everything is so already. */
async function change(trx: Kysely<Tables>, seq: number, asked: Change): Promise<LoggedChange | null> {
  const { id, spot, by, at, undoes, wanted } = asked;
  const { platform, workspace, channel } = spot;
  const stored = await trx
    .selectFrom('overrides')
    .select(['key', 'valueJson'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('channel', '=', channel)
    .execute();
  const now = new Map(stored.map(({ key, valueJson }) => [key, valueJson]));
  const rows = wanted
    .map(({ key, value }) => ({
      key,
      beforeJson: now.get(key) ?? null,
      afterJson: value === undefined ? null : JSON.stringify(value),
    }))
    .filter(({ beforeJson, afterJson }) => beforeJson !== afterJson)
    .map((row) => ({
      ...row,
      seq,
      id,
      platform,
      workspace,
      channel,
      author: by.id,
      authorName: by.name,
      at,
      undoes,
    }));
  if (rows.length === 0) return null;
  await trx.insertInto('overrideChanges').values(rows).execute();
  for (const { key, afterJson } of rows) await setOne(trx, spot, key, afterJson, by, at);
  return loggedChange(rows);
}

async function setOne(
  trx: Kysely<Tables>,
  { platform, workspace, channel }: Spot,
  key: string,
  valueJson: string | null,
  by: Author,
  at: number,
): Promise<void> {
  if (valueJson === null) {
    await trx
      .deleteFrom('overrides')
      .where('platform', '=', platform)
      .where('workspace', '=', workspace)
      .where('channel', '=', channel)
      .where('key', '=', key)
      .execute();
    return;
  }
  const about = { valueJson, author: by.id, authorName: by.name, at };
  await trx
    .insertInto('overrides')
    .values({ platform, workspace, channel, key, ...about })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'workspace', 'channel', 'key']).doUpdateSet(about),
    )
    .execute();
}

/** Rows of one change; null where there are none. */
function loggedChange(rows: readonly ChangeRow[]): LoggedChange | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { id, platform, workspace, channel, author, authorName, at, undoes } = first;
  const entries = rows.map(({ key, beforeJson, afterJson }) => ({
    key,
    before: parsed(beforeJson),
    after: parsed(afterJson),
  }));
  return {
    id,
    spot: { platform, workspace, channel },
    by: { id: author, name: authorName },
    at,
    undoes,
    entries,
  };
}

function parsed(json: string | null): unknown {
  return json === null ? undefined : JSON.parse(json);
}
