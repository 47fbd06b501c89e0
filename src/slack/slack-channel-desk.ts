import webApi, { type WebClient } from '@slack/web-api';
import type { ChannelDesk, ChannelFacts } from '../answers/manage/channel-desk.ts';
import { slackError } from './slack-errors.ts';

/** What Slack answers where the bot may not look, or there is nothing. */
const unseen = new Set(['channel_not_found', 'missing_scope', 'no_permission', 'not_in_channel']);

/** Asks Slack about channels. @see https://docs.slack.dev/reference/methods/conversations.info */
export function createSlackDesk(client: WebClient, scopes: readonly string[]): ChannelDesk {
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
        return true;
      } catch {
        return false;
      }
    },
  };
}

function accessTo(
  found: { is_member?: boolean; is_private?: boolean; is_archived?: boolean },
  scopes: readonly string[],
): ChannelFacts['access'] {
  if (found.is_member) return 'in';
  return !found.is_private && !found.is_archived && scopes.includes('channels:join') ? 'joinable' : 'out';
}
