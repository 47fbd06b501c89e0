import { existsSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment, readVariables } from '../config/environment.ts';
import { openStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { CommonFlags } from './flags.ts';
import { placeOf, statePlace } from './read-setup.ts';

/**
 * What the editors took back, for a command that needs nothing else of the ledger; it makes none.
 * @returns null where the ledger cannot be read: then the library goes on with what it knows
 */
export async function retractedFiles(flags: Pick<CommonFlags, 'data'>): Promise<string[] | null> {
  const { environment } = readEnvironment(readVariables('.env'));
  if (environment === null) return null;
  const place = placeOf(statePlace(environment, flags));
  if ('dataDir' in place && !existsSync(path.join(place.dataDir, 'sowhat.db'))) return [];
  try {
    const store = await openStore({ ...place, clock: Date.now });
    const files = await store.retractedFiles();
    await store.close();
    return files;
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}
