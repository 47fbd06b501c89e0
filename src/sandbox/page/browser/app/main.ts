import type { PlatformName, World } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import { createScreen } from '../tree/create-screen.ts';
import type { PageState } from '../view/page-state.ts';
import { renderPage } from '../view/render-page.ts';
import type { App } from './app.ts';
import { closeMenus } from './close-menus.ts';
import { createControl } from './control.ts';
import { placeIn } from './go-to.ts';
import { keepFocus } from './keep-focus.ts';
import { keepScroll } from './keep-scroll.ts';
import { listenToChanges } from './listen-to-changes.ts';
import { perform } from './perform.ts';
import { placeOfHash } from './place-of-hash.ts';
import { keepPreferences, readPreferences } from './preferences.ts';
import { withSeen } from './with-seen.ts';

const TOAST_MS = 2500;

start(document.getElementById('app') ?? document.body);

function start(root: HTMLElement): void {
  let state = firstState();
  let isDrawn = false;
  let toasts = 0;
  const show = createScreen(root, (act, event, element) => perform(app, act, event, element));

  function draw(): void {
    isDrawn = true;
    state = withSeen({ ...state, now: Date.now() });
    document.documentElement.dataset.theme = state.theme;
    document.documentElement.lang = state.language;
    document.title = titleOf(state);
    keepFocus(root, () => keepScroll(root, () => show(renderPage(state))));
    keepPreferences(state);
  }

  const app: App = {
    state: () => state,
    control: createControl(location.origin),
    chosen: new Map(),
    change(part) {
      state = { ...state, ...part };
      if (isDrawn) queueMicrotask(() => isDrawn || draw());
      isDrawn = false;
    },
    async refresh(platform) {
      const world = await app.control.world(platform);
      app.change(withWorld(state, world));
    },
    toast(name, ...values) {
      toasts += 1;
      const mine = toasts;
      app.change({ toast: phrase(name, state.language, ...values) });
      setTimeout(() => mine === toasts && app.change({ toast: null }), TOAST_MS);
    },
    notify(notice) {
      const id = crypto.randomUUID();
      app.change({ notices: [...state.notices, { ...notice, id, at: Date.now() }] });
      return id;
    },
    forget(notice) {
      app.change({ notices: state.notices.filter(({ id }) => id !== notice) });
    },
  };

  addEventListener('popstate', () => {
    const place = placeOfHash(location.hash);
    if (place) app.change({ place: placeIn(state.worlds[place.platform], place), isDrawerOpen: false });
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) perform(app, escapeAct(state), event, root);
  });
  closeMenus(root);
  draw();
  listenToChanges(app);
}

/** Escape closes what is on top. */
function escapeAct(state: PageState): Parameters<typeof perform>[1] {
  if (state.asking) return { do: 'refuse' };
  const modal = state.worlds[state.place.platform]?.modals.findLast(
    (one) => one.person === state.person[state.place.platform],
  );
  if (modal) return { do: 'close-modal', modal: modal.id };
  if (state.pickerFor !== null) return { do: 'toggle-picker', message: state.pickerFor };
  if (state.actionsFor !== null) return { do: 'toggle-actions', message: state.actionsFor };
  return state.isDrawerOpen ? { do: 'toggle-drawer' } : { do: 'close-thread' };
}

function firstState(): PageState {
  const { language, theme, person } = readPreferences();
  const browserLanguage = navigator.language.startsWith('ko') ? 'ko' : 'en';
  return {
    worlds: { slack: null, discord: null },
    place: placeOfHash(location.hash) ?? { platform: 'slack', channel: '', thread: null },
    person,
    language: language ?? browserLanguage,
    theme,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    origin: location.origin,
    now: Date.now(),
    isStill: false,
    isOffline: false,
    isDrawerOpen: false,
    actionsFor: null,
    pickerFor: null,
    drafts: {},
    suggestions: null,
    notices: [],
    complaints: {},
    asking: null,
    toast: null,
    seen: {},
    limit: 100,
  };
}

/** A fresh world: whoever acts must be in it, and so must the open channel. */
function withWorld(state: PageState, world: World): Partial<PageState> {
  const { platform } = world;
  const people = world.people.filter((one) => !one.isBot);
  const kept = people.find((one) => one.id === state.person[platform]);
  const spoken = people.find((one) => one.locale.startsWith(state.language)) ?? people[0];
  return {
    worlds: { ...state.worlds, [platform]: world },
    person: { ...state.person, [platform]: (kept ?? spoken)?.id ?? '' },
    place: state.place.platform === platform ? placeIn(world, state.place) : state.place,
  };
}

function titleOf(state: PageState): string {
  const platform: PlatformName = state.place.platform;
  const channel = state.worlds[platform]?.channels.find((one) => one.id === state.place.channel);
  const name = platform === 'slack' ? 'Slack' : 'Discord';
  return [channel && `#${channel.name}`, name, phrase('sandbox', state.language)].filter(Boolean).join(' · ');
}
