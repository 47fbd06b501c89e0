import type { Channel } from '../world.ts';
import type { Json } from './checks/block-parts.ts';
import type { SlackContext } from './context.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';

/** A conversation object. https://docs.slack.dev/reference/objects/conversation-object */
export function wireChannel({ workspace }: SlackContext, channel: Channel, withCount: boolean): Json {
  const shared = {
    id: channel.id,
    created: 0,
    is_archived: channel.isArchived,
    is_org_shared: false,
    context_team_id: workspace.team().id,
    updated: 0,
  };
  if (channel.kind === 'dm') {
    return { ...shared, is_im: true, user: channel.createdBy, is_user_deleted: false, priority: 0 };
  }
  const wire: Json = {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind !== 'private',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    unlinked: 0,
    creator: channel.createdBy ?? '',
    is_member: channel.botIsMember,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
  };
  if (withCount) wire.num_members = membersOf({ workspace }, channel).length;
  return wire;
}

/** Ids of everybody in the channel, the bot included. */
export function membersOf({ workspace }: Pick<SlackContext, 'workspace'>, channel: Channel): string[] {
  const people = channel.members ?? workspace.people().map(({ id }) => id);
  return channel.botIsMember ? [...people, fresh.bot.user] : people;
}
