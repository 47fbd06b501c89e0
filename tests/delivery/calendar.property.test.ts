import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/delivery/calendar.ts';
import { createWallClock } from '../../src/delivery/wall-clock.ts';
import { offsetHistories } from './offset-histories.ts';

const day = 86_400_000;
const quarters = Array.from({ length: 96 }, (_, index) => ({ hour: index >> 2, minute: (index & 3) * 15 }));
const histories = offsetHistories(2026);
const isThorough = process.env.SLOTS === 'all';

/** Local dates that the zone shows in a span, from its own clock. */
function localDates(zone: string, from: number, to: number): string[] {
  const { wallOf } = createWallClock(zone);
  const dates = new Set<string>();
  for (let at = from; at < to; at += 3_600_000) dates.add(new Date(wallOf(at)).toISOString().slice(0, 10));
  return [...dates];
}

/** Exactly one slot per local date, none early, each at the wall time asked for or at the end of a gap. */
function expectOnePerDate(zone: string, hour: number, minute: number, from: number, to: number): void {
  const calendar = createCalendar(`${minute} ${hour} * * *`, zone);
  const slots = calendar.last(to, 1_000, from);
  const { wallOf } = createWallClock(zone);
  const inner = localDates(zone, from, to).sort().slice(1, -1);
  const dates = slots.map((slot) => slot.date).reverse();
  expect(dates, `${zone} ${hour}:${minute}`).toEqual([...new Set(dates)].sort());
  expect(
    inner.filter((date) => !dates.includes(date)),
    `${zone} ${hour}:${minute}`,
  ).toEqual([]);
  for (const slot of slots) {
    const nominal = Date.parse(`${slot.date}T${slot.time.slice(0, 2)}:${slot.time.slice(2)}:00Z`);
    const shown = wallOf(slot.dueAt);
    if (shown === nominal) continue;
    // A gap: just before, the wall showed less than the nominal time.
    expect(shown, `${zone} ${slot.date} ${slot.time}`).toBeGreaterThan(nominal);
    expect(wallOf(slot.dueAt - 1), `${zone} ${slot.date} ${slot.time}`).toBeLessThan(nominal);
  }
}

describe('a daily schedule', () => {
  test('gives exactly one slot per local date around every change of offset, at each quarter hour', () => {
    const changing = histories.filter((history) => history.changes.length > 0);
    expect(changing.length).toBeGreaterThan(15);
    for (const [index, { zone, changes }] of changing.entries())
      for (const [turn, { hour, minute }] of quarters.entries()) {
        // Without SLOTS=all every zone gets every hour of the small ones, and a fourth of the rest.
        if (!isThorough && hour > 3 && (turn + index) % 8 !== 0) continue;
        for (const at of changes) expectOnePerDate(zone, hour, minute, at - 2 * day, at + 3 * day);
      }
  }, 120_000);

  test('gives exactly one slot per local date over whole years, whatever the zone', () => {
    const zones = fc.constantFrom(...histories.map((history) => history.zone));
    fc.assert(
      fc.property(zones, fc.constantFrom(...quarters), (zone, { hour, minute }) => {
        expectOnePerDate(zone, hour, minute, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));
      }),
      { numRuns: isThorough ? 2_000 : 15 },
    );
  }, 600_000);

  test('agrees with croner counting in the zone itself', () => {
    const zones = fc.constantFrom(...histories.map((history) => history.zone));
    fc.assert(
      fc.property(
        zones,
        fc.constantFrom(...quarters),
        fc.integer({ min: 0, max: 364 }),
        (zone, { hour, minute }, days) => {
          const pattern = `${minute} ${hour} * * *`;
          const now = Date.UTC(2026, 0, 1) + days * day;
          const croner = new Cron(pattern, { timezone: zone, paused: true, mode: '5-part' });
          const next = createCalendar(pattern, zone).next(now);
          expect(next?.dueAt, `${zone} ${pattern}`).toBe(croner.nextRuns(1, new Date(now))[0]?.getTime());
        },
      ),
      { numRuns: isThorough ? 20_000 : 150 },
    );
  }, 600_000);
});

