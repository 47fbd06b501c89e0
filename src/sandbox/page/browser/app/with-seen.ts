import type { PageState } from '../view/page-state.ts';
import { channelMessages } from '../view/visible-messages.ts';

/** Notes that the open channel's newest message has been seen. */
export function withSeen(state: PageState): PageState {
  const { platform, channel } = state.place;
  const world = state.worlds[platform];
  const last = world ? channelMessages(world, channel, state.person[platform]).at(-1) : undefined;
  const key = `${platform}/${channel}`;
  if (!last || state.seen[key] === last.createdAt) return state;
  return { ...state, seen: { ...state.seen, [key]: last.createdAt } };
}
