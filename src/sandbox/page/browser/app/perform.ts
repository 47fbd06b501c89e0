import type { Act } from '../tree/act.ts';
import { placeKey } from '../view/page-state.ts';
import type { App } from './app.ts';
import { chooseEntry } from './choose-entry.ts';
import { closeModal } from './close-modal.ts';
import { copyLink } from './copy-link.ts';
import { goTo } from './go-to.ts';
import { confirmPress, press, pressOrAsk, spotOf } from './press.ts';
import { react } from './react.ts';
import { readTicked } from './read-values.ts';
import { sendText } from './send-text.ts';
import { submitModal } from './submit-modal.ts';
import { suggest } from './suggest.ts';
import { takeSuggestion, typeKey } from './type-key.ts';

/** What a handler may look at: the page, the DOM event, and the element whose act it is. */
interface Occasion {
  app: App;
  event: Event;
  element: HTMLElement;
}

type Handlers = {
  [Name in Act['do']]: (act: Extract<Act, { do: Name }>, occasion: Occasion) => void | Promise<void>;
};

const HANDLERS: Handlers = {
  press: (act, { app, event, element }) => pressOrAsk(app, act, event, element),
  'press-ticked': (act, { app, element }) => {
    const group = element.closest<HTMLElement>('[data-choices]');
    const values = group ? readTicked(group) : [];
    element.closest('details')?.removeAttribute('open');
    return press(app, act, spotOf(element), values);
  },
  confirm: (_, { app }) => confirmPress(app),
  refuse: (_, { app }) => app.change({ asking: null }),
  react: (act, { app, element }) => react(app, spotOf(element), act.emoji, act.on),
  'choose-entry': (act, { app, element }) => chooseEntry(app, element, act.entry),
  'open-thread': (act, { app }) => goTo(app, { ...app.state().place, thread: act.thread }),
  'close-thread': (_, { app }) => goTo(app, { ...app.state().place, thread: null }),
  'open-place': (act, { app, event }) => {
    event.preventDefault();
    goTo(app, { platform: act.platform, channel: act.channel, thread: null });
  },
  'toggle-picker': (act, { app }) => {
    const isOpen = app.state().pickerFor === act.message;
    app.change({ pickerFor: isOpen ? null : act.message, actionsFor: null });
  },
  'toggle-actions': (act, { app, event }) => {
    event.preventDefault();
    const isOpen = app.state().actionsFor === act.message;
    app.change({ actionsFor: isOpen ? null : act.message, pickerFor: null });
  },
  'toggle-drawer': (_, { app }) => app.change({ isDrawerOpen: !app.state().isDrawerOpen }),
  dismiss: async (act, { app, element }) => {
    const { platform } = app.state().place;
    await app.control.remove(platform, spotOf(element).channel ?? '', act.message);
    await app.refresh(platform);
  },
  'dismiss-notice': (act, { app }) => app.forget(act.notice),
  'copy-link': (_, { app, element }) => copyLink(app, spotOf(element)),
  'show-older': (_, { app }) => app.change({ limit: app.state().limit + 200 }),
  'set-person': (_, { app, element }) => {
    const { person, place } = app.state();
    const { value } = element as HTMLSelectElement;
    app.change({ person: { ...person, [place.platform]: value }, suggestions: null });
  },
  'set-language': (act, { app }) => app.change({ language: act.language }),
  'set-theme': (act, { app }) => app.change({ theme: act.theme }),
  type: (act, { app, element }) => {
    const { drafts, place } = app.state();
    const { value } = element as HTMLTextAreaElement;
    app.change({ drafts: { ...drafts, [placeKey(place, act.box)]: value } });
    return suggest(app, act.box);
  },
  'type-key': (act, { app, event }) => typeKey(app, act.box, event as KeyboardEvent),
  send: (act, { app, event }) => {
    event.preventDefault();
    return sendText(app, act.box);
  },
  suggest: (act, { app, element }) => {
    takeSuggestion(app, act.box, act.text, act.choice);
    element.closest('form')?.querySelector('textarea')?.focus();
  },
  'submit-modal': (act, { app, event, element }) => {
    event.preventDefault();
    return submitModal(app, act.modal, element);
  },
  'close-modal': (act, { app }) => closeModal(app, act.modal),
};

/** Carries out what a person did on the page; what the sandbox refuses is said at the bottom. */
export function perform(app: App, act: Act, event: Event, element: HTMLElement): void {
  const handle = HANDLERS[act.do] as (act: Act, occasion: Occasion) => void | Promise<void>;
  Promise.resolve(handle(act, { app, event, element })).catch((error: unknown) => {
    app.toast('requestFailed', error instanceof Error ? error.message : String(error));
  });
}
