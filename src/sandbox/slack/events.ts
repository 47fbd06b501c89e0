import { ControlError } from '../control-error.ts';
import type { SandboxBase } from '../platform.ts';
import type { Channel } from '../world.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import { newId } from './new-id.ts';
import type { Envelope, SocketMode } from './socket-mode.ts';
import type { SlackTimings } from './timings.ts';
import type { Workspace } from './workspace.ts';

/** Scope without which an event is not sent. https://docs.slack.dev/reference/events */
const eventScopes: Record<string, string | undefined> = {
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  user_change: 'users:read',
  member_joined_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_mention: 'app_mentions:read',
};

export interface Events {
  /**
   * Tells the app of an event, if it subscribed to `subscription`, holds the scope, and is in the channel; tries
   * again as Slack does until it is acknowledged. Gives the event's id, or null when the app is not told.
   */
  emit(subscription: string, event: Record<string, unknown>, channel: Channel | null): string | null;
  /** Keeps an envelope that was sent, so that it can be delivered once more. */
  remember(id: string, envelope: Envelope): void;
  redeliver(id: string): Promise<void>;
  close(): void;
}

const remembered = 1_000;

export function createEvents(
  base: SandboxBase,
  workspace: Workspace,
  sockets: SocketMode,
  timings: SlackTimings,
): Events {
  const sent = new Map<string, Envelope>();
  const timers = new Set<NodeJS.Timeout>();
  let last: string | null = null;
  let closed = false;

  function remember(id: string, envelope: Envelope): void {
    last = id;
    sent.set(id, envelope);
    const oldest = sent.keys().next().value;
    if (sent.size > remembered && oldest !== undefined) sent.delete(oldest);
  }

  /** https://docs.slack.dev/apis/events-api#retries: three more attempts, then the event is lost. */
  async function attempt(envelope: Envelope, number: number): Promise<void> {
    const result = await sockets.deliver(envelope);
    const waitMs = timings.retryDelaysMs[number];
    if (result.outcome === 'acknowledged' || waitMs === undefined || closed) return;
    const reason = result.outcome === 'timeout' ? 'timeout' : 'connection_failed';
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt({ ...envelope, retry_attempt: number + 1, retry_reason: reason }, number + 1);
    }, waitMs);
    timers.add(timer);
  }

  return {
    emit(subscription, event, channel) {
      if (!workspace.events().includes(subscription)) return null;
      const scope = eventScopes[subscription];
      if (scope !== undefined && !workspace.scopes().includes(scope)) return null;
      if (channel !== null && !channel.botIsMember) return null;
      const id = newId('Ev');
      const payload = {
        token: 'sandbox-verification-token',
        team_id: workspace.team().id,
        context_team_id: workspace.team().id,
        context_enterprise_id: null,
        api_app_id: fresh.appId,
        event,
        type: 'event_callback',
        event_id: id,
        event_time: Math.floor(base.clock() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.team().id,
            user_id: fresh.bot.user,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${id}`,
      };
      const envelope: Envelope = {
        type: 'events_api',
        payload,
        accepts_response_payload: false,
        retry_attempt: 0,
        retry_reason: '',
      };
      remember(id, envelope);
      void attempt(envelope, 0);
      return id;
    },
    remember,
    async redeliver(id) {
      const found = id === 'last' ? last : id;
      const envelope = found === null ? undefined : sent.get(found);
      if (envelope === undefined) throw new ControlError(`No event “${id}” was sent; act as a person first.`);
      const again =
        envelope.type === 'events_api'
          ? { ...envelope, retry_attempt: 1, retry_reason: 'timeout' }
          : envelope;
      await sockets.deliver(again);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
