import type { Override, OverrideStore } from '../answers/manage/override-store.ts';
import { type MergedSettings, mergeOverrides } from '../config/merge-overrides.ts';
import type { Settings } from '../config/settings.ts';
import type { PlatformName } from '../digest/edition.ts';

/** The settings that count: the file's, and over them what was set in the chat. */
export interface EffectiveSettings extends MergedSettings {
  overrides: readonly Override[];
}

type Workspaces = ReadonlyMap<PlatformName, string>;

export async function effectiveSettings(
  settings: Settings,
  store: Pick<OverrideStore, 'overrides'>,
  workspaces: Workspaces,
): Promise<EffectiveSettings> {
  const overrides: Override[] = [];
  for (const [platform, workspace] of workspaces)
    overrides.push(...(await store.overrides(platform, workspace)));
  const flat = overrides.map(({ spot, key, value }) => ({ ...spot, key, value }));
  return { ...mergeOverrides(settings, flat), overrides };
}

/** The workspaces that the bot was connected to, from the ledger. */
export async function knownWorkspaces(store: {
  value(key: string): Promise<string | null>;
}): Promise<Workspaces> {
  const found = new Map<PlatformName, string>();
  for (const platform of ['slack', 'discord'] as const) {
    const known = await store.value(`workspace:${platform}`);
    if (known !== null) found.set(platform, known);
  }
  return found;
}