describe('other schedules', () => {
  const patterns = [
    '*/15 * * * *',
    '30 * * * *',
    '0 */2 * * *',
    '5 1,2,3 * * *',
    '0 0 * * 1-5',
    '45 23 1,15 * *',
  ];

  test.each(patterns)(
    '%s: one slot per local slot key, in order, none at the same instant as another',
    (pattern) => {
      for (const { zone, changes } of histories)
        for (const at of changes.slice(0, isThorough ? 9 : 1)) {
          const slots = createCalendar(pattern, zone).last(at + 2 * day, 1_000, at - day);
          const keys = slots.map((slot) => `${slot.date} ${slot.time}`);
          expect(new Set(keys).size, zone).toBe(keys.length);
          expect(
            slots.map((slot) => slot.dueAt),
            zone,
          ).toEqual([...new Set(slots.map((slot) => slot.dueAt))].sort((a, b) => b - a));
        }
    },
    120_000,
  );

  test('next() walks the same slots forward as last() gives backward', () => {
    const zones = fc.constantFrom(...histories.filter((each) => each.changes.length > 0));
    fc.assert(
      fc.property(zones, fc.constantFrom(...patterns), ({ zone, changes }, pattern) => {
        const calendar = createCalendar(pattern, zone);
        const from = (changes[0] ?? 0) - day / 2;
        const back = calendar.last(from + 2 * day, 1_000, from).reverse();
        const forth = [];
        let at = from;
        for (const _ of back) {
          const slot = calendar.next(at);
          if (!slot) break;
          forth.push(slot);
          at = slot.dueAt;
        }
        expect(
          forth.map((slot) => slot.dueAt),
          `${zone} ${pattern}`,
        ).toEqual(back.map((slot) => slot.dueAt));
      }),
      { numRuns: isThorough ? 500 : 15 },
    );
  }, 120_000);
});

describe('known days', () => {
  const iso = (slot: { dueAt: number } | null | undefined) => slot && new Date(slot.dueAt).toISOString();

  test('a time that the spring change leaves out comes at the end of the gap', () => {
    const calendar = createCalendar('30 2 * * *', 'America/New_York');
    const [slot] = calendar.last(Date.parse('2026-03-08T12:00:00Z'), 1);
    expect([slot?.date, slot?.time, iso(slot)]).toEqual(['2026-03-08', '0230', '2026-03-08T07:00:00.000Z']);
  });

  test('an hour shown twice counts at its first showing', () => {
    const calendar = createCalendar('30 1 * * *', 'America/New_York');
    const [slot] = calendar.last(Date.parse('2026-11-01T06:45:00Z'), 1);
    expect(iso(slot)).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(calendar.next(Date.parse('2026-11-01T05:45:00Z')))).toBe('2026-11-02T06:30:00.000Z');
  });

  test('times that meet at the end of a gap count once', () => {
    const calendar = createCalendar('*/15 2,3 * * *', 'America/New_York');
    const slots = calendar.last(Date.parse('2026-03-08T07:20:00Z'), 10, Date.parse('2026-03-08T05:00:00Z'));
    expect(slots.map((slot) => slot.time)).toEqual(['0315', '0300']);
  });

  test('a date that the zone skips has no slot', () => {
    const calendar = createCalendar('0 12 * * *', 'Pacific/Apia');
    const slots = calendar.last(Date.parse('2012-01-01T00:00:00Z'), 3);
    expect(slots.map((slot) => slot.date)).toEqual(['2012-01-01', '2011-12-31', '2011-12-29']);
  });

  test('a pattern that never comes has no slot', () => {
    const calendar = createCalendar('0 0 30 2 *', 'UTC');
    expect([calendar.last(Date.UTC(2026, 0, 1), 5), calendar.next(Date.UTC(2026, 0, 1))]).toEqual([[], null]);
  });
});
