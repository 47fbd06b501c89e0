import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Target } from '../../src/delivery/channel-plan.ts';
import type { Decision, Mark, NewDelivery } from '../../src/delivery/delivery-store.ts';
import type { Edition, Verdict } from '../../src/digest/edition.ts';
import type { BriefEdit } from '../../src/digest/edits.ts';
import type { OpenEdit, Rewrite } from '../../src/editing/edit-store.ts';
import type { StorePlace } from '../../src/store/open-database.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { makeBrief } from '../digest/make-brief.ts';
import { makeStory } from '../message/make-edition.ts';
import { followContract } from './follow-contract.ts';
import { readerContract } from './reader-contract.ts';

export const target = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const now = Date.parse('2026-06-15T00:00:00Z');

export function message(id: string, change: Partial<NewDelivery> = {}): NewDelivery {
  return {
    ...target,
    id,
    kind: 'skim',
    chain: id,
    position: 0,
    parts: 1,
    parent: null,
    threadName: 'Briefing',
    edition: null,
    language: 'ko',
    stories: ['a'],
    person: '',
    payload: { text: `“${id}” 증류\u0000`.replace('\u0000', '') },
    ...change,
  };
}

const nothing = { highlights: [], headlines: [], rest: [] };

export function decision(date: string, change: Partial<Decision> = {}): Decision {
  const key = `slack:T1:C1:${date}:0830`;
  const dueAt = Date.parse(`${date}T08:30:00+09:00`);
  const slot = { date, time: '0830', dueAt };
  return {
    target,
    name: 'team-ko',
    slot,
    outcome: 'edition',
    decidedAt: dueAt + 1_000,
    mark: { seq: 2, at: dueAt },
    judgedTimes: 0,
    edition: { ...nothing, key, slot, composedAt: dueAt } as unknown as Edition,
    verdicts: [{ file: 'a', story: 'a', reason: { code: 'highlight' }, score: 0.5 }],
    told: [{ story: 'a', urlKey: 'news.example/a' }],
    deliveries: [
      message(`${date}-0`, { chain: key, edition: key, parts: 2 }),
      message(`${date}-1`, {
        chain: key,
        edition: key,
        parts: 2,
        position: 1,
        kind: 'story',
        parent: `${date}-0`,
      }),
    ],
    expiresAt: dueAt + 3_600_000,
    ...change,
  };
}

