import type { App, BlockAction, MessageShortcut, RespondFn } from '@slack/bolt';
import webApi, { type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { answerPhrases } from '../answers/answer-phrases.ts';
import type { Answerer } from '../answers/answerer.ts';
import type { Answer, AnyAnswer, FormAnswer, MenuEntry, Speaker, Spot } from '../answers/hearing.ts';
import { hearForms, oneLine } from './hear-forms.ts';
import type { SlackPeople } from './people.ts';
import { pressOf } from './press-of.ts';
import { renderForm } from './render-form.ts';
import { respondWith } from './respond-with.ts';
import { renderModal, showInModal } from './show-in-modal.ts';
import type { SlackIdentity } from './slack-platform.ts';

export interface HearSlack {
  app: App;
  answerer: Answerer;
  identity: SlackIdentity;
  people: SlackPeople;
  client: WebClient;
  /** False where the platform delivered the same event before. */
  isNewEvent: (id: string) => Promise<boolean>;
  logger: Logger;
}

/** The manifest's message shortcuts, by callback_id. */
const menuEntries: readonly MenuEntry[] = ['edit', 'report'];

/** Slack sends users and channels in commands as `<@U1|name>` (should_escape); only the words count. */
function plainWords(text: string): string {
  return text
    .replace(/<[@#!][^|>]*\|([^>]*)>/g, '$1')
    .replace(/<[@#!]([^>]*)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** Direct messages have ids of their own; `/brief` works in those between people, too. */
function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Registers what Slack people can say and do. */
export function hearSlack(heard: HearSlack): void {
  const { app, answerer, identity, people, client, isNewEvent, logger } = heard;

  async function speaker(id: string, fallbackName: string): Promise<Speaker> {
    const person = await people.find(id);
    return {
      id,
      name: person?.name ?? fallbackName,
      locale: person?.locale ?? '',
      mayPost: null,
      mayManage: person?.isAdmin ?? false,
    };
  }

  function spot(channel: string): Spot {
    return {
      platform: 'slack',
      workspace: identity.team,
      channel,
      ...(isDirect(channel) ? { isDirect: true } : {}),
    };
  }

  app.command(/.*/, async ({ command, ack, respond }) => {
    // A second acknowledgement, or one on a socket that was just refreshed, rejects: the answer still counts.
    await ack().catch((error: unknown) => logger.warn({ err: error }, 'a command could not be acknowledged'));
    try {
      if (!(await isNewEvent(`slack:command:${command.trigger_id}`))) return;
      const answer = await answerer.command({
        spot: spot(command.channel_id),
        speaker: await speaker(command.user_id, command.user_name),
        commands: ['brief', 'briefing', 'mybrief'],
        words: plainWords(command.text ?? ''),
        options: {},
      });
      if (answer.show === 'form') await openForm(answer, command.channel_id, command.trigger_id, respond);
      else await respondWith(respond, answer);
    } catch (error) {
      logger.error({ err: error }, 'a command on Slack failed');
      await sayPrivately(respond, answerPhrases.failed);
    }
  });

  /** In both languages: whose command or press it was may not be known. */
  async function sayPrivately(respond: RespondFn, { ko, en }: { ko: string; en: string }): Promise<void> {
    await respond({ response_type: 'ephemeral', replace_original: false, text: `${ko}\n${en}` });
  }

  /** A trigger lives for three seconds: whoever comes too late is asked to try once more. */
  async function openForm(
    answer: FormAnswer,
    channel: string,
    trigger: string,
    respond: RespondFn,
  ): Promise<void> {
    try {
      await client.views.open({ trigger_id: trigger, view: renderForm(answer, channel) });
    } catch (error) {
      logger.warn({ err: error }, 'a form could not be opened');
      await respond({ response_type: 'ephemeral', text: answerPhrases.tooLate[answer.form.language] });
    }
  }

  app.shortcut({ type: 'message_action' }, async ({ shortcut, ack, respond }) => {
    await ack().catch((error: unknown) =>
      logger.warn({ err: error }, 'a message shortcut could not be acknowledged'),
    );
    const entry = menuEntries.find((known) => known === shortcut.callback_id);
    if (entry === undefined) return;
    try {
      if (!(await isNewEvent(`slack:menu:${shortcut.trigger_id}`))) return;
      const answer = await answerer.menu({
        spot: spot(shortcut.channel.id),
        speaker: await speaker(shortcut.user.id, shortcut.user.name),
        entry,
        messageId: shortcut.message_ts,
      });
      if (answer.show === 'form') await openForm(answer, shortcut.channel.id, shortcut.trigger_id, respond);
      else await openAnswer(answer, shortcut, respond);
    } catch (error) {
      logger.error({ err: error }, 'a message shortcut on Slack failed');
      await sayPrivately(respond, answerPhrases.failed);
    }
  });

  /** What comes too late for a modal is said in the channel, to this person alone. */
  async function openAnswer(answer: Answer, from: MessageShortcut, respond: RespondFn): Promise<void> {
    try {
      const view = renderModal(answer, from.channel.id);
      await client.views.open({ trigger_id: from.trigger_id, view });
    } catch (error) {
      logger.warn({ err: error }, 'an answer could not be opened');
      await respondWith(respond, answer);
    }
  }

  hearForms({ app, answerer, client, isNewEvent, speaker, spot, logger });

  app.action(/.*/, async ({ body, ack, respond }) => {
    await ack().catch((error: unknown) => logger.warn({ err: error }, 'a press could not be acknowledged'));
    if (body.type !== 'block_actions') return;
    const pressed = pressOf(body);
    if (pressed === null) return;
    try {
      if (!(await isNewEvent(`slack:press:${body.trigger_id}`))) return;
      const answer = await answerer.press({
        spot: spot(body.channel?.id ?? pressed.channel),
        speaker: await speaker(body.user.id, body.user.name ?? body.user.id),
        id: pressed.id,
        action: pressed.action,
        values: pressed.values,
        isPrivate: pressed.isPrivate,
      });
      if (answer !== null) await show(body, respond, answer);
    } catch (error) {
      logger.error({ err: error }, 'a press on Slack failed');
      await sayInstead(body, respond, answerPhrases.failed);
    }
  });

  /** A press in a modal has no address to respond to. */
  async function sayInstead(
    body: BlockAction,
    respond: RespondFn,
    line: { ko: string; en: string },
  ): Promise<void> {
    if (body.view === undefined) await sayPrivately(respond, line);
    else await client.views.update({ view_id: body.view.id, view: oneLine(line) });
  }

  async function show(body: BlockAction, respond: RespondFn, answer: AnyAnswer): Promise<void> {
    if (body.view === undefined && answer.show === 'replace') return respondWith(respond, answer);
    try {
      await showInModal(client, body, answer);
    } catch (error) {
      // Pressed twice: the modal shows what came of the other press.
      if (error instanceof webApi.WebAPIPlatformError && error.data.error === 'hash_conflict') return;
      logger.warn({ err: error }, 'an answer could not be opened');
      await sayInstead(body, respond, answerPhrases.tooLate);
    }
  }

  app.event('reaction_added', async ({ event }) => {
    if (event.item.type !== 'message' || event.item_user !== identity.user) return;
    // Told twice it is answered once all the same; noting it first could lose it.
    if ((await people.find(event.user))?.isBot === true) return;
    await answerer.flag({ spot: spot(event.item.channel), messageId: event.item.ts, emoji: event.reaction });
  });

  app.event('user_change', async ({ event }) => people.forget(event.user.id));

  app.error(async (error) => {
    logger.error({ err: error.original ?? error }, 'an answer on Slack failed');
  });
}
