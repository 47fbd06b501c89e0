import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ControlError } from '../../control-error.ts';
import type { ConnectionOrder, SandboxBase } from '../../platform.ts';
import type { DiscordState } from '../discord-state.ts';
import { botSees, guildOf } from '../find-channel.ts';
import type { Json } from '../json.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { DiscordTimings } from '../timings.ts';
import { type Connection, createConnection } from './connection.ts';
import { wants } from './intents.ts';
import { createProtocol, gatewayPath, type Link } from './protocol.ts';
import { isForShard, type Session, send } from './session.ts';
import { withoutContent } from './without-content.ts';

export interface Gateway {
  /** Sends an event of a channel (null: of the server as a whole) to every session that may get it; gives the event's id. */
  dispatch(event: string, channel: string | null, data: Json, id?: string): string;
  /** Sends a past event once more, by its id or `last`; false when it is not known. */
  redeliver(id: string): boolean;
  /** Whether anybody would get an event now or after a RESUME. */
  hasSession(): boolean;
  sockets(): number;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  order(order: ConnectionOrder): void;
  close(): void;
}

export interface GatewayWorld {
  base: SandboxBase;
  state: DiscordState;
  snowflakes: Snowflakes;
  timings: DiscordTimings;
}

interface PastEvent {
  id: string;
  event: string;
  channel: string | null;
  data: Json;
}

const keepEvents = 500;
/** Close codes after which the session is gone. */
const endsSession = new Set([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** Gateway v10. @see https://docs.discord.com/developers/events/gateway */
export function createGateway({ base, state, snowflakes, timings }: GatewayWorld): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const connections = new Set<Connection>();
  const past: PastEvent[] = [];
  const protocol = createProtocol(base, state, sessions);
  /** HTTP status with which upgrades are refused, 0 for a connection reset, null while they are accepted. */
  let refuses: number | null = null;

  function forgetOldSessions(): void {
    const limit = base.clock() - timings.sessionLifeMs;
    for (const [id, session] of sessions) {
      if (session.lostAt !== null && session.lostAt < limit) sessions.delete(id);
    }
  }

  function deliver({ event, channel, data }: PastEvent): void {
    forgetOldSessions();
    const guild = channel === null ? state.guild().id : guildOf(state, channel);
    // Interactions reach the bot wherever the command was typed; all else only where it may look.
    if (channel !== null && event !== 'INTERACTION_CREATE' && !botSees(state, channel)) return;
    for (const session of sessions.values()) {
      if (!isForShard(session.shard, guild) || !wants(session.intents, event, guild === null)) continue;
      send(session, event, withoutContent(state, session.intents, event, data));
    }
  }

  function closed(code: number, connection: Connection, link: Link): void {
    connections.delete(connection);
    const { session } = link;
    if (session === null || session.connection !== connection) return;
    session.connection = null;
    session.lostAt = base.clock();
    if (endsSession.has(code)) sessions.delete(session.id);
    base.changed('discord', { kind: 'socket' });
  }

  function open(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? '', base.origin()).searchParams;
    server.handleUpgrade(request, socket, head, (ws) => {
      const link: Link = { session: null, receivedAt: base.clock(), received: [] };
      const connection = createConnection(ws, query.get('compress') === 'zlib-stream', {
        received: (payload) => protocol.accept(connection, payload, link),
        garbled: () => connection.close(4002, 'Decode error.'),
        closed(code) {
          clearInterval(watch);
          closed(code, connection, link);
        },
      });
      const watch = setInterval(() => {
        const silentMs = base.clock() - link.receivedAt;
        if (silentMs > timings.heartbeatMs * 2) connection.close(4009, 'Session timed out.');
      }, timings.heartbeatMs);
      connections.add(connection);
      if (query.get('v') === '10')
        connection.send({ op: 10, d: { heartbeat_interval: timings.heartbeatMs } });
      else connection.close(4012, 'Invalid API version.');
    });
  }

  function each(act: (connection: Connection) => void): void {
    for (const connection of connections) act(connection);
  }

  return {
    dispatch(event, channel, data, id = snowflakes.next()) {
      const entry = { id, event, channel, data };
      past.push(entry);
      if (past.length > keepEvents) past.shift();
      deliver(entry);
      return id;
    },
    redeliver(id) {
      const entry = id === 'last' ? past.at(-1) : past.findLast((event) => event.id === id);
      if (entry !== undefined) deliver(entry);
      return entry !== undefined;
    },
    hasSession() {
      forgetOldSessions();
      return sessions.size > 0;
    },
    sockets: () => [...sessions.values()].filter((session) => session.connection !== null).length,
    upgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '', base.origin());
      if (pathname.replace(/\/$/, '') !== gatewayPath) return false;
      forgetOldSessions();
      if (refuses === null) open(request, socket, head);
      else if (refuses === 0) (socket as Socket).resetAndDestroy();
      else socket.end(`HTTP/1.1 ${refuses} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return true;
    },
    order(given) {
      const { code } = given;
      switch (given.do) {
        case 'close':
          if (given.resumable === false) sessions.clear();
          each((connection) => connection.close(code ?? 4000, 'Closed by the sandbox.'));
          break;
        case 'cut':
          if (given.resumable === false) sessions.clear();
          each((connection) => connection.cut());
          break;
        case 'freeze':
          each((connection) => connection.setFrozen(true));
          break;
        case 'thaw':
          protocol.setIgnoresResume(false);
          each((connection) => connection.setFrozen(false));
          break;
        case 'reconnect':
          each((connection) => connection.send({ op: 7, d: null }));
          break;
        case 'invalid-session':
          if (given.resumable !== true) sessions.clear();
          each((connection) => connection.send({ op: 9, d: given.resumable === true }));
          break;
        case 'ignore-resume':
          protocol.setIgnoresResume(true);
          break;
        case 'refuse':
          refuses = code ?? 0;
          break;
        case 'accept':
          refuses = null;
          protocol.setIgnoresResume(false);
          break;
        case 'warning':
        case 'refresh':
          throw new ControlError(`Discord has no “${given.do}”; use reconnect, which is its counterpart.`);
      }
    },
    close() {
      sessions.clear();
      each((connection) => connection.close(1001, 'The sandbox ends.'));
      server.close();
    },
  };
}
