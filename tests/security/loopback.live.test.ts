import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../app/start-bot.ts';
import { ownersFolder, startProgram } from './start-program.ts';

/** Addresses on which a process listens for TCP, as the kernel lists them. @see https://man7.org/linux/man-pages/man5/proc_pid_net.5.html */
function listening(pid: number): string[] {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    }),
  );
  return ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => (fields[1] ?? '').split(':')[0] ?? ''),
  );
}

/** 127.0.0.1, in the kernel's order of bytes. */
const loopback = '0100007F';

test.skipIf(process.platform !== 'linux')(
  'sandbox, page, health and metrics listen on loopback alone',
  async () => {
    const folder = ownersFolder(
      `briefs: { folder: "${path.resolve('config/sample-briefs')}" }\nchannels: []\nhealth: { port: 19473 }\n`,
    );
    const bot = startProgram(folder, ['start', '--config', 'sowhat.yaml'], {});
    try {
      await until(
        async () => bot.printed(),
        (text) => text.includes('Sowhat is running'),
        40_000,
      );
      const addresses = listening(bot.child.pid ?? 0);
      expect(addresses.length).toBeGreaterThanOrEqual(2);
      expect(new Set(addresses)).toEqual(new Set([loopback]));
    } finally {
      bot.child.kill('SIGTERM');
      await bot.ended;
    }
  },
);
