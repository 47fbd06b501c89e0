import { existsSync } from 'node:fs';
import path from 'node:path';
import { type EffectiveSettings, effectiveSettings, knownWorkspaces } from '../app/effective-settings.ts';
import type { Settings } from '../config/settings.ts';
import { openStore } from '../store/open-store.ts';

/**
 * The settings that count, for a command that only looks: it makes no ledger, and where the ledger cannot be opened
 * (which others report) the file's settings count alone.
 */
export async function lookAtChatSettings(
  settings: Settings,
  place: { databaseUrl: string } | { dataDir: string },
): Promise<EffectiveSettings> {
  const alone = { settings, overrides: [], problems: [] };
  if ('dataDir' in place && !existsSync(path.join(place.dataDir, 'sowhat.db'))) return alone;
  const store = await openStore({ ...place, clock: Date.now }).catch(() => null);
  if (store === null) return alone;
  try {
    return await effectiveSettings(settings, store, await knownWorkspaces(store));
  } finally {
    await store.close();
  }
}
