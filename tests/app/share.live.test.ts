import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordBoth,
  discordKo,
  fourChannels,
  posted,
  privateTo,
  quickSandbox,
  slackEn,
  slackKo,
  startBot,
  until,
  world,
} from './start-bot.ts';

type PlatformName = 'slack' | 'discord';

const here = { slack: slackKo, discord: discordKo } as const;
const there = { slack: slackEn, discord: discordBoth } as const;
const secret = { slack: 'C0SECRET', discord: '100000000000000109' } as const;
const junho = { slack: 'U0JUNHO', discord: '100000000000000202' } as const;
const emma = { slack: 'U0EMMA', discord: '100000000000000203' } as const;

let bot: Bot;
beforeAll(async () => {
  const sandbox = await quickSandbox();
  for (const platform of ['slack', 'discord'] as const)
    await control(sandbox, `${platform}/seed`, {
      channels: [{ id: secret[platform], name: 'board', kind: 'private', members: [emma[platform]] }],
    });
  const entry = (platform: PlatformName) =>
    `  - { name: board-${platform}, platform: ${platform}, channel: "${secret[platform]}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: en }\n`;
  bot = await startBot({ sandbox, settings: fourChannels + entry('slack') + entry('discord') });
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

const text = (message: StoredMessage | undefined) => JSON.stringify(message?.payload ?? {});
const isAnswered = (message: StoredMessage | undefined) => (Number(message?.payload.flags ?? 0) & 128) === 0;

async function ask(platform: PlatformName, person: string, channel: string): Promise<StoredMessage> {
  const before = (await privateTo(bot.sandbox, platform, person)).length;
  const typed =
    platform === 'slack'
      ? { command: '/brief', text: '증류' }
      : { command: 'brief', options: { topic: '증류' } };
  await control(bot.sandbox, `${platform}/act/command`, { person, channel, ...typed });
  const answers = await until(
    () => privateTo(bot.sandbox, platform, person),
    (messages) => messages.length > before && isAnswered(messages.at(-1)),
  );
  const answer = answers.at(-1);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

/** Presses, and gives what the person sees alone afterwards, once it says this. */
async function press(
  platform: PlatformName,
  person: string,
  message: StoredMessage,
  action: string,
  expected: RegExp,
  values?: string[],
): Promise<string> {
  const current =
    (await privateTo(bot.sandbox, platform, person)).find(({ id }) => id === message.id) ?? message;
  const ids = [...text(current).matchAll(/"custom_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
  await control(bot.sandbox, `${platform}/act/press`, {
    person,
    channel: message.channel,
    message: message.id,
    action: platform === 'slack' ? action : ids.find((id) => id.endsWith(`:${action}`)),
    ...(values === undefined ? {} : { values }),
  });
  return until(
    async () => {
      const { messages, modals } = await world(bot.sandbox, platform);
      return JSON.stringify([
        messages.filter(({ privateTo: to }) => to === person),
        modals.filter((modal) => modal.person === person),
      ]);
    },
    (shown) => expected.test(shown),
  );
}

async function statusTold(platform: PlatformName, person: string): Promise<string> {
  const before = (await privateTo(bot.sandbox, platform, person)).length;
  const typed =
    platform === 'slack'
      ? { command: '/brief', text: 'status' }
      : { command: 'brief', options: { topic: 'status' } };
  await control(bot.sandbox, `${platform}/act/command`, { person, channel: here[platform], ...typed });
  const answers = await until(
    () => privateTo(bot.sandbox, platform, person),
    (messages) => messages.length > before && isAnswered(messages.at(-1)),
  );
  return text(answers.at(-1));
}

test.each(['slack', 'discord'] as const)(
  'status on %s names a private channel to those alone who are in it',
  async (platform) => {
    const elsewhere = platform === 'slack' ? 'board-discord' : 'board-slack';
    // What is known of channels elsewhere takes both connections.
    await until(
      async () => bot.app.isReady(),
      (is) => is,
    );
    const outside = await statusTold(platform, junho[platform]);
    for (const name of ['slack-ko', 'slack-en', 'discord-ko', 'discord-both'])
      expect(outside).toContain(name);
    expect(outside).not.toContain('board');
    const inside = await statusTold(platform, emma[platform]);
    expect(inside).toContain(`board-${platform}`);
    expect(inside).not.toContain(elsewhere);
  },
);

describe.each(['slack', 'discord'] as const)('sharing elsewhere on %s', (platform) => {
  test('offers the channels in which the person may post, and shares there', async () => {
    const answer = await ask(platform, junho[platform], here[platform]);
    const shown = await press(platform, junho[platform], answer, 'elsewhere', /공유할 채널 고르기/);
    expect(shown).toContain(there[platform]);
    expect(shown).not.toContain(secret[platform]);
    expect(shown).not.toContain('board');
    await press(platform, junho[platform], answer, 'shareto', /채널에 공유합니다/, [there[platform]]);
    const shared = await until(
      async () => (await posted(bot.sandbox, platform)).filter(({ channel }) => channel === there[platform]),
      (messages) => messages.length > 0,
    );
    expect(shared).toHaveLength(1);
    expect(text(shared[0])).toMatch(/Shared by|공유했습니다/);
  });

  test('a flag under it names nobody, and what it brought goes with the share', async () => {
    const answer = await ask(platform, junho[platform], here[platform]);
    const before = (await posted(bot.sandbox, platform)).length;
    await press(platform, junho[platform], answer, 'share', /채널에 공유합니다/);
    const [shared] = await until(
      async () => (await posted(bot.sandbox, platform)).slice(before),
      (messages) => messages.length === 1,
    );
    await control(bot.sandbox, `${platform}/act/react`, {
      person: emma[platform],
      channel: here[platform],
      message: shared?.id,
      emoji: platform === 'slack' ? 'us' : '🇺🇸',
    });
    const both = async () =>
      (await posted(bot.sandbox, platform)).slice(before).filter(({ payload }) => payload.type !== 21);
    const [, reply] = await until(both, (messages) => messages.length === 2);
    expect(text(reply)).toContain('Cobaltine');
    expect(text(reply)).not.toContain('Shared by');
    expect(text(reply)).not.toContain(':unshare');
    const unshare = /"custom_id":"([^"]+:unshare)"/.exec(text(shared))?.[1] ?? 'unshare';
    await control(bot.sandbox, `${platform}/act/press`, {
      person: junho[platform],
      channel: here[platform],
      message: shared?.id,
      action: unshare,
    });
    const left = await until(both, (messages) =>
      messages.every((message) => !/Cobaltine|코발틴/.test(text(message))),
    );
    expect(text(left[0])).toContain('공유를 취소했습니다');
    expect(text(left[1])).toContain('removed what was shared here');
  });

  test('a private channel is offered to who is in it, and refused to who has left', async () => {
    const answer = await ask(platform, emma[platform], here[platform]);
    const shown = await press(platform, emma[platform], answer, 'elsewhere', /Pick a channel/);
    expect(shown).toContain('#board');
    await control(bot.sandbox, `${platform}/seed`, { channels: [{ id: secret[platform], members: [] }] });
    await press(platform, emma[platform], answer, 'shareto', /You may not post in that channel/, [
      secret[platform],
    ]);
    expect(
      (await posted(bot.sandbox, platform)).filter(({ channel }) => channel === secret[platform]),
    ).toEqual([]);
  });
});

test('in a direct message on Slack /brief answers, and is shared with other channels only', async () => {
  await control(bot.sandbox, 'slack/seed', {
    channels: [{ id: 'D0JUNHO', kind: 'dm', createdBy: junho.slack, members: [junho.slack] }],
  });
  const answer = await ask('slack', junho.slack, 'D0JUNHO');
  expect(text(answer)).toContain('Cobaltine');
  expect(text(answer)).toContain('다른 채널에 공유');
  expect(text(answer)).not.toContain('"채널에 공유"');
  const shown = await press('slack', junho.slack, answer, 'elsewhere', /공유할 채널 고르기/);
  expect(shown).toContain(slackKo);
});
