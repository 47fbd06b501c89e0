import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DeliveryError, type DeliveryErrorCode } from '../src/delivery/delivery-error.ts';
import { deliveryId } from '../src/delivery/delivery-id.ts';
import type { Place, Platform } from '../src/delivery/platform.ts';
import type { Message } from '../src/message/message.ts';
import type { Payload } from '../src/message/renderer.ts';
import type { FaultDraft } from '../src/sandbox/faults.ts';
import type { Sandbox } from '../src/sandbox/start-sandbox.ts';
import type { Call, World } from '../src/sandbox/world.ts';
import { control } from './app/start-bot.ts';

/** What differs between the two platforms, for a suite that both must pass. */
export interface PlatformUnderTest {
  name: 'slack' | 'discord';
  /** Opens our side of the sandbox; calls end within `requestTimeoutMs`. */
  open(sandbox: Sandbox): Promise<Platform>;
  /** The same, as another application would see it: what we wrote is foreign to it. */
  asStranger(sandbox: Sandbox): Promise<Platform>;
  start(): Promise<Sandbox>;
  channel: string;
  person: string;
  /** The method by which faults and calls know a post. */
  posting: string;
  flag: string;
  /** Places that refuse a post: what they answer, and what the sentence tells the owner. */
  refusing: { why: string; channel: string; seed: object | null; code: DeliveryErrorCode; says: RegExp }[];
  /** Error names or codes of the platform. */
  errors: [error: string | number, code: DeliveryErrorCode, says: RegExp][];
  /** What the payload of a stored message with a picture shows. */
  picture: RegExp;
  /** Takes away the right to bring pictures, and gives it back. */
  noPictures: { seed: object; back: object };
  link(at: { world: World; sandbox: Sandbox; channel: string; message: string }): string;
}

export const requestTimeoutMs = 1_500;
const tooSlowMs = 2_500;

const message: Message = {
  language: 'en',
  push: 'Cobaltine opens a plant',
  groups: [
    {
      blocks: [
        { kind: 'text', inlines: [{ kind: 'text', text: 'Cobaltine opens a plant' }] },
        { kind: 'buttons', buttons: [{ kind: 'press', label: '한국어', action: 'lang:ko' }] },
      ],
    },
  ],
};

