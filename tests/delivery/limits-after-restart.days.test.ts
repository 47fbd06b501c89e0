import { expect, test } from 'vitest';
import { DeliveryError } from '../../src/delivery/delivery-error.ts';
import { rateLimits } from '../../src/delivery/rate-limits.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { createWorld, minute, second, startBot } from './bot.ts';

const text = noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]);
const workspaces = { slack: 'T1', discord: 'A1' } as const;

/** The least time, ms, within which one more than `count` were asked for. */
const fastest = (times: readonly number[], count: number) =>
  Math.min(...times.slice(count).map((at, index) => at - (times[index] ?? 0)));

test.each([
  ['slack', 700, 40],
  ['discord', 300, 3],
] as const)(
  'what a killed program posted on %s counts for the one that follows',
  async (name, count, killedAfter) => {
    const world = createWorld('2026-06-14T12:00:00Z', []);
    const about = {
      platform: name,
      workspace: workspaces[name],
      kind: 'share',
      underDelivery: null,
    } as const;
    const first = await startBot(world, { timing: { pollMs: second } });
    for (let index = 0; index < count; index += 1)
      await first.delivery.request({
        ...{ ...about, id: `r${index}`, channel: name === 'slack' ? `C${index}` : `C${index % 60}` },
        ...{ language: 'en', edition: null, stories: [], message: text, person: '' },
      });
    await first.run(killedAfter * second, second);
    first.kill();
    // Its name is its own: the right to post ends by itself, or is given up.
    await first.store.release(
      `post:${name}:${workspaces[name]}`,
      (await first.store.holder(`post:${name}:${workspaces[name]}`)) ?? '',
    );
    const next = await startBot(world, { timing: { pollMs: second } });
    await next.run(4 * minute, second);
    const posts = world[name].asked.filter(({ method }) => method === 'post');
    expect(new Set(posts.map(({ id }) => id)).size).toBe(count);
    const { workspace, channel } = rateLimits[name];
    expect(
      fastest(
        posts.map(({ at }) => at),
        workspace.count,
      ),
    ).toBeGreaterThanOrEqual(workspace.ms);
    const inOne = posts.filter(({ place }) => place.channel === 'C0').map(({ at }) => at);
    expect(fastest(inOne, channel.count)).toBeGreaterThanOrEqual(name === 'slack' ? 0 : channel.ms);
  },
  60_000,
);

test('who was told to wait by the platform waits through a restart, with everything for that place', async () => {
  const world = createWorld('2026-06-14T12:00:00Z', []);
  const from = world.clock.now();
  world.slack.fault = ({ method }) =>
    method === 'post' && world.clock.now() < from + 2 * minute
      ? { kind: 'error', error: new DeliveryError('rate-limited', 'No.', { retryAfterMs: 2 * minute }) }
      : null;
  const about = { platform: 'slack', workspace: 'T1', kind: 'share', underDelivery: null } as const;
  const first = await startBot(world, { timing: { pollMs: second } });
  for (const id of ['x0', 'x1', 'x2'])
    await first.delivery.request({
      ...{ ...about, id, channel: 'C0', language: 'en', edition: null, stories: [] },
      ...{ message: text, person: '' },
    });
  await first.run(5 * second);
  first.kill();
  const lease = 'post:slack:T1';
  await first.store.release(lease, (await first.store.holder(lease)) ?? '');
  const asked = () => world.slack.asked.filter(({ method }) => method === 'post').length;
  const before = asked();
  const next = await startBot(world, { timing: { pollMs: second } });
  await next.run(100 * second);
  expect(asked()).toBe(before);
  await next.run(minute);
  expect(world.slack.messages).toHaveLength(3);
});
