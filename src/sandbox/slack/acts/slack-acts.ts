import { ControlError } from '../../control-error.ts';
import type { Acts, ReactAct, SayAct } from '../../platform.ts';
import type { Channel, Reaction, StoredMessage } from '../../world.ts';
import type { SlackContext } from '../context.ts';
import { deleteMessage } from '../delete-message.ts';
import { withoutReaction, withReaction } from '../react.ts';
import { tellReaction } from '../tell-reaction.ts';
import { typeCommand } from './command.ts';
import { theChannel, theMessage, thePerson } from './find.ts';
import { chooseShortcut } from './menu.ts';
import { press } from './press.ts';
import { dismiss, submit } from './submit.ts';

/** What a person can do in the workspace. */
export function slackActs(context: SlackContext): Acts {
  const { base, messages } = context;

  /** Changes a reaction and tells the app; null when nothing changed or the app is not told. */
  function change(
    act: ReactAct,
    event: 'reaction_added' | 'reaction_removed',
    apply: (message: StoredMessage, emoji: string, person: string) => Reaction[] | null,
  ): Promise<{ event: string | null }> {
    thePerson(context, act.person);
    const channel = theChannel(context, act.channel, act.person);
    const message = theMessage(context, act.channel, act.message, act.person);
    if (message.privateTo !== null) throw new ControlError('A private message takes no reactions.');
    const emoji = act.emoji.replaceAll(':', '');
    if (!/^[a-z0-9_+'-]+(::skin-tone-\d)?$/.test(emoji)) {
      throw new ControlError(`Name the emoji as Slack does, without colons: “us”, not “${act.emoji}”.`);
    }
    const reactions = apply(message, emoji, act.person);
    if (reactions === null) return Promise.resolve({ event: null });
    messages.put({ ...message, reactions });
    base.changed('slack', { kind: 'reaction', channel: channel.id, id: message.id });
    const told = tellReaction(context, { type: event, person: act.person, emoji, message });
    return Promise.resolve({ event: told });
  }

  return {
    command: (act) => typeCommand(context, act),
    autocomplete: () =>
      Promise.reject(new ControlError('Slack completes no commands; use Discord’s autocomplete.')),
    press: (act) => press(context, act),
    menu: (act) => chooseShortcut(context, act),
    submit: (act) => submit(context, act),
    dismiss: (act) => dismiss(context, act),
    react: (act) => change(act, 'reaction_added', withReaction),
    unreact: (act) => change(act, 'reaction_removed', withoutReaction),
    say: (act) => Promise.resolve(say(context, act)),
    reload({ person }) {
      thePerson(context, person);
      messages.removePrivate(({ privateTo }) => privateTo === person);
      base.changed('slack', { kind: 'message' });
      return Promise.resolve();
    },
    remove({ channel, id }) {
      const dismissed = messages.private(channel, id);
      if (dismissed !== undefined) {
        messages.removePrivate((message) => message === dismissed);
        base.changed('slack', { kind: 'message', channel, id });
        return Promise.resolve();
      }
      const message = messages.get(channel, id);
      if (message === undefined) throw new ControlError(`There is no message ${id} in ${channel}.`);
      deleteMessage(context, message);
      return Promise.resolve();
    },
  };
}

function say(context: SlackContext, act: SayAct): { id: string } {
  const { messages, workspace, base, events } = context;
  const person = thePerson(context, act.person);
  const channel = theChannel(context, act.channel, act.person);
  const parent = act.thread === undefined ? null : theMessage(context, channel.id, act.thread, person.id);
  const id = messages.nextTs();
  const text = act.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: act.text }] }];
  const stored: StoredMessage = {
    id,
    channel: channel.id,
    thread: parent === null ? null : (parent.thread ?? parent.id),
    author: person.id,
    payload: {
      type: 'message',
      user: person.id,
      client_msg_id: crypto.randomUUID(),
      text,
      team: workspace.team().id,
      blocks: [{ type: 'rich_text', block_id: id, elements }],
    },
    createdAt: base.clock(),
    editedAt: null,
    reactions: [],
    privateTo: null,
    invokedAs: null,
  };
  messages.put(stored);
  base.changed('slack', { kind: 'message', channel: channel.id, id });
  const thread = stored.thread === null ? {} : { thread_ts: stored.thread };
  const event = {
    ...stored.payload,
    ts: id,
    ...thread,
    channel: channel.id,
    event_ts: id,
    channel_type: typeOf(channel),
  };
  events.emit(subscriptionFor(channel), event, channel);
  return { id };
}

function typeOf(channel: Channel): string {
  if (channel.kind === 'private') return 'group';
  return channel.kind === 'dm' ? 'im' : 'channel';
}

function subscriptionFor(channel: Channel): string {
  return { group: 'message.groups', im: 'message.im' }[typeOf(channel)] ?? 'message.channels';
}
