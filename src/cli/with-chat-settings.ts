import { type EffectiveSettings, effectiveSettings, knownWorkspaces } from '../app/effective-settings.ts';
import type { Store } from '../store/open-store.ts';
import type { Setup } from './read-setup.ts';

/** The setup with what was set in the chat over its settings; what cannot be used of that goes to standard error. */
export async function withChatSettings(
  setup: Setup,
  store: Pick<Store, 'overrides' | 'value'>,
): Promise<Setup & EffectiveSettings> {
  const effective = await effectiveSettings(setup.settings, store, await knownWorkspaces(store));
  for (const { message } of effective.problems) process.stderr.write(`! ${message}\n`);
  return { ...setup, ...effective };
}
