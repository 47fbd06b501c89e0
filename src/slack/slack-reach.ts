import type { WebClient } from '@slack/web-api';
import webApi from '@slack/web-api';
import type { Direct, Reach } from '../answers/reach.ts';
import { slackError } from './slack-errors.ts';

/** @see https://docs.slack.dev/reference/methods/conversations.open#errors */
const refusals = new Set(['cannot_dm_bot', 'user_not_found', 'user_not_visible', 'user_disabled']);

/** What Slack says of a person. */
export function createSlackReach(client: WebClient, onTrouble: (advice: string) => void): Reach {
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
  };
}
