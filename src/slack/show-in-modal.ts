import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Answer, AnyAnswer } from '../answers/hearing.ts';
import { splitMessage } from '../message/split-message.ts';
import { renderForm } from './render-form.ts';
import { slackRenderer } from './render-slack.ts';

/** @see https://docs.slack.dev/reference/views/modal-views */
const blocksAtMost = 100;

/** An answer as a modal: it survives reloads and other devices, ephemerals do not. */
export function renderModal(answer: Answer, channel: string): ModalView {
  const options = { id: answer.id, silent: true, mentionRole: null };
  const blocks = splitMessage(answer.message, slackRenderer.fits).flatMap(
    (part) => slackRenderer.render(part, options).blocks as ModalView['blocks'],
  );
  const korean = answer.message.language !== 'en';
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sowhat' },
    close: { type: 'plain_text', text: korean ? '닫기' : 'Close' },
    private_metadata: channel,
    blocks: blocks.slice(0, blocksAtMost),
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
