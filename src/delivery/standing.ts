import type { Standing } from '../answers/standing.ts';
import type { Slot } from '../digest/edition.ts';
import type { ChannelPlan } from './channel-plan.ts';
import type { DecidedSlot, EditionStanding, Health } from './delivery-store.ts';
import { quietSince } from './mind-silence.ts';

/** An edition is on time when its first message is posted within this after its slot. */
const onTimeMs = 5 * 60_000;

/** How a channel stands, from what the ledger says of it. */
export function standingOf(input: {
  plan: ChannelPlan;
  /** When the next edition comes; null for never. */
  next: Slot | null;
  /** Of the last 31 days, newest first. */
  decided: readonly DecidedSlot[];
  last: EditionStanding | null;
  health: readonly Health[];
  now: number;
}): Standing {
  const { plan, next, decided, last, health, now } = input;
  const { name, platform, channel, timezone } = plan.rules;
  const due = decided.filter((slot) => isOnTime(slot) || isLate(slot, now));
  const paused = health.find((each) => each.pausedAt !== null && ['', channel].includes(each.channel));
  const isHeld = last?.parts.includes('held') ?? false;
  const isOpen = last?.parts.some((status) => ['planned', 'sending', 'unknown'].includes(status)) ?? false;
  return {
    name,
    platform,
    channel,
    timezone,
    state: paused || plan.paused ? 'paused' : isHeld ? 'held' : isOpen ? 'posting' : 'ok',
    advice: paused?.reason ?? last?.advice ?? '',
    last: last && {
      slot: last.slot,
      parts: last.parts.length,
      posted: last.parts.filter((status) => status === 'sent').length,
      failed: last.parts.filter((status) => status === 'failed').length,
      retries: last.retries,
      lateMs: last.firstPostedAt === null ? null : Math.max(0, last.firstPostedAt - last.slot.dueAt),
    },
    next: plan.paused ? null : next,
    onTime: due.filter(isOnTime).length,
    due: due.length,
    missed: due.filter((slot) => slot.outcome === 'missed').length,
    quiet: quietSince(decided, last?.slot ?? null),
    pause: plan.paused,
    setInChat: plan.setInChat,
  };
}

/** Its edition was posted in time, or it was found in time that there is nothing to tell. */
function isOnTime({ outcome, dueAt, decidedAt, postedAt }: DecidedSlot): boolean {
  const doneAt = outcome === 'nothing' ? decidedAt : outcome === 'edition' ? postedAt : null;
  return doneAt !== null && doneAt - dueAt <= onTimeMs;
}

/**
 * Its edition came late, or did not come. One that may still come in time is not late yet, and nobody waited for one
 * that had nothing to tell, as where somebody asked for it by hand hours after it was due.
 */
function isLate({ outcome, dueAt, postedAt }: DecidedSlot, now: number): boolean {
  if (outcome === 'edition') return (postedAt ?? now) - dueAt > onTimeMs;
  return outcome === 'missed';
}
