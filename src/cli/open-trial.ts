import path from 'node:path';
import type { Environment } from '../config/environment.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { holdWorld } from './hold-world.ts';

/** A sandbox that stands in for both platforms. */
export interface Trial {
  page: string;
  environment: Pick<Environment, 'slack' | 'discord'>;
  close(): Promise<void>;
}

/** The address people bookmark; another one is taken when it is in use. */
const usualPort = 4310;

/**
 * Starts the sandbox; what was posted in it is kept beside the trial's state.
 * @throws CliError where one runs there already
 */
export async function openTrial(stateDir: string, port: string | undefined): Promise<Trial> {
  const folder = path.join(stateDir, 'world');
  const world = holdWorld(folder);
  const sandbox = await startSandbox({ port: port === undefined ? usualPort : Number(port), folder }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || port !== undefined) throw error;
      return startSandbox({ port: 0, folder });
    },
  );
  world.shownAt(sandbox.page);
  return {
    page: sandbox.page,
    environment: {
      slack: {
        botToken: sandbox.slackBotToken,
        appToken: sandbox.slackAppToken,
        apiUrl: sandbox.slackApiUrl,
      },
      discord: { token: sandbox.discordToken, apiUrl: sandbox.discordApiUrl },
    },
    async close() {
      await sandbox.close();
      world.letGo();
    },
  };
}
