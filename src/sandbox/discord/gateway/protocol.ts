import { randomBytes } from 'node:crypto';
import type { SandboxBase } from '../../platform.ts';
import type { DiscordState } from '../discord-state.ts';
import { botSees } from '../find-channel.ts';
import { sandboxToken } from '../fresh-world.ts';
import { isJson, type Json } from '../json.ts';
import { botIsInvited, wireGuildCreate } from '../wire/wire-guild.ts';
import { wireTime } from '../wire/wire-time.ts';
import { wireUser } from '../wire/wire-user.ts';
import type { Connection } from './connection.ts';
import { areKnownIntents, disallowedIntents, wants } from './intents.ts';
import { isForShard, missedSince, type Session, send } from './session.ts';
import { countSessionStart } from './session-starts.ts';

/** What is known of one socket. */
export interface Link {
  session: Session | null;
  receivedAt: number;
  /** When it sent something in the last minute. */
  received: number[];
}

export interface Protocol {
  /** Answers one payload of a client, or closes its socket with the code that says what was wrong. */
  accept(connection: Connection, payload: Json, link: Link): void;
  /** While set, a RESUME gets no answer at all. */
  setIgnoresResume(ignores: boolean): void;
}

const sendsPerMinute = 120;
const joinedAt = wireTime(Date.UTC(2025, 0, 2));
export const gatewayPath = '/discord/gateway';

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
export function createProtocol(
  base: SandboxBase,
  state: DiscordState,
  sessions: Map<string, Session>,
): Protocol {
  let ignoresResume = false;

  function identify(connection: Connection, data: Json, link: Link): void {
    const refused = refusedIdentify(state, data);
    if (refused !== null) {
      connection.close(...refused);
      return;
    }
    if (!countSessionStart(state, base.clock())) {
      connection.close(4004, 'Authentication failed.');
      return;
    }
    const session = newSession(connection, data);
    sessions.set(session.id, session);
    link.session = session;
    base.changed('discord', { kind: 'socket' });
    const isIn = botIsInvited(state) && isForShard(session.shard, state.guild().id);
    send(session, 'READY', {
      v: 10,
      user: { ...wireUser(state.bot()), verified: true, mfa_enabled: true, email: null },
      guilds: isIn ? [{ id: state.guild().id, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: base.origin().replace(/^http/, 'ws') + gatewayPath,
      shard: session.shard,
      application: { id: state.bot().id, flags: 0 },
      private_channels: [],
      relationships: [],
      geo_ordered_rtc_regions: [],
    });
    if (!isIn || !wants(session.intents, 'GUILD_CREATE', false)) return;
    send(
      session,
      'GUILD_CREATE',
      wireGuildCreate(state, joinedAt, (channel) => botSees(state, channel)),
    );
  }

  function resume(connection: Connection, data: Json, link: Link): void {
    if (ignoresResume) return;
    if (tokenOf(data) !== sandboxToken) {
      connection.close(4004, 'Authentication failed.');
      return;
    }
    const session = sessions.get(String(data.session_id));
    if (session === undefined) {
      connection.send({ op: 9, d: false });
      return;
    }
    const missed = missedSince(session, Number(data.seq));
    if (missed === null) {
      sessions.delete(session.id);
      connection.close(4007, 'Invalid seq.');
      return;
    }
    if (session.connection !== connection) session.connection?.close(4000, 'Resumed elsewhere.');
    session.connection = connection;
    session.lostAt = null;
    link.session = session;
    base.changed('discord', { kind: 'socket' });
    for (const dispatch of missed) connection.send({ op: 0, ...dispatch });
    send(session, 'RESUMED', { _trace: [] });
  }

  return {
    accept(connection, payload, link) {
      link.receivedAt = base.clock();
      link.received = [...link.received.filter((at) => at > link.receivedAt - 60_000), link.receivedAt];
      const data = isJson(payload.d) ? payload.d : {};
      const isKnown = [1, 2, 3, 4, 6, 8, 31, 43].includes(Number(payload.op));
      if (link.received.length > sendsPerMinute) connection.close(4008, 'Rate limited.');
      else if (!isKnown) connection.close(4001, 'Unknown opcode.');
      else if (payload.op === 1) connection.send({ op: 11 });
      else if (payload.op === 6) resume(connection, data, link);
      else if (payload.op === 2 && link.session === null) identify(connection, data, link);
      else if (payload.op === 2) connection.close(4005, 'Already authenticated.');
      else if (link.session === null) connection.close(4003, 'Not authenticated.');
    },
    setIgnoresResume(ignores) {
      ignoresResume = ignores;
    },
  };
}

/** Why an IDENTIFY is refused: close code and text; null when it is not. */
function refusedIdentify(state: DiscordState, data: Json): [code: number, reason: string] | null {
  if (tokenOf(data) !== sandboxToken) return [4004, 'Authentication failed.'];
  if (!areKnownIntents(data.intents)) return [4013, 'Invalid intent(s).'];
  if (disallowedIntents(data.intents, state.scopes()).length > 0) return [4014, 'Disallowed intent(s).'];
  const [shard, count] = shardOf(data);
  return shard >= 0 && shard < count ? null : [4010, 'Invalid shard.'];
}

function newSession(connection: Connection, data: Json): Session {
  const id = randomBytes(16).toString('hex');
  const intents = Number(data.intents);
  return { id, shard: shardOf(data), intents, sequence: 0, sent: [], connection, lostAt: null };
}

function shardOf(data: Json): [shard: number, count: number] {
  if (!Array.isArray(data.shard)) return [0, 1];
  return [Number(data.shard[0]), Number(data.shard[1])];
}

function tokenOf(data: Json): string {
  return typeof data.token === 'string' ? data.token.replace(/^Bot /, '') : '';
}
