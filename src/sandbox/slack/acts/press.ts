import type { ActOutcome, PressAct } from '../../platform.ts';
import type { StoredMessage } from '../../world.ts';
import type { Json } from '../checks/block-parts.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { wireMessage } from '../wire-message.ts';
import { handleOf } from '../wire-user.ts';
import { elementState, stateOf } from './element-state.ts';
import { theChannel, theElement, theMessage, theModal, thePerson } from './find.ts';
import { interact } from './interact.ts';

/** A person presses a button or picks from a menu. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function press(context: SlackContext, act: PressAct): Promise<ActOutcome> {
  const person = thePerson(context, act.person);
  const place = act.modal === undefined ? messagePlace(context, act) : modalPlace(context, act, act.modal);
  const { element, blockId } = theElement(place.blocks, act.action, act.block);
  const state = elementState(element, act.values ?? []);
  const { text } = element;
  return interact(context, 'interactive', {
    type: 'block_actions',
    user: {
      id: person.id,
      username: handleOf(person),
      name: handleOf(person),
      team_id: context.workspace.team().id,
    },
    api_app_id: fresh.appId,
    token: 'sandbox-verification-token',
    container: place.container,
    trigger_id: context.interactions.newTrigger(person.id),
    team: { id: context.workspace.team().id, domain: fresh.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...place.fields({ values: stateOf(place.blocks, (other) => (other === element ? state : null)) }),
    actions: [
      {
        action_id: act.action,
        block_id: blockId,
        ...(text === undefined ? {} : { text }),
        ...state,
        type: element.type,
        action_ts: context.messages.nextTs(),
      },
    ],
  });
}

interface Place {
  blocks: Json[];
  container: Json;
  /** What is particular to a message or a modal, given the state of its elements. */
  fields(state: Json): Json;
}

function messagePlace(context: SlackContext, act: PressAct): Place {
  const channel = theChannel(context, act.channel, act.person);
  const message = theMessage(context, act.channel, act.message, act.person);
  const isPrivate = message.privateTo !== null;
  const source = { ts: message.id, isPrivate };
  const container: Json = {
    type: 'message',
    message_ts: message.id,
    channel_id: channel.id,
    is_ephemeral: isPrivate,
    ...(message.thread === null ? {} : { thread_ts: message.thread }),
  };
  const fields: Json = {
    channel: { id: channel.id, name: channel.kind === 'dm' ? 'directmessage' : channel.name },
    response_url: context.interactions.newResponseUrl({
      channel: channel.id,
      person: act.person,
      source,
      invokedAs: null,
    }),
  };
  // The text of a private message is not given back to the app.
  if (!isPrivate) fields.message = wireMessage(context, message, false);
  return { blocks: blocksOf(message), container, fields: (state) => ({ ...fields, state }) };
}

function blocksOf(message: StoredMessage): Json[] {
  const { blocks, attachments } = message.payload;
  const own = Array.isArray(blocks) ? (blocks as Json[]) : [];
  const attached = Array.isArray(attachments) ? (attachments as Json[]) : [];
  return [...own, ...attached.flatMap((attachment) => (attachment.blocks as Json[] | undefined) ?? [])];
}

function modalPlace(context: SlackContext, act: PressAct, id: string): Place {
  const modal = theModal(context, id, act.person);
  return {
    blocks: modal.view.blocks as Json[],
    container: { type: 'view', view_id: modal.id },
    fields: (state) => ({ view: { ...modal.view, state } }),
  };
}
