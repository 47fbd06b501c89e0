import { ControlError } from '../../control-error.ts';
import type { ActOutcome, CommandAct } from '../../platform.ts';
import type { Channel, Person } from '../../world.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh, slackbot } from '../fresh-workspace.ts';
import type { ResponseTarget } from '../interactions.ts';
import { respond } from '../respond.ts';
import { SlackError } from '../slack-error.ts';
import { handleOf } from '../wire-user.ts';
import type { Workspace } from '../workspace.ts';
import { channelNameFor } from './channel-name-for.ts';
import { theChannel, thePerson } from './find.ts';
import { interact, isFilled } from './interact.ts';

/** A person types a slash command. https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function typeCommand(context: SlackContext, act: CommandAct): Promise<ActOutcome> {
  const { workspace, interactions } = context;
  const person = thePerson(context, act.person);
  const channel = theChannel(context, act.channel, act.person);
  const command = act.command.startsWith('/') ? act.command : `/${act.command}`;
  const known = workspace.commands().find((declared) => declared.command === command);
  if (known === undefined) {
    throw new ControlError(`“${command}” is not a command of this app; seed its commands.`);
  }
  const refusal = { event: '', acknowledged: false, ackMs: null, response: null };
  if (!workspace.scopes().includes('commands')) {
    return { ...refusal, error: tell(context, channel, person, `${command} is not a valid command.`) };
  }
  if (act.thread !== undefined) {
    return {
      ...refusal,
      error: tell(context, channel, person, `${command} is not supported in threads. Sorry!`),
    };
  }
  const typed = act.text ?? '';
  const target: ResponseTarget = {
    channel: channel.id,
    person: person.id,
    source: null,
    invokedAs: `${command} ${typed}`.trim(),
  };
  const outcome = await interact(context, 'slash_commands', {
    token: 'sandbox-verification-token',
    team_id: workspace.team().id,
    team_domain: fresh.domain,
    channel_id: channel.id,
    channel_name: channelNameFor(channel),
    user_id: person.id,
    user_name: handleOf(person),
    command,
    text: known.should_escape === true ? escapeMentions(typed, workspace) : typed,
    api_app_id: fresh.appId,
    is_enterprise_install: 'false',
    response_url: interactions.newResponseUrl(target),
    trigger_id: interactions.newTrigger(person.id),
  });
  if (outcome.error !== null) {
    return { ...outcome, error: tell(context, channel, person, failure(command, outcome.error)) };
  }
  if (!isFilled(outcome.response)) return outcome;
  try {
    const { response_type: type, ...rest } = outcome.response;
    // An acknowledgement of `in_channel` alone shows only what was typed.
    if (type === 'in_channel') showTyped(context, channel, person, target.invokedAs ?? '');
    if (Object.keys(rest).length > 0) respond(context, target, outcome.response);
    return outcome;
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    const shown = failure(command, 'invalid_command_response');
    return {
      ...outcome,
      error: tell(context, channel, person, shown),
      response: { refused: error.code, ...error.extra },
    };
  }
}

function failure(command: string, code: string): string {
  return `${command} failed with the error "${code}"`;
}

/** What Slackbot tells this person alone. Gives the text. */
function tell({ messages, base }: SlackContext, channel: Channel, person: Person, text: string): string {
  const id = messages.nextTs();
  messages.putPrivate({
    id,
    channel: channel.id,
    thread: null,
    author: slackbot,
    payload: { type: 'message', user: slackbot, text, is_ephemeral: true },
    createdAt: base.clock(),
    editedAt: null,
    reactions: [],
    privateTo: person.id,
    invokedAs: null,
  });
  base.changed('slack', { kind: 'message', channel: channel.id, id });
  return text;
}

function showTyped(
  { messages, base, workspace }: SlackContext,
  channel: Channel,
  person: Person,
  text: string,
): void {
  const id = messages.nextTs();
  messages.put({
    id,
    channel: channel.id,
    thread: null,
    author: person.id,
    payload: { type: 'message', user: person.id, text, team: workspace.team().id },
    createdAt: base.clock(),
    editedAt: null,
    reactions: [],
    privateTo: null,
    invokedAs: null,
  });
  base.changed('slack', { kind: 'message', channel: channel.id, id });
}

/** `should_escape`: names of people and channels become `<@U…|name>` and `<#C…|name>`. */
function escapeMentions(text: string, workspace: Workspace): string {
  let escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const person of workspace.people()) {
    const handle = handleOf(person);
    escaped = escaped.replaceAll(`@${handle}`, `<@${person.id}|${handle}>`);
  }
  for (const channel of workspace.channels()) {
    if (channel.kind !== 'channel') continue;
    escaped = escaped.replaceAll(`#${channel.name}`, `<#${channel.id}|${channel.name}>`);
  }
  return escaped;
}
