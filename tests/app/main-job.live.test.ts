import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordBoth,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  slackEn,
  slackKo,
  startBot,
  until,
  world,
} from './start-bot.ts';

const korean = { slack: 'U0SEOYEON', discord: '100000000000000201' } as const;
const english = { slack: 'U0EMMA', discord: '100000000000000203' } as const;

function text(message: StoredMessage | undefined): string {
  return JSON.stringify(message?.payload ?? {});
}

/** Discord shows “thinking…” (flag 128) until the answer is there. */
function isAnswered(message: StoredMessage | undefined): boolean {
  return (Number(message?.payload.flags ?? 0) & 128) === 0;
}

/** What we wrote in the thread under a skim message; Discord opens a thread with a line of its own (type 21). */
function threadOf(messages: StoredMessage[], skim: StoredMessage): StoredMessage[] {
  return messages.filter(
    (message) =>
      (message.thread === skim.id && message.id !== skim.id) ||
      (message.channel === skim.id && message.payload.type !== 21),
  );
}

function customIds(payload: unknown): string[] {
  return [...JSON.stringify(payload).matchAll(/"custom_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

describe('an edition on both platforms', () => {
  let bot: Bot;

  beforeAll(async () => {
    bot = await startBot({ sandbox: await quickSandbox(), postAtStart: true });
  });
  afterAll(async () => {
    await bot.stop();
    await bot.sandbox.close();
  });

  const skimIn = async (platform: 'slack' | 'discord', channel: string): Promise<StoredMessage> => {
    const found = await until(
      async () =>
        (await posted(bot.sandbox, platform)).find(
          (m) => m.channel === channel && (m.thread === null || m.thread === m.id),
        ),
      (message) => message !== undefined,
    );
    if (!found) throw new Error('no skim message');
    return found;
  };

  test('each channel gets one skim message in its language, and its stories in the thread', async () => {
    for (const [platform, channel] of [
      ['slack', slackKo],
      ['slack', slackEn],
      ['discord', discordKo],
      ['discord', discordBoth],
    ] as const) {
      const skim = await skimIn(platform, channel);
      const thread = await until(
        async () => threadOf(await posted(bot.sandbox, platform), skim),
        (messages) => messages.length >= 5,
      );
      expect(thread).toHaveLength(5);
      const inChannel = (await posted(bot.sandbox, platform)).filter(
        (m) => m.channel === channel && !thread.some(({ id }) => id === m.id),
      );
      expect(inChannel).toHaveLength(1);
    }
    expect(text(await skimIn('slack', slackKo))).toContain('건 중 5건');
    expect(text(await skimIn('slack', slackEn))).toMatch(/5 of \d+/);
    expect(text(await skimIn('discord', discordKo))).toContain('건 중 5건');
    const both = text(await skimIn('discord', discordBoth));
    expect(both).toContain('건 중 5건');
    expect(both).toMatch(/5 of \d+/);
  });

  test('nothing is posted again by later ticks or by another start', async () => {
    const before =
      (await posted(bot.sandbox, 'slack')).length + (await posted(bot.sandbox, 'discord')).length;
    await bot.app.delivery.tick();
    expect((await bot.app.delivery.post('slack-ko', 'start', Date.now())).outcome).not.toBe('edition');
    const after = (await posted(bot.sandbox, 'slack')).length + (await posted(bot.sandbox, 'discord')).length;
    expect(after).toBe(before);
  });

  test('the edition is archived as Markdown', async () => {
    const files = await until(
      async () => {
        try {
          return readdirSync(bot.archiveDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
            /\.(ko|en|both)\.md$/.test(file),
          );
        } catch {
          return [];
        }
      },
      (found) => found.length === 4,
    );
    const korean = files.find((file) => file.includes('slack-ko.ko'));
    expect(readFileSync(path.join(bot.archiveDir, korean ?? ''), 'utf8')).toMatch(/^---\nedition: "slack:/);
  });

  for (const [platform, command] of [
    ['slack', '/brief'],
    ['discord', 'brief'],
  ] as const) {
    const channel = platform === 'slack' ? slackKo : discordKo;
    const ask = async (person: string, words: string) => {
      const before = (await privateTo(bot.sandbox, platform, person)).length;
      const options = words === '' ? {} : { topic: words };
      const outcome = await control<{ acknowledged: boolean; ackMs: number; error: string | null }>(
        bot.sandbox,
        `${platform}/act/command`,
        platform === 'slack'
          ? { person, channel, command, text: words }
          : { person, channel, command, options },
      );
      expect(outcome).toMatchObject({ acknowledged: true, error: null });
      const answers = await until(
        () => privateTo(bot.sandbox, platform, person),
        (messages) => messages.length > before && isAnswered(messages.at(-1)),
      );
      return answers.at(-1);
    };

    test(`/brief finds a story in either language on ${platform}, in the asker's language`, async () => {
      const inKorean = await ask(korean[platform], '증류');
      const inEnglish = await ask(english[platform], 'distillation');
      for (const answer of [inKorean, inEnglish]) expect(text(answer)).toContain('Cobaltine');
      expect(text(inKorean)).toContain('채널에 공유');
      expect(text(inEnglish)).toContain('Share with channel');
    });

    test(`/brief alone shows the edition on ${platform}, help explains, and what is absent is said to be`, async () => {
      expect(text(await ask(korean[platform], ''))).toContain('건 중 5건');
      expect(text(await ask(english[platform], 'help'))).toContain('What Sowhat can do');
      expect(text(await ask(english[platform], 'zeppelin maintenance'))).toContain('No briefs about');
    });

    test(`a flag is answered once in the thread on ${platform}, however many people set it`, async () => {
      const skim = await skimIn(platform, channel);
      const before = (await posted(bot.sandbox, platform)).length;
      const flag = platform === 'slack' ? 'us' : '🇺🇸';
      // The database fails on the first: the platform does not say it again, so it is read back.
      const { deliveredAs } = bot.store;
      bot.store.deliveredAs = async () => {
        bot.store.deliveredAs = deliveredAs;
        throw new Error('The database is locked.');
      };
      await control(bot.sandbox, `${platform}/act/react`, {
        ...{ person: korean[platform], channel, message: skim.id, emoji: flag },
      });
      await until(
        () => posted(bot.sandbox, platform),
        (all) => all.length > before,
      );
      for (const person of [korean[platform], english[platform]]) {
        await control(bot.sandbox, `${platform}/act/react`, {
          person,
          channel,
          message: skim.id,
          emoji: flag,
        });
      }
      await control(bot.sandbox, `${platform}/redeliver`, {});
      const messages = await until(
        () => posted(bot.sandbox, platform),
        (all) => all.length > before,
      );
      const reply = messages.at(-1);
      expect(reply && threadOf(messages, skim).includes(reply)).toBe(true);
      expect(text(reply)).toMatch(/5 of \d+/);
      // A second language, a language it already shows, and no language at all.
      const own = platform === 'slack' ? 'kr' : '🇰🇷';
      const other = platform === 'slack' ? 'tada' : '🎉';
      const british = platform === 'slack' ? 'flag-gb' : '🇬🇧';
      for (const emoji of [own, other, british]) {
        await control(bot.sandbox, `${platform}/act/react`, {
          person: korean[platform],
          channel,
          message: skim.id,
          emoji,
        });
      }
      await ask(korean[platform], 'help');
      expect((await posted(bot.sandbox, platform)).length).toBe(before + 1);
    });

    test(`the buttons answer the presser alone on ${platform}`, async () => {
      const skim = await skimIn(platform, channel);
      const person = english[platform];
      const isPressed =
        platform === 'slack' ? 'lang:en' : customIds(skim.payload).find((id) => id.endsWith(':lang:en'));
      const outcome = await control(bot.sandbox, `${platform}/act/press`, {
        person,
        channel,
        message: skim.id,
        action: isPressed,
      });
      expect(outcome).toMatchObject({ acknowledged: true });
      if (platform === 'slack') {
        const { modals } = await until(
          () => world(bot.sandbox, 'slack'),
          ({ modals }) => modals.length > 0,
        );
        expect(modals.at(-1)?.person).toBe(person);
        expect(JSON.stringify(modals.at(-1)?.view)).toMatch(/5 of \d+/);
      } else {
        const answers = await until(
          () => privateTo(bot.sandbox, 'discord', person),
          (messages) => /5 of \d+/.test(text(messages.at(-1))),
        );
        expect(answers.at(-1)?.privateTo).toBe(person);
      }
    });

    test(`an answer is shared once, through the channel, naming who shared it, on ${platform}`, async () => {
      const person = korean[platform];
      const answer = await ask(person, '증류');
      const before = (await posted(bot.sandbox, platform)).length;
      const action =
        platform === 'slack' ? 'share' : customIds(answer?.payload).find((id) => id.endsWith(':share'));
      // Two presses at once: the second may find the button gone.
      const press = () =>
        control(bot.sandbox, `${platform}/act/press`, { person, channel, message: answer?.id, action });
      await Promise.allSettled([press(), press()]);
      const messages = await until(
        () => posted(bot.sandbox, platform),
        (all) => all.length > before,
      );
      const name = (await world(bot.sandbox, platform)).people.find(({ id }) => id === person)?.name ?? '';
      expect(text(messages.at(-1))).toContain(`${name} 님이 공유`);
      await ask(person, 'help');
      expect((await posted(bot.sandbox, platform)).length).toBe(before + 1);
      // Somebody else cannot take it back; the sharer can.
      const shared = messages.at(-1);
      const removal =
        platform === 'slack' ? 'unshare' : customIds(shared?.payload).find((id) => id.endsWith(':unshare'));
      for (const who of [english[platform], person]) {
        await control(bot.sandbox, `${platform}/act/press`, {
          person: who,
          channel,
          message: shared?.id,
          action: removal,
        });
        if (who === person) continue;
        await ask(who, 'help');
        expect(text((await posted(bot.sandbox, platform)).at(-1))).toContain(`${name} 님이 공유했습니다`);
      }
      const after = await until(
        () => posted(bot.sandbox, platform),
        (all) => text(all.at(-1)).includes(`${name} 님이 공유를 취소했습니다`),
      );
      expect(after).toHaveLength(before + 1);
      expect(text(after.at(-1))).not.toContain('Cobaltine');
    });
  }

  test('Discord completes what is typed from real terms', async () => {
    const { choices } = await control<{ choices: { name: string; value: string }[] }>(
      bot.sandbox,
      'discord/act/autocomplete',
      {
        person: english.discord,
        channel: discordKo,
        command: 'brief',
        option: 'topic',
        value: 'distil',
      },
    );
    expect(choices.map(({ value }) => value).join(' ')).toContain('distill');
  });
});
