import type { PlatformName } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import type { PageState } from './page-state.ts';

/** The one who says in a person's own channel that a command failed. */
const SLACKBOT = 'USLACKBOT';

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
      if (id === SLACKBOT) return phrase('slackbot', state.language);
      return world && (id === world.bot.user || id === world.bot.app) ? world.bot.name : null;
    },
    channelName: (id) => world?.channels.find((channel) => channel.id === id)?.name ?? null,
  };
}
