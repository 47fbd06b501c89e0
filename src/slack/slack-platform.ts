import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Place, Platform } from '../delivery/platform.ts';
import { deliveryEventType } from './delivery-marker.ts';
import type { SlackPeople } from './people.ts';
import { slackRenderer } from './render-slack.ts';
import { slackError } from './slack-errors.ts';
import { createUploads } from './upload-images.ts';

/** Who we are, from auth.test. */
export interface SlackIdentity {
  team: string;
  /** `https://team.slack.com/` */
  url: string;
  user: string;
  bot: string;
}

interface HistoryMessage {
  ts?: string;
  bot_id?: string;
  user?: string;
  metadata?: { event_type?: string; event_payload?: Record<string, unknown> };
}

const pageSize = 200;

async function attempt<T>(where: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw slackError(error, where);
  }
}

/** Slack as delivery needs it: one request per call, no retries of its own. */
export function createSlackPlatform(
  client: WebClient,
  identity: SlackIdentity,
  people: SlackPeople,
  log: Logger,
): Platform {
  async function page(place: Place, oldest: string, cursor: string | undefined) {
    const shared = {
      channel: place.channel,
      oldest,
      limit: pageSize,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    };
    return place.thread === null
      ? await client.conversations.history(shared)
      : await client.conversations.replies({ ...shared, ts: place.thread });
  }

  async function read(place: Place, ids: readonly string[], since: number): Promise<Map<string, string>> {
    const wanted = new Set(ids);
    const found = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const answer = await attempt(place.channel, () => page(place, (since / 1000).toFixed(6), cursor));
      for (const message of (answer.messages ?? []) as HistoryMessage[]) {
        // Metadata can be written by any app: only what we wrote ourselves counts.
        if (message.bot_id !== identity.bot || message.metadata?.event_type !== deliveryEventType) continue;
        const id = String(message.metadata.event_payload?.id ?? '');
        if (wanted.has(id) && message.ts !== undefined) found.set(id, message.ts);
      }
      cursor = answer.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined && found.size < wanted.size);
    return found;
  }

  return {
    name: 'slack',
    workspace: identity.team,
    renderer: slackRenderer,

    prepare: createUploads(client, (error, channel) => slackError(error, channel), log),

    async post(place, payload) {
      const target = {
        channel: place.channel,
        ...(place.thread === null ? {} : { thread_ts: place.thread, reply_broadcast: false }),
      };
      const answer = await attempt(place.channel, () =>
        client.apiCall('chat.postMessage', { ...payload, ...target }),
      );
      return { messageId: String((answer as { ts?: string }).ts) };
    },

    async openThread(_channel, messageId) {
      return messageId;
    },

    async find(place, ids, since) {
      try {
        return await read(place, ids, since);
      } catch (error) {
        // A reply to a message that was deleted before lands in the channel, and the thread is not there to read.
        const isGone = place.thread !== null && error instanceof DeliveryError && error.code === 'not-found';
        if (!isGone) throw error;
        const found = await read({ channel: place.channel, thread: null }, ids, since);
        if (found.size === 0) throw error;
        return found;
      }
    },

    async edit(place, messageId, payload) {
      await attempt(place.channel, () =>
        client.apiCall('chat.update', { ...payload, channel: place.channel, ts: messageId }),
      );
    },

    async flags(place, messageId, isFlag) {
      const answer = await attempt(place.channel, () =>
        client.reactions.get({ channel: place.channel, timestamp: messageId, full: true }),
      );
      const seen = [];
      for (const reaction of answer.message?.reactions ?? []) {
        if (!isFlag(reaction.name ?? '')) continue;
        let byPerson = false;
        for (const user of reaction.users ?? []) {
          if (user === identity.user) continue;
          // Of whom Slack says nothing just now may be a person: better one answer too many.
          byPerson = (await people.find(user))?.isBot !== true;
          if (byPerson) break;
        }
        seen.push({ emoji: reaction.name ?? '', byPerson });
      }
      return seen;
    },

    link(place, messageId) {
      const path = `${identity.url}archives/${place.channel}/p${messageId.replace('.', '')}`;
      return place.thread === null || place.thread === messageId
        ? path
        : `${path}?thread_ts=${place.thread}&cid=${place.channel}`;
    },
  };
}
