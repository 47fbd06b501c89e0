import { createHash } from 'node:crypto';
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { commands } from './commands.ts';

/** Remembers one small value between starts. */
export interface Remembered {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/**
 * Sends the command definitions to Discord, only when they differ from what was sent last: a PUT replaces the whole
 * set and counts against a daily limit. @returns whether they were sent
 */
export async function registerCommands(
  rest: REST,
  application: string,
  remembered: Remembered,
): Promise<boolean> {
  const key = `discord-commands:${application}`;
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex');
  if ((await remembered.get(key)) === hash) return false;
  await rest.put(Routes.applicationCommands(application), { body: commands });
  await remembered.set(key, hash);
  return true;
}
