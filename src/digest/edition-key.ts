import type { ChannelRules, Slot } from './edition.ts';

/** What makes an edition the only one of its kind: `platform:workspace:channel:date:time`. */
export function editionKey(
  rules: Pick<ChannelRules, 'platform' | 'workspace' | 'channel'>,
  slot: Slot,
): string {
  return [rules.platform, rules.workspace, rules.channel, slot.date, slot.time].join(':');
}

/** When an edition was due, in its channel's zone, from its key: `2026-07-03 08:30`. One asked for by hand says it to the second. */
export function editionMoment(key: string): string {
  const [date = '', time = ''] = key.split(':').slice(-2);
  const digits = /(\d{2})(\d{2})(?:\d{2})?$/.exec(time);
  return `${date} ${digits?.[1] ?? '00'}:${digits?.[2] ?? '00'}`;
}
