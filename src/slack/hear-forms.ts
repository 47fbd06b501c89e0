import type { App, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { answerPhrases } from '../answers/answer-phrases.ts';
import type { Answerer } from '../answers/answerer.ts';
import type { Speaker, Spot } from '../answers/hearing.ts';
import { readForm } from './read-form.ts';
import { renderModal } from './show-in-modal.ts';

/** Slack wants an answer to a form within 3 s of sending it; what takes longer than this gives way to a waiting line. */
const patienceMs = 1_500;

/** What comes of a form: what to show in its place, what is wrong with it, or nothing where it came twice. */
type Outcome = { view: ModalView } | { errors: Record<string, string> } | null;

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

  async function outcomeOf({ body, view }: { body: ViewSubmitAction; view: ViewSubmitAction['view'] }) {
    try {
      if (!(await heard.isNewEvent(`slack:form:${body.trigger_id ?? `${view.id}:${view.hash}`}`)))
        return null;
      const channel = view.private_metadata;
      const back = await answerer.submit({
        spot: heard.spot(channel),
        speaker: await heard.speaker(body.user.id, body.user.name),
        id: view.callback_id,
        values: readForm(view.state.values),
      });
      if (back === null) return { view: oneLine(answerPhrases.tooOld) };
      if (back.errors !== null) return { errors: { ...back.errors } };
      return { view: renderModal(await back.answer, channel) };
    } catch (error) {
      logger.error({ err: error }, 'a form on Slack failed');
      return { view: oneLine(answerPhrases.failed) };
    }
  }

  app.view(/.*/, async ({ ack, body, view }) => {
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, patienceMs, 'late'));
    // An acknowledgement on a socket that was just refreshed rejects: the form counts all the same.
    const acknowledge = (response?: ViewResponseAction) =>
      (response === undefined ? ack() : ack(response)).catch((error: unknown) =>
        logger.warn({ err: error }, 'a form could not be acknowledged'),
      );
    const working: Promise<Outcome> = outcomeOf({ body: body as ViewSubmitAction, view });
    const first = await Promise.race([working, late]);
    if (first === null) return acknowledge();
    if (first !== 'late')
      return acknowledge(
        'errors' in first
          ? { response_action: 'errors', errors: first.errors }
          : { response_action: 'update', view: first.view },
      );
    await acknowledge({ response_action: 'update', view: oneLine(answerPhrases.working) });
    const last = await working;
    if (last === null) return;
    const shown = 'errors' in last ? sentences(Object.values(last.errors).join('\n')) : last.view;
    await client.views
      .update({ view_id: view.id, view: shown })
      .catch((error: unknown) => logger.warn({ err: error }, 'what came of a form could not be shown'));
  });
}

/** A modal that says one line, in both languages: whose form it was may not be known. */
export function oneLine({ ko, en }: { ko: string; en: string }): ModalView {
  return sentences(`${ko}\n${en}`);
}

function sentences(text: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Sowhat' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text, emoji: false } }],
  };
}
