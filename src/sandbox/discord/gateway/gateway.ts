import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ControlError } from '../../control-error.ts';
import type { ConnectionOrder, SandboxBase } from '../../platform.ts';
import type { DiscordState } from '../discord-state.ts';
import { botSees, guildOf } from '../find-channel.ts';
import { sandboxToken } from '../fresh-world.ts';
import { isJson, type Json } from '../json.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { DiscordTimings } from '../timings.ts';
import { botIsInvited, wireGuildCreate } from '../wire/wire-guild.ts';
import { wireTime } from '../wire/wire-time.ts';
import { wireUser } from '../wire/wire-user.ts';
import { type Connection, createConnection } from './connection.ts';
import { areKnownIntents, disallowedIntents, wants } from './intents.ts';
import { isForShard, missedSince, type Session, send } from './session.ts';
import { countSessionStart } from './session-starts.ts';
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

const path = '/discord/gateway';
const keepEvents = 500;
const sendsPerMinute = 120;
/** Close codes after which the session is gone. */
const endsSession = new Set([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** Gateway v10. @see https://docs.discord.com/developers/events/gateway */
export function createGateway({ base, state, snowflakes, timings }: GatewayWorld): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const connections = new Set<Connection>();
  const past: PastEvent[] = [];
  let refuses: number | null = null;
  let ignoresResume = false;
  let closed = false;

  function changed(): void {
    base.changed('discord', { kind: 'socket' });
  }
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

  function accept(connection: Connection, payload: Json, link: Link): void {
    link.receivedAt = base.clock();
    link.received = link.received.filter((at) => at > link.receivedAt - 60_000);
    link.received.push(link.receivedAt);
    if (link.received.length > sendsPerMinute) return connection.close(4008, 'Rate limited.');
    const data = isJson(payload.d) ? payload.d : {};
    switch (payload.op) {
      case 1:
        return connection.send({ op: 11 });
      case 2:
        if (link.session !== null) return connection.close(4005, 'Already authenticated.');
        return identify(connection, data, link);
      case 3:
      case 4:
      case 8:
      case 31:
      case 43:
        if (link.session === null) connection.close(4003, 'Not authenticated.');
        return;
      case 6:
        return resume(connection, data, link);
      default:
        return connection.close(4001, 'Unknown opcode.');
    }
  }

  function identify(connection: Connection, data: Json, link: Link): void {
    const token = typeof data.token === 'string' ? data.token.replace(/^Bot /, '') : '';
    if (token !== sandboxToken) return connection.close(4004, 'Authentication failed.');
    if (!areKnownIntents(data.intents)) return connection.close(4013, 'Invalid intent(s).');
    const intents = data.intents;
    if (disallowedIntents(intents, state.scopes()).length > 0)
      return connection.close(4014, 'Disallowed intent(s).');
    const [shard, count] = Array.isArray(data.shard) ? data.shard.map(Number) : [0, 1];
    if (shard === undefined || count === undefined || !(shard >= 0 && shard < count)) {
      return connection.close(4010, 'Invalid shard.');
    }
    if (!countSessionStart(state, base.clock())) return connection.close(4004, 'Authentication failed.');
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      shard: [shard, count],
      intents,
      sequence: 0,
      sent: [],
      connection,
      lostAt: null,
    };
    sessions.set(session.id, session);
    link.session = session;
    changed();
    const guilds = botIsInvited(state) && isForShard(session.shard, state.guild().id) ? [state.guild()] : [];
    send(session, 'READY', {
      v: 10,
      user: { ...wireUser(state.bot()), verified: true, mfa_enabled: true, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: `${base.origin().replace(/^http/, 'ws')}${path}`,
      shard: session.shard,
      application: { id: state.bot().id, flags: 0 },
      private_channels: [],
      relationships: [],
      geo_ordered_rtc_regions: [],
    });
    if (guilds.length === 0 || !wants(intents, 'GUILD_CREATE', false)) return;
    const sees = (channel: string) => botSees(state, channel);
    send(session, 'GUILD_CREATE', wireGuildCreate(state, wireTime(Date.UTC(2025, 0, 2)), sees));
  }

  function resume(connection: Connection, data: Json, link: Link): void {
    if (ignoresResume) return;
    forgetOldSessions();
    const session = sessions.get(String(data.session_id));
    const token = typeof data.token === 'string' ? data.token.replace(/^Bot /, '') : '';
    if (token !== sandboxToken) return connection.close(4004, 'Authentication failed.');
    if (session === undefined) return connection.send({ op: 9, d: false });
    const missed = missedSince(session, Number(data.seq));
    if (missed === null) {
      sessions.delete(session.id);
      return connection.close(4007, 'Invalid seq.');
    }
    if (session.connection !== connection) session.connection?.close(4000, 'Resumed elsewhere.');
    session.connection = connection;
    session.lostAt = null;
    link.session = session;
    changed();
    for (const dispatch of missed) connection.send({ op: 0, ...dispatch });
    send(session, 'RESUMED', { _trace: [] });
  }

  function open(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? '', 'http://127.0.0.1').searchParams;
    server.handleUpgrade(request, socket, head, (ws) => {
      const link: Link = { session: null, receivedAt: base.clock(), received: [] };
      const watch = setInterval(() => {
        if (base.clock() - link.receivedAt > timings.heartbeatMs * 2)
          connection.close(4009, 'Session timed out.');
      }, timings.heartbeatMs);
      const connection = createConnection(ws, query.get('compress') === 'zlib-stream', {
        received: (payload) => accept(connection, payload, link),
        garbled: () => connection.close(4002, 'Decode error.'),
        closed(code) {
          clearInterval(watch);
          connections.delete(connection);
          const { session } = link;
          if (session === null || session.connection !== connection) return;
          session.connection = null;
          session.lostAt = base.clock();
          if (endsSession.has(code)) sessions.delete(session.id);
          if (!closed) changed();
        },
      });
      connections.add(connection);
      if (query.get('v') !== '10') return connection.close(4012, 'Invalid API version.');
      connection.send({ op: 10, d: { heartbeat_interval: timings.heartbeatMs, _trace: [] } });
    });
  }

  function closeAll(code: number, resumable: boolean): void {
    if (!resumable) sessions.clear();
    for (const connection of connections) connection.close(code, 'Closed by the sandbox.');
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
      if (new URL(request.url ?? '', 'http://127.0.0.1').pathname.replace(/\/$/, '') !== path) return false;
      if (refuses === null) open(request, socket, head);
      else if (refuses === 0) (socket as Socket).resetAndDestroy();
      else socket.end(`HTTP/1.1 ${refuses} Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return true;
    },
    order(given) {
      switch (given.do) {
        case 'close':
          return closeAll(given.code ?? 4000, given.resumable ?? true);
        case 'cut':
          if (given.resumable === false) sessions.clear();
          for (const connection of connections) connection.cut();
          return;
        case 'freeze':
          for (const connection of connections) connection.setFrozen(true);
          return;
        case 'thaw':
          ignoresResume = false;
          for (const connection of connections) connection.setFrozen(false);
          return;
        case 'reconnect':
          for (const connection of connections) connection.send({ op: 7, d: null });
          return;
        case 'invalid-session':
          if (given.resumable !== true) sessions.clear();
          for (const connection of connections) connection.send({ op: 9, d: given.resumable === true });
          return;
        case 'ignore-resume':
          ignoresResume = true;
          return;
        case 'refuse':
          refuses = given.code ?? 0;
          return;
        case 'accept':
          refuses = null;
          ignoresResume = false;
          return;
        case 'warning':
        case 'refresh':
          throw new ControlError(`Discord has no “${given.do}”; use reconnect, which is its counterpart.`);
      }
    },
    close() {
      closed = true;
      sessions.clear();
      for (const connection of connections) connection.close(1001, 'The sandbox ends.');
      server.close();
    },
  };
}

/** What is known of one socket. */
interface Link {
  session: Session | null;
  receivedAt: number;
  /** When it sent something in the last minute. */
  received: number[];
}
