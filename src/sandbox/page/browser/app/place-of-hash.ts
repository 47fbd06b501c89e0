import type { Place } from '../view/page-state.ts';

/** `#slack/C0…/1700000000.000100` → the place; null for an address that names none. */
export function placeOfHash(hash: string): Place | null {
  const [platform, channel = '', thread] = hash.replace(/^#/, '').split('/').map(decode);
  if (platform !== 'slack' && platform !== 'discord') return null;
  return { platform, channel, thread: thread || null };
}

export function hashOfPlace(place: Place): string {
  const parts = [place.platform, place.channel, ...(place.thread === null ? [] : [place.thread])];
  return `#${parts.map(encodeURIComponent).join('/')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
