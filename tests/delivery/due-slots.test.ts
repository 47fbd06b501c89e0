import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, createCalendar } from '../../src/delivery/calendar.ts';
import type { CatchUp } from '../../src/delivery/channel-plan.ts';
import type { DecidedSlot } from '../../src/delivery/delivery-store.ts';
import { dueSlots, graceMs, nextOwed } from '../../src/delivery/due-slots.ts';

const hour = 3_600_000;
const day = 24 * hour;
const daily = createCalendar('30 8 * * *', 'Asia/Seoul');
const at = (text: string) => Date.parse(`${text}+09:00`);
const longAgo = { since: at('2026-01-01T00:00'), before: null };

function decidedSlot(date: string, change: Partial<DecidedSlot> = {}): DecidedSlot {
  const dueAt = at(`${date}T08:30`);
  return { date, time: '0830', dueAt, outcome: 'edition', decidedAt: dueAt, postedAt: dueAt, ...change };
}

function ask(now: string, change: Partial<Parameters<typeof dueSlots>[0]> = {}) {
  const { post, drop } = dueSlots({
    calendar: daily,
    plan: { catchUp: { until: '18:00' }, skip: [], paused: null },
    subscription: longAgo,
    decided: [decidedSlot('2026-06-14')],
    now: at(now),
    ...change,
  });
  return { post: post?.slot.date ?? null, drop: drop.map(({ slot, outcome }) => `${slot.date} ${outcome}`) };
}

describe('catching up', () => {
  const skip = { catchUp: 'skip' as const, skip: [], paused: null };
  const once = { catchUp: 'once' as const, skip: [], paused: null };
  const nothing = { post: null, drop: [] };

  test('never early', () => {
    expect(ask('2026-06-15T08:29:59')).toEqual(nothing);
    expect(ask('2026-06-15T08:30')).toEqual({ post: '2026-06-15', drop: [] });
  });

  test('until a time of the same date', () => {
    expect(ask('2026-06-15T18:00')).toEqual({ post: '2026-06-15', drop: [] });
    expect(ask('2026-06-15T18:00:01')).toEqual({ post: null, drop: ['2026-06-15 missed'] });
    expect(ask('2026-06-16T07:00')).toEqual({ post: null, drop: ['2026-06-15 missed'] });
  });

  test('once: any time until the next slot', () => {
    expect(ask('2026-06-16T08:29', { plan: once })).toEqual({ post: '2026-06-15', drop: [] });
    expect(ask('2026-06-16T08:30', { plan: once })).toEqual({
      post: '2026-06-16',
      drop: ['2026-06-15 missed'],
    });
  });

  test('skip: within a minute or not at all', () => {
    expect(ask('2026-06-15T08:31', { plan: skip })).toEqual({ post: '2026-06-15', drop: [] });
    expect(ask('2026-06-15T08:31:01', { plan: skip })).toEqual({ post: null, drop: ['2026-06-15 missed'] });
  });

  test('after days away only the newest slot is composed; the others are missed', () => {
    expect(ask('2026-06-18T09:00')).toEqual({
      post: '2026-06-18',
      drop: ['2026-06-17 missed', '2026-06-16 missed', '2026-06-15 missed'],
    });
  });

  test('dates skipped on purpose are neither late nor missed', () => {
    const plan = {
      catchUp: { until: '18:00' },
      skip: ['2026-06-15..2026-06-16', '2026-06-18'],
      paused: null,
    };
    expect(ask('2026-06-15T08:30', { plan })).toEqual({ post: null, drop: ['2026-06-15 skipped'] });
    expect(ask('2026-06-17T08:30', { plan })).toEqual({
      post: '2026-06-17',
      drop: ['2026-06-16 skipped', '2026-06-15 skipped'],
    });
  });

  test('while a person has paused it, slots are skipped on purpose; the first one after it is composed', () => {
    const plan = {
      catchUp: { until: '18:00' },
      skip: [],
      paused: { by: 'Ada', since: at('2026-06-15T07:00') },
    };
    expect(ask('2026-06-15T08:30', { plan })).toEqual({ post: null, drop: ['2026-06-15 skipped'] });
    const decided = [decidedSlot('2026-06-15', { outcome: 'skipped', postedAt: null })];
    expect(ask('2026-06-15T10:00', { decided })).toEqual({ post: null, drop: [] });
    expect(ask('2026-06-16T08:30', { decided })).toEqual({ post: '2026-06-16', drop: [] });
  });

  test('an evening slot is on time although the day’s limit has passed', () => {
    const calendar = createCalendar('0 20 * * *', 'Asia/Seoul');
    expect(ask('2026-06-15T20:00:30', { calendar })).toMatchObject({ post: '2026-06-15' });
    expect(ask('2026-06-15T20:02', { calendar })).toMatchObject({ post: null });
  });
});

