import type { Kysely } from 'kysely';
import { currentView } from '../answers/current-view.ts';
import type { View } from '../answers/view.ts';
import { viewWithEdits } from '../answers/view-with-edits.ts';
import type { Edition } from '../digest/edition.ts';
import { indexEdits } from '../digest/edits.ts';
import { storiesWithin } from '../digest/map-stories.ts';
import { editionWithEdits, filesOf } from '../digest/with-edits.ts';
import { editsOf } from './edit-ledger.ts';
import type { Tables } from './tables.ts';

/** Stored editions with their stories as they read now. */
export async function readEditions(
  db: Kysely<Tables>,
  rows: readonly { bodyJson: string }[],
): Promise<Edition[]> {
  const editions = rows.map(({ bodyJson }) => JSON.parse(bodyJson) as Edition);
  const edits = indexEdits(await editsOf(db, storiesWithin(editions).flatMap(filesOf)));
  return editions.map((edition) => editionWithEdits(edition, edits));
}

export async function readEdition(
  db: Kysely<Tables>,
  row: { bodyJson: string } | undefined,
): Promise<Edition | null> {
  return (row && (await readEditions(db, [row]))[0]) ?? null;
}

/** A kept answer with its stories as they read now. */
export async function readView(db: Kysely<Tables>, view: View, keptAt: number): Promise<View> {
  const files = storiesWithin(view).flatMap(filesOf);
  return viewWithEdits(currentView(view), indexEdits(await editsOf(db, files)), keptAt);
}
