import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ControlError } from '../control-error.ts';
import type { ConnectionOrder, SandboxBase } from '../platform.ts';
import { freshWorkspace } from './fresh-workspace.ts';
import { slackLimits } from './limits.ts';
import type { SlackTimings } from './timings.ts';

/** What is sent over a socket and waits for its acknowledgement. */
export interface Envelope {
  type: 'events_api' | 'slash_commands' | 'interactive';
  payload: unknown;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
}

type Attempt =
  | { outcome: 'acknowledged'; envelopeId: string; ms: number; response: unknown }
  | { outcome: 'timeout'; envelopeId: string }
  | { outcome: 'no-socket'; envelopeId: string };

export interface SocketMode {
  /** The address for one new socket, as apps.connections.open gives it. */
  open(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** One delivery to any one of the sockets. Resolves when it is acknowledged or its time is over. */
  deliver(envelope: Envelope): Promise<Attempt>;
  count(): number;
  order(order: ConnectionOrder): void;
  close(): void;
}

/** What the bot sent over a socket, and what became of it. */
export type AckReport = (ack: unknown, error: string | null) => void;

interface Link {
  ws: WebSocket;
  socket: Duplex;
  frozen: boolean;
  /** Told to go: nothing more is delivered to it. */
  leaving: boolean;
}

/**
 * Slack's Socket Mode server: several sockets, each payload to any one of them.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export function createSocketMode(base: SandboxBase, timings: SlackTimings, report: AckReport): SocketMode {
  // Pongs are ours to give, so that a frozen peer can be played.
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Map<string, number>();
  const links = new Set<Link>();
  const waiting = new Map<string, (response: unknown) => void>();
  const sent = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let turn = 0;
  let refusing = false;

  function later(ms: number, action: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms);
    timers.add(timer);
    return timer;
  }

  function join(ws: WebSocket, socket: Duplex): void {
    const link: Link = { ws, socket, frozen: false, leaving: false };
    const pinging = setInterval(() => {
      if (!link.frozen) ws.ping('Ping from the sandbox');
    }, timings.pingMs);
    ws.on('ping', (data: Buffer) => ws.pong(data));
    ws.on('message', (data: Buffer) => receive(data.toString('utf8')));
    ws.on('error', (error) => base.log({ message: 'A Slack socket failed', error: String(error) }));
    ws.on('close', () => {
      clearInterval(pinging);
      links.delete(link);
      base.changed('slack', { kind: 'socket' });
    });
    if (links.size >= slackLimits.sockets) {
      ws.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets', debug_info: debugInfo }));
      ws.close(1000);
      return;
    }
    links.add(link);
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: links.size,
        debug_info: { ...debugInfo, build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: freshWorkspace.appId },
      }),
    );
    base.changed('slack', { kind: 'socket' });
  }

  function receive(text: string): void {
    let ack: { envelope_id?: unknown; payload?: unknown };
    try {
      ack = JSON.parse(text) as typeof ack;
    } catch {
      report(text, 'not_json');
      return;
    }
    const id = String(ack.envelope_id);
    const settle = waiting.get(id);
    if (settle === undefined) {
      report(ack, sent.has(id) ? 'already_acknowledged_or_too_late' : 'unknown_envelope');
      return;
    }
    waiting.delete(id);
    report(ack, null);
    settle(ack.payload);
  }

  return {
    open() {
      const ticket = randomUUID();
      tickets.set(ticket, base.clock() + timings.ticketMs);
      const origin = base.origin().replace(/^http/, 'ws');
      return `${origin}/slack/link/?ticket=${ticket}&app_id=${freshWorkspace.appId}`;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', base.origin());
      if (!url.pathname.startsWith('/slack/link')) return false;
      if (refusing) {
        socket.destroy();
        return true;
      }
      const ticket = url.searchParams.get('ticket') ?? '';
      const goodUntil = tickets.get(ticket);
      tickets.delete(ticket);
      if (goodUntil === undefined || goodUntil < base.clock()) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return true;
      }
      server.handleUpgrade(request, socket, head, (ws) => join(ws, socket));
      return true;
    },
    deliver(envelope) {
      const envelopeId = randomUUID();
      const open = [...links].filter(({ ws, leaving }) => !leaving && ws.readyState === ws.OPEN);
      turn += 1;
      const link = open[turn % open.length];
      if (link === undefined) return Promise.resolve({ outcome: 'no-socket', envelopeId });
      const startedAt = performance.now();
      return new Promise((resolve) => {
        const timer = later(timings.ackMs, () => {
          waiting.delete(envelopeId);
          resolve({ outcome: 'timeout', envelopeId });
        });
        sent.add(envelopeId);
        const [oldest] = sent;
        if (sent.size > rememberedEnvelopes && oldest !== undefined) sent.delete(oldest);
        waiting.set(envelopeId, (response) => {
          clearTimeout(timer);
          timers.delete(timer);
          const ms = Math.round(performance.now() - startedAt);
          resolve({ outcome: 'acknowledged', envelopeId, ms, response });
        });
        if (!link.frozen) link.ws.send(JSON.stringify({ envelope_id: envelopeId, ...envelope }));
      });
    },
    count: () => links.size,
    order({ do: what, code, socket: index }) {
      const open = [...links];
      const chosen = index === undefined ? open : open.slice(index, index + 1);
      if (index !== undefined && chosen.length === 0) {
        throw new ControlError(`There is no socket ${index}; ${open.length} are open.`);
      }
      switch (what) {
        case 'warning':
        case 'refresh':
          for (const link of chosen) {
            const { ws } = link;
            link.leaving = true;
            const reason = what === 'warning' ? 'warning' : 'refresh_requested';
            ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debugInfo }));
            later(timings.disconnectGraceMs, () => ws.close(1000));
          }
          return;
        case 'close':
          for (const { ws } of chosen) ws.close(code ?? 1000);
          return;
        case 'cut':
          for (const { socket } of chosen) socket.destroy();
          return;
        case 'freeze':
          for (const link of chosen) {
            link.frozen = true;
            link.ws.pause();
          }
          return;
        case 'thaw':
          for (const link of chosen) {
            link.frozen = false;
            link.ws.resume();
          }
          return;
        case 'refuse':
          refusing = true;
          return;
        case 'accept':
          refusing = false;
          return;
        default:
          throw new ControlError(`Slack’s sockets know no “${what}”; see the table in CONTROL.md.`);
      }
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      for (const { ws } of links) ws.terminate();
      server.close();
    },
  };
}

const debugInfo = { host: 'applink-sandbox' };

/** So many are told apart from invented ones when an acknowledgement comes twice or late. */
const rememberedEnvelopes = 10_000;
