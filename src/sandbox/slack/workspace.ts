import type { Journal } from '../journal.ts';
import type { WorldSeed } from '../platform.ts';
import type { Channel, Person, World } from '../world.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';

/** Who and what is in the workspace. Everything is kept in the journal. */
export interface Workspace {
  team(): World['workspace'];
  channel(id: string): Channel | undefined;
  channels(): Channel[];
  putChannel(channel: Channel): void;
  person(id: string): Person | undefined;
  /** The people of the workspace; the bot is not among them. */
  people(): Person[];
  scopes(): string[];
  commands(): SlashCommand[];
  shortcuts(): Shortcut[];
  events(): string[];
  seed(seed: WorldSeed): void;
  /** Whether this person is in the channel. */
  isIn(channel: Channel, person: string): boolean;
}

/** A slash command as an app's manifest declares it. */
interface SlashCommand {
  command: string;
  description?: string;
  usage_hint?: string;
  should_escape?: boolean;
}

/** A shortcut as an app's manifest declares it. https://docs.slack.dev/interactivity/implementing-shortcuts */
interface Shortcut {
  type: 'message' | 'global';
  callback_id: string;
  name: string;
  description: string;
}

interface Settings {
  scopes: readonly string[];
  commands: readonly SlashCommand[];
  shortcuts: readonly Shortcut[];
  events: readonly string[];
  team: World['workspace'];
}

export function createWorkspace(journal: Journal): Workspace {
  if (journal.all('slack/settings').size === 0) furnish(journal);
  const channels = () => journal.all<Channel>('slack/channels');
  const people = () => journal.all<Person>('slack/people');

  function setting<K extends keyof Settings>(name: K): Settings[K] {
    return journal.all<Settings[K]>('slack/settings').get(name) as Settings[K];
  }
  return {
    team: () => setting('team'),
    channel: (id) => channels().get(id),
    channels: () => [...channels().values()],
    putChannel: (channel) => journal.put('slack/channels', channel.id, channel),
    person: (id) => people().get(id),
    people: () => [...people().values()],
    scopes: () => [...setting('scopes')],
    commands: () => [...setting('commands')],
    // A workspace that was furnished before there were any has those of a fresh one.
    shortcuts: () => [...(setting('shortcuts') ?? fresh.shortcuts)],
    events: () => [...setting('events')],
    isIn: (channel, person) => channel.members?.includes(person) ?? true,
    seed(seed) {
      for (const channel of seed.channels ?? []) {
        const known = channels().get(channel.id) ?? newChannel(channel.id);
        journal.put('slack/channels', channel.id, { ...known, ...channel });
      }
      for (const person of seed.people ?? []) {
        const known = people().get(person.id) ?? newPerson(person.id);
        journal.put('slack/people', person.id, { ...known, ...person });
      }
      for (const name of ['scopes', 'commands', 'shortcuts', 'events'] as const) {
        if (seed[name] !== undefined) journal.put('slack/settings', name, seed[name]);
      }
      if (seed.workspace !== undefined) {
        journal.put('slack/settings', 'team', { ...setting('team'), ...seed.workspace });
      }
    },
  };
}

/** Puts the fresh workspace into the journal. */
export function furnish(journal: Journal): void {
  for (const channel of fresh.channels) journal.put('slack/channels', channel.id, channel);
  for (const person of fresh.people) journal.put('slack/people', person.id, person);
  for (const name of ['scopes', 'commands', 'shortcuts', 'events'] as const) {
    journal.put('slack/settings', name, fresh[name]);
  }
  journal.put('slack/settings', 'team', fresh.workspace);
}

function newChannel(id: string): Channel {
  return {
    id,
    name: id.toLowerCase(),
    kind: id.startsWith('D') ? 'dm' : 'channel',
    parent: null,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: null,
  };
}

function newPerson(id: string): Person {
  return { id, name: id, locale: 'en-US', isBot: false, isAdmin: false };
}
