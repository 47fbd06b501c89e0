import type { REST } from '@discordjs/rest';
import { type APIMessage, type APIThreadChannel, type APIUser, Routes } from 'discord-api-types/v10';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { FlagSeen, Place, Platform } from '../delivery/platform.ts';
import { discordCode, discordError } from './discord-errors.ts';
import { findMarker } from './find-marker.ts';
import { discordRenderer } from './render-discord.ts';
import { withFiles, withoutPictures } from './with-files.ts';

/** Milliseconds of Discord's first moment: snowflakes count from here. @see https://discord.com/developers/docs/reference#snowflakes */
const discordEpoch = 1_420_070_400_000;
const pageSize = 100;
const threadAlreadyThere = 160004;
const dayMinutes = 1440;
const withoutFilesMs = 60 * 60 * 1000;
/** What was read longer ago is read anew: another program may have posted since. */
const readOnWithinMs = 60 * 1000;

/** A history that could not be read to its end. */
interface BrokenOff {
  ids: Set<string>;
  found: Map<string, string>;
  /** Where to go on. */
  before: string;
  /** When its newest page was read, epoch ms. */
  at: number;
}

export interface DiscordPlatformOptions {
  rest: REST;
  /** The client of discord.js forgets the token after any 401; given again before each call. */
  token: string;
  application: string;
  botUser: string;
  clock: () => number;
  /** Every call ends within this, answers that stall after their headers included. */
  requestTimeoutMs: number;
  /** Server a channel belongs to, '@me' where unknown. */
  guildOf: (channel: string) => string;
}

/** Discord as delivery needs it: one request per call, no retries of its own. */
export function createDiscordPlatform(options: DiscordPlatformOptions): Platform {
  const { rest, clock } = options;

  async function attempt<T>(where: string, call: (signal: AbortSignal) => Promise<unknown>): Promise<T> {
    rest.setToken(options.token);
    try {
      return (await call(AbortSignal.timeout(options.requestTimeoutMs))) as T;
    } catch (error) {
      throw discordError(error, where);
    }
  }

  /** Channels whose pictures were refused, and until when they are left out there. */
  const withoutFiles = new Map<string, number>();

  /** Perhaps it is only the picture that may not be posted: the next try leaves it out. */
  function noFiles(channel: string, refusal: DeliveryError): DeliveryError {
    withoutFiles.set(channel, clock() + withoutFilesMs);
    return new DeliveryError(
      'rate-limited',
      `Discord refused a message with a picture in ${channel}: give the bot’s role “Attach Files” there.`,
      { retryAfterMs: 0, cause: refusal },
    );
  }

  /** Histories that could not be read to the end, and where to go on: a busy channel has more pages than the limit lets through. */
  const brokenOff = new Map<string, BrokenOff>();

  const roomOf = (place: Place): string => place.thread ?? place.channel;

  return {
    name: 'discord',
    workspace: options.application,
    renderer: discordRenderer,

    // Pictures come with the message itself.
    prepare: async (payload, channel) =>
      clock() < (withoutFiles.get(channel) ?? 0) ? withoutPictures(payload) : payload,

    async post(place, payload, id) {
      const { body, files } = withFiles(payload);
      const marked = { ...body, nonce: id.slice(0, 25), enforce_nonce: true };
      const message = await attempt<APIMessage>(place.channel, (signal) =>
        rest.post(Routes.channelMessages(roomOf(place)), { body: marked, files, signal }),
      ).catch((error: unknown) => {
        const isRefused = error instanceof DeliveryError && error.code === 'forbidden';
        throw isRefused && files.length > 0 ? noFiles(place.channel, error) : error;
      });
      return { messageId: message.id };
    },

    async openThread(channel, messageId, name) {
      const body = { name: [...name].slice(0, 100).join(''), auto_archive_duration: dayMinutes };
      try {
        const thread = await attempt<APIThreadChannel>(channel, (signal) =>
          rest.post(Routes.threads(channel, messageId), { body, signal }),
        );
        return thread.id;
      } catch (error) {
        // A thread has the id of its message; making it twice is an answer, too.
        if (discordCode((error as Error).cause) === threadAlreadyThere) return messageId;
        throw error;
      }
    },

    async find(place, ids, since) {
      const room = roomOf(place);
      const oldest = (BigInt(Math.max(0, Math.floor(since) - discordEpoch)) << 22n) - 1n;
      const left = brokenOff.get(room);
      brokenOff.delete(room);
      // What is looked for since then may stand in pages that were read before.
      const isOfThese =
        left !== undefined && clock() - left.at < readOnWithinMs && ids.every((id) => left.ids.has(id));
      const at = isOfThese ? left.at : clock();
      const found = isOfThese ? left.found : new Map<string, string>();
      for (let before = isOfThese ? left.before : null; ; ) {
        const query = new URLSearchParams({
          limit: String(pageSize),
          ...(before === null ? {} : { before }),
        });
        const page: APIMessage[] = await attempt<APIMessage[]>(place.channel, (signal) =>
          rest.get(Routes.channelMessages(room), { query, signal }),
        ).catch((error: unknown) => {
          if (before !== null) brokenOff.set(room, { ids: new Set(ids), found, before, at });
          throw error;
        });
        for (const message of page) {
          if (message.author.id !== options.botUser || BigInt(message.id) < oldest) continue;
          const marker = findMarker(message.components ?? []);
          if (marker !== null) found.set(marker, message.id);
        }
        const last = page.at(-1);
        if (
          ids.every((id) => found.has(id)) ||
          page.length < pageSize ||
          last === undefined ||
          BigInt(last.id) < oldest
        ) {
          return new Map([...found].filter(([id]) => ids.includes(id)));
        }
        before = last.id;
      }
    },

    async edit(place, messageId, payload) {
      const { body, files } = withFiles(payload);
      const { flags: _flags, ...shown } = body;
      await attempt(place.channel, (signal) =>
        rest.patch(Routes.channelMessage(roomOf(place), messageId), { body: shown, files, signal }),
      );
    },

    async flags(place, messageId, isFlag) {
      const room = roomOf(place);
      const message = await attempt<APIMessage>(place.channel, (signal) =>
        rest.get(Routes.channelMessage(room, messageId), { signal }),
      );
      const seen: FlagSeen[] = [];
      for (const reaction of message.reactions ?? []) {
        const emoji = reaction.emoji.name;
        // Who set one is a request of its own.
        if (emoji === null || reaction.emoji.id !== null || !isFlag(emoji)) continue;
        const route = Routes.channelMessageReaction(room, messageId, encodeURIComponent(emoji));
        const query = new URLSearchParams({ limit: String(pageSize) });
        const people = await attempt<APIUser[]>(place.channel, (signal) =>
          rest.get(route, { query, signal }),
        );
        seen.push({ emoji, byPerson: people.some((person) => person.bot !== true) });
      }
      return seen;
    },

    link(place, messageId) {
      return `https://discord.com/channels/${options.guildOf(place.channel)}/${roomOf(place)}/${messageId}`;
    },
  };
}
