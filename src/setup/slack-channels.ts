import { slackError } from '../slack/slack-errors.ts';
import type { ChannelChoice } from './channel-choice.ts';
import type { SlackDesk } from './slack-desk.ts';

/** Enough for a person to choose from; who has more types the id. */
const pages = 10;

/**
 * The public channels, and the private ones the bot is in, by name.
 * @throws DeliveryError with a sentence for the owner
 */
export async function slackChannels({ client }: Pick<SlackDesk, 'client'>): Promise<ChannelChoice[]> {
  const found: ChannelChoice[] = [];
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const answer = await client.conversations
      .list({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor === '' ? {} : { cursor }),
      })
      .catch((error: unknown) => {
        throw slackError(error, 'this workspace');
      });
    for (const { id, name, is_private, is_member } of answer.channels ?? []) {
      if (id === undefined || name === undefined) continue;
      const hint = is_member === true ? '' : 'the bot joins it by itself';
      found.push({ platform: 'slack', id, name, hint: is_private === true ? 'private' : hint });
    }
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return found.sort((a, b) => a.name.localeCompare(b.name));
}
