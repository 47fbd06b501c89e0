import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import { tableNames } from '../../src/store/tables.ts';
import { briefText, noonZone } from './brief-text.ts';
import {
  type Bot,
  control,
  discordKo,
  fourChannels,
  posted,
  privateTo,
  quickSandbox,
  slackKo,
  startBot,
  temporaryFolder,
  toldOperator,
  until,
  world,
} from './start-bot.ts';

type PlatformName = 'slack' | 'discord';

const hour = 3_600_000;
const places = { slack: slackKo, discord: discordKo } as const;
const emma = { slack: 'U0EMMA', discord: '100000000000000203' } as const;
const junho = { slack: 'U0JUNHO', discord: '100000000000000202' } as const;

/** The bot lives the evening before first, and the next noon when the clock is set. */
let ahead = -14 * hour;
let bot: Bot;
const stateDir = temporaryFolder('follow');

async function start(): Promise<void> {
  bot = await startBot({
    sandbox: bot?.sandbox ?? (await quickSandbox()),
    stateDir,
    settings: fourChannels.replaceAll('Asia/Seoul', noonZone()),
    clock: () => Date.now() + ahead,
  });
}

beforeAll(start);
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

const isAnswered = (message: StoredMessage | undefined) => (Number(message?.payload.flags ?? 0) & 128) === 0;
const text = (message: StoredMessage | undefined) => JSON.stringify(message?.payload ?? {});

async function say(
  platform: PlatformName,
  person: string,
  words: string,
  options: Record<string, string> = {},
): Promise<StoredMessage | undefined> {
  const channel = places[platform];
  const before = (await privateTo(bot.sandbox, platform, person)).length;
  const outcome = await control(
    bot.sandbox,
    `${platform}/act/command`,
    platform === 'slack'
      ? { person, channel, command: '/brief', text: words }
      : { person, channel, command: `mybrief ${words}`, options },
  );
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  const answers = await until(
    () => privateTo(bot.sandbox, platform, person),
    (messages) => messages.length > before && isAnswered(messages.at(-1)),
  );
  return answers.at(-1);
}

