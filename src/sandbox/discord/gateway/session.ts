import type { Json } from '../json.ts';
import type { Connection } from './connection.ts';

export interface Dispatch {
  t: string;
  s: number;
  d: Json;
}

/** One identified client: what it asked for and what it was sent, so that it can resume. */
export interface Session {
  id: string;
  shard: readonly [number, number];
  intents: number;
  sequence: number;
  sent: Dispatch[];
  connection: Connection | null;
  /** When its socket went, epoch milliseconds; null while it has one. */
  lostAt: number | null;
}

const keep = 1000;

/** Numbers the event, remembers it for a RESUME, and sends it when there is a socket. */
export function send(session: Session, t: string, d: Json): void {
  session.sequence += 1;
  const dispatch = { t, s: session.sequence, d };
  session.sent.push(dispatch);
  if (session.sent.length > keep) session.sent.shift();
  session.connection?.send({ op: 0, ...dispatch });
}

/** What came after `sequence`; null when some of it is forgotten, or it never was. */
export function missedSince(session: Session, sequence: number): Dispatch[] | null {
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > session.sequence) return null;
  const missed = session.sent.filter((dispatch) => dispatch.s > sequence);
  return missed.length === session.sequence - sequence ? missed : null;
}

/** Shard (id, count) gets the events of a server by its id, shard 0 all direct messages. */
export function isForShard([shard, count]: readonly [number, number], guild: string | null): boolean {
  return guild === null ? shard === 0 : Number((BigInt(guild) >> 22n) % BigInt(count)) === shard;
}
