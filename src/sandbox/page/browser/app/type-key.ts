import { type Box, placeKey } from '../view/page-state.ts';
import type { App } from './app.ts';
import { sendText } from './send-text.ts';
import { suggest } from './suggest.ts';

/** The keys of the box: arrows walk the list, Tab and Enter take a line, Enter sends, Escape closes the list. */
export function typeKey(app: App, box: Box, event: KeyboardEvent): void {
  // While a Hangul syllable is being composed, Enter belongs to the input method.
  if (event.isComposing || event.keyCode === 229) return;
  const { suggestions } = app.state();
  const list = suggestions?.box === box ? suggestions : null;
  if (list && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const index = (list.index + step + list.items.length) % list.items.length;
    app.change({
      suggestions: { ...list, index: list.index < 0 && step < 0 ? list.items.length - 1 : index },
    });
  } else if (list && event.key === 'Escape') {
    event.preventDefault();
    app.change({ suggestions: null });
  } else if (list && (event.key === 'Tab' || (event.key === 'Enter' && list.index >= 0))) {
    event.preventDefault();
    const item = list.items[Math.max(0, list.index)];
    if (item) takeSuggestion(app, box, item.text, item.choice);
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void sendText(app, box);
  }
}

/** Puts a proposed line into the box and remembers the value behind its name. */
export function takeSuggestion(
  app: App,
  box: Box,
  text: string,
  choice: { name: string; value: string } | null,
): void {
  const state = app.state();
  if (choice) app.chosen.set(choice.name, choice.value);
  app.change({ drafts: { ...state.drafts, [placeKey(state.place, box)]: text }, suggestions: null });
  if (choice === null) void suggest(app, box);
}
