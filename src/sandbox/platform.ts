import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hono } from 'hono';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { Call, Channel, Person, PlatformName, World } from './world.ts';

/** Something a person at the page would see change; `/control/events` streams these. */
export interface Change {
  kind: 'message' | 'reaction' | 'channel' | 'modal' | 'socket' | 'reset';
  channel?: string;
  id?: string;
}

/** What both platforms stand on; `clock` gives epoch milliseconds, `origin` `http://127.0.0.1:PORT`. */
export interface SandboxBase {
  clock: () => number;
  origin: () => string;
  journal: Journal;
  faults: Faults;
  changed(platform: PlatformName, what: Change): void;
  log(line: object): void;
}

export interface CommandAct {
  person: string;
  channel: string;
  /** With or without its slash: `/brief`. */
  command: string;
  /** What follows the command, as typed. On Discord the value of the first option when `options` is absent. */
  text?: string;
  /** Discord: option name → value. */
  options?: Record<string, unknown>;
  /** Slack: typed in the pane of this thread (its ts). */
  thread?: string;
}

export interface AutocompleteAct {
  person: string;
  channel: string;
  command: string;
  option: string;
  value: string;
  options?: Record<string, unknown>;
}

export interface PressAct {
  person: string;
  channel: string;
  message: string;
  /** Slack: action_id; Discord: custom_id. */
  action: string;
  /** Slack: the block_id, where several blocks hold the same action_id; absent: the first that fits. */
  block?: string;
  /** What was chosen in a select or an overflow menu. */
  values?: string[];
  /** Instead of `channel` and `message`: the id of an open modal that holds the element. */
  modal?: string;
}

export interface MenuAct {
  person: string;
  channel: string;
  message: string;
  /** Slack: callback_id of the message shortcut; Discord: name of the message command, or its translation. */
  entry: string;
}

export interface SubmitAct {
  person: string;
  modal: string;
  /** Slack: action_id → value; Discord: custom_id → value. */
  values: Record<string, string | string[]>;
}

export interface ReactAct {
  person: string;
  channel: string;
  message: string;
  emoji: string;
}

export interface SayAct {
  person: string;
  channel: string;
  text: string;
  thread?: string;
}

/** What is to be added or changed, by id; what is left out keeps its value, or gets a plausible one. */
export interface WorldSeed {
  workspace?: Partial<World['workspace']>;
  channels?: (Partial<Channel> & { id: string })[];
  people?: (Partial<Person> & { id: string })[];
  scopes?: string[];
  commands?: unknown[];
  /** Slack: the shortcuts of the manifest. */
  shortcuts?: unknown[];
  /** Slack: the events the app subscribes to, as its manifest names them (`reaction_added`). */
  events?: string[];
  /** Discord: how many sessions were started (IDENTIFY) in the last 24 hours; 1,000 are allowed. */
  sessionStarts?: number;
}

/** How an interaction went for the person who started it. */
export interface ActOutcome {
  /** Id of the event: an envelope's (Slack) or an interaction's (Discord). */
  event: string;
  acknowledged: boolean;
  ackMs: number | null;
  /** What the person is shown when it failed, in the platform's words. */
  error: string | null;
  /** What the bot put into its acknowledgement, if anything. */
  response: unknown;
}

/** Acting as a person. Each throws `ControlError` when the order makes no sense (no such channel, button, …). */
export interface Acts {
  command(act: CommandAct): Promise<ActOutcome>;
  autocomplete(act: AutocompleteAct): Promise<{ choices: { name: string; value: unknown }[]; ms: number }>;
  press(act: PressAct): Promise<ActOutcome>;
  /** Picks an entry of the app's from the menu of a message. */
  menu(act: MenuAct): Promise<ActOutcome>;
  submit(act: SubmitAct): Promise<ActOutcome>;
  /** Closes a modal without submitting it. */
  dismiss(act: { person: string; modal: string }): Promise<void>;
  react(act: ReactAct): Promise<{ event: string | null }>;
  unreact(act: ReactAct): Promise<{ event: string | null }>;
  say(act: SayAct): Promise<{ id: string }>;
  /** The person reloads the client: their private answers vanish. */
  reload(act: { person: string }): Promise<void>;
  /** A person (a moderator, say) deletes a message. */
  remove(act: { channel: string; id: string }): Promise<void>;
}

/** Orders for the sockets a bot holds; not every platform knows every one (CONTROL.md). */
export interface ConnectionOrder {
  do:
    | 'warning'
    | 'refresh'
    | 'close'
    | 'cut'
    | 'freeze'
    | 'thaw'
    | 'reconnect'
    | 'invalid-session'
    | 'ignore-resume'
    | 'refuse'
    | 'accept';
  /** WebSocket close code for `close`. */
  code?: number;
  /** For `invalid-session`. */
  resumable?: boolean;
  /** Only this socket, 0 being the oldest; absent: all. */
  socket?: number;
}

export interface SandboxPlatform {
  name: PlatformName;
  /** Mounted below `/slack` or `/discord`. */
  routes: Hono;
  /** Takes a WebSocket upgrade; false when the path is not its own. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  world(): World;
  credentials: Record<string, string>;
  act: Acts;
  /** Adds or replaces channels, people, scopes, … by id. */
  seed(world: WorldSeed): void;
  connections(order: ConnectionOrder): Promise<void>;
  /** Delivers an event once more, as a platform that lost the acknowledgement would. */
  redeliver(eventId: string): Promise<void>;
  calls(): Call[];
  clearCalls(): void;
  /** Back to the fresh workspace: no messages, faults left to the caller, sockets kept. */
  reset(): void;
  close(): Promise<void>;
}
