import { createHash } from 'node:crypto';
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { commands } from './commands.ts';
import { discordError } from './discord-errors.ts';
import type { Remembered } from './identify-budget.ts';

export interface RegisterCommands {
  rest: REST;
  token: string;
  application: string;
  remembered: Remembered;
}

/**
 * Sends the command definitions to Discord, only when they differ from what was sent last: a PUT replaces the whole
 * set and counts against a daily limit. @returns whether they were sent
 */
export async function registerCommands(options: RegisterCommands): Promise<boolean> {
  const { rest, token, application, remembered } = options;
  const key = `discord-commands:${application}`;
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex');
  if ((await remembered.get(key)) === hash) return false;
  // The client forgets its token after any 401.
  await rest.setToken(token).put(Routes.applicationCommands(application), { body: commands });
  await remembered.set(key, hash);
  return true;
}

/** Registers the commands, again and again until it works: without them the bot still posts. @returns what ends it */
export function keepRegistered(
  options: RegisterCommands & { logger: Logger /** Between two tries. */; againMs: number },
): () => void {
  const { logger, againMs } = options;
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  async function attempt(): Promise<void> {
    try {
      if (await registerCommands(options)) logger.info('Discord commands registered');
    } catch (error) {
      const { message, retryAfterMs } = discordError(error, 'its commands');
      logger.error({ err: error, advice: message }, 'Discord did not take the commands; trying again');
      if (!isOver) timer = setTimeout(() => void attempt(), Math.max(againMs, retryAfterMs ?? 0));
    }
  }

  void attempt();
  return () => {
    isOver = true;
    if (timer) clearTimeout(timer);
  };
}
