import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Makes a small write together with the others that are asked for at once. */
export type GroupedWrite = <T>(key: string, write: (trx: Kysely<Tables>) => Promise<T>) => Promise<T>;

interface Waiting {
  key: string;
  run: (trx: Kysely<Tables>) => Promise<() => void>;
  reject: (error: unknown) => void;
}

/**
 * A commit waits for the disk, however little it holds: what is asked for within one turn of the event loop is
 * committed together. Each write resolves once it is on the disk; where the commit fails, all of it has failed.
 * Writes of one group run in the order of their keys, so that two programs lock rows in the same order.
 */
export function groupWrites(db: Kysely<Tables>): GroupedWrite {
  let waiting: Waiting[] = [];
  let isBusy = false;

  async function flush(): Promise<void> {
    const group = waiting.sort((a, b) => (a.key < b.key ? -1 : 1));
    waiting = [];
    try {
      const [only] = group;
      const runAll = async (trx: Kysely<Tables>) => {
        const done = [];
        for (const each of group) done.push(await each.run(trx));
        return done;
      };
      const done = group.length === 1 && only ? [await only.run(db)] : await db.transaction().execute(runAll);
      for (const resolve of done) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    isBusy = false;
    soon();
  }

  function soon(): void {
    if (isBusy || waiting.length === 0) return;
    isBusy = true;
    setImmediate(() => void flush());
  }

  return (key, write) =>
    new Promise((resolve, reject) => {
      const run = async (trx: Kysely<Tables>) => {
        const value = await write(trx);
        return () => resolve(value);
      };
      waiting.push({ key, run, reject });
      soon();
    });
}
