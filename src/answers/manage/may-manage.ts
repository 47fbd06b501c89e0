import type { Speaker, Spot } from '../hearing.ts';
import type { ChannelFacts } from './channel-desk.ts';
import type { ManageOptions } from './manage-options.ts';

/** Asked anew at every command, press and form: rights change, and buttons stay. Null where the platform does not tell. */
export async function mayManage(
  speaker: Speaker,
  spot: Spot,
  facts: ChannelFacts | null,
  { managers, desk }: Pick<ManageOptions, 'managers' | 'desk'>,
): Promise<boolean | null> {
  if (managers()[spot.platform].includes(speaker.id) || facts?.creator === speaker.id) return true;
  return desk.mayManage(spot, speaker);
}
