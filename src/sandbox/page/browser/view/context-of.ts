import type { PlatformName } from '../../../world.ts';
import type { RenderContext } from '../platform/render-context.ts';
import type { PageState } from './page-state.ts';

/** What the renderers of one platform may know, taken from the page's state. */
export function contextOf(state: PageState, platform: PlatformName): RenderContext {
  const world = state.worlds[platform];
  const reader = state.person[platform];
  const locale = world?.people.find((person) => person.id === reader)?.locale ?? state.language;
  return {
    language: state.language,
    locale: Intl.DateTimeFormat.supportedLocalesOf([locale])[0] ?? state.language,
    timeZone: state.timeZone,
    now: state.now,
    origin: state.origin,
    reader,
    personName: (id) => {
      const person = world?.people.find((one) => one.id === id);
      if (person) return person.name;
      return world && (id === world.bot.user || id === world.bot.app) ? world.bot.name : null;
    },
    channelName: (id) => world?.channels.find((channel) => channel.id === id)?.name ?? null,
  };
}
