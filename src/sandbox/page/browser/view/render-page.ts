import { phrase } from '../platform/phrases.ts';
import { h, type Tree } from '../tree/tree.ts';
import type { PageState } from './page-state.ts';
import { renderChannel } from './render-channel.ts';
import { renderConfirmation, renderDialog } from './render-dialog.ts';
import { renderSidebar } from './render-sidebar.ts';
import { renderThreadPane } from './render-thread-pane.ts';

/** The whole page as a function of its state. */
export function renderPage(state: PageState): Tree[] {
  const world = state.worlds[state.place.platform];
  const channel = world?.channels.find((one) => one.id === state.place.channel);
  const thread = world && channel ? renderThreadPane(world, state) : null;
  const waiting = h(
    'main.channel.waiting',
    {},
    h('p', { role: 'status' }, phrase(world ? 'noChannel' : 'loading', state.language)),
  );
  const dialog = renderConfirmation(state) ?? (world && renderDialog(world, state));
  return [
    h(
      'div',
      { class: `page ${state.place.platform}${thread ? ' with-thread' : ''}`, lang: state.language },
      // Behind a dialog nothing can be reached, by key or by reader.
      h(
        'div.stage',
        { inert: dialog !== null },
        renderSidebar(world, state),
        world && channel ? renderChannel(world, channel, state) : waiting,
        thread,
      ),
      dialog,
      state.isOffline && h('p.banner', { role: 'alert' }, phrase('offline', state.language)),
      state.toast !== null && h('p.toast', { role: 'status' }, state.toast),
    ),
  ];
}
