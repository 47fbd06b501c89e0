import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { productionTiming } from '../src/app/timing.ts';
import type { Sandbox } from '../src/sandbox/start-sandbox.ts';
import type { World } from '../src/sandbox/world.ts';
import {
  control,
  discordKo,
  quickTiming,
  slackKo,
  startBot,
  temporaryFolder,
} from '../tests/app/start-bot.ts';

/**
 * A flood of commands through the real clients: `node dist-bench/bench/flood.js [commands a second] [seconds]`.
 * Half of them on Slack, half on Discord. The sandbox is a process of its own, so that its work is not the bot's.
 */
const perSecond = Number(process.argv[2] ?? 50);
const seconds = Number(process.argv[3] ?? 60);
const words = [
  'distillation',
  '증류',
  '에이전트 결제',
  'retail media',
  '관세 지난주',
  'agentic commerse',
  'help',
  '',
  'zeppelin',
];

interface Asked {
  ackMs: number;
  acknowledged: boolean;
}

async function openSandbox(): Promise<{ sandbox: Sandbox; stop: () => void }> {
  const child = spawn(
    process.execPath,
    ['bin/sowhat.js', 'sandbox', '--json', '--data', temporaryFolder('flood')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { sandbox: { ...JSON.parse(line), close: async () => {} } as Sandbox, stop: () => child.kill() };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

async function ask(sandbox: Sandbox, index: number): Promise<Asked> {
  const text = words[index % words.length] ?? '';
  const order =
    index % 2 === 0
      ? { where: 'slack', body: { person: 'U0SEOYEON', channel: slackKo, command: '/brief', text } }
      : {
          where: 'discord',
          body: {
            person: '100000000000000203',
            channel: discordKo,
            command: 'brief',
            options: text === '' ? {} : { topic: text },
          },
        };
  return control<Asked & Record<string, unknown>>(sandbox, `${order.where}/act/command`, order.body);
}

/** Private answers that are there, and when the last of them came. */
async function answered(sandbox: Sandbox): Promise<{ count: number; waiting: number }> {
  let count = 0;
  let waiting = 0;
  for (const platform of ['slack', 'discord'] as const) {
    const { messages } = await control<World>(sandbox, platform);
    for (const message of messages) {
      if (message.privateTo === null) continue;
      if ((Number(message.payload.flags ?? 0) & 128) === 0) count += 1;
      else waiting += 1;
    }
  }
  return { count, waiting };
}

/** Warnings and errors of the bot's log, with how often each came. */
function complaints(lines: readonly Record<string, unknown>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { level, msg, err } of lines) {
    if (Number(level) < 40) continue;
    const message = `${String(msg)}${err === undefined ? '' : ` (${(err as { message?: string }).message})`}`;
    counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  return counts;
}

const { sandbox, stop } = await openSandbox();
// What a busy machine delays is measured, not given up as in the tests.
const bot = await startBot({
  sandbox,
  timing: {
    ...quickTiming,
    delivery: productionTiming.delivery,
    slackPingMs: productionTiming.slackPingMs,
    slackReconnectMaxMs: productionTiming.slackReconnectMaxMs,
  },
});
await ask(sandbox, 0);
await ask(sandbox, 1);
const before = process.memoryUsage().rss;
const cpuBefore = process.cpuUsage();
const asked: Promise<Asked>[] = [];
const startedAt = performance.now();
let middle = before;
for (let index = 0; index < perSecond * seconds; index += 1) {
  const dueAt = startedAt + (index * 1000) / perSecond;
  const wait = dueAt - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  asked.push(ask(sandbox, index));
  if (index === (perSecond * seconds) / 2) middle = process.memoryUsage().rss;
}
const outcomes = await Promise.all(asked);
const askedMs = performance.now() - startedAt;
const total = outcomes.length + 2;
let last = await answered(sandbox);
const waitedFrom = performance.now();
while (last.count < total && performance.now() - waitedFrom < 10_000) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  last = await answered(sandbox);
}
const drainedMs = performance.now() - waitedFrom;
const cpu = process.cpuUsage(cpuBefore);
const acks = outcomes.map(({ ackMs }) => ackMs);
const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
console.log(
  `${outcomes.length} commands in ${(askedMs / 1000).toFixed(1)} s (${perSecond} a second, both platforms)`,
);
console.log(
  `acknowledged: ${outcomes.filter(({ acknowledged }) => acknowledged).length}; after p50 ${percentile(acks, 0.5)} ms, p99 ${percentile(acks, 0.99)} ms, worst ${Math.max(...acks)} ms`,
);
console.log(
  `answered: ${last.count} of ${total}; the last one ${Math.round(drainedMs)} ms after the last question`,
);
console.log(
  `memory: ${mb(before)} before, ${mb(middle)} half way, ${mb(process.memoryUsage().rss)} after; CPU ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s`,
);
for (const [message, times] of complaints(bot.lines))
  console.log(`  the bot said ${times} times: ${message}`);
await bot.stop();
stop();
process.exit(0);
