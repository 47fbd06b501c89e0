import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import type { Alarms } from '../../src/delivery/delivery-options.ts';
import type { FlagSeen, Place, Platform } from '../../src/delivery/platform.ts';
import type { Renderer } from '../../src/message/renderer.ts';

export interface MemoryMessage {
  place: Place;
  id: string;
  messageId: string;
  at: number;
  deleted: boolean;
}

/** What goes wrong with a request. `null` = nothing. */
export type Fault =
  | null
  | { kind: 'error'; error: DeliveryError }
  /** The message is stored and the answer is lost. */
  | { kind: 'lost-answer' }
  /** Nothing is stored, and the sender cannot know it. */
  | { kind: 'lost-request' }
  /** Stored at once, answered after `ms`. */
  | { kind: 'slow'; ms: number };

type Asked = { method: 'post' | 'openThread' | 'find' | 'edit' | 'flags'; place: Place; id: string };

/** A chat in memory behind the port, with the faults that a test asks for. Time is the clock it is given. */
export interface MemoryPlatform extends Platform {
  messages: MemoryMessage[];
  asked: (Asked & { at: number })[];
  reactions: Map<string, FlagSeen[]>;
  fault: (asked: Asked) => Fault;
  /** How long a stored message is missing from the history, ms. */
  lagMs: number;
  shown(place?: Partial<Place>): MemoryMessage[];
}

const renderer = (platform: 'slack' | 'discord'): Renderer => ({
  platform,
  fits: () => true,
  render: (message, { id, silent, mentionRole }) => ({ id, push: message.push, silent, mentionRole }),
});

export function createMemoryPlatform(options: {
  name: 'slack' | 'discord';
  workspace: string;
  now: () => number;
  alarms: Alarms;
}): MemoryPlatform {
  const { name, workspace, now, alarms } = options;
  const messages: MemoryMessage[] = [];
  const asked: MemoryPlatform['asked'] = [];
  let count = 0;
  const wait = (ms: number) => new Promise<void>((resolve) => void alarms.set(ms, resolve));

  async function faulty(request: Asked, act: () => void): Promise<void> {
    asked.push({ ...request, at: now() });
    const fault = platform.fault(request);
    if (fault?.kind === 'error') throw fault.error;
    if (fault?.kind === 'lost-request') throw new DeliveryError('unknown-outcome', 'The connection broke.');
    act();
    if (fault?.kind === 'lost-answer') throw new DeliveryError('unknown-outcome', 'The connection broke.');
    if (fault?.kind === 'slow') await wait(fault.ms);
  }

  const parentOf = (thread: string) => messages.find((each) => `t${each.messageId}` === thread);

  const platform: MemoryPlatform = {
    name,
    workspace,
    renderer: renderer(name),
    messages,
    asked,
    reactions: new Map(),
    fault: () => null,
    lagMs: 0,
    shown: (place = {}) =>
      messages.filter(
        (each) =>
          !each.deleted &&
          (place.channel === undefined || each.place.channel === place.channel) &&
          (place.thread === undefined || each.place.thread === place.thread),
      ),

    prepare: async (payload) => payload,

    async post(place, payload, id) {
      if (payload.id !== id) throw new Error('The payload does not carry its delivery id.');
      let messageId = '';
      await faulty({ method: 'post', place, id }, () => {
        if (place.thread !== null && parentOf(place.thread)?.deleted)
          throw new DeliveryError('not-found', 'The thread is gone.');
        count += 1;
        messageId = `m${count}`;
        messages.push({ place, id, messageId, at: now(), deleted: false });
      });
      return { messageId };
    },

    async openThread(channel, messageId) {
      await faulty({ method: 'openThread', place: { channel, thread: null }, id: messageId }, () => {
        if (messages.find((each) => each.messageId === messageId)?.deleted)
          throw new DeliveryError('not-found', 'The message is gone.');
      });
      return `t${messageId}`;
    },

    async find(place, ids, since) {
      await faulty({ method: 'find', place, id: ids.join() }, () => {
        if (place.thread !== null && parentOf(place.thread)?.deleted)
          throw new DeliveryError('not-found', 'The thread is gone.');
      });
      const seen = platform
        .shown(place)
        .filter((each) => ids.includes(each.id) && each.at >= since)
        // Its own clock is not put back where ours is.
        .filter(({ at }) => at + platform.lagMs <= now() || at > now());
      return new Map(seen.map((each) => [each.id, each.messageId]));
    },

    edit: (place, messageId) => faulty({ method: 'edit', place, id: messageId }, () => {}),

    async flags(place, messageId) {
      await faulty({ method: 'flags', place, id: messageId }, () => {});
      return platform.reactions.get(messageId) ?? [];
    },

    link: (place, messageId) => `https://chat.example/${place.channel}/${messageId}`,
  };
  return platform;
}
