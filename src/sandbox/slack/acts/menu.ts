import { ControlError } from '../../control-error.ts';
import type { ActOutcome, MenuAct } from '../../platform.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { wireMessage } from '../wire-message.ts';
import { handleOf } from '../wire-user.ts';
import { channelNameFor } from './channel-name-for.ts';
import { theChannel, theMessage, thePerson } from './find.ts';
import { interact } from './interact.ts';

/**
 * A person picks a message shortcut from the menu of a message, whoever wrote it and whether or not the bot is in the
 * channel. https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export async function chooseShortcut(context: SlackContext, act: MenuAct): Promise<ActOutcome> {
  const { workspace, interactions, messages } = context;
  const person = thePerson(context, act.person);
  const channel = theChannel(context, act.channel, act.person);
  const message = theMessage(context, act.channel, act.message, act.person);
  if (message.privateTo !== null) throw new ControlError('A private message has no shortcuts in its menu.');
  const declared = workspace.shortcuts().filter(({ type }) => type === 'message');
  if (!declared.some(({ callback_id }) => callback_id === act.entry)) {
    const known = declared.map(({ callback_id }) => callback_id).join(', ') || 'none';
    throw new ControlError(
      `The manifest declares no message shortcut “${act.entry}”, only: ${known}; seed its shortcuts.`,
    );
  }
  if (!workspace.scopes().includes('commands'))
    throw new ControlError('The bot was not given the scope commands, so it has no shortcuts here.');
  const team = workspace.team().id;
  return interact(context, 'interactive', {
    type: 'message_action',
    token: 'sandbox-verification-token',
    action_ts: messages.nextTs(),
    team: { id: team, domain: fresh.domain },
    user: { id: person.id, username: handleOf(person), team_id: team, name: handleOf(person) },
    channel: { id: channel.id, name: channelNameFor(channel) },
    is_enterprise_install: false,
    enterprise: null,
    callback_id: act.entry,
    trigger_id: interactions.newTrigger(person.id),
    response_url: interactions.newResponseUrl({
      channel: channel.id,
      person: person.id,
      source: null,
      invokedAs: null,
    }),
    message_ts: message.id,
    message: wireMessage(context, message, false),
  });
}
