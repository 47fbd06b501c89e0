import type { Journal } from '../journal.ts';
import type { StoredMessage } from '../world.ts';

/** The messages of the workspace: kept ones in the journal, private (ephemeral) ones in memory only. */
export interface Messages {
  /** A ts no message has yet, later than every other: seconds with six digits. */
  nextTs(): string;
  get(channel: string, ts: string): StoredMessage | undefined;
  /** Kept messages of a channel, oldest first, threads included. */
  inChannel(channel: string): readonly StoredMessage[];
  replies(channel: string, ts: string): StoredMessage[];
  put(message: StoredMessage): void;
  remove(channel: string, ts: string): void;
  private(channel: string, ts: string): StoredMessage | undefined;
  putPrivate(message: StoredMessage): void;
  removePrivate(fits: (message: StoredMessage) => boolean): void;
  /** Everything, kept and private, oldest first. */
  all(): StoredMessage[];
  reset(): void;
}

const collection = 'slack/messages';

export function createMessages(journal: Journal, clock: () => number): Messages {
  const byChannel = new Map<string, StoredMessage[]>();
  let privates: StoredMessage[] = [];
  let lastMicros = 0;
  for (const message of journal.all<StoredMessage>(collection).values()) {
    listOf(message.channel).push(message);
    lastMicros = Math.max(lastMicros, microsOf(message.id));
  }
  for (const list of byChannel.values()) list.sort((a, b) => compareTs(a.id, b.id));

  function listOf(channel: string): StoredMessage[] {
    let list = byChannel.get(channel);
    if (list === undefined) {
      list = [];
      byChannel.set(channel, list);
    }
    return list;
  }
  return {
    nextTs() {
      lastMicros = Math.max(clock() * 1000, lastMicros + 1);
      const micros = String(Math.trunc(lastMicros));
      return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
    },
    get: (channel, ts) => journal.all<StoredMessage>(collection).get(keyOf(channel, ts)),
    inChannel: (channel) => byChannel.get(channel) ?? [],
    replies: (channel, ts) => (byChannel.get(channel) ?? []).filter((message) => message.thread === ts),
    put(message) {
      const list = listOf(message.channel);
      const index = list.findLastIndex((other) => other.id === message.id);
      if (index === -1) list.push(message);
      else list[index] = message;
      journal.put(collection, keyOf(message.channel, message.id), message);
    },
    remove(channel, ts) {
      byChannel.set(
        channel,
        listOf(channel).filter((message) => message.id !== ts),
      );
      journal.remove(collection, keyOf(channel, ts));
    },
    private: (channel, ts) => privates.find((message) => message.channel === channel && message.id === ts),
    putPrivate(message) {
      const index = privates.findIndex((other) => other.id === message.id);
      if (index === -1) privates.push(message);
      else privates[index] = message;
    },
    removePrivate(fits) {
      privates = privates.filter((message) => !fits(message));
    },
    all: () =>
      [...journal.all<StoredMessage>(collection).values(), ...privates].sort((a, b) => compareTs(a.id, b.id)),
    reset() {
      byChannel.clear();
      privates = [];
    },
  };
}

/** Orders timestamps as Slack does; they are decimal numbers too long for a double. */
export function compareTs(a: string, b: string): number {
  return microsOf(a) - microsOf(b);
}

/** Microseconds since 1970; exact, since 2^53 is far away. */
export function microsOf(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

function keyOf(channel: string, ts: string): string {
  return `${channel} ${ts}`;
}
