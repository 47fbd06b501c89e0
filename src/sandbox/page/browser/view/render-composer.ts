import type { Channel, Person, World } from '../../../world.ts';
import { phrase } from '../platform/phrases.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { type Box, type PageState, placeKey } from './page-state.ts';
import { renderSuggestions } from './render-suggestions.ts';

/** The box to type a message or `/command` in, as one of the people, whose locale is shown. */
export function renderComposer(box: Box, channel: Channel, world: World, state: PageState): TreeElement {
  const { language } = state;
  const key = placeKey(state.place, box);
  const target = channel.kind === 'dm' ? channel.name : `#${channel.name}`;
  const label = box === 'thread' ? phrase('writeReply', language) : phrase('writeTo', language, target);
  const suggestions = state.suggestions?.box === box ? state.suggestions : null;
  const list = `suggestions-${box}`;
  const chosen = suggestions && suggestions.index >= 0 ? `${list}-${suggestions.index}` : false;
  return h(
    'form.composer',
    { on: { submit: { do: 'send', box } } },
    suggestions && renderSuggestions(suggestions, list, language),
    h(
      'div.composer-frame',
      // Suggestions come and go before it: without a name of its own it would become them, and lose the focus.
      { key: 'frame' },
      h('textarea.composer-text', {
        rows: '1',
        'aria-label': label,
        placeholder: label,
        value: state.drafts[key] ?? '',
        'data-box': box,
        enterkeyhint: 'send',
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
        role: 'combobox',
        'aria-autocomplete': 'list',
        'aria-expanded': String(suggestions !== null),
        'aria-controls': list,
        'aria-activedescendant': chosen,
        on: { input: { do: 'type', box }, keydown: { do: 'type-key', box } },
      }),
      h(
        'div.composer-foot',
        {},
        renderPeople(world, state),
        h(
          'button.send',
          {
            type: 'submit',
            'aria-label': phrase('send', language),
            title: phrase('send', language),
            disabled: (state.drafts[key] ?? '').trim() === '',
          },
          h('span.icon.icon-send', { 'aria-hidden': 'true' }),
        ),
      ),
    ),
  );
}

function renderPeople(world: World, state: PageState): Tree {
  const chosen = state.person[world.platform];
  const options = world.people
    .filter((person) => !person.isBot)
    .map((person) => h('option', { value: person.id }, personLabel(person, state)));
  return h(
    'label.who',
    {},
    h('span.who-label', {}, phrase('actingAs', state.language)),
    h(
      'select.who-select',
      {
        value: chosen,
        'aria-label': phrase('actingAs', state.language),
        on: { change: { do: 'set-person' } },
      },
      options,
    ),
  );
}

function personLabel(person: Person, state: PageState): string {
  const parts = [person.name, person.locale, ...(person.isAdmin ? [phrase('admin', state.language)] : [])];
  return parts.join(' · ');
}
