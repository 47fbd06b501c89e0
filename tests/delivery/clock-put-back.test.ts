import { expect, test } from 'vitest';
import type { PostRequest } from '../../src/answers/stores.ts';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { brief, createWorld, minute, plan, second, startBot } from './bot.ts';

/** A clock nine hours ahead, as of a machine that took its local time for UTC. */
const wrong = '2026-06-15T08:25:00Z';
const right = '2026-06-14T23:25:00Z';
const text = noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]);
const share: PostRequest = {
  id: 'share-1',
  kind: 'share',
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  underDelivery: null,
  language: 'en',
  edition: null,
  stories: [],
  message: text,
  person: '',
};

test('a program that was killed while the clock was ahead keeps nobody from posting once it is right', async () => {
  const world = createWorld(wrong, []);
  const first = await startBot(world);
  await first.run(minute);
  first.kill();
  world.clock.jump(Date.parse(right));
  world.plans.push(plan());
  world.briefs.push(brief('a', world.clock.now()));
  const next = await startBot(world);
  await next.run(6 * minute);
  expect(world.slack.messages).toHaveLength(2);
});

test.each(['network', 'lost-answer'] as const)(
  'a message that failed (%s) while the clock was ahead is posted once it is right, once',
  async (failure) => {
    const world = createWorld(wrong, []);
    let times = 0;
    world.slack.fault = ({ method }) => {
      if (method !== 'post' || ++times > 1) return null;
      if (failure === 'lost-answer') return { kind: 'lost-answer' };
      return { kind: 'error', error: new DeliveryError('network', 'No.') };
    };
    const first = await startBot(world);
    await first.delivery.request(share);
    await first.run(second);
    expect(times).toBe(1);
    first.kill();
    world.clock.jump(Date.parse(right));
    const next = await startBot(world);
    await next.run(2 * minute);
    expect(world.slack.messages).toHaveLength(1);
    expect(await next.store.open('slack', 'T1', 0)).toEqual([]);
  },
);

test('a message that was being posted when the program was killed is settled though the clock is put back', async () => {
  const world = createWorld(wrong, []);
  const first = await startBot(world, { dieAt: (at) => at === 'request-sent' });
  await first.delivery.request(share);
  await first.run(second);
  world.clock.jump(Date.parse(right));
  const next = await startBot(world);
  await next.run(2 * minute);
  expect(world.slack.messages).toHaveLength(1);
  expect(await next.store.open('slack', 'T1', 0)).toEqual([]);
});

test('a running program goes on posting though the clock is put back, and keeps the right to', async () => {
  const world = createWorld(wrong, []);
  const bot = await startBot(world);
  await bot.run(minute);
  world.clock.jump(Date.parse(right));
  await bot.run(minute);
  await bot.delivery.request(share);
  await bot.run(minute);
  expect(world.slack.messages).toHaveLength(1);
  const rival = await startBot(world, { instance: 'rival' });
  await rival.run(second);
  expect(await bot.store.holder('post:slack:T1')).not.toBe('rival');
});

test('a platform that asked to wait while the clock was ahead is asked again once it is right', async () => {
  const world = createWorld(wrong, []);
  let times = 0;
  world.slack.fault = ({ method }) =>
    method === 'post' && ++times === 1
      ? { kind: 'error', error: new DeliveryError('rate-limited', 'Slow down.', { retryAfterMs: minute }) }
      : null;
  const bot = await startBot(world);
  await bot.delivery.request(share);
  await bot.run(second);
  world.clock.jump(Date.parse(right));
  await bot.run(2 * minute);
  expect(world.slack.messages).toHaveLength(1);
});
