import { expect, test } from 'vitest';
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
