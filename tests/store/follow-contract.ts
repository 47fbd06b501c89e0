import { describe, expect, test } from 'vitest';
import type { Reader } from '../../src/answers/reader-store.ts';
import type { NewDelivery } from '../../src/delivery/delivery-store.ts';
import type { Store } from '../../src/store/open-store.ts';

const emma: Reader = { platform: 'slack', workspace: 'T1', person: 'U1' };
const other: Reader = { ...emma, person: 'U2' };
const everything = { seq: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER };

/** What every store must keep of what was found for those who follow. */
export function followContract(
  storeOf: () => Store,
  message: (id: string, change: Partial<NewDelivery>) => NewDelivery,
): void {
  async function following(reader: Reader, id: string, createdAt = 1): Promise<void> {
    const follow = { id, topic: id, language: 'ko' as const, createdAt, from: { seq: 0, at: 0 } };
    await storeOf().readers.follow(reader, follow, 20);
  }
  const found = (follow: string, files: string[], now = 10) =>
    storeOf().follows.noteMatches(
      files.map((file) => ({ follow, file })),
      { follows: [follow], upTo: { seq: 3, at: now }, now },
    );
  const direct = (chain: string, change: Partial<NewDelivery> = {}) =>
    message(`${chain}-0`, { chain, kind: 'direct', person: 'U1', channel: 'D1', ...change });
  const filesOf = (matches: { file: string }[]) => matches.map(({ file }) => file).sort();

  describe('follows', () => {
    test('look at what was first seen, or taken in, after they were last looked at', async () => {
      const store = storeOf();
      await store.noteBriefs([
        { file: 'a', ingestedAt: 5 },
        { file: 'b', ingestedAt: 50 },
      ]);
      await store.noteBriefs([{ file: 'c', ingestedAt: 5 }]);
      const seq = await store.highestSeq();
      const arrived = async (since: { seq: number; at: number }, at: number) =>
        filesOf(await store.follows.arrived(since, { seq, at }));
      expect(await arrived({ seq: 0, at: 0 }, 100)).toEqual(['a', 'b', 'c']);
      expect(await arrived({ seq: seq - 1, at: 10 }, 20)).toEqual(['c']);
      // A brief dated ahead comes when its time has come.
      expect(await arrived({ seq, at: 20 }, 60)).toEqual(['b']);
      expect(await arrived({ seq, at: 60 }, 100)).toEqual([]);
      await following(emma, 'f');
      await found('f', ['a']);
      expect((await store.follows.all())[0]).toMatchObject({
        ...emma,
        id: 'f',
        lookedAt: { seq: 3, at: 10 },
      });
    });

    test('a brief is found once, and waits for the morning after', async () => {
      const { follows } = storeOf();
      await following(emma, 'f');
      await found('f', ['a'], 10);
      await found('f', ['a', 'b'], 30);
      expect(await follows.waiting('slack', 'T1', 9)).toEqual([]);
      expect(await follows.waiting('slack', 'T1', 10)).toEqual([emma]);
      expect(await follows.waiting('discord', 'T1', 10)).toEqual([]);
      expect(filesOf(await follows.claim(emma, 'day-1', 20))).toEqual(['a']);
      expect(await follows.claim(other, 'day-1-other', 20)).toEqual([]);
    });

    test('a message takes what waits, whatever happens before it is in the ledger', async () => {
      const store = storeOf();
      const { follows } = store;
      await following(emma, 'f');
      await found('f', ['a', 'b']);
      expect(filesOf(await follows.claim(emma, 'day-1', 20))).toEqual(['a', 'b']);
      // The program ended before the message was stored: another takes the same.
      expect(filesOf(await follows.claim(emma, 'day-1', 20))).toEqual(['a', 'b']);
      // It ended the day before.
      expect(filesOf(await follows.claim(emma, 'day-2', 20))).toEqual(['a', 'b']);
      await store.add([direct('day-2')], 20);
      // It ended after the message was stored: it is told.
      expect(await follows.claim(emma, 'day-2', 20)).toEqual([]);
      expect(filesOf(await follows.toldFiles(['f']))).toEqual(['a', 'b']);
      expect(await follows.waiting('slack', 'T1', 99)).toEqual([]);
    });

    test('one message a day: what is found later waits', async () => {
      const store = storeOf();
      const { follows } = store;
      await following(emma, 'f');
      await found('f', ['a']);
      await follows.claim(emma, 'day-1', 20);
      await store.add([direct('day-1')], 20);
      await follows.told('day-1');
      await found('f', ['b'], 11);
      expect(await follows.claim(emma, 'day-1', 20)).toEqual([]);
      expect(filesOf(await follows.claim(emma, 'day-2', 99))).toEqual(['b']);
    });

    test('who refuses a direct message follows nothing any more, unless anew', async () => {
      const store = storeOf();
      await following(emma, 'f');
      await following(other, 'g');
      await store.readers.keepDirectChannel(emma, 'D1');
      await found('f', ['a']);
      await store.add([direct('day-1'), direct('bad', { id: 'bad-0', person: 'U2' })], 20);
      const refuse = async (id: string, errorCode: string) => {
        const lease = { owner: 'me', now: 20, leaseUntil: 30, thread: null, degraded: false };
        await store.claim(id, 0, lease);
        await store.settle(id, { status: 'sending', attempts: 1 }, { status: 'failed', errorCode });
      };
      await refuse('day-1-0', 'forbidden');
      // What the platform would not take is our fault, not the reader's.
      await refuse('bad-0', 'rejected');
      expect(await store.follows.endRefused()).toBe(1);
      expect(await store.readers.follows(emma)).toEqual([]);
      expect(await store.readers.directChannel(emma)).toBeNull();
      expect(await store.readers.follows(other)).toHaveLength(1);
      expect(await store.follows.waiting('slack', 'T1', 99)).toEqual([]);
      await following(emma, 'h', 21);
      expect(await store.follows.endRefused()).toBe(0);
      expect(await store.readers.follows(emma)).toHaveLength(1);
    });

    test('what ended or was forgotten waits for nothing', async () => {
      const { follows, readers } = storeOf();
      await following(emma, 'f');
      await following(emma, 'g', 2);
      await found('f', ['a']);
      await found('g', ['a']);
      await readers.unfollow(emma, 'f');
      expect((await follows.claim(emma, 'day-1', 20)).map(({ follow }) => follow)).toEqual(['g']);
      await readers.forget(emma);
      expect(await follows.claim(emma, 'day-1', everything.at)).toEqual([]);
    });
  });
}
