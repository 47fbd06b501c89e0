import type { Channel, Person } from '../world.ts';
import type { SlackContext } from './context.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import { newId } from './new-id.ts';
import { SlackError } from './slack-error.ts';

/** Throws `missing_scope` unless one of these scopes was granted. */
export function requireScope({ workspace }: SlackContext, ...anyOf: string[]): void {
  const provided = workspace.scopes();
  if (anyOf.length === 0 || anyOf.some((scope) => provided.includes(scope))) return;
  throw new SlackError('missing_scope', { needed: anyOf.join(','), provided: provided.join(',') });
}

/** `channels:history` for a public channel, `groups:` for a private one, `im:` for a direct message. */
export function scopeFor(channel: Channel, verb: string): string {
  if (channel.kind === 'private') return `groups:${verb}`;
  if (channel.kind === 'dm') return `im:${verb}`;
  return `channels:${verb}`;
}

/** A channel the bot may know of; a private one it is not in does not exist for it. */
export function findChannel({ workspace }: SlackContext, id: string): Channel {
  const channel = workspace.channel(id);
  if (channel === undefined || (channel.kind === 'private' && !channel.botIsMember)) {
    throw new SlackError('channel_not_found');
  }
  return channel;
}

/** A channel whose messages the bot may read. */
export function readableChannel(context: SlackContext, id: string): Channel {
  const channel = findChannel(context, id);
  requireScope(context, scopeFor(channel, 'history'));
  if (!channel.botIsMember) throw new SlackError('not_in_channel');
  return channel;
}

/** What Slack says of replies alone, and of what is no reply. */
const ofReplies = new Set(['restricted_action_non_threadable_channel', 'restricted_action_thread_locked']);
const ofOthers = new Set(['restricted_action_thread_only_channel']);

/** Where chat.postMessage may post: an id, a `#name`, or a person (their direct message). */
export function postableChannel(context: SlackContext, target: string, isReply = false): Channel {
  const channel = findTarget(context, target);
  if (channel.isArchived) throw new SlackError('is_archived');
  const denied = channel.denied.find((name) => !(isReply ? ofOthers : ofReplies).has(name));
  if (denied !== undefined) throw new SlackError(denied);
  if (!channel.botIsMember) {
    const mayPost = context.workspace.scopes().includes('chat:write.public');
    if (!mayPost) throw new SlackError('not_in_channel');
  }
  return channel;
}

function findTarget(context: SlackContext, target: string): Channel {
  const { workspace } = context;
  if (workspace.person(target) !== undefined) return directMessage(context, target);
  if (target.startsWith('#')) {
    const named = workspace.channels().find(({ name }) => name === target.slice(1));
    if (named !== undefined) return findChannel(context, named.id);
  }
  return findChannel(context, target);
}

/** The direct message between the bot and this person, made when there is none. */
export function directMessage({ workspace }: SlackContext, person: string): Channel {
  const known = workspace.channels().find(({ kind, createdBy }) => kind === 'dm' && createdBy === person);
  if (known !== undefined) return known;
  const channel: Channel = {
    id: newId('D'),
    name: workspace.person(person)?.name ?? person,
    kind: 'dm',
    parent: null,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: person,
    members: [person],
  };
  workspace.putChannel(channel);
  return channel;
}

/** The bot itself as a person. */
export function botPerson(): Person {
  return { id: fresh.bot.user, name: fresh.bot.name, locale: 'en-US', isBot: true, isAdmin: false };
}
