import type { ChannelSettings, Settings } from '../config/settings.ts';
import type { ChannelPlan } from '../delivery/channel-plan.ts';
import type { PlatformName } from '../digest/edition.ts';

/** A channel's entry in the settings as delivery takes it. */
export function channelPlan(entry: ChannelSettings, workspace: string): ChannelPlan {
  const { schedule, catchUp, skip, reactions: _flags, ...rules } = entry;
  return { rules: { ...rules, workspace }, schedule, catchUp, skip };
}

/** The plans of every channel whose platform is connected. */
export function channelPlans(
  settings: Settings,
  workspaces: ReadonlyMap<PlatformName, string>,
): ChannelPlan[] {
  return settings.channels.flatMap((entry) => {
    const workspace = workspaces.get(entry.platform);
    return workspace === undefined ? [] : [channelPlan(entry, workspace)];
  });
}
