import type { Kysely } from 'kysely';
import type { SentPart } from '../delivery/delivery-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

/** The messages of editions, each edition's in order. */
export async function sentParts(
  db: Kysely<Tables>,
  editions: readonly string[],
): Promise<Map<string, SentPart[]>> {
  const parts = new Map<string, SentPart[]>();
  for (const chunk of inChunks(editions, 500)) {
    const rows = await db
      .selectFrom('deliveries')
      .select(['chain', 'id', 'kind', 'status', 'storiesJson', 'messageId', 'link', 'postedAt'])
      .where('chain', 'in', chunk)
      .orderBy('position')
      .execute();
    for (const { chain, storiesJson, ...row } of rows)
      parts.set(chain, [...(parts.get(chain) ?? []), { ...row, stories: JSON.parse(storiesJson) }]);
  }
  return parts;
}
