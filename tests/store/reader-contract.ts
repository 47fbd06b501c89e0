import { describe, expect, test } from 'vitest';
import type { Reader } from '../../src/answers/reader-store.ts';
import type { NewDelivery } from '../../src/delivery/delivery-store.ts';
import type { Store } from '../../src/store/open-store.ts';

export const emma: Reader = { platform: 'slack', workspace: 'T1', person: 'U1' };
const other: Reader = { ...emma, person: 'U2' };
const start = { seq: 0, at: 0 };

export function follow(id: string, topic: string, createdAt = 1) {
  return { id, topic, language: 'ko' as const, createdAt, from: start };
}

/** What every store must keep of a person, and forget. */
export function readerContract(
  storeOf: () => Store,
  message: (id: string, change: Partial<NewDelivery>) => NewDelivery,
): void {
  describe('readers', () => {
    test('a language is one person’s, and gone when it is taken back', async () => {
      const { readers } = storeOf();
      await readers.setLanguage(emma, 'en');
      await readers.setLanguage(emma, 'ko');
      expect([await readers.language(emma), await readers.language(other)]).toEqual(['ko', null]);
      expect(await readers.language({ ...emma, platform: 'discord' })).toBeNull();
      await readers.setLanguage(emma, null);
      expect(await readers.language(emma)).toBeNull();
      expect(await readers.forget(emma)).toEqual({ language: false, follows: 0, direct: false, shares: 0 });
    });

    test('a topic is followed once, and so many at most', async () => {
      const { readers } = storeOf();
      expect(await readers.follow(emma, follow('a', 'Tariffs'), 2)).toBe('stored');
      expect(await readers.follow(emma, follow('b', 'tariffs'), 2)).toBe('known');
      expect(await readers.follow(emma, follow('c', '관세', 2), 2)).toBe('stored');
      expect(await readers.follow(emma, follow('d', 'robots'), 2)).toBe('full');
      expect(await readers.follow(other, follow('e', 'robots'), 2)).toBe('stored');
      expect((await readers.follows(emma)).map(({ topic }) => topic)).toEqual(['Tariffs', '관세']);
      expect(await readers.unfollow(other, 'a')).toBe(false);
      expect([await readers.unfollow(emma, 'a'), await readers.unfollow(emma, 'a')]).toEqual([true, false]);
      expect((await readers.follows(emma)).map(({ id }) => id)).toEqual(['c']);
    });

    test('a person is forgotten whole, and nobody else', async () => {
      const store = storeOf();
      const { readers } = store;
      for (const reader of [emma, other]) {
        await readers.setLanguage(reader, 'en');
        await readers.keepDirectChannel(reader, `D${reader.person}`);
        await readers.follow(reader, follow(`f${reader.person}`, 'robots'), 20);
        await store.add(
          [
            message(`direct-${reader.person}`, {
              kind: 'direct',
              person: reader.person,
              channel: `D${reader.person}`,
            }),
          ],
          1,
        );
      }
      await store.add([message('shared', { kind: 'share', person: 'U1' })], 1);
      await store.add([message('shared-2', { kind: 'share', person: 'U2' })], 1);
      expect(await readers.forget(emma)).toEqual({ language: true, follows: 1, direct: true, shares: 1 });
      expect([await readers.language(emma), await readers.directChannel(emma)]).toEqual([null, null]);
      expect(await readers.follows(emma)).toEqual([]);
      expect(await store.delivered('direct-U1')).toBeNull();
      // A shared message stays, without who shared it.
      expect((await store.delivered('shared'))?.person).toBe('');
      expect((await store.delivered('shared-2'))?.person).toBe('U2');
      expect([await readers.language(other), await readers.directChannel(other)]).toEqual(['en', 'DU2']);
      expect(await readers.follows(other)).toHaveLength(1);
      expect(await store.delivered('direct-U2')).not.toBeNull();
      expect(await readers.forget(emma)).toEqual({ language: false, follows: 0, direct: false, shares: 0 });
    });
  });
}
