import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../../src/config/read-settings.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { type ExamineOptions, examine } from '../../src/setup/examine.ts';
import type { Finding } from '../../src/setup/finding.ts';
import { readSlackManifest } from '../../src/setup/slack-manifest.ts';
import { openStore } from '../../src/store/open-store.ts';
import { accessTo, slackKo, slackOps, temporaryFolder } from '../app/start-bot.ts';

export const discordKo = '100000000000000101';

const settingsText = `briefs: { folder: ./unused }
operator: { platform: slack, channel: ${slackOps} }
channels:
  - { name: team-ko, platform: slack, channel: ${slackKo}, schedule: "30 8 * * 1-5", timezone: Asia/Seoul, language: ko }
  - { name: guild-ko, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

/** A brief taken in at this instant (ISO 8601). */
function briefOf(takenIn: string): string {
  return `---
date_published: "2026-06-30"
date_ingested: "${takenIn}"
source_name: "The Test Ledger"
title: "A first brief"
canonical_url: "https://ledger.example/first/"
language_original: "en"
summary_ko: "첫 브리핑입니다."
summary_en: "This is the first brief."
---
`;
}

const root = temporaryFolder('doctor');

/** What the doctor is given for a healthy bot in this sandbox, with folders of its own. */
export function healthy(sandbox: Sandbox): ExamineOptions {
  const folder = mkdtempSync(path.join(root, 'bot-'));
  const briefsFolder = path.join(folder, 'briefs');
  const dataDir = path.join(folder, 'data');
  for (const each of [briefsFolder, dataDir]) mkdirSync(each);
  writeFileSync(path.join(briefsFolder, 'first.md'), briefOf(new Date().toISOString()));
  const { settings } = readSettings(settingsText);
  return {
    node: { version: '20.20.2', wanted: '>=20.18.1' },
    zone: undefined,
    settingsPath: 'config/sowhat.yaml',
    settings,
    environment: { ...accessTo(sandbox), databaseUrl: null, gitToken: null, logLevel: 'info' },
    problems: { settings: [], environment: [] },
    briefsFolder,
    folders: [dataDir],
    slackScopes: readSlackManifest().oauth_config.scopes.bot,
    openStore: () => openStore({ dataDir, clock: Date.now }),
    nextDue: () => Date.UTC(2026, 6, 1, 23, 30),
    clock: Date.now,
    timeoutMs: 2_000,
  };
}

/** Every finding. */
export async function findings(options: ExamineOptions): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of examine(options)) found.push(finding);
  return found;
}

/** The findings of this name. */
export async function named(options: ExamineOptions, name: string): Promise<Finding[]> {
  return (await findings(options)).filter((finding) => finding.name === name);
}
