import webApi, { type WebClient } from '@slack/web-api';
import type { ChannelDesk, ChannelFacts } from '../answers/manage/channel-desk.ts';
import type { SlackPeople } from './people.ts';
import { slackError } from './slack-errors.ts';

/** What Slack answers where the bot may not look, or there is nothing. */
const unseen = new Set(['channel_not_found', 'missing_scope', 'no_permission', 'not_in_channel']);

/** What Slack answers to who may not come in, whenever one tries. */
const shut = new Set([
  ...unseen,
  'is_archived',
  'method_not_supported_for_channel_type',
  'restricted_action',
  'team_access_not_granted',
]);

/** Asks Slack about channels. @see https://docs.slack.dev/reference/methods/conversations.info */
export function createSlackDesk(
  client: WebClient,
  scopes: readonly string[],
  people: Pick<SlackPeople, 'findNow'>,
): ChannelDesk {
  return {
    async facts({ channel }) {
      // A direct message, which the bot has no scope to read about.
      if (channel.startsWith('D'))
        return { name: '', kind: 'direct', creator: null, access: 'in', lacks: [] };
      try {
        const { channel: found } = await client.conversations.info({ channel });
        if (found === undefined) return null;
        return {
          name: found.name ?? channel,
          kind: found.is_im || found.is_mpim ? 'direct' : 'channel',
          creator: found.creator || null,
          access: accessTo(found, scopes),
          lacks: [],
        };
      } catch (error) {
        if (error instanceof webApi.WebAPIPlatformError && unseen.has(error.data.error)) return null;
        throw slackError(error, channel);
      }
    },

    async join({ channel }) {
      try {
        await client.conversations.join({ channel });
        return 'in';
      } catch (error) {
        return error instanceof webApi.WebAPIPlatformError && shut.has(error.data.error)
          ? 'refused'
          : 'later';
      }
    },

    mayManage: async (_spot, { id }) => (await people.findNow(id))?.isAdmin ?? null,
  };
}

function accessTo(
  found: { is_member?: boolean; is_private?: boolean; is_archived?: boolean },
  scopes: readonly string[],
): ChannelFacts['access'] {
  if (found.is_member) return 'in';
  return !found.is_private && !found.is_archived && scopes.includes('channels:join') ? 'joinable' : 'out';
}
