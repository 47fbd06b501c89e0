import type { Slot } from '../digest/edition.ts';
import type { Calendar } from './calendar.ts';
import type { CatchUp, ChannelPlan } from './channel-plan.ts';
import type { DecidedSlot } from './delivery-store.ts';

const minute = 60_000;
const dayMs = 86_400_000;
/** A slot is on time within this, whatever `catchUp` says: programs tick, and machines are busy. */
export const graceMs = minute;
/** How long posting of an edition composed on time may take, whatever `catchUp` says. */
const postingGraceMs = 10 * minute;
/** Slots looked back at after a long absence. */
const lookBack = 200;

/** What to do about the slots that have come due. */
export interface DueSlots {
  /** The slot to compose now, and until when its edition may be posted; null for none. */
  post: { slot: Slot; expiresAt: number } | null;
  /** Slots that will have no edition. */
  drop: { slot: Slot; outcome: 'missed' | 'skipped' }[];
}

/**
 * Decides, from the calendar alone, what a channel is owed at `now`. Only the newest slot is ever composed:
 * what was missed before joins it.
 * @param subscription since when the schedule is in force, and the calendar of the one before (null for none)
 * @param decided slots dealt with, newest first
 */
export function dueSlots(input: {
  calendar: Calendar;
  plan: Pick<ChannelPlan, 'catchUp' | 'skip' | 'paused'>;
  subscription: { since: number; before: Calendar | null };
  decided: readonly DecidedSlot[];
  now: number;
}): DueSlots {
  const { calendar, plan, subscription, decided, now } = input;
  const latest = decided[0];
  const after = latest?.dueAt ?? subscription.since;
  const owed = calendar
    .last(now, lookBack, after)
    .filter((slot) => !decided.some((each) => isSame(each, slot)))
    .filter((slot) => slot.dueAt > subscription.since || lostItsEdition(slot, input))
    .filter((slot) => !isSpent(slot, input));
  const [newest, ...older] = owed;
  if (!newest) return { post: null, drop: [] };
  const isOnPurpose = (slot: Slot) => plan.paused !== null || isSkipped(slot.date, plan.skip);
  const drop = older.map((slot) => ({
    slot,
    outcome: isOnPurpose(slot) ? ('skipped' as const) : ('missed' as const),
  }));
  if (isOnPurpose(newest)) return { post: null, drop: [{ slot: newest, outcome: 'skipped' }, ...drop] };
  const next = calendar.next(newest.dueAt)?.dueAt ?? Number.MAX_SAFE_INTEGER;
  const limit = catchUpLimit(plan.catchUp, newest, calendar);
  if (now > Math.max(limit, newest.dueAt + graceMs))
    return { post: null, drop: [{ slot: newest, outcome: 'missed' }, ...drop] };
  const expiresAt = Math.min(Math.max(limit, newest.dueAt + postingGraceMs), next);
  return { post: { slot: newest, expiresAt }, drop };
}

/** Until when an edition of the slot may be begun. */
function catchUpLimit(catchUp: CatchUp, slot: Slot, calendar: Calendar): number {
  if (catchUp === 'skip') return slot.dueAt;
  if (catchUp === 'once') return Number.MAX_SAFE_INTEGER;
  return calendar.instantAt(slot.date, catchUp.until);
}

/**
 * A slot that was due before the schedule came into force is owed only where the change of the schedule took
 * away that day's edition: the schedule before had one that day, and it was not dealt with.
 */
function lostItsEdition(
  slot: Slot,
  { subscription, decided }: Pick<Parameters<typeof dueSlots>[0], 'subscription' | 'decided'>,
): boolean {
  if (!subscription.before || decided.some((each) => each.date === slot.date)) return false;
  const around = subscription.before.last(slot.dueAt + dayMs, 200, slot.dueAt - 2 * dayMs);
  return around.some((each) => each.date === slot.date);
}

/**
 * A date that had its editions before the schedule changed gets no more than the schedule has on a date: where the
 * morning's edition is out, one that is moved to the evening begins tomorrow.
 */
function isSpent(
  slot: Slot,
  {
    calendar,
    subscription,
    decided,
  }: Pick<Parameters<typeof dueSlots>[0], 'calendar' | 'subscription' | 'decided'>,
): boolean {
  if (!subscription.before) return false;
  const given = decided.filter(
    ({ date, dueAt, outcome }) => date === slot.date && dueAt <= subscription.since && outcome === 'edition',
  );
  if (given.length === 0) return false;
  const upToIt = calendar.last(slot.dueAt, lookBack, slot.dueAt - 2 * dayMs);
  return upToIt.filter(({ date }) => date === slot.date).length <= given.length;
}

/** The first slot after `now` that will be composed, pauses and skipped days aside. */
export function nextOwed(
  input: Pick<Parameters<typeof dueSlots>[0], 'calendar' | 'subscription' | 'decided' | 'now'>,
): Slot | null {
  let slot = input.calendar.next(input.now);
  while (slot !== null && isSpent(slot, input)) slot = input.calendar.next(slot.dueAt);
  return slot;
}

function isSame(one: Slot, other: Slot): boolean {
  return one.date === other.date && one.time === other.time;
}

/** Whether a local date lies in one of the ranges (`2026-10-05` or `2026-10-05..2026-10-09`). */
export function isSkipped(date: string, skip: readonly string[]): boolean {
  return skip.some((range) => {
    const [from = '', to = from] = range.split('..');
    return date >= from && date <= to;
  });
}
