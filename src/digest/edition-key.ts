import type { ChannelRules, Slot } from './edition.ts';

/** What makes an edition the only one of its kind: `platform:workspace:channel:date:time`. */
export function editionKey(
  rules: Pick<ChannelRules, 'platform' | 'workspace' | 'channel'>,
  slot: Slot,
): string {
  return [rules.platform, rules.workspace, rules.channel, slot.date, slot.time].join(':');
}
