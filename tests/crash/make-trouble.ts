import type { CrashWorld } from './crash-world.ts';
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
  { kind: 'slow', afterMs: 1_200 },
  { kind: 'slow-before', afterMs: 1_200 },
  { kind: 'stall', afterMs: 1_200 },
  { kind: '500-before' },
  { kind: '500-after', status: 503 },
  { kind: '429', retryAfter: 1 },
  { kind: '429', retryAfter: null },
];
const posts = { slack: 'chat.postMessage', discord: 'POST /channels/*/messages' };
const platforms = ['slack', 'discord'] as const;

export function makeTrouble(world: CrashWorld, random: Seeded, lagMs: number): Trouble {
  let isOver = false;

  async function goOn(everyMs: number, act: () => Promise<unknown>): Promise<void> {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, random.between(everyMs / 2, everyMs * 1.5)));
      if (!isOver) await act();
    }
  }

  async function react(): Promise<void> {
    const platform = random.pick(platforms);
    const { messages, bot, people } = await world.look(platform);
    const ours = messages.filter((message) => message.author === bot.user && message.privateTo === null);
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

  const running = [
    goOn(700, async () => {
      const platform = random.pick(platforms);
      const match = { method: posts[platform] };
      await world.control('POST', `${platform}/faults`, { match, count: 1, ...random.pick(faults) });
    }),
    goOn(6_000, async () => world.writeBrief()),
    goOn(2_500, react),
    goOn(9_000, async () => {
      const platform = random.pick(platforms);
      await world.control('POST', `${platform}/connections`, { do: random.pick(['close', 'cut']) });
    }),
    // Nothing answers at all for a moment.
    goOn(15_000, () =>
      world.control('POST', `${random.pick(platforms)}/faults`, { kind: 'refuse', count: 3 }),
    ),
    // Discord counts starts of a session; a run of kills uses up more than a day has.
    goOn(10_000, () => world.control('POST', 'discord/seed', { sessionStarts: 0 })),
    ...(lagMs === 0
      ? []
      : [
          goOn(3_000, async () => {
            for (const platform of platforms)
              await world.control('POST', `${platform}/history-lag`, {
                ms: Math.round(random.between(0, lagMs)),
              });
          }),
        ]),
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