async function press(
  platform: PlatformName,
  person: string,
  message: StoredMessage,
  action: string,
  values?: string[],
) {
  const ids = [...text(message).matchAll(/"custom_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
  await control(bot.sandbox, `${platform}/act/press`, {
    person,
    channel: message.channel,
    message: message.id,
    action: platform === 'slack' ? action : ids.find((id) => id.endsWith(`:${action}`)),
    ...(values === undefined ? {} : { values }),
  });
}

/** What the person was written directly, oldest first. */
async function directTo(platform: PlatformName, person: string): Promise<StoredMessage[]> {
  const { channels } = await world(bot.sandbox, platform);
  const own = channels.find(({ kind, createdBy }) => kind === 'dm' && createdBy === person)?.id;
  return (await posted(bot.sandbox, platform)).filter(({ channel }) => channel === own);
}

/** Writes a brief, and waits until it was looked at for everybody who follows. */
async function arrives(file: string, title: string): Promise<void> {
  writeFileSync(path.join(bot.briefsDir, file), briefText(title));
  await until(
    async () => {
      const seq = (await bot.store.seenBriefs()).find((brief) => brief.file === file)?.seq;
      const follows = await bot.store.follows.all();
      return seq !== undefined && follows.every(({ lookedAt }) => lookedAt.seq >= seq);
    },
    (is) => is,
  );
}

/** Long enough for two more looks at what is due. */
const turns = () => new Promise((resolve) => setTimeout(resolve, 1_200));

const oneDirect = async (platform: PlatformName, person: string): Promise<StoredMessage> => {
  const messages = await until(
    () => directTo(platform, person),
    (all) => all.length > 0,
  );
  await turns();
  expect(await directTo(platform, person)).toHaveLength(1);
  const [message] = messages;
  if (message === undefined) throw new Error('no direct message');
  return message;
};

async function follow(
  platform: PlatformName,
  person: string,
  topic: string,
): Promise<StoredMessage | undefined> {
  return platform === 'slack'
    ? say(platform, person, `follow ${topic}`)
    : say(platform, person, 'follow', { topic });
}

/** From now on the platform lets the bot write this person nothing. */
async function refuse(platform: PlatformName, person: string): Promise<void> {
  const { channels } = await world(bot.sandbox, platform);
  const id = channels.find(({ kind, createdBy }) => kind === 'dm' && createdBy === person)?.id ?? '';
  const denied = platform === 'slack' ? ['cannot_dm_bot'] : ['SEND_MESSAGES'];
  await control(bot.sandbox, `${platform}/seed`, { channels: [{ id, denied }] });
}

/** All that a person sees alone, modals included. */
async function shownTo(platform: PlatformName, person: string): Promise<string> {
  const { messages, modals } = await world(bot.sandbox, platform);
  return JSON.stringify([
    messages.filter(({ privateTo }) => privateTo === person),
    modals.filter((modal) => modal.person === person),
  ]);
}

/** Every row of the ledger as text. */
async function everything(): Promise<{ bodies: string }> {
  const file = new Database(path.join(stateDir, 'sowhat.db'), { readonly: true });
  const bodies = tableNames
    .map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .map((name) => JSON.stringify(file.prepare(`select * from ${name}`).all()))
    .join('\n');
  file.close();
  return { bodies };
}

describe.each(['slack', 'discord'] as const)('following on %s', (platform) => {
  test('news comes in one direct message the next morning, and never again', async () => {
    ahead = -14 * hour;
    const person = emma[platform];
    expect(text(await follow(platform, person, 'zeppelins'))).toContain('You follow “zeppelins”');
    await follow(platform, person, 'airships');
    // One that is refused when the message comes.
    await follow(platform, junho[platform], 'zeppelins');
    await refuse(platform, junho[platform]);
    await arrives(`zeppelin-${platform}.md`, `Zeppelins carry freight over the Alps for ${platform}`);
    await arrives(`hangar-${platform}.md`, `A hangar for airships opens near the lake of ${platform}`);
    await turns();
    expect(await directTo(platform, person)).toEqual([]);
    ahead = 0;
    const message = await oneDirect(platform, person);
    expect(text(message)).toContain('New on what you follow');
    expect(text(message)).toContain(`over the Alps for ${platform}`);
    expect(text(message)).toContain(`near the lake of ${platform}`);
    // What comes later the same day waits for the next.
    await arrives(`late-${platform}.md`, `A late zeppelin reaches the port of ${platform}`);
    await bot.stop();
    await start();
    await turns();
    expect(await directTo(platform, person)).toHaveLength(1);
  });

  test('a refused direct message ends that person’s follows, and nobody hears of it', async () => {
    const reader = {
      platform,
      workspace: (await bot.store.follows.all())[0]?.workspace ?? '',
      person: junho[platform],
    };
    await until(
      () => bot.store.readers.follows(reader),
      (follows) => follows.length === 0,
    );
    expect(await directTo(platform, junho[platform])).toEqual([]);
    expect(await toldOperator(bot.sandbox)).toEqual([]);
    expect(
      (await bot.store.health(platform, reader.workspace)).filter(({ failures }) => failures > 0),
    ).toEqual([]);
    expect((await bot.store.follows.all()).filter((each) => each.platform === platform)).toHaveLength(2);
  });

  test('the buttons of a direct message lead to the list and to the other language', async () => {
    const person = emma[platform];
    const message = await oneDirect(platform, person);
    await press(platform, person, message, 'lang:ko');
    await until(
      () => shownTo(platform, person),
      (shown) => shown.includes('구독하신 새 소식'),
    );
    await press(platform, person, message, 'follows');
    await until(
      () => shownTo(platform, person),
      (shown) => shown.includes('2 topics'),
    );
  });

  test('whoever is forgotten leaves nothing in the ledger', async () => {
    const person = emma[platform];
    const asked = await say(platform, person, 'forget');
    if (asked === undefined) throw new Error('no answer');
    await press(platform, person, asked, 'forget:yes');
    await until(
      () => shownTo(platform, person),
      (shown) => /Deleted: 2 follows, the record of your direct messages/.test(shown),
    );
    expect((await bot.store.follows.all()).filter((each) => each.person === person)).toEqual([]);
    const { bodies } = await everything();
    expect(bodies).not.toContain(person);
  });
});
