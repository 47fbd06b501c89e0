import type { Kysely } from 'kysely';
import type { Edition } from '../digest/edition.ts';
import { storiesWithin } from '../digest/map-stories.ts';
import { filesOf } from '../digest/with-edits.ts';
import type { EditStore, ShownPart, Telling } from '../editing/edit-store.ts';
import { readAnswer } from './answer-ledger.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

type Part = ShownPart & { chain: string; edition: string | null };

/** Finds everything in the ledger that tells certain files. */
export function createTellings(db: Kysely<Tables>): Pick<EditStore, 'tellingsOf'> {
  return {
    async tellingsOf(files) {
      return [...(await editionTellings(db, files)), ...(await answerTellings(db, files))];
    },
  };
}

/** Editions that hold the files, and the replies under their messages. */
async function editionTellings(db: Kysely<Tables>, files: readonly string[]): Promise<Telling[]> {
  const editions = new Map<string, Edition>();
  for (const chunk of inChunks([...new Set(files)], 500)) {
    const rows = await db
      .selectFrom('editions')
      .select(['key', 'bodyJson'])
      .where('status', '!=', 'withdrawn')
      // Every brief that went into an edition has a verdict there.
      .where('key', 'in', db.selectFrom('verdicts').select('edition').where('file', 'in', chunk))
      .orderBy('key')
      .execute();
    for (const { key, bodyJson } of rows) editions.set(key, JSON.parse(bodyJson));
  }
  const tellings: Telling[] = [];
  for (const edition of editions.values()) {
    for (const [chain, parts] of byChain(await partsWhere(db, edition.key))) {
      const answer = chain === edition.key ? null : await readAnswer(db, chain);
      if (chain === edition.key || answer !== null) tellings.push({ chain, edition, answer, parts });
    }
  }
  return tellings;
}

/** Public answers that are about no edition: there are few, and each is looked at. */
async function answerTellings(db: Kysely<Tables>, files: readonly string[]): Promise<Telling[]> {
  const tellings: Telling[] = [];
  for (const [chain, parts] of byChain(await partsWhere(db, null))) {
    const answer = await readAnswer(db, chain);
    const shown = storiesWithin(answer?.body).flatMap(filesOf);
    if (shown.some((file) => files.includes(file))) tellings.push({ chain, edition: null, answer, parts });
  }
  return tellings;
}

async function partsWhere(db: Kysely<Tables>, edition: string | null): Promise<Part[]> {
  const rows = await db
    .selectFrom('deliveries')
    .leftJoin('deliveries as above', 'above.id', 'deliveries.parent')
    .select([
      'deliveries.id',
      'deliveries.chain',
      'deliveries.edition',
      'deliveries.kind',
      'deliveries.platform',
      'deliveries.workspace',
      'deliveries.channel',
      'deliveries.language',
      'deliveries.storiesJson',
      'deliveries.messageId',
      'deliveries.payloadJson',
      'above.kind as under',
    ])
    .where('deliveries.edition', edition === null ? 'is' : '=', edition)
    .where('deliveries.kind', '!=', 'notice')
    .where('deliveries.status', 'not in', ['failed', 'withdrawn'])
    .orderBy('deliveries.seq')
    .execute();
  return rows.map(({ storiesJson, payloadJson, messageId, ...row }) => ({
    ...row,
    stories: JSON.parse(storiesJson),
    payload: JSON.parse(payloadJson),
    isPosted: messageId !== null,
  }));
}

function byChain(parts: readonly Part[]): Map<string, ShownPart[]> {
  const chains = new Map<string, ShownPart[]>();
  for (const { chain, edition: _edition, ...part } of parts)
    chains.set(chain, [...(chains.get(chain) ?? []), part]);
  return chains;
}
