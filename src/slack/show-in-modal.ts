import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Answer, AnyAnswer } from '../answers/hearing.ts';
import type { Message } from '../message/message.ts';
import { splitMessage } from '../message/split-message.ts';
import { renderForm } from './render-form.ts';
import { slackRenderer } from './render-slack.ts';

/** @see https://docs.slack.dev/reference/views/modal-views */
const blocksAtMost = 100;

/** Stands for what has no room. */
const more: ModalView['blocks'][number] = { type: 'context', elements: [{ type: 'plain_text', text: '…' }] };

/**
 * An answer as a modal, which survives reloads and other devices as ephemerals do not. What can be pressed stands at
 * its end, however long it is.
 */
export function renderModal(answer: Answer, channel: string): ModalView {
  const options = { id: answer.id, silent: true, mentionRole: null };
  const blocksOf = (message: Message) => slackRenderer.render(message, options).blocks as ModalView['blocks'];
  const { groups } = answer.message;
  const closesWithButtons = groups.at(-1)?.blocks.every(({ kind }) => kind === 'buttons') ?? false;
  const last = closesWithButtons ? groups.slice(-1) : [];
  const buttons = last.length === 0 ? [] : blocksOf({ ...answer.message, groups: last });
  const body = splitMessage(
    { ...answer.message, groups: groups.slice(0, groups.length - last.length) },
    slackRenderer.fits,
  ).flatMap(blocksOf);
  const room = blocksAtMost - buttons.length;
  const shown = body.length <= room ? body : [...body.slice(0, room - 1), more];
  const korean = answer.message.language !== 'en';
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sowhat' },
    close: { type: 'plain_text', text: korean ? '닫기' : 'Close' },
    private_metadata: channel,
    blocks: [...shown, ...buttons],
  };
}

/** Shows an answer to the person who pressed, in a modal. */
export async function showInModal(client: WebClient, body: BlockAction, answer: AnyAnswer): Promise<void> {
  const channel = body.channel?.id ?? body.view?.private_metadata ?? '';
  const view = answer.show === 'form' ? renderForm(answer, channel) : renderModal(answer, channel);
  if (body.view === undefined) await client.views.open({ trigger_id: body.trigger_id, view });
  else if (answer.show === 'replace')
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view });
  else await client.views.push({ trigger_id: body.trigger_id, view });
}
