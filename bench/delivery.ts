import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DeliveryRun } from './delivery-run.ts';

/**
 * How long editions take for many channels, against the sandbox enforcing the platforms' limits:
 * `npm run bench:delivery -- [sizes, such as 1,100,1000] [slack,discord]`. Each size is a process of its own, and
 * so is the sandbox, so that its work is not the bot's.
 */
const sizes = (process.argv[2] ?? '1,100,1000').split(',').map(Number);
const platforms = (process.argv[3] ?? 'discord,slack').split(',');

async function openSandbox(): Promise<{ card: Record<string, string>; stop: () => void }> {
  const child = spawn(process.execPath, ['dist-bench/bench/delivery-sandbox.js'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { card: JSON.parse(line), stop: () => child.kill('SIGKILL') };
}

async function run(platform: string, channels: number): Promise<DeliveryRun> {
  const { card, stop } = await openSandbox();
  try {
    const order = JSON.stringify({ platform, channels, card });
    const child = spawn(process.execPath, ['dist-bench/bench/delivery-run.js', order], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const failed = once(child, 'exit').then(() =>
      Promise.reject(new Error('The run ended without a result.')),
    );
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), failed])) as [string];
    failed.catch(() => {});
    return JSON.parse(line);
  } finally {
    stop();
  }
}

console.log(
  'platform  channels  messages  seconds  bound  ratio  compose s  CPU s  peak MB  statements/delivery  refused',
);
for (const platform of platforms)
  for (const channels of sizes) {
    const result = await run(platform, channels);
    console.log(
      [
        platform.padEnd(8),
        String(channels).padStart(9),
        String(result.messages).padStart(9),
        result.seconds.toFixed(1).padStart(8),
        result.boundSeconds.toFixed(1).padStart(6),
        (result.boundSeconds === 0 ? '–' : (result.seconds / result.boundSeconds).toFixed(3)).padStart(6),
        result.composeSeconds.toFixed(1).padStart(10),
        result.cpuSeconds.toFixed(1).padStart(6),
        result.peakMegabytes.toFixed(0).padStart(8),
        result.statementsPerDelivery.toFixed(1).padStart(20),
        String(result.refused).padStart(8),
      ].join(' '),
    );
  }
