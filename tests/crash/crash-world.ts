import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { PlatformName, World } from '../../src/sandbox/world.ts';
import type { StorePlace } from '../../src/store/open-database.ts';

export const channels = [
  { name: 'slack-ko', platform: 'slack', channel: 'C0SANDBOXKO', language: 'ko' },
  { name: 'slack-en', platform: 'slack', channel: 'C0SANDBOXEN', language: 'en' },
  { name: 'slack-full', platform: 'slack', channel: 'C0CRASH01', language: 'both', layout: 'full' },
  { name: 'discord-ko', platform: 'discord', channel: '100000000000000101', language: 'ko' },
  { name: 'discord-both', platform: 'discord', channel: '100000000000000102', language: 'both' },
  { name: 'discord-en', platform: 'discord', channel: '100000000000000901', language: 'en' },
] as const;

/** A sandbox in a process of its own, with a briefs folder and settings beside it. */
export interface CrashWorld {
  folder: string;
  settingsPath: string;
  environment: object;
  /** Where the ledger is; it may move. */
  place: StorePlace;
  isMoved: boolean;
  /** Names of the brief files written so far. */
  files: string[];
  writeBrief(): void;
  control(method: 'GET' | 'POST' | 'DELETE', where: string, body?: object): Promise<unknown>;
  look(platform: PlatformName): Promise<World>;
  /** What the bots wrote last into their log. */
  lastWords(): string;
  close(): Promise<void>;
}

export async function openCrashWorld(place: (folder: string) => StorePlace): Promise<CrashWorld> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sowhat-crash-'));
  const briefs = path.join(folder, 'briefs');
  mkdirSync(briefs);
  const sandbox = spawn(
    process.execPath,
    ['bin/sowhat.js', 'sandbox', '--port', '0', '--json', '--data', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const card = JSON.parse(await firstLine(sandbox)) as Record<string, string>;
  const settingsPath = path.join(folder, 'sowhat.yaml');
  writeFileSync(settingsPath, settingsText(briefs));
  const files: string[] = [];

  async function control(method: 'GET' | 'POST' | 'DELETE', where: string, body?: object): Promise<unknown> {
    const request = {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    };
    const answer = await untilConnected(() => fetch(`${card.control}/${where}`, request));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  for (const { name, platform, channel } of channels)
    await control('POST', `${platform}/seed`, { channels: [{ id: channel, name, botIsMember: true }] });

  return {
    folder,
    settingsPath,
    environment: {
      slack: { botToken: card.slackBotToken, appToken: card.slackAppToken, apiUrl: card.slackApiUrl },
      discord: { token: card.discordToken, apiUrl: card.discordApiUrl },
    },
    place: place(folder),
    isMoved: false,
    files,
    writeBrief() {
      const file = `brief-${files.length}.md`;
      writeFileSync(path.join(briefs, file), briefText(files.length));
      files.push(file);
    },
    control,
    lastWords: () =>
      readFileSync(path.join(folder, 'bots.log'), 'utf8').trimEnd().split('\n').slice(-5).join('\n'),
    look: async (platform) => (await control('GET', platform)) as World,
    async close() {
      const gone = new Promise((resolve) => sandbox.once('exit', resolve));
      sandbox.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A sandbox that refuses connections refuses those of its control interface, too: three, and then it hears again. */
async function untilConnected<T>(ask: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (failures === 10) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}; is dist built?`)));
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
  });
}

function settingsText(briefs: string): string {
  const entries = channels.map(
    ({ name, platform, channel, language, ...more }) =>
      `  - { name: ${name}, platform: ${platform}, channel: "${channel}", schedule: "* * * * *", timezone: Asia/Seoul, language: ${language}, layout: ${'layout' in more ? more.layout : 'skim'}, catchUp: once, highlights: 2, headlines: 40 }`,
  );
  return `briefs: { folder: ${JSON.stringify(briefs)} }\noperator: { platform: slack, channel: C0SANDBOXOPS }\nchannels:\n${entries.join('\n')}\n`;
}

function briefText(number: number): string {
  const now = new Date().toISOString();
  return `---
id: crash-${number}
title: "Event ${number} of the crash run"
source_name: Outlet ${number}
source_id: outlet-${number}
canonical_url: https://outlet-${number}.example/events/${number}
source_url: https://outlet-${number}.example
language_original: en
date_published: ${now.slice(0, 10)}
date_ingested: ${now}
summary_ko: "${number}번째 사건의 요약입니다. 회사 ${number}이(가) 제품 ${number}을(를) 내놓았습니다."
summary_en: "Company ${number} brought out product ${number}. It is the ${number}th event."
so_what_ko: "${number}번째 사건에 맞춰 계획을 고칩니다."
so_what_en: "Plans change after event ${number}."
key_points: ["Product ${number} costs ${number} euros."]
confidence: 0.9
---
`;
}
