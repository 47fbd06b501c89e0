import type { Spot } from '../hearing.ts';
import type { ManageOptions } from './manage-options.ts';
import type { Sheet } from './sheet.ts';

/** The settings of a channel as they stand; null where it gets no editions. */
export async function sheetOf(
  spot: Spot,
  { channelAt, standing, overrides }: Pick<ManageOptions, 'channelAt' | 'standing' | 'overrides'>,
): Promise<Sheet | null> {
  const channel = channelAt(spot);
  if (channel === null) return null;
  const stands = await standing(channel.name);
  const [last] = await overrides.changesOf(spot, 1);
  return {
    ...channel,
    pause: stands?.pause ?? null,
    next: stands?.next ?? null,
    setInChat: stands?.setInChat ?? [],
    last: last === undefined ? null : { id: last.id, by: last.by, at: last.at },
  };
}
