import { backOff } from './back-off.ts';
import { targetKey } from './channel-plan.ts';
import type { DeliveryError, DeliveryErrorCode } from './delivery-error.ts';
import { deliveryError } from './delivery-error-of.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { OpenRevision } from './delivery-store.ts';
import type { Notices } from './notices.ts';
import type { Platform } from './platform.ts';
import type { Poster } from './poster.ts';
import { createRests } from './rests.ts';
import { withinTime } from './within-time.ts';

/** Changes looked at in one turn. */
const atOnce = 20;

/** Failures in a row after which the operator is told. */
const failuresToTell = 5;

/** Under which name a whole workspace rests; no channel is called so. */
const everywhere = '';

/** What the changes of messages need to know of who posts in the workspace. */
type Leader = Pick<Poster, 'platform' | 'leads' | 'mayPost' | 'paused' | 'takeEdit' | 'closeEdits'>;

/**
 * Changes posted messages of one workspace: each channel for itself, one message after the other. A change may be made
 * twice after a crash: it says the same both times, and notifies nobody.
 */
export interface Reviser {
  /** Makes the changes that can be made now and that the limits leave room for; the others wait for a later turn. */
  turn(leader: Leader): void;
  /** Resolves when nothing is in flight. */
  stop(): Promise<void>;
}

/** Nobody can mend these but time. */
const passing: readonly DeliveryErrorCode[] = ['network', 'rate-limited'];

/** What is left alone after a failure; null for only the message. */
function restAfter(error: DeliveryError, { channel }: OpenRevision): string | null {
  if (error.code === 'auth' || error.code === 'network') return everywhere;
  return error.code === 'forbidden' || error.isOfChannel ? channel : null;
}

function stuckCause({ name, workspace }: Platform, channel: string): string {
  return `unchanged:${targetKey({ platform: name, workspace, channel })}`;
}

export function createReviser(
  options: Pick<DeliveryOptions, 'store' | 'clock' | 'timing' | 'alarms' | 'log'>,
  notices: Pick<Notices, 'tell' | 'mended'>,
): Reviser {
  const { store, clock, timing, alarms, log } = options;
  const rests = createRests({ clock, timing });
  /** Channels with a change under way. */
  const busy = new Set<string>();
  const flying = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let isStopped = false;

  function turn(leader: Leader): void {
    if (isStopped) return;
    looking ??= look(leader)
      .catch((error: unknown) =>
        log.error({ err: error }, 'Messages could not be changed; the next turn tries again.'),
      )
      .finally(() => {
        looking = null;
      });
  }

  async function look(leader: Leader): Promise<void> {
    if (!leader.leads()) return;
    const { name, workspace } = leader.platform;
    const resting = restingFor(leader);
    if (resting.includes(everywhere)) return;
    // What failed for all is tried with one.
    const isDoubtful = rests.isDoubtful(everywhere);
    if (isDoubtful && busy.size > 0) return;
    const limit = isDoubtful ? 1 : atOnce;
    const without = [...busy, ...resting];
    const wishes = await store.openRevisions(name, workspace, clock(), { limit, without });
    for (const channel of new Set(wishes.map((wish) => wish.channel)))
      start(
        leader,
        channel,
        wishes.filter((wish) => wish.channel === channel),
      );
  }

  function start(leader: Leader, channel: string, wishes: readonly OpenRevision[]): void {
    busy.add(channel);
    let made = 0;
    const changeAll = async () => {
      for (const wish of wishes) {
        if (isStopped || !leader.leads() || isResting(leader, channel)) return;
        if (await change(leader, wish)) made += 1;
      }
    };
    const flight = changeAll()
      .catch((error: unknown) =>
        log.error({ err: error, channel }, 'A message could not be changed; it is tried again.'),
      )
      .finally(() => {
        busy.delete(channel);
        flying.delete(flight);
        // Perhaps there is more to do.
        if (made > 0) turn(leader);
      });
    flying.add(flight);
  }

  function restingFor(leader: Leader): string[] {
    return [...rests.resting(), ...leader.paused()];
  }

  function isResting(leader: Leader, channel: string): boolean {
    return restingFor(leader).some((name) => name === channel || name === everywhere);
  }

  /** @returns whether it was made; false where there is no room, or it failed */
  async function change(leader: Leader, wish: OpenRevision): Promise<boolean> {
    const { platform } = leader;
    const place = { channel: wish.channel, thread: wish.thread };
    const answered = leader.takeEdit(place);
    if (!answered) return false;
    const attempts = wish.attempts + 1;
    try {
      const payload = await platform.prepare(wish.payload, wish.channel);
      // Whoever posts here by now may have made a newer change.
      if (!leader.mayPost()) return false;
      const answer = platform.edit(place, wish.messageId, payload);
      await withinTime(answer, timing.requestTimeoutMs + 1_000, alarms);
    } catch (error) {
      await failed(leader, wish, error);
      return false;
    } finally {
      answered(clock());
    }
    rests.works(wish.channel);
    rests.works(everywhere);
    // First: nobody would come back to close it, and the next time would not be told.
    for (const channel of [wish.channel, everywhere]) await notices.mended(stuckCause(platform, channel));
    await store.settleRevision(wish, { isDone: true, attempts, nextAt: clock(), advice: '' });
    return true;
  }

  async function failed(leader: Leader, wish: OpenRevision, thrown: unknown): Promise<void> {
    const error = deliveryError(thrown, log);
    const attempts = wish.attempts + 1;
    // A message that a person deleted shows nothing any more, and one that is refused never will.
    const isGone = error.code === 'not-found' && !error.isOfChannel;
    const isDone = isGone || error.code === 'rejected';
    const wait =
      error.retryAfterMs ?? backOff(attempts, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
    const nextAt = clock() + wait;
    if (error.code === 'rate-limited')
      leader.closeEdits({ channel: wish.channel, thread: wish.thread }, nextAt);
    const rest = restAfter(error, wish);
    const failures = rest === null ? attempts : rests.failed(rest);
    log.warn(
      { delivery: wish.delivery, code: error.code, advice: error.message },
      'A message could not be changed.',
    );
    if (error.code === 'rejected') await tellRefused(leader, wish, error.message);
    else if (!isDone && failures >= failuresToTell && !passing.includes(error.code))
      await tellStuck(leader, rest ?? wish.channel, error.message);
    await store.settleRevision(wish, { isDone, attempts, nextAt, advice: error.message });
  }

  /** What editors took back still stands there. */
  function tellRefused({ platform }: Leader, wish: OpenRevision, advice: string): Promise<void> {
    const link = platform.link({ channel: wish.channel, thread: wish.thread }, wish.messageId);
    const tells = `A message could not be changed and shows what it did before: ${advice} Where it must go, delete it by hand: ${link}`;
    return notices.tell(`unchanged:${wish.delivery}`, tells, { ...wish, platform: platform.name });
  }

  function tellStuck({ platform }: Leader, channel: string, advice: string): Promise<void> {
    const where = channel === everywhere ? platform.name : `${platform.name} channel ${channel}`;
    const tells = `Messages in ${where} cannot be changed: ${advice} It is tried again by itself; what must go at once has to be deleted by hand.`;
    return notices.tell(stuckCause(platform, channel), tells, { channel, platform: platform.name });
  }

  return {
    turn,
    async stop() {
      isStopped = true;
      await looking;
      await Promise.all(flying);
    },
  };
}
