import type { SandboxBase } from '../platform.ts';
import type { Channel, OpenModal, Person, StoredMessage } from '../world.ts';
import { botId, freshChannels, freshGuild, freshPeople, freshScopes } from './fresh-world.ts';
import type { Json } from './json.ts';

/** What a thread has beyond a channel. */
export interface ThreadState {
  owner: string;
  locked: boolean;
  autoArchiveMinutes: number;
  archivedAt: number;
  members: string[];
  appliedTags: string[];
}

export interface StoredCommand {
  id: string;
  /** null: global. */
  guild: string | null;
  version: string;
  definition: Json;
}

/** A modal remembers where it was opened from. */
export interface DiscordModal extends OpenModal {
  channel: string;
  message: string | null;
  name: string;
}

export interface StoredFile {
  name: string;
  type: string;
  base64: string;
}

export interface Guild {
  id: string;
  name: string;
  locale: string;
}

/** The server, the people and all that was posted; everything in it survives a restart by the journal. */
export interface DiscordState {
  guild(): Guild;
  setGuild(guild: Guild): void;
  scopes(): readonly string[];
  setScopes(scopes: readonly string[]): void;
  people: Store<Person>;
  channels: Store<Channel>;
  threads: Store<ThreadState>;
  messages: Store<StoredMessage>;
  commands: Store<StoredCommand>;
  files: Store<StoredFile>;
  /** Bot's nonce → the message it made. */
  nonces: Store<{ nonce: string; message: string; at: number }>;
  modals: Store<DiscordModal>;
  /** Starts of sessions (IDENTIFY), epoch milliseconds. */
  sessionStarts(): readonly number[];
  setSessionStarts(starts: readonly number[]): void;
  bot(): Person;
  /** Ids of a channel's messages, oldest first. */
  messagesOf(channel: string): StoredMessage[];
  putMessage(message: StoredMessage): void;
  removeMessage(id: string): void;
  reset(): void;
}

export interface Store<T> {
  get(id: string): T | undefined;
  all(): T[];
  put(id: string, value: T): void;
  remove(id: string): void;
}

const prefix = 'discord/';

export function createDiscordState({ journal }: Pick<SandboxBase, 'journal'>): DiscordState {
  const byChannel = new Map<string, Set<string>>();

  function store<T>(collection: string): Store<T> {
    const name = prefix + collection;
    return {
      get: (id) => journal.all<T>(name).get(id),
      all: () => [...journal.all<T>(name).values()],
      put: (id, value) => journal.put(name, id, value),
      remove: (id) => journal.remove(name, id),
    };
  }
  const settings = store<unknown>('settings');
  const people = store<Person>('people');
  const channels = store<Channel>('channels');
  const messages = store<StoredMessage>('messages');

  function seedFresh(): void {
    settings.put('guild', freshGuild);
    settings.put('scopes', freshScopes);
    for (const person of freshPeople) people.put(person.id, person);
    for (const channel of freshChannels) channels.put(channel.id, channel);
  }
  function index(message: StoredMessage): void {
    const ids = byChannel.get(message.channel) ?? new Set();
    byChannel.set(message.channel, ids.add(message.id));
  }
  if (settings.get('guild') === undefined) seedFresh();
  for (const message of messages.all()) index(message);

  return {
    guild: () => settings.get('guild') as Guild,
    setGuild: (guild) => settings.put('guild', guild),
    scopes: () => settings.get('scopes') as string[],
    setScopes: (scopes) => settings.put('scopes', scopes),
    people,
    channels,
    threads: store('threads'),
    messages,
    commands: store('commands'),
    files: store('files'),
    nonces: store('nonces'),
    modals: store('modals'),
    sessionStarts: () => (settings.get('session-starts') ?? []) as number[],
    setSessionStarts: (starts) => settings.put('session-starts', starts),
    bot: () => people.get(botId) ?? (freshPeople.at(-1) as Person),
    messagesOf: (channel) => [...(byChannel.get(channel) ?? [])].flatMap((id) => messages.get(id) ?? []),
    putMessage(message) {
      index(message);
      messages.put(message.id, message);
    },
    removeMessage(id) {
      const message = messages.get(id);
      if (message === undefined) return;
      byChannel.get(message.channel)?.delete(id);
      messages.remove(id);
    },
    reset() {
      const starts = settings.get('session-starts');
      journal.clear(prefix);
      byChannel.clear();
      seedFresh();
      if (starts !== undefined) settings.put('session-starts', starts);
    },
  };
}
