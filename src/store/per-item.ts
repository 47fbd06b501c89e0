import { inChunks } from './in-chunks.ts';

/** SQLite takes 500 selects in one statement. @see https://sqlite.org/limits.html#max_compound_select */
const selectsAtOnce = 100;

/**
 * Asks the same for many items in a few statements, and gives each item its rows, in the order they came.
 * @param ask one statement over several items; each row tells by `item` which of them (its index) it belongs to
 */
export async function perItem<Item, Row extends { item: number }>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<Row[]>,
): Promise<Omit<Row, 'item'>[][]> {
  const found: Omit<Row, 'item'>[][] = [];
  for (const chunk of inChunks(items, selectsAtOnce)) {
    const rows: Omit<Row, 'item'>[][] = chunk.map(() => []);
    for (const { item, ...row } of await ask(chunk)) rows[Number(item)]?.push(row);
    found.push(...rows);
  }
  return found;
}
