import type { OpenModal, World } from '../../../world.ts';
import { renderDiscordModal } from '../discord/render-discord-modal.ts';
import { phrase } from '../platform/phrases.ts';
import { renderSlackView } from '../slack/render-slack-view.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import type { PageState } from './page-state.ts';

/** The modal that is open for the acting person, the newest on top; null when there is none. */
export function renderDialog(world: World, state: PageState): TreeElement | null {
  const modal = topModal(world, state.person[world.platform]);
  if (modal === null) return null;
  const context = contextOf(state, world.platform);
  const complaints = state.complaints[modal.id] ?? {};
  const parts =
    world.platform === 'slack'
      ? renderSlackView(modal.view, complaints, context)
      : renderDiscordModal(modal.view, context);
  const close = { do: 'close-modal', modal: modal.id } as const;
  const title = `modal-title-${modal.id}`;
  return h(
    'div.dialog-layer',
    { key: modal.id },
    h('button.veil', { type: 'button', tabindex: '-1', 'aria-label': parts.close, on: { click: close } }),
    h(
      'form.dialog',
      {
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': title,
        'data-modal': modal.id,
        'data-focus': true,
        tabindex: '-1',
        on: { submit: { do: 'submit-modal', modal: modal.id } },
      },
      h(
        'header.dialog-head',
        {},
        h('h2', { id: title }, parts.title),
        h(
          'button.head-button',
          { type: 'button', 'aria-label': phrase('close', state.language), on: { click: close } },
          h('span.icon.icon-close', { 'aria-hidden': 'true' }),
        ),
      ),
      h(
        'div.dialog-body',
        { tabindex: '0' },
        parts.body,
        complaints[''] !== undefined && h('p.field-error', { role: 'alert' }, complaints['']),
      ),
      h(
        'footer.dialog-foot',
        {},
        h('button.plain', { type: 'button', on: { click: close } }, parts.close),
        parts.submit !== null && h('button.submit', { type: 'submit' }, parts.submit),
      ),
    ),
  );
}

export function topModal(world: World, person: string): OpenModal | null {
  return world.modals.filter((modal) => modal.person === person).at(-1) ?? null;
}

/** Slack's confirmation before a button's press is sent. */
export function renderConfirmation(state: PageState): TreeElement | null {
  if (state.asking === null) return null;
  const { confirmation } = state.asking;
  return h(
    'div.dialog-layer',
    { key: 'confirmation' },
    h('button.veil', {
      type: 'button',
      tabindex: '-1',
      'aria-label': confirmation.deny,
      on: { click: { do: 'refuse' } },
    }),
    h(
      'div.dialog.small',
      {
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-label': confirmation.title,
        'data-focus': true,
        tabindex: '-1',
      },
      h('header.dialog-head', {}, h('h2', {}, confirmation.title)),
      h('div.dialog-body', {}, confirmation.text),
      h(
        'footer.dialog-foot',
        {},
        h('button.plain', { type: 'button', on: { click: { do: 'refuse' } } }, confirmation.deny),
        h(
          'button',
          {
            type: 'button',
            class: confirmation.danger ? 'submit danger' : 'submit',
            on: { click: { do: 'confirm' } },
          },
          confirmation.confirm,
        ),
      ),
    ),
  );
}
