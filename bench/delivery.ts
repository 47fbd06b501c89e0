import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { DeliveryRun } from './delivery-run.ts';

/**
 * How long editions take for many channels, against the sandbox enforcing the platforms' limits:
 * `npm run bench:delivery -- [sizes, such as 1,100,1000] [slack,discord]`. Each size is a process of its own, and
 * so is the sandbox, so that its work is not the bot's.
 */
const sizes = (process.argv[2] ?? '1,100,1000').split(',').map(Number);
const platforms = (process.argv[3] ?? 'discord,slack').split(',');

async function openSandbox(): Promise<{ card: Record<string, string>; stop: () => Promise<number> }> {
  const child = spawn(process.execPath, ['dist-bench/bench/delivery-sandbox.js'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const card = JSON.parse((await lines.next()).value);
  const stop = async () => {
    child.stdin.end();
    return Number((await lines.next()).value);
  };
  return { card, stop };
}

interface Measured extends DeliveryRun {
  channels: number;
  sandboxCpuSeconds: number;
}

async function run(platform: string, channels: number): Promise<Measured> {
  const { card, stop } = await openSandbox();
  const order = JSON.stringify({ platform, channels, card });
  const child = spawn(process.execPath, ['dist-bench/bench/delivery-run.js', order], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const sandboxCpuSeconds = await stop();
  if (value === undefined) throw new Error('The run ended without a result.');
  return { ...(JSON.parse(value) as DeliveryRun), channels, sandboxCpuSeconds };
}

const columns: [string, (result: Measured) => string][] = [
  ['channels', (result) => String(result.channels)],
  ['messages', (result) => String(result.messages)],
  ['seconds', (result) => result.seconds.toFixed(1)],
  ['bound', (result) => result.boundSeconds.toFixed(1)],
  ['ratio', (result) => (result.boundSeconds === 0 ? '–' : ratio(result).toFixed(3))],
  ['compose s', (result) => result.composeSeconds.toFixed(1)],
  ['CPU s', (result) => result.cpuSeconds.toFixed(1)],
  ['sandbox CPU s', (result) => result.sandboxCpuSeconds.toFixed(1)],
  ['peak MB', (result) => result.peakMegabytes.toFixed(0)],
  ['statements/delivery', (result) => result.statementsPerDelivery.toFixed(1)],
  ['refused', (result) => String(result.refused)],
];

function ratio({ seconds, boundSeconds }: DeliveryRun): number {
  return seconds / boundSeconds;
}

/** What becomes of each figure when there are more channels. */
function growth(from: Measured, to: Measured): string {
  const times = (of: (result: Measured) => number) => (of(to) / of(from)).toFixed(1);
  return [
    `${from.channels} → ${to.channels} channels (× ${times(({ channels }) => channels)}):`,
    `seconds × ${times(({ seconds }) => seconds)} (the bound × ${times(({ boundSeconds }) => boundSeconds)}),`,
    `CPU × ${times(({ cpuSeconds }) => cpuSeconds)}, peak memory × ${times(({ peakMegabytes }) => peakMegabytes)},`,
    `statements per delivery × ${times(({ statementsPerDelivery }) => statementsPerDelivery)}`,
  ].join(' ');
}

console.log(['platform', ...columns.map(([title]) => title)].join('  '));
for (const platform of platforms) {
  const results: Measured[] = [];
  for (const channels of sizes) {
    const result = await run(platform, channels);
    results.push(result);
    console.log(
      [platform.padEnd(8), ...columns.map(([title, of]) => of(result).padStart(title.length))].join('  '),
    );
  }
  const [from, to] = results.slice(-2);
  if (from && to) console.log(`${platform}: ${growth(from, to)}`);
}
