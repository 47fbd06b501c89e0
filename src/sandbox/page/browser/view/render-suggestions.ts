import { type Language, phrase } from '../platform/phrases.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import type { Suggestions } from './page-state.ts';

/** The list above the box: commands while one is typed, then what the bot proposes for its option. */
export function renderSuggestions(suggestions: Suggestions, id: string, language: Language): TreeElement {
  const { box, items, index } = suggestions;
  const name = items.some((item) => item.choice !== null) ? 'suggestions' : 'commands';
  const lines = items.map((item, at) =>
    h(
      'li.suggestion',
      {
        id: `${id}-${at}`,
        role: 'option',
        'aria-selected': String(at === index),
        on: { click: { do: 'suggest', box, text: item.text, choice: item.choice } },
      },
      h('strong', {}, item.label),
      item.detail !== '' && h('span.muted', {}, item.detail),
    ),
  );
  return h(
    'div.suggestions',
    {},
    h('p.suggestions-name', {}, phrase(name, language)),
    h('ul', { id, role: 'listbox', 'aria-label': phrase(name, language) }, lines),
  );
}
