import type { SandboxBase } from '../platform.ts';
import type { Events } from './events.ts';
import type { Files } from './files.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { SocketMode } from './socket-mode.ts';
import type { SlackTimings } from './timings.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Everything a Web API method, a response_url or a person's act works on. */
export interface SlackContext {
  base: SandboxBase;
  timings: SlackTimings;
  workspace: Workspace;
  messages: Messages;
  files: Files;
  views: Views;
  interactions: Interactions;
  sockets: SocketMode;
  events: Events;
}