describe('a schedule that changes', () => {
  const change = (calendar: Calendar, since: string, before: Calendar | null = daily) => ({
    calendar,
    subscription: { since: at(since), before },
  });
  const at8 = createCalendar('0 8 * * *', 'Asia/Seoul');
  const at9 = createCalendar('0 9 * * *', 'Asia/Seoul');

  test('a new channel waits for its next slot', () => {
    expect(
      ask('2026-06-15T09:00', { decided: [], subscription: { since: at('2026-06-15T08:45'), before: null } }),
    ).toEqual({
      post: null,
      drop: [],
    });
  });

  test('moved to an hour that has passed, before the day’s edition went out: it goes out now', () => {
    expect(ask('2026-06-15T08:16', change(at8, '2026-06-15T08:15'))).toMatchObject({ post: '2026-06-15' });
  });

  test('moved after the day’s edition went out: not a second one that day', () => {
    const decided = [decidedSlot('2026-06-15')];
    expect(ask('2026-06-15T10:00', { decided, ...change(at9, '2026-06-15T09:30') })).toMatchObject({
      post: null,
    });
    expect(ask('2026-06-16T09:00', { decided, ...change(at9, '2026-06-15T09:30') })).toMatchObject({
      post: '2026-06-16',
    });
  });

  test('moved to later, after the day’s edition went out: the next one comes tomorrow', () => {
    const decided = [decidedSlot('2026-06-15')];
    const moved = change(createCalendar('0 17 * * *', 'Asia/Seoul'), '2026-06-15T09:00');
    expect(ask('2026-06-15T17:00', { decided, ...moved })).toEqual({ post: null, drop: [] });
    expect(ask('2026-06-16T16:59', { decided, ...moved })).toEqual({ post: null, drop: [] });
    expect(ask('2026-06-16T17:00', { decided, ...moved })).toEqual({ post: '2026-06-16', drop: [] });
    const next = nextOwed({ ...moved, decided, now: at('2026-06-15T10:00') });
    expect(next?.date).toBe('2026-06-16');
  });

  test('moved to two times a day: what the date has beyond the edition it got', () => {
    const decided = [decidedSlot('2026-06-15')];
    const moved = change(createCalendar('0 12,18 * * *', 'Asia/Seoul'), '2026-06-15T09:00');
    expect(ask('2026-06-15T12:00', { decided, ...moved })).toMatchObject({ post: null });
    expect(ask('2026-06-15T18:00', { decided, ...moved })).toEqual({ post: '2026-06-15', drop: [] });
  });

  test('moved to later, before the day’s edition went out: it comes at the new time', () => {
    expect(ask('2026-06-15T08:30', change(at9, '2026-06-15T08:15'))).toMatchObject({ post: null });
    expect(ask('2026-06-15T09:00', change(at9, '2026-06-15T08:15'))).toMatchObject({ post: '2026-06-15' });
  });

  test('moved to another zone: no second edition on the same local date', () => {
    const newYork = createCalendar('0 9 * * *', 'America/New_York');
    const decided = [decidedSlot('2026-06-15')];
    const moved = change(newYork, '2026-06-15T10:00');
    // 09:00 on June 15 in New York is 22:00 in Seoul.
    expect(ask('2026-06-15T22:00', { decided, ...moved })).toEqual({ post: null, drop: [] });
    expect(ask('2026-06-16T22:00', { decided, ...moved })).toMatchObject({ post: '2026-06-16' });
  });

  test('a day that the schedule before did not have is not caught up', () => {
    const weekdays = createCalendar('30 8 * * 1-5', 'Asia/Seoul');
    const decided = [decidedSlot('2026-06-12')];
    expect(ask('2026-06-14T10:00', { decided, ...change(daily, '2026-06-14T09:59', weekdays) })).toEqual({
      post: null,
      drop: [],
    });
  });
});

describe('whatever the clock does', () => {
  const catchUps: CatchUp[] = ['skip', 'once', { until: '18:00' }];
  const zones = [
    'Asia/Seoul',
    'America/New_York',
    'Europe/London',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'UTC',
  ];
  const patterns = ['30 8 * * *', '30 2 * * *', '0 */6 * * *', '15 9 * * 1-5'];

  /** Sleeps, restarts, corrections: mostly small steps on, sometimes days, sometimes back. */
  const steps = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1_000, max: 2 * hour }) },
      { weight: 2, arbitrary: fc.integer({ min: 2 * hour, max: 3 * day }) },
      { weight: 1, arbitrary: fc.integer({ min: -2 * day, max: -1 }) },
    ),
    { maxLength: 60 },
  );

  test('no slot is dealt with twice, posted early, or later than its limit; and none is forgotten', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catchUps),
        fc.constantFrom(...zones),
        fc.constantFrom(...patterns),
        fc.integer({ min: 0, max: 364 }),
        steps,
        (catchUp, zone, pattern, startDay, moves) => {
          const calendar = createCalendar(pattern, zone);
          const since = Date.UTC(2026, 0, 1) + startDay * day;
          const decided: DecidedSlot[] = [];
          let now = since;
          for (const move of moves) {
            now = Math.max(since, now + move);
            const { post, drop } = dueSlots({
              calendar,
              plan: { catchUp, skip: [], paused: null },
              subscription: { since, before: null },
              decided,
              now,
            });
            for (const { slot, outcome } of [...drop].reverse())
              decided.unshift({ ...slot, outcome, decidedAt: now, postedAt: null });
            if (!post) continue;
            const { slot, expiresAt } = post;
            expect(slot.dueAt).toBeLessThanOrEqual(now);
            const next = calendar.next(slot.dueAt)?.dueAt ?? 0;
            const limit =
              catchUp === 'once'
                ? next
                : catchUp === 'skip'
                  ? slot.dueAt + graceMs
                  : Math.max(calendar.instantAt(slot.date, catchUp.until), slot.dueAt + graceMs);
            expect(now).toBeLessThanOrEqual(limit);
            expect(expiresAt).toBeLessThanOrEqual(next);
            decided.unshift({ ...slot, outcome: 'edition', decidedAt: now, postedAt: now });
          }
          const keys = decided.map((slot) => `${slot.date} ${slot.time}`);
          expect(new Set(keys).size).toBe(keys.length);
          // Everything that was due is accounted for: an edition, or known to be missed.
          const latest = decided[0]?.dueAt ?? since;
          expect(keys).toEqual(
            calendar.last(latest, 1_000, since).map((slot) => `${slot.date} ${slot.time}`),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
