import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { answerPhrases } from '../answers/answer-phrases.ts';
import type { Answerer } from '../answers/answerer.ts';
import type { Speaker, Spot } from '../answers/hearing.ts';
import { readForm } from './read-form.ts';
import { renderModal } from './show-in-modal.ts';

/** Slack wants an answer to a form within 3 s; one that takes longer than this gives way to a waiting line. */
const patienceMs = 1_500;

/** Answers forms that people send: what is wrong beside its field, or an answer in the form's place. */
export function hearForms(heard: {
  app: App;
  answerer: Pick<Answerer, 'submit'>;
  client: WebClient;
  isNewEvent: (id: string) => Promise<boolean>;
  speaker: (id: string, fallbackName: string) => Promise<Speaker>;
  spot: (channel: string) => Spot;
  logger: Logger;
}): void {
  const { app, answerer, client, logger } = heard;

  app.view(/.*/, async ({ ack, body, view }) => {
    const submission = body as ViewSubmitAction;
    if (!(await heard.isNewEvent(`slack:form:${submission.trigger_id ?? `${view.id}:${view.hash}`}`)))
      return ack();
    const channel = view.private_metadata;
    const speaker = await heard.speaker(body.user.id, body.user.name);
    const back = await answerer.submit({
      spot: heard.spot(channel),
      speaker,
      id: view.callback_id,
      values: readForm(view.state.values),
    });
    if (back === null)
      return ack({ response_action: 'update', view: waiting(answerPhrases.tooOld, speaker) });
    if (back.errors !== null) return ack({ response_action: 'errors', errors: { ...back.errors } });
    const answer = await Promise.race([back.answer, later(patienceMs)]);
    if (answer !== null) return ack({ response_action: 'update', view: renderModal(answer, channel) });
    await ack({ response_action: 'update', view: waiting(answerPhrases.working, speaker) }).catch(
      (error: unknown) => logger.warn({ err: error }, 'a form could not be acknowledged'),
    );
    await client.views.update({ view_id: view.id, view: renderModal(await back.answer, channel) });
  });
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}

/** A modal that says one line. */
function waiting(line: { ko: string; en: string }, { locale }: Speaker): ModalView {
  const text = locale.startsWith('ko') ? line.ko : line.en;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sowhat' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
  };
}
