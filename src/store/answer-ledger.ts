import type { Kysely } from 'kysely';
import type { AnswerStore, DeliveredMessage, KeptAnswer } from '../answers/stores.ts';
import type { View } from '../answers/view.ts';
import type { EditionStory } from '../digest/edition.ts';
import { storiesWithin } from '../digest/map-stories.ts';
import { readEdition, readView } from './read-edited.ts';
import type { DeliveryRow, Tables } from './tables.ts';

/** What answers read of the ledger, and the private answers kept for their buttons. */
export function createAnswerLedger(db: Kysely<Tables>): Omit<AnswerStore, 'edition' | 'idsOf'> {
  async function editionRow(key: string | null): Promise<{ bodyJson: string } | undefined> {
    if (key === null) return undefined;
    return db.selectFrom('editions').select('bodyJson').where('key', '=', key).executeTakeFirst();
  }

  return {
    async delivered(id) {
      const row = await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? deliveredMessage(row) : null;
    },

    async deliveredAs(platform, channel, messageId) {
      const row = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('messageId', '=', messageId)
        .where('platform', '=', platform)
        // On Discord a thread is a channel of its own, and a press in it names the thread.
        .where((eb) => eb.or([eb('channel', '=', channel), eb('thread', '=', channel)]))
        .executeTakeFirst();
      return row ? deliveredMessage(row) : null;
    },

    async latestEdition(platform, workspace, channel) {
      let query = db
        .selectFrom('editions')
        .select('bodyJson')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('status', '!=', 'withdrawn');
      if (channel !== null) query = query.where('channel', '=', channel);
      const row = await query.orderBy('composedAt', 'desc').limit(1).executeTakeFirst();
      return readEdition(db, row);
    },

    async toldBy({ request, edition, stories }) {
      const row = await editionRow(edition);
      const answer = await readAnswer(db, request);
      return storiesOf(stories, [row && JSON.parse(row.bodyJson), answer?.body]);
    },

    async shownBy({ request, edition, stories }) {
      const answer = await readAnswer(db, request);
      return storiesOf(stories, [
        await readEdition(db, await editionRow(edition)),
        answer && (await readView(db, answer.body as View, answer.createdAt)),
      ]);
    },

    async keepAnswer({ body, ...answer }) {
      await db
        .insertInto('answers')
        .values({ ...answer, bodyJson: JSON.stringify(body) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async answer(id) {
      const answer = await readAnswer(db, id);
      return answer && { ...answer, body: await readView(db, answer.body as View, answer.createdAt) };
    },

    async forgetAnswer(id) {
      await db.deleteFrom('answers').where('id', '=', id).execute();
    },

    async sharesSince(platform, person, since) {
      const row = await db
        .selectFrom('deliveries')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('person', '=', person)
        .where('kind', '=', 'share')
        .where('position', '=', 0)
        .where('createdAt', '>=', since)
        .where('platform', '=', platform)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

/** What they hold of the stories, in the stories' order. */
function storiesOf(ids: readonly string[], held: readonly unknown[]): EditionStory[] {
  const told = storiesWithin(held);
  return ids.flatMap((id) => told.find((story) => story.id === id) ?? []);
}

/** An answer as it was kept, whatever the editors did since. */
export async function readAnswer(db: Kysely<Tables>, id: string): Promise<KeptAnswer | null> {
  const row = await db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { bodyJson, ...answer } = row;
  return { ...answer, body: JSON.parse(bodyJson) };
}

function deliveredMessage(row: DeliveryRow): DeliveredMessage {
  return {
    id: row.id,
    request: row.chain,
    kind: row.kind,
    platform: row.platform,
    workspace: row.workspace,
    channel: row.channel,
    thread: row.thread,
    messageId: row.messageId,
    language: row.language,
    edition: row.edition,
    stories: JSON.parse(row.storiesJson),
    postedAt: row.postedAt,
    link: row.link,
    person: row.person,
  };
}
