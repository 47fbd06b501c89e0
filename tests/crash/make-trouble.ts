import { type CrashWorld, channels as ourChannels } from './crash-world.ts';
import type { Seeded } from './seeded.ts';

/** What a platform and a network do to a bot, while news keeps coming and people react. */
export interface Trouble {
  /** Everything works again. */
  end(): Promise<void>;
}

const faults = [
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'reset-after' },
  { kind: 'slow', afterMs: 1_500 },
  { kind: 'slow-before', afterMs: 1_500 },
  { kind: 'stall', afterMs: 1_500 },
  { kind: '500-before' },
  { kind: '500-after', status: 503 },
  { kind: '429', retryAfter: 1 },
  { kind: '429', retryAfter: null },
];
const posts = { slack: 'chat.postMessage', discord: 'POST /channels/*/messages' };
const platforms = ['slack', 'discord'] as const;
const inKorean: readonly string[] = ourChannels.flatMap(({ channel, language }) =>
  language === 'ko' ? [channel] : [],
);

/** @param isWhole the bot hears people, too */
export function makeTrouble(world: CrashWorld, random: Seeded, lagMs: number, isWhole: boolean): Trouble {
  let isOver = false;

  async function goOn(everyMs: number, act: () => Promise<unknown>): Promise<void> {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, random.between(everyMs / 2, everyMs * 1.5)));
      if (!isOver) await act();
    }
  }

  /** A person asks for English, where it is told in Korean. */
  async function react(): Promise<void> {
    const platform = random.pick(platforms);
    const { channels, messages, bot, people } = await world.look(platform);
    const korean = new Set(inKorean);
    for (const { id, parent } of channels) if (parent !== null && korean.has(parent)) korean.add(id);
    const ours = messages.filter(
      ({ author, privateTo, channel }) => author === bot.user && privateTo === null && korean.has(channel),
    );
    const person = people.find((each) => !each.isBot);
    if (ours.length === 0 || !person) return;
    const message = random.pick(ours);
    const emoji = platform === 'slack' ? 'us' : '🇺🇸';
    await world.control('POST', `${platform}/act/react`, {
      person: person.id,
      channel: message.channel,
      message: message.id,
      emoji,
    });
    if (random.chance(0.3)) await world.control('POST', `${platform}/redeliver`, {}).catch(() => null);
  }

  async function addFault(): Promise<void> {
    const platform = random.pick(platforms);
    const match = { method: posts[platform] };
    await world.control('POST', `${platform}/faults`, { match, count: 1, ...random.pick(faults) });
  }

  async function lag(): Promise<void> {
    for (const platform of platforms)
      await world.control('POST', `${platform}/history-lag`, { ms: Math.round(random.between(0, lagMs)) });
  }

  /** Nothing answers at all for a moment. */
  const refuse = () =>
    world.control('POST', `${random.pick(platforms)}/faults`, { kind: 'refuse', count: 3 });
  const breakSocket = () =>
    world.control('POST', `${random.pick(platforms)}/connections`, { do: random.pick(['close', 'cut']) });
  // Discord counts starts of a session; a run of kills uses up more than a day has.
  const freeStarts = () => world.control('POST', 'discord/seed', { sessionStarts: 0 });

  const running = [
    goOn(500, addFault),
    goOn(2_000, async () => world.writeBrief()),
    goOn(9_000, refuse),
    ...(lagMs === 0 ? [] : [goOn(2_000, lag)]),
    ...(isWhole ? [goOn(1_500, react), goOn(6_000, breakSocket), goOn(10_000, freeStarts)] : []),
  ];

  return {
    async end() {
      isOver = true;
      await Promise.all(running);
      for (const platform of platforms) {
        await world.control('DELETE', `${platform}/faults`);
        await world.control('POST', `${platform}/history-lag`, { ms: 0 });
      }
      await world.control('POST', 'discord/seed', { sessionStarts: 0 });
    },
  };
}