export function platformContract(about: PlatformUnderTest): void {
  describe(`what delivery relies on, on ${about.name}`, () => {
    let sandbox: Sandbox;
    let platform: Platform;
    let count = 0;
    const place: Place = { channel: about.channel, thread: null };

    beforeAll(async () => {
      sandbox = await about.start();
      platform = await about.open(sandbox);
    });
    afterAll(() => sandbox.close());

    const order = <T = unknown>(where: string, body: object) =>
      control<T>(sandbox, `${about.name}/${where}`, body);
    const fault = (draft: FaultDraft) => order('faults', draft);
    const newId = () => deliveryId(about.name, String(++count));
    const payload = (id: string): Payload =>
      platform.renderer.render(message, { id, silent: true, mentionRole: null });
    const found = async (id: string, where = place) => (await platform.find(where, [id], 0)).get(id);

    /** Waits until a message shows in the history; asked for too often, the client's own limit would be met. */
    const shows = (id: string, messageId: unknown = expect.any(String)) =>
      vi.waitFor(async () => expect(await found(id)).toEqual(messageId), { interval: 300, timeout: 10_000 });

    /** How many requests there were for one delivery. One that is dropped is not written down, one that fails late twice. */
    async function requests(id: string): Promise<number> {
      const ofMethod = `${about.name}/calls?method=${encodeURIComponent(about.posting)}`;
      const all = await control<Call[]>(sandbox, ofMethod);
      return new Set(all.filter(({ body }) => JSON.stringify(body).includes(id)).map(({ at }) => at)).size;
    }

    async function failure(work: Promise<unknown>): Promise<DeliveryError> {
      const error = await work.then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(DeliveryError);
      return error as DeliveryError;
    }

    test('what was posted is found by its id, with the id of the message', async () => {
      const ids = [newId(), newId()];
      const sent: string[] = [];
      for (const id of ids) sent.push((await platform.post(place, payload(id), id)).messageId);
      const back = await platform.find(place, [...ids, newId()], 0);
      expect([...back.entries()].sort()).toEqual(ids.map((id, index) => [id, sent[index]]).sort());
    });

    test('a message older than asked for is left out', async () => {
      const id = newId();
      await platform.post(place, payload(id), id);
      expect(await platform.find(place, [id], Date.now() + 3_600_000)).toEqual(new Map());
    });

    test('more than a page of history is read', async () => {
      const id = newId();
      const { messageId } = await platform.post(place, payload(id), id);
      for (let more = 0; more < 205; more += 1) {
        await order('act/say', { person: about.person, channel: about.channel, text: `talk ${more}` });
      }
      expect(await found(id)).toBe(messageId);
    });

    test('a marker that another application wrote does not count', async () => {
      const id = newId();
      await platform.post(place, payload(id), id);
      const stranger = await about.asStranger(sandbox);
      expect(await stranger.find(place, [id], 0)).toEqual(new Map());
    });

    test('a history that lags shows it later', async () => {
      await order('history-lag', { ms: 1_000 });
      try {
        const id = newId();
        const { messageId } = await platform.post(place, payload(id), id);
        expect(await found(id)).toBeUndefined();
        await shows(id, messageId);
      } finally {
        await order('history-lag', { ms: 0 });
      }
    });

    test('a thread is opened once, and what stands in it is found there and not in the channel', async () => {
      const [above, below] = [newId(), newId()];
      const { messageId } = await platform.post(place, payload(above), above);
      const thread = await platform.openThread(about.channel, messageId, '이야기 Story');
      expect(await platform.openThread(about.channel, messageId, '이야기 Story')).toBe(thread);
      const inside: Place = { channel: about.channel, thread };
      const reply = await platform.post(inside, payload(below), below);
      expect(await found(below, inside)).toBe(reply.messageId);
      expect(await found(below)).toBeUndefined();
      expect(platform.link(inside, reply.messageId)).toMatch(/^https?:\/\/\S+$/);
    });

    test('an edit replaces the body and keeps the marker', async () => {
      const id = newId();
      const { messageId } = await platform.post(place, payload(id), id);
      const changed: Message = JSON.parse(JSON.stringify(message).replaceAll('a plant', 'two plants'));
      await platform.edit(
        place,
        messageId,
        platform.renderer.render(changed, { id, silent: true, mentionRole: null }),
      );
      const { messages } = await control<World>(sandbox, about.name);
      expect(JSON.stringify(messages.find((each) => each.id === messageId)?.payload)).toContain('two plants');
      expect(await found(id)).toBe(messageId);
    });

    describe('a picture', () => {
      const withPicture = (id: string, name: string) => {
        const png = Buffer.from(`not looked at: ${name}`).toString('base64');
        const image = { kind: 'image' as const, png, alt: `Stories by topic, ${name}` };
        const groups = [...message.groups, { blocks: [image] }];
        return platform.renderer.render({ ...message, groups }, { id, silent: true, mentionRole: null });
      };
      const shown = async (messageId: string) => {
        const { messages } = await control<World>(sandbox, about.name);
        return JSON.stringify(messages.find((each) => each.id === messageId)?.payload);
      };

      test('stands in the message, with words for those who do not see it', async () => {
        const id = newId();
        const ready = await platform.prepare(withPicture(id, 'one'), about.channel);
        const { messageId } = await platform.post(place, ready, id);
        expect(await found(id)).toBe(messageId);
        expect(await shown(messageId)).toContain('Stories by topic, one');
        expect(await shown(messageId)).toMatch(about.picture);
      });

      test('stays when the message is edited', async () => {
        const id = newId();
        const ready = await platform.prepare(withPicture(id, 'before'), about.channel);
        const { messageId } = await platform.post(place, ready, id);
        await platform.edit(
          place,
          messageId,
          await platform.prepare(withPicture(id, 'after'), about.channel),
        );
        expect(await shown(messageId)).toContain('Stories by topic, after');
        expect(await shown(messageId)).not.toContain('before');
        expect(await shown(messageId)).toMatch(about.picture);
      });

      test('is left out where the bot may not bring one, and the message is posted', async () => {
        await order('seed', about.noPictures.seed);
        try {
          const id = newId();
          const post = async () =>
            platform.post(place, await platform.prepare(withPicture(id, 'none'), about.channel), id);
          const { messageId } = await post().catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: 0 });
            return post();
          });
          expect(await shown(messageId)).toContain('Cobaltine opens a plant');
          expect(await shown(messageId)).not.toMatch(about.picture);
        } finally {
          await order('seed', about.noPictures.back);
        }
      });
    });

    test('flags are those that a person set', async () => {
      const id = newId();
      const { messageId } = await platform.post(place, payload(id), id);
      const isFlag = (emoji: string) => emoji === about.flag;
      expect(await platform.flags(place, messageId, isFlag)).toEqual([]);
      const flag = { person: about.person, channel: about.channel, message: messageId, emoji: about.flag };
      await order('act/react', flag);
      expect(await platform.flags(place, messageId, isFlag)).toEqual([{ emoji: about.flag, byPerson: true }]);
      expect(await platform.flags(place, messageId, () => false)).toEqual([]);
      await order('act/unreact', flag);
      expect(await platform.flags(place, messageId, isFlag)).toEqual([]);
    });

    test('the link leads to the message', async () => {
      const id = newId();
      const { messageId } = await platform.post(place, payload(id), id);
      const world = await control<World>(sandbox, about.name);
      expect(platform.link(place, messageId)).toBe(
        about.link({ world, sandbox, channel: about.channel, message: messageId }),
      );
    });

    describe('faults', () => {
      const unknown = 'unknown-outcome' as const;
      const faults: [Partial<FaultDraft> & Pick<FaultDraft, 'kind'>, DeliveryErrorCode, stored: boolean][] = [
        [{ kind: 'drop-before' }, unknown, false],
        [{ kind: 'drop-after' }, unknown, true],
        [{ kind: 'reset-after' }, unknown, true],
        [{ kind: 'slow', afterMs: tooSlowMs }, unknown, true],
        [{ kind: 'slow-before', afterMs: tooSlowMs }, unknown, true],
        [{ kind: 'stall', afterMs: tooSlowMs }, unknown, true],
        [{ kind: '500-before' }, unknown, false],
        [{ kind: '500-after' }, unknown, true],
        [{ kind: '500-after', status: 503 }, unknown, true],
        [{ kind: '429', retryAfter: 2 }, 'rate-limited', false],
        [{ kind: '429', retryAfter: null }, 'rate-limited', false],
        ...about.errors.map(
          ([status, code]) =>
            [{ kind: 'error' as const, status }, code, false] as [FaultDraft, DeliveryErrorCode, boolean],
        ),
      ];
      test.each(faults)('%o is told as %s, after one request', async (draft, code, isStored) => {
        const id = newId();
        await fault({ ...draft, match: { method: about.posting } });
        const startedAt = performance.now();
        const error = await failure(platform.post(place, payload(id), id));
        expect(error.code).toBe(code);
        expect(error.message).toMatch(/^[A-Z].*\.$/s);
        expect(performance.now() - startedAt).toBeLessThan(tooSlowMs);
        if (draft.kind === '429' && draft.retryAfter)
          expect(error.retryAfterMs).toBeGreaterThanOrEqual(2_000);
        if (draft.kind === 'error') {
          expect(error.message).toMatch(
            about.errors.find(([status]) => status === draft.status)?.[2] ?? /never/,
          );
        }
        if (isStored) await shows(id);
        else expect(await found(id)).toBeUndefined();
        expect(await requests(id)).toBeLessThanOrEqual(1);
        const { messages } = await control<World>(sandbox, about.name);
        const copies = messages.filter(({ payload: shown }) => JSON.stringify(shown).includes(id));
        expect(copies).toHaveLength(isStored ? 1 : 0);
      });

      test('a refused connection is told after one attempt', async () => {
        const id = newId();
        await fault({ kind: 'refuse', count: 1 });
        expect((await failure(platform.post(place, payload(id), id))).code).toBe('unknown-outcome');
        expect(await found(id)).toBeUndefined();
      });

      test('a history that stalls ends in time', async () => {
        await fault({ kind: 'stall', afterMs: tooSlowMs });
        const startedAt = performance.now();
        expect((await failure(platform.find(place, [newId()], 0))).code).toBe('unknown-outcome');
        expect(performance.now() - startedAt).toBeLessThan(tooSlowMs);
      });

      test('after all that it still posts', async () => {
        const id = newId();
        const { messageId } = await platform.post(place, payload(id), id);
        expect(await found(id)).toBe(messageId);
      });
    });

    describe('places that refuse', () => {
      test.each(about.refusing)('$why: $code, with what to do', async ({ channel, seed, code, says }) => {
        const before = (await control<World>(sandbox, about.name)).scopes;
        if (seed) await order('seed', seed);
        try {
          const id = newId();
          const error = await failure(platform.post({ channel, thread: null }, payload(id), id));
          expect(error.code).toBe(code);
          expect(error.message).toMatch(says);
        } finally {
          await order('seed', { scopes: before });
        }
      });

      test('nobody listens: certainly not posted', async () => {
        const own = await about.start();
        const lonely = await about.open(own);
        await own.close();
        const id = newId();
        // The pool notices that its connection is gone.
        await lonely.find(place, [id], 0).catch(() => {});
        const error = await failure(lonely.post(place, payload(id), id));
        expect(error).toMatchObject({ code: 'network', message: expect.stringMatching(/cannot be reached/) });
      });
    });
  });
}
