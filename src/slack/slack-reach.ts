import webApi, { type WebClient } from '@slack/web-api';
import type { Direct, Reach } from '../answers/reach.ts';
import { slackError } from './slack-errors.ts';

/** @see https://docs.slack.dev/reference/methods/conversations.open#errors */
const refusals = new Set(['cannot_dm_bot', 'user_not_found', 'user_not_visible', 'user_disabled']);
/** A person is in fewer channels than five pages hold. */
const pagesAtMost = 5;
const pageSize = 200;

export interface SlackReachOptions {
  client: WebClient;
  scopes: readonly string[];
  onTrouble: (advice: string) => void;
}

/** What Slack says of a person. */
export function createSlackReach({ client, scopes, onTrouble }: SlackReachOptions): Reach {
  /** The channels that the person and the bot are both in; of private ones Slack tells no others. */
  async function channelsOf(person: string): Promise<{ id: string; name: string }[]> {
    const types = scopes.includes('groups:read') ? 'public_channel,private_channel' : 'public_channel';
    const found: { id: string; name: string }[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pagesAtMost; page += 1) {
      const answer = await client.users.conversations({
        user: person,
        types,
        exclude_archived: true,
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { id, name } of answer.channels ?? [])
        if (id !== undefined) found.push({ id, name: name ?? id });
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return found;
  }

  async function isPublic(channel: string): Promise<boolean> {
    const found = await client.conversations.info({ channel });
    return found.channel?.is_private === false;
  }

  return {
    async openDirect(person): Promise<Direct> {
      try {
        const { channel } = await client.conversations.open({ users: person });
        if (channel?.id !== undefined) return { channel: channel.id };
      } catch (error) {
        if (error instanceof webApi.WebAPIPlatformError && refusals.has(error.data.error))
          return { problem: 'refused' };
        onTrouble(slackError(error, 'a direct message').message);
      }
      return { problem: 'unreachable' };
    },

    async visible(person, channels) {
      try {
        const joined = person === null ? [] : (await channelsOf(person)).map(({ id }) => id);
        const isSeen = await Promise.all(
          // What Slack does not tell the bot of is told to nobody.
          channels.map(async (id) => joined.includes(id) || (await isPublic(id).catch(() => false))),
        );
        return channels.filter((_, index) => isSeen[index]);
      } catch (error) {
        onTrouble(slackError(error, 'the channels of a person').message);
        return [];
      }
    },

    async postable(person, channels) {
      try {
        return (await channelsOf(person)).filter(({ id }) => channels.includes(id));
      } catch (error) {
        onTrouble(slackError(error, 'the channels of a person').message);
        return [];
      }
    },
  };
}
