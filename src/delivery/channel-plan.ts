import type { ChannelPause, SetInChat } from '../answers/standing.ts';
import type { ChannelRules, PlatformName } from '../digest/edition.ts';

/** How late an edition may still be posted: not at all, any time until the next slot, or until a local time of its date. */
export type CatchUp = 'skip' | 'once' | { until: string };

/** What one channel wants and when. */
export interface ChannelPlan {
  rules: ChannelRules;
  /** Five-field cron pattern, read in `rules.timezone`. */
  schedule: string;
  catchUp: CatchUp;
  /** Local dates without an edition, on purpose: `2026-10-05` or `2026-10-05..2026-10-09`. */
  skip: string[];
  /** No editions: slots that come due are skipped, and their news joins the first one after it. */
  paused: ChannelPause | null;
  /** Settings that were set in the chat. */
  setInChat: readonly SetInChat[];
}

/** A channel of a platform. */
export interface Target {
  platform: PlatformName;
  /** Slack team id or Discord application id. */
  workspace: string;
  channel: string;
}

export function targetOf({ rules }: Pick<ChannelPlan, 'rules'>): Target {
  return { platform: rules.platform, workspace: rules.workspace, channel: rules.channel };
}

/** One text for one target; equal for equal targets. */
export function targetKey(target: Target): string {
  return `${target.platform}:${target.workspace}:${target.channel}`;
}
