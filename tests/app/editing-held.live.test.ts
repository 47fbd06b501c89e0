import { afterEach, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import { sowhat } from './sowhat.ts';
import { type Bot, control, discordKo, posted, quickSandbox, slackKo, startBot, until } from './start-bot.ts';

/** What only the story tells which is taken back. */
const telling = /cobaltine-distillation-accounts|cobaltine-accuses|코발틴/i;
const removed = /편집자가 삭제했습니다/;

const platforms = {
  slack: {
    channel: slackKo,
    name: 'slack-ko',
    post: 'chat.postMessage',
    reads: ['conversations.history', 'conversations.replies'],
    refused: 'missing_scope',
  },
  discord: {
    channel: discordKo,
    name: 'discord-ko',
    post: 'POST /channels/*/messages',
    reads: ['GET /channels/*/messages'],
    refused: 50001,
  },
} as const;

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  await bot?.sandbox.close();
});

test.each(Object.keys(platforms) as (keyof typeof platforms)[])(
  'a part that is held on %s while its story is taken back is neither posted again nor left as it was',
  async (platform) => {
    const { channel, name, post, reads, refused } = platforms[platform];
    const sandbox = await quickSandbox();
    const faults = `${platform}/faults`;
    await control(sandbox, faults, {
      kind: 'drop-after',
      match: { method: post, bodyIncludes: 'cobaltine-distillation-accounts' },
      count: null,
    });
    for (const method of reads)
      await control(sandbox, faults, { kind: 'error', match: { method }, status: refused, count: null });
    bot = await startBot({ sandbox, postAtStart: true });
    const { app, library } = bot;
    const standing = async () => (await app.delivery.standings()).find((each) => each.name === name);
    await until(standing, (each) => each?.state === 'held');
    const here = async (): Promise<StoredMessage[]> => {
      const all = await posted(sandbox, platform);
      const threads = all.filter((message) => message.channel === channel).map(({ id }) => id);
      return all.filter((message) => message.channel === channel || threads.includes(message.channel));
    };
    const text = (message: StoredMessage) => JSON.stringify(message.payload);
    const held = (await here()).filter((message) => telling.test(text(message)));
    expect(held).toHaveLength(1);

    const { hits } = await library.search('cobaltine', { limit: 9, now: Date.now() });
    const files = hits.map(({ file }) => file).filter((file) => file.includes('cobaltine'));
    for (const file of files) expect((await sowhat(bot, 'retract', file)).code).toBe(0);
    await fetch(`${sandbox.control}/${faults}`, { method: 'DELETE' });

    await until(standing, (each) => each?.state === 'ok' && each.last?.parts === each.last?.posted);
    const messages = await until(here, (all) => all.every((message) => !telling.test(text(message))));
    const shown = messages.find(({ id }) => id === held[0]?.id);
    expect(shown && text(shown)).toMatch(removed);
    expect(new Set(messages.map(text)).size).toBe(messages.length);
  },
);