/** What every store must do, whatever it stands on. */
export function storeContract(freshPlace: () => Promise<StorePlace>): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await freshPlace();
    store = await openStore({ ...place, clock: () => now });
  });
  afterEach(() => store.close());

  const another = () => openStore({ ...place, clock: () => now });
  const decide = async (one: Decision, by = store) => (await by.decide([one]))[0];
  const read = async (of: Target, name: string, upTo: Mark) => {
    const [reading] = await store.readChannels([{ target: of, name }], upTo);
    return { ...reading, unjudged: reading?.unjudged.map((each) => each.file) };
  };
  const toldOf = async (of: Target, name: string, about: { stories: string[]; urlKeys: string[] }) =>
    (await store.toldOf([{ target: of, name, ...about }]))[0];
  const openIds = async () => (await store.open('slack', 'T1', 0)).map((each) => each.id);
  const claimOf = (id: string, attempts = 0, owner = 'me') =>
    store.claim(id, attempts, { owner, now, leaseUntil: now + 30_000, thread: null, degraded: false });

  describe('briefs', () => {
    test('are numbered in the order first seen, then by path, once', async () => {
      await store.noteBriefs([
        { file: 'b', ingestedAt: 5 },
        { file: 'a', ingestedAt: null },
      ]);
      await store.noteBriefs([
        { file: 'c', ingestedAt: 1 },
        { file: 'a', ingestedAt: 9 },
      ]);
      expect((await store.seenBriefs()).map((each) => [each.file, each.ingestedAt])).toEqual([
        ['a', 0],
        ['b', 5],
        ['c', 1],
      ]);
      expect(await store.highestSeq()).toBe((await store.seenBriefs()).at(-1)?.seq);
    });

    test('two programs that number at once leave no gap that a reader could fall into', async () => {
      const other = await another();
      const files = (prefix: string) =>
        Array.from({ length: 40 }, (_, n) => ({ file: `${prefix}${n}`, ingestedAt: 1 }));
      await Promise.all([
        ...files('x').map((each) => store.noteBriefs([each])),
        ...files('y').map((each) => other.noteBriefs([each])),
        ...files('x').map((each) => other.noteBriefs([each])),
      ]);
      const seen = await store.seenBriefs();
      expect(seen).toHaveLength(80);
      expect(new Set(seen.map((each) => each.seq)).size).toBe(80);
      await other.close();
    });

    test('a mark judges what was first seen and taken in no later; for the channel and for the name', async () => {
      await store.noteBriefs([
        { file: 'a', ingestedAt: 10 },
        { file: 'b', ingestedAt: now + 1 },
      ]);
      await store.noteBriefs([{ file: 'c', ingestedAt: 10 }]);
      const seq = await store.highestSeq();
      await decide(decision('2026-06-15', { mark: { seq: seq - 1, at: now } }));
      const everything = { seq, at: Number.MAX_SAFE_INTEGER };
      const files = async (channel: string, name: string) =>
        (await read({ ...target, channel }, name, everything)).unjudged;
      expect(await files('C1', 'renamed')).toEqual(['b', 'c']);
      expect(await files('C2', 'team-ko')).toEqual(['b', 'c']);
      expect(await files('C2', 'other')).toEqual(['a', 'b', 'c']);
      expect((await read(target, 'team-ko', { seq, at: now })).unjudged).toEqual(['c']);
    });

    test('an earlier mark still counts where a later one looked at another time', async () => {
      await store.noteBriefs([
        { file: 'a', ingestedAt: 10 },
        { file: 'b', ingestedAt: 20 },
      ]);
      const seq = await store.highestSeq();
      await decide(decision('2026-06-15', { mark: { seq: seq - 1, at: 30 }, expiresAt: null }));
      await decide(decision('2026-06-16', { mark: { seq, at: 15 }, judgedTimes: 1, expiresAt: null }));
      expect((await read(target, 'x', { seq, at: 30 })).unjudged).toEqual(['b']);
    });

    test('what a channel was told is found by story and by address, with the message that told it', async () => {
      await decide(decision('2026-06-15'));
      await claimOf('2026-06-15-1');
      const link = 'https://chat.example/1';
      await store.settle(
        '2026-06-15-1',
        { status: 'sending', attempts: 1 },
        { status: 'sent', messageId: 'm', link },
      );
      const about = { stories: ['a'], urlKeys: [] };
      expect(await toldOf(target, 'x', about)).toEqual([
        {
          story: 'a',
          urlKey: 'news.example/a',
          edition: 'slack:T1:C1:2026-06-15:0830',
          date: '2026-06-15',
          link,
        },
      ]);
      expect(
        await toldOf({ ...target, channel: 'C9' }, 'team-ko', {
          stories: [],
          urlKeys: ['news.example/a'],
        }),
      ).toHaveLength(1);
      expect(await toldOf({ ...target, channel: 'C9' }, 'x', about)).toEqual([]);
      expect(await read(target, 'x', { seq: 0, at: 0 })).toMatchObject({
        isFirst: false,
        lastEditionDate: '2026-06-15',
      });
      expect(await read({ ...target, channel: 'C9' }, 'x', { seq: 0, at: 0 })).toMatchObject({
        isFirst: true,
        lastEditionDate: null,
      });
    });
  });

  describe('slots', () => {
    test('one is decided once, whoever asks', async () => {
      const other = await another();
      const answers = await Promise.all([
        decide(decision('2026-06-15')),
        decide(decision('2026-06-15'), other),
      ]);
      expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
      expect(await openIds()).toEqual(['2026-06-15-0', '2026-06-15-1']);
      await other.close();
    });

    test('of two slots composed at once one has to be composed again: both would tell the same', async () => {
      const other = await another();
      const answers = await Promise.all([
        decide(decision('2026-06-15')),
        decide(decision('2026-06-16'), other),
      ]);
      expect([...answers].sort()).toEqual(['stale', 'stored']);
      expect(await store.judgedTimes([target])).toEqual([1]);
      expect((await store.decidedSlots([target], 0, 9))[0]).toHaveLength(1);
      await other.close();
    });

    test('a missed one may still be asked for; a decided one is not missed any more', async () => {
      const missed = {
        outcome: 'missed' as const,
        mark: null,
        edition: null,
        deliveries: [],
        told: [],
        verdicts: [],
      };
      expect(await decide(decision('2026-06-15', missed))).toBe('stored');
      expect(await decide(decision('2026-06-15', missed))).toBe('known');
      expect(await decide(decision('2026-06-15'))).toBe('stored');
      expect(await decide(decision('2026-06-15', missed))).toBe('known');
      expect((await store.decidedSlots([target], 0, 9))[0]?.map((slot) => slot.outcome)).toEqual(['edition']);
    });

    test('a withdrawn edition leaves nothing told or judged, and its slot may be decided again', async () => {
      await store.noteBriefs([{ file: 'a', ingestedAt: 1 }]);
      const first = decision('2026-06-15', { mark: { seq: 9, at: now } });
      await decide(first);
      expect(await store.withdrawExpired('slack', 'T1', first.slot.dueAt)).toEqual([]);
      expect(await store.withdrawExpired('slack', 'T1', first.slot.dueAt + 3_600_001)).toMatchObject([
        { key: 'slack:T1:C1:2026-06-15:0830', deliveries: ['2026-06-15-0', '2026-06-15-1'] },
      ]);
      expect(await openIds()).toEqual([]);
      expect(await read(target, 'team-ko', { seq: 9, at: now })).toEqual({
        ...{ isFirst: true, lastEditionDate: null, unjudged: ['a'] },
      });
      expect((await store.decidedSlots([target], 0, 9))[0]?.[0]?.outcome).toBe('missed');
      expect(await decide({ ...first, judgedTimes: (await store.judgedTimes([target]))[0] ?? 0 })).toBe(
        'stored',
      );
      expect(await openIds()).toEqual(['2026-06-15-0', '2026-06-15-1']);
    });

    test('what a withdrawn edition had judged is open again, although a later mark covers it', async () => {
      await store.noteBriefs([
        { file: 'a', ingestedAt: 1 },
        { file: 'b', ingestedAt: 1 },
      ]);
      const everything = { seq: 9, at: now };
      const open = async () => (await read(target, 'team-ko', everything)).unjudged;
      const first = decision('2026-06-15', { mark: { seq: 1, at: now } });
      await decide(first);
      const told = { verdicts: [{ ...first.verdicts[0], file: 'b' }], expiresAt: null } as Partial<Decision>;
      await decide(decision('2026-06-16', { mark: everything, judgedTimes: 1, ...told }));
      expect(await open()).toEqual([]);
      await store.withdrawExpired('slack', 'T1', first.slot.dueAt + 3_600_001);
      expect(await open()).toEqual(['a']);
      await decide(decision('2026-06-17', { mark: everything, judgedTimes: 2 }));
      expect(await open()).toEqual([]);
    });

    test('an edition of which one part may be posted is not withdrawn', async () => {
      await decide(decision('2026-06-15'));
      await claimOf('2026-06-15-0');
      expect(await store.withdrawExpired('slack', 'T1', now + 10 * 86_400_000)).toEqual([]);
      expect(await openIds()).toEqual(['2026-06-15-0', '2026-06-15-1']);
      expect((await store.standings([target]))[0]?.parts).toEqual(['sending', 'planned']);
    });

    test('nothing of an edition is taken for posting when its time is over', async () => {
      const one = decision('2026-06-15');
      await decide(one);
      const claimAt = (at: number) =>
        store.claim('2026-06-15-0', 0, {
          owner: 'me',
          now: at,
          leaseUntil: at,
          thread: null,
          degraded: false,
        });
      expect(await claimAt(one.slot.dueAt + 3_600_001)).toBeNull();
      expect(await claimAt(one.slot.dueAt + 3_600_000)).not.toBeNull();
    });

    test('when it is known at last that nothing was posted, the edition is withdrawn; when something was, it is finished', async () => {
      const late = now + 10 * 86_400_000;
      const inDoubt = async (date: string) => {
        await decide(decision(date, { judgedTimes: (await store.judgedTimes([target]))[0] ?? 0 }));
        const at = { now: Date.parse(`${date}T00:00:00Z`), thread: null, degraded: false };
        await store.claim(`${date}-0`, 0, { ...at, owner: 'me', leaseUntil: now + 30_000 });
        expect(await store.withdrawExpired('slack', 'T1', late)).toEqual([]);
      };
      const seen = { status: 'sending', attempts: 1 } as const;
      await inDoubt('2026-06-15');
      await store.settle('2026-06-15-0', seen, { status: 'planned' });
      expect(await store.withdrawExpired('slack', 'T1', late)).toHaveLength(1);
      await inDoubt('2026-06-16');
      await store.settle('2026-06-16-0', seen, { status: 'sent', messageId: 'm1', postedAt: late });
      expect(await store.withdrawExpired('slack', 'T1', late)).toEqual([]);
      expect(await openIds()).toEqual(['2026-06-16-1']);
      const rest = { owner: 'me', now: late, leaseUntil: late, thread: null, degraded: false };
      expect(await store.claim('2026-06-16-1', 0, rest)).not.toBeNull();
    });

    test('a schedule is noted since when it holds, and what it was before', async () => {
      const subscribe = (schedule: string, at: number) =>
        store.subscribe([{ target, name: 'n', schedule }], at);
      expect(await subscribe('A', 1)).toEqual([{ since: 1, before: '' }]);
      expect(await subscribe('A', 2)).toEqual([{ since: 1, before: '' }]);
      expect(await subscribe('B', 3)).toEqual([{ since: 3, before: 'A' }]);
      expect(await store.subscriptions([{ ...target, channel: 'C2' }, target])).toEqual([
        null,
        { schedule: 'B', since: 3, before: 'A' },
      ]);
    });

    test('many channels are dealt with together, each as if alone', async () => {
      const channels = Array.from({ length: 250 }, (_, n) => ({ ...target, channel: `D${n}` }));
      const decisions = channels.map((channel, n) => {
        const { slot, edition, ...one } = decision('2026-06-15', { target: channel, name: `n${n}` });
        const key = `slack:T1:D${n}:2026-06-15:0830`;
        const deliveries = [message(`d${n}`, { channel: `D${n}`, chain: key, edition: key })];
        return { ...one, slot, edition: { ...edition, key } as Edition, deliveries };
      });
      await decide(decisions[7] as Decision);
      const answers = await store.decide(decisions);
      expect(answers[7]).toBe('stale');
      expect(answers.filter((answer) => answer === 'stored')).toHaveLength(249);
      expect(new Set(await openIds()).size).toBe(250);
      const decided = await store.decidedSlots(channels, 0, 1);
      expect(decided.map((slots) => slots.map(({ outcome }) => outcome))).toEqual(
        Array(250).fill(['edition']),
      );
      expect((await store.standings(channels)).map((each) => each?.parts)).toEqual(
        Array(250)
          .fill([['planned']])
          .flat(),
      );
      expect((await store.lastEditions([...channels, target])).map((last) => last?.date ?? null)).toEqual([
        ...Array(250).fill('2026-06-15'),
        null,
      ]);
      const readings = await store.readChannels(
        channels.map((channel) => ({ target: channel, name: 'x' })),
        { seq: 9, at: now },
      );
      expect(
        readings.every(({ isFirst, lastEditionDate }) => !isFirst && lastEditionDate === '2026-06-15'),
      ).toBe(true);
    });

    test('writes that are asked for at once are each answered for themselves', async () => {
      await store.add(
        Array.from({ length: 30 }, (_, n) => message(`g${n}`, { chain: 'g', position: n })),
        now,
      );
      const claims = await Promise.all(Array.from({ length: 31 }, (_, n) => claimOf(`g${n}`)));
      expect(claims.map((claim) => claim === null)).toEqual([...Array(30).fill(false), true]);
      const settled = await Promise.all(
        Array.from({ length: 30 }, (_, n) =>
          store.settle(
            `g${n}`,
            { status: 'sending', attempts: n === 4 ? 7 : 1 },
            { status: 'sent', messageId: `m${n}`, postedAt: now },
          ),
        ),
      );
      expect(settled.indexOf(false)).toBe(4);
      expect(settled.filter(Boolean)).toHaveLength(29);
      expect(await openIds()).toEqual(['g4']);
    });
  });

  describe('deliveries', () => {
    test('are added once per id, whoever asks at once', async () => {
      const other = await another();
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) => (n % 2 ? store : other).add([message('r')], now)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await openIds()).toEqual(['r']);
      await other.close();
    });

    test('one is claimed by one of many at once', async () => {
      const other = await another();
      await store.add([message('r')], now);
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          (n % 2 ? store : other).claim('r', 0, {
            owner: `o${n}`,
            now,
            leaseUntil: now + 9,
            thread: 't',
            degraded: true,
          }),
        ),
      );
      expect(claims.filter((claim) => claim !== null)).toEqual([{ text: '“r” 증류' }]);
      expect(await store.openDelivery('r')).toMatchObject({
        status: 'sending',
        attempts: 1,
        thread: 't',
        degraded: true,
        firstTriedAt: now,
      });
      await other.close();
    });

    test('an outcome is recorded only on what was read', async () => {
      await store.add([message('r')], now);
      await claimOf('r');
      const sent = { status: 'sent', messageId: 'm1', postedAt: now } as const;
      expect(await store.settle('r', { status: 'sending', attempts: 2 }, sent)).toBe(false);
      expect(await store.settle('r', { status: 'sending', attempts: 1, leaseBefore: now }, sent)).toBe(false);
      expect(await store.settle('r', { status: 'sending', attempts: 1 }, sent)).toBe(true);
      expect(await store.settle('r', { status: 'sending', attempts: 1 }, { status: 'planned' })).toBe(false);
      expect(await openIds()).toEqual([]);
      expect(await store.delivered('r')).toMatchObject({ messageId: 'm1', stories: ['a'], language: 'ko' });
      expect(await claimOf('r', 1)).toBeNull();
    });

    test('new ones come after the last number seen', async () => {
      await store.add([message('r1')], now);
      const [first] = await store.open('slack', 'T1', 0);
      await store.add([message('r2'), message('r3')], now);
      expect((await store.open('slack', 'T1', first?.seq ?? 0)).map((each) => each.id)).toEqual(['r2', 'r3']);
      expect(await store.open('discord', 'T1', 0)).toEqual([]);
    });

    test('a message in a thread is found by the channel and by the thread', async () => {
      await store.add([message('r')], now);
      await store.claim('r', 0, { owner: 'me', now, leaseUntil: now, thread: 'T9', degraded: false });
      await store.settle(
        'r',
        { status: 'sending', attempts: 1 },
        { status: 'sent', messageId: 'm1', postedAt: now },
      );
      expect((await store.deliveredAs('slack', 'C1', 'm1'))?.id).toBe('r');
      expect((await store.deliveredAs('slack', 'T9', 'm1'))?.id).toBe('r');
      expect(await store.deliveredAs('slack', 'C2', 'm1')).toBeNull();
      expect((await store.flaggable('slack', 'T1', now)).map((each) => each.messageId)).toEqual(['m1']);
      expect(await store.flaggable('slack', 'T1', now + 1)).toEqual([]);
    });

    test('an edition is finished when every part is settled, and reported once', async () => {
      await decide(decision('2026-06-15'));
      const key = 'slack:T1:C1:2026-06-15:0830';
      expect(await store.finishedEditions('slack', 'T1')).toEqual([]);
      for (const id of ['2026-06-15-0', '2026-06-15-1']) {
        await claimOf(id);
        await store.settle(
          id,
          { status: 'sending', attempts: 1 },
          { status: 'sent', messageId: id, postedAt: now },
        );
      }
      expect(await store.finishedEditions('slack', 'T1')).toEqual([key]);
      expect(
        (await store.posted([key, 'none'])).map(({ edition, parts }) => [edition.key, parts.length]),
      ).toEqual([[key, 2]]);
      await store.reportFinished([key]);
      expect(await store.finishedEditions('slack', 'T1')).toEqual([]);
      expect((await store.partsOf(key)).map((part) => [part.kind, part.status])).toEqual([
        ['skim', 'sent'],
        ['story', 'sent'],
      ]);
      expect((await store.edition(key))?.key).toBe(key);
      expect((await store.latestEdition('slack', 'T1', null))?.key).toBe(key);
      expect(await store.latestEdition('slack', 'T1', 'C2')).toBeNull();
    });
  });

  describe('settings from the chat', () => {
    const ada = { id: 'U1', name: 'Ada' };
    const ben = { id: 'U2', name: 'Ben' };
    const set = (id: string, values: Record<string, unknown>, by = ada, unset: string[] = []) =>
      store.changeOverrides({ id, spot: target, by, at: now, set: values, unset });
    const values = async () =>
      Object.fromEntries((await store.overrides('slack', 'T1')).map(({ key, value }) => [key, value]));

    test('are kept key by key with their author, and every change is logged', async () => {
      await set('c1', { language: 'ko', topics: ['증류', 'ai'] });
      await set('c2', { language: 'en' }, ben, ['topics']);
      expect(await store.overrides('slack', 'T1')).toEqual([
        { spot: target, key: 'language', value: 'en', by: ben, at: now },
      ]);
      expect(await store.overrides('discord', 'T1')).toEqual([]);
      expect((await store.changesOf(target, 1)).map(({ id, by, entries }) => ({ id, by, entries }))).toEqual([
        {
          id: 'c2',
          by: ben,
          entries: [
            { key: 'language', before: 'ko', after: 'en' },
            { key: 'topics', before: ['증류', 'ai'], after: undefined },
          ],
        },
      ]);
      expect((await store.changesOf(target, 9)).map(({ id }) => id)).toEqual(['c2', 'c1']);
    });

    test('a change counts once, and one that changes nothing is none', async () => {
      expect(await set('c1', { language: 'ko' })).not.toBeNull();
      expect(await set('c1', { language: 'en' })).toBeNull();
      expect(await set('c2', { language: 'ko' }, ben, ['topics'])).toBeNull();
      expect(await values()).toEqual({ language: 'ko' });
    });

    test('a change is undone as a whole, and the undoing can be undone', async () => {
      await set('c1', { language: 'ko' });
      await set('c2', { language: 'en', topics: ['ai'] });
      const undone = await store.undoOverrides('c2', { id: 'u1', spot: target, by: ben, at: now + 1 });
      expect(undone).toMatchObject({ outcome: 'undone', change: { id: 'u1', undoes: 'c2', by: ben } });
      expect(await values()).toEqual({ language: 'ko' });
      await store.undoOverrides('u1', { id: 'u2', spot: target, by: ada, at: now + 2 });
      expect(await values()).toEqual({ language: 'en', topics: ['ai'] });
      expect(await store.undoOverrides('none', { id: 'u3', spot: target, by: ada, at: now })).toEqual({
        outcome: 'unknown',
      });
    });

    test('undoing is refused where a key was changed later, and changes nothing then', async () => {
      await set('c1', { language: 'ko', topics: ['ai'] });
      await set('c2', { topics: ['energy'] }, ben);
      expect(await store.undoOverrides('c1', { id: 'u1', spot: target, by: ada, at: now })).toEqual({
        outcome: 'overtaken',
        by: ben,
      });
      expect(await values()).toEqual({ language: 'ko', topics: ['energy'] });
      await set('c3', { timezone: 'UTC' }, ben);
      expect((await store.undoOverrides('c2', { id: 'u2', spot: target, by: ada, at: now })).outcome).toBe(
        'undone',
      );
    });

    test('a change of another channel cannot be undone', async () => {
      await set('c1', { language: 'ko' });
      const elsewhere = { ...target, channel: 'C0ELSEWHERE' };
      expect(await store.undoOverrides('c1', { id: 'u1', spot: elsewhere, by: ada, at: now })).toEqual({
        outcome: 'unknown',
      });
      expect(await values()).toEqual({ language: 'ko' });
    });

    test('two programs that undo the same change at once undo it once', async () => {
      const other = await another();
      await set('c1', { paused: true });
      const results = await Promise.all([
        store.undoOverrides('c1', { id: 'u1', spot: target, by: ada, at: now }),
        other.undoOverrides('c1', { id: 'u2', spot: target, by: ben, at: now }),
      ]);
      expect(results.map(({ outcome }) => outcome).sort()).toEqual(['overtaken', 'undone']);
      expect(await values()).toEqual({});
      await other.close();
    });
  });

  describe('edits', () => {
    const story = makeStory({ file: 'a' });
    const edition = { ...nothing, key: 'slack:T1:C1:2026-06-15:0830', highlights: [story], composedAt: now };
    const retraction = (at = now): BriefEdit => ({
      ...{ file: 'a', kind: 'retracted', at, by: 'Emma', brief: null, others: [] },
    });
    const retract = async (rewrites: Rewrite[] = [], at = now) =>
      store.edit(await store.editVersion(), { put: [retraction(at)], end: [], by: '', at }, rewrites);
    const restore = async (at: number) =>
      store.edit(
        await store.editVersion(),
        { put: [], end: [{ file: 'a', kind: 'retracted' as const }], by: 'Jun', at },
        [],
      );
    const told = () => decide(decision('2026-06-15', { edition: edition as unknown as Edition }));
    const sent = async (id: string) => {
      await claimOf(id);
      const change = { status: 'sent', messageId: id, postedAt: now } as const;
      await store.settle(id, { status: 'sending', attempts: 1 }, change);
    };
    const payloadOf = async (id: string) => (await claimOf(id))?.text;

    test('an edition and a kept answer read as the edits say, and as before once they end', async () => {
      await told();
      const body = { kind: 'story', story };
      await store.keepAnswer({ id: 'q', language: 'ko', body, createdAt: now });
      const read = async () => [
        (await store.edition(edition.key))?.highlights[0]?.edited?.kind,
        (await store.latestEdition('slack', 'T1', 'C1'))?.highlights[0]?.edited?.kind,
        ((await store.answer('q'))?.body as typeof body | undefined)?.story.edited?.kind,
      ];
      expect(await read()).toEqual([undefined, undefined, undefined]);
      expect(await retract()).toBe('stored');
      expect([await read(), await store.retractedFiles()]).toEqual([Array(3).fill('retracted'), ['a']]);
      await store.reportFinished([edition.key]);
      expect((await store.postedEditions(9))[0]?.highlights[0]?.lead.title).toBe('');
      await restore(now + 1);
      expect([await read(), await store.retractedFiles()]).toEqual([Array(3).fill(undefined), []]);
    });

    test('what was never tried is posted as it reads now; what people may see is revised', async () => {
      await store.add(
        ['planned', 'sent', 'unknown', 'failed'].map((id) => message(id)),
        now,
      );
      await sent('sent');
      await claimOf('unknown');
      await store.settle('unknown', { status: 'sending', attempts: 1 }, { status: 'unknown' });
      await claimOf('failed');
      await store.settle('failed', { status: 'sending', attempts: 1 }, { status: 'failed' });
      const rewrites = ['planned', 'sent', 'unknown', 'failed', 'none'];
      await retract(rewrites.map((delivery) => ({ delivery, payload: { text: 'removed' } })));
      const wishes = async () =>
        (await store.openRevisions('slack', 'T1', now, { limit: 9, without: [] })).map(
          (wish) => wish.delivery,
        );
      expect([await payloadOf('planned'), await wishes()]).toEqual(['removed', ['sent']]);
      // It turns out not to have been posted: then it is posted as it reads now.
      await store.settle('unknown', { status: 'unknown', attempts: 1 }, { status: 'planned' });
      expect((await claimOf('unknown', 1))?.text).toBe('removed');
      const change = { status: 'sent', messageId: 'm', postedAt: now } as const;
      await store.settle('unknown', { status: 'sending', attempts: 2 }, change);
      expect((await wishes()).sort()).toEqual(['sent', 'unknown']);
    });

    test('changes are read by turns of the channels, without those that are left out', async () => {
      const all = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'];
      for (const [index, id] of all.entries()) {
        await store.add([message(id, { channel: id[0] ?? '' })], now);
        await sent(id);
        await store.wantRevision(id, { text: id }, now + index);
      }
      const read = async (limit: number, without: string[]) =>
        (await store.openRevisions('slack', 'T1', now + 9, { limit, without })).map((wish) => wish.delivery);
      expect(await read(9, [])).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
      expect(await read(3, ['a'])).toEqual(['b1', 'c1', 'b2']);
      // Put off by a clock that was hours ahead.
      const change = { isDone: false, attempts: 1, nextAt: now + 9 * 3_600_000, advice: '' };
      await store.settleRevision({ delivery: 'c1', wantedAt: now + 5 }, change);
      expect(await read(9, ['a', 'b'])).toEqual(['c1']);
    });

    test('what was posted, may have been, and was changed since an instant counts as asked for', async () => {
      await store.add(
        ['old', 'sent', 'sending', 'planned'].map((id) => message(id)),
        now,
      );
      await claimOf('old');
      const before = { status: 'sent', messageId: 'old', postedAt: now - 99 } as const;
      await store.settle('old', { status: 'sending', attempts: 1 }, before);
      await sent('sent');
      await claimOf('sending');
      await store.wantRevision('old', { text: 'new' }, now);
      const wish = { delivery: 'old', wantedAt: now };
      await store.settleRevision(wish, { isDone: true, attempts: 1, nextAt: now, advice: '' });
      await store.add([message('limited')], now);
      await claimOf('limited');
      const wait = { status: 'planned', errorCode: 'rate-limited', nextAt: now + 60 } as const;
      await store.settle('limited', { status: 'sending', attempts: 1 }, wait);
      const { asked, closed } = await store.recentRequests('slack', 'T1', now - 9);
      const place = { channel: 'C1', thread: null };
      expect(asked).toEqual([
        { kind: 'message', ...place, at: now },
        { kind: 'message', ...place, at: now + 30_000 },
        { kind: 'edit', ...place, at: now },
      ]);
      expect(closed).toEqual([{ ...place, until: now + 60 }]);
      expect(await store.recentRequests('slack', 'T2', 0)).toEqual({ asked: [], closed: [] });
    });

    test('of two changes made from one reading the later is refused, and made anew', async () => {
      const version = await store.editVersion();
      const other = await another();
      const change = { put: [retraction()], end: [], by: '', at: now };
      const both = await Promise.all([store.edit(version, change, []), other.edit(version, change, [])]);
      expect(both.sort()).toEqual(['stale', 'stored']);
      await store.add([message('x')], now);
      const rewrites = [{ delivery: 'x', payload: { text: 'old' } }];
      expect(await store.rewrite(version, rewrites, now)).toBe('stale');
      expect(await store.rewrite(await store.editVersion(), rewrites, now)).toBe('stored');
      expect(await payloadOf('x')).toBe('old');
      await other.close();
    });

    test('everything that tells a file is found: the edition, replies under it, shared answers', async () => {
      await told();
      await store.add([message('r', { kind: 'reply', edition: edition.key, parent: '2026-06-15-0' })], now);
      await store.keepAnswer({ id: 'r', language: 'en', body: { kind: 'edition' }, createdAt: now });
      await store.add(
        [message('s', { kind: 'share' }), message('other', { kind: 'share', chain: 'o' })],
        now,
      );
      await store.keepAnswer({ id: 's', language: 'en', body: { kind: 'story', story }, createdAt: now });
      const another = { kind: 'story', story: makeStory({ file: 'b' }) };
      await store.keepAnswer({ id: 'o', language: 'en', body: another, createdAt: now });
      await store.add([message('n', { kind: 'notice' })], now);
      const found = await store.tellingsOf(['a']);
      const shown = found.map(({ chain, parts }) => [
        chain,
        ...parts.map(({ kind, under }) => [kind, under]),
      ]);
      expect(shown).toEqual([
        [edition.key, ['skim', null], ['story', 'skim']],
        ['r', ['reply', 'skim']],
        ['s', ['share', null]],
      ]);
      await retract();
      expect(await store.tellingsOf(['a'])).toEqual(found);
      expect(await store.tellingsOf(['none'])).toEqual([]);
    });

    test('an edit is open until it is settled, and seen by others for a while longer', async () => {
      await retract();
      const open = { file: 'a', kind: 'retracted', at: now };
      expect(await store.openEdits(now + 100)).toEqual([open]);
      await restore(now + 1);
      await store.settleEdit(open as OpenEdit, now + 2);
      const ended = { ...open, at: now + 1 } as OpenEdit;
      expect(await store.openEdits(now + 100)).toEqual([ended]);
      await store.settleEdit(ended, now + 2);
      expect(await store.openEdits(now + 100)).toEqual([]);
      expect(await store.openEdits(now + 2)).toEqual([ended]);
    });

    test('a correction outlives a retraction, and keeps the text', async () => {
      const mended: BriefEdit = { ...retraction(), kind: 'corrected', brief: makeBrief({ file: 'a' }) };
      await store.edit(await store.editVersion(), { put: [mended], end: [], by: '', at: now }, []);
      await retract();
      await restore(now + 1);
      expect(await store.editsOf(['a', 'b'])).toEqual([mended]);
    });

    test('a brief that was refused as retracted is judged again when it is put back', async () => {
      await store.noteBriefs([{ file: 'a', ingestedAt: 5 }]);
      await retract();
      const verdicts = [{ file: 'a', story: 'a', reason: { code: 'retracted' }, score: null }] as const;
      await decide(decision('2026-06-15', { verdicts: [...verdicts], told: [] }));
      const mark = { seq: 9, at: now };
      const unjudged = async () => (await read(target, 'team-ko', mark)).unjudged;
      expect(await unjudged()).toEqual([]);
      await restore(now + 1);
      expect([await unjudged(), await store.verdictsOn('a', 'team-ko')]).toEqual([['a'], []]);
    });

    test('a told story is removed when every brief it was told from is retracted, until one is put back', async () => {
      const verdicts: Verdict[] = [
        { file: 'a', story: 'a', reason: { code: 'highlight' }, score: 0.5 },
        { file: 'b', story: 'a', reason: { code: 'same-story', story: 'a' }, score: 0.5 },
        { file: 'c', story: 'a', reason: { code: 'outside-topics', topics: [] }, score: null },
      ];
      await decide(decision('2026-06-15', { verdicts }));
      const take = async (file: string) =>
        store.edit(
          await store.editVersion(),
          { put: [{ ...retraction(), file }], end: [], by: '', at: now },
          [],
        );
      const isRemoved = async () =>
        (await toldOf(target, 'team-ko', { stories: ['a'], urlKeys: [] }))?.map((each) => each.removed);
      await take('a');
      expect(await isRemoved()).toEqual([undefined]);
      await take('b');
      expect(await isRemoved()).toEqual([true]);
      await restore(now + 1);
      expect(await isRemoved()).toEqual([undefined]);
    });

    test('what a channel shows is kept for as long as it may have to be taken back', async () => {
      await store.add([message('s', { kind: 'share' })], now);
      for (const id of ['s', 'private'])
        await store.keepAnswer({ id, language: 'en', body: { kind: 'story', story }, createdAt: 1 });
      await store.prune();
      expect([(await store.answer('s'))?.id, await store.answer('private')]).toEqual(['s', null]);
      await store.forgetAnswer('s');
      expect(await store.answer('s')).toBeNull();
    });
  });

  describe('leases, causes and small things', () => {
    test('a lease has one holder until it runs out or is given up', async () => {
      const other = await another();
      expect(await store.hold('x', 'one', now, now + 10)).toBe(true);
      expect(await other.hold('x', 'two', now + 5, now + 15)).toBe(false);
      expect(await store.hold('x', 'one', now + 5, now + 15)).toBe(true);
      expect(await other.hold('x', 'two', now + 16, now + 26)).toBe(true);
      await store.release('x', 'one');
      expect(await store.hold('x', 'one', now + 17, now + 27)).toBe(false);
      await other.release('x', 'two');
      expect(await store.hold('x', 'one', now + 17, now + 27)).toBe(true);
      await other.close();
    });

    test('a lease, and a claim, that a wrong clock granted far ahead hold nobody up', async () => {
      const other = await another();
      const ahead = now + 9 * 3_600_000;
      expect(await store.hold('x', 'one', ahead, ahead + 30_000)).toBe(true);
      expect(await other.hold('x', 'two', now, now + 30_000)).toBe(true);
      await store.add([message('r')], now);
      await store.claim('r', 0, {
        ...{ owner: 'one', now: ahead, leaseUntil: ahead + 30_000, thread: null, degraded: false },
      });
      const seen = { status: 'sending', attempts: 1, leaseBefore: now } as const;
      expect(await other.settle('r', seen, { status: 'unknown' })).toBe(true);
      await other.close();
    });

    test('a cause is told once until it is mended', async () => {
      const about = { sentence: 'Invite the bot.', isTold: false };
      expect(await store.openCause('paused', now, about)).toBe(true);
      expect(await store.openCause('paused', now, about)).toBe(false);
      expect(await store.untoldCauses()).toEqual([
        { cause: 'paused', times: 1, sentence: 'Invite the bot.' },
      ]);
      await store.tellCause({ cause: 'paused', times: 1 }, [message('notice')], now);
      await store.tellCause({ cause: 'paused', times: 1 }, [message('notice')], now);
      expect(await store.untoldCauses()).toEqual([]);
      expect(await openIds()).toEqual(['notice']);
      await store.closeCause('paused');
      expect(await store.openCause('paused', now, about)).toBe(true);
      await store.tellCause({ cause: 'paused', times: 1 }, [message('late')], now);
      expect((await store.untoldCauses()).map(({ times }) => times)).toEqual([2]);
      expect(await openIds()).toEqual(['notice']);
      await store.closeCause('paused');
      expect(await store.untoldCauses()).toEqual([]);
    });

    test('a cause that nobody needs to be told is not waiting to be told', async () => {
      expect(await store.openCause('known', now, { sentence: 'x', isTold: true })).toBe(true);
      expect(await store.untoldCauses()).toEqual([]);
    });

    test('health is kept per channel', async () => {
      const health = { ...target, failures: 5, pausedAt: now, reason: 'Invite the bot.', probeAt: now + 1 };
      await store.setHealth(health);
      await store.setHealth({ ...health, failures: 6 });
      expect(await store.health('slack', 'T1')).toEqual([{ ...health, failures: 6 }]);
    });

    test('an event counts once; values, answers and verdicts are kept', async () => {
      expect([await store.noteEvent('e'), await store.noteEvent('e')]).toEqual([true, false]);
      await store.setValue('k', '1');
      await store.setValue('k', '2');
      expect([await store.value('k'), await store.value('none')]).toEqual(['2', null]);
      const answer = {
        id: 'q',
        language: 'ko',
        body: { list: [1] },
        createdAt: now,
      } as const;
      await store.keepAnswer(answer);
      expect(await store.answer('q')).toEqual(answer);
      await decide(decision('2026-06-15'));
      expect(await store.verdictsOn('a', 'team-ko')).toEqual([
        { edition: 'slack:T1:C1:2026-06-15:0830', story: 'a', reason: { code: 'highlight' }, score: 0.5 },
      ]);
      await store.add([message('s', { kind: 'share', person: 'U1' })], now);
      expect(await store.sharesSince('slack', 'U1', now)).toBe(1);
      await store.prune();
      expect(await store.noteEvent('e')).toBe(false);
    });
  });

  readerContract(() => store, message);
  followContract(() => store, message);
}
