import type { Speaker, Spot } from '../hearing.ts';
import type { ChannelFacts } from './channel-desk.ts';
import type { ManageOptions } from './manage-options.ts';

/** Asked anew at every command, press and form: rights change, and buttons stay. */
export function mayManage(
  speaker: Pick<Speaker, 'id' | 'mayManage'>,
  spot: Pick<Spot, 'platform'>,
  facts: ChannelFacts | null,
  managers: ManageOptions['managers'],
): boolean {
  return speaker.mayManage || managers()[spot.platform].includes(speaker.id) || facts?.creator === speaker.id;
}
