/** Cuts a list for statements whose number of parameters is limited (32,766 in SQLite, 65,535 in PostgreSQL). */
export function inChunks<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < list.length; start += size) chunks.push(list.slice(start, start + size));
  return chunks;
}
