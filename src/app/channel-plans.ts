import type { Override } from '../answers/manage/override-store.ts';
import type { ChannelSettings } from '../config/settings.ts';
import type { ChannelPlan } from '../delivery/channel-plan.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { EffectiveSettings } from './effective-settings.ts';

/**
 * A channel's entry in the settings as delivery takes it.
 * @param overrides what was set in the chat, of this channel
 */
export function channelPlan(
  entry: ChannelSettings,
  workspace: string,
  overrides: readonly Override[],
): ChannelPlan {
  const { schedule, catchUp, skip, paused, reactions: _flags, weekly: _weekly, ...rules } = entry;
  const by = overrides.find(({ key }) => key === 'paused');
  return {
    rules: { ...rules, workspace },
    schedule,
    catchUp,
    skip,
    paused: paused ? { by: by?.by.name ?? '', since: by?.at ?? null } : null,
    setInChat: overrides
      .filter(({ key }) => key !== 'paused')
      .map(({ key, by: author, at }) => ({ key, by: author.name, at })),
  };
}

/** The plans of every channel whose platform is connected. */
export function channelPlans(
  { settings, overrides }: Pick<EffectiveSettings, 'settings' | 'overrides'>,
  workspaces: ReadonlyMap<PlatformName, string>,
): ChannelPlan[] {
  return settings.channels.flatMap((entry) => {
    const workspace = workspaces.get(entry.platform);
    if (workspace === undefined) return [];
    const own = overrides.filter(
      ({ spot }) => spot.platform === entry.platform && spot.channel === entry.channel,
    );
    return [channelPlan(entry, workspace, own)];
  });
}
