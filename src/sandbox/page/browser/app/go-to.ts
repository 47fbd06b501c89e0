import type { World } from '../../../world.ts';
import type { Place } from '../view/page-state.ts';
import type { App } from './app.ts';
import { hashOfPlace } from './place-of-hash.ts';

/** The channel a platform opens with: the first that holds a message, else the first. */
export function firstChannel(world: World | null): string {
  const rooms = world?.channels.filter((channel) => channel.kind !== 'thread' && channel.kind !== 'dm') ?? [];
  const busy = rooms.find((channel) => world?.messages.some((message) => message.channel === channel.id));
  return (busy ?? rooms[0])?.id ?? '';
}

/** Opens a place; the address follows, so that Back and links work. */
export function goTo(app: App, place: Place): void {
  const known = placeIn(app.state().worlds[place.platform], place);
  app.change({
    place: known,
    isDrawerOpen: false,
    actionsFor: null,
    pickerFor: null,
    suggestions: null,
    limit: 100,
  });
  const hash = hashOfPlace(known);
  if (location.hash !== hash) history.pushState(null, '', hash);
}

/** A place without a channel gets one; a Discord thread that is addressed as a channel opens beside its parent. */
export function placeIn(world: World | null, place: Place): Place {
  if (place.channel === '') return { ...place, channel: firstChannel(world), thread: null };
  const channel = world?.channels.find((one) => one.id === place.channel);
  if (channel?.kind === 'thread' && channel.parent !== null)
    return { ...place, channel: channel.parent, thread: channel.id };
  return place;
}
