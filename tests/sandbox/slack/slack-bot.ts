import { App, type LogLevel, SocketModeReceiver } from '@slack/bolt';
import { expect } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';

export const ko = 'C0SANDBOXKO';
export const en = 'C0SANDBOXEN';
export const seoyeon = 'U0SEOYEON';
export const emma = 'U0EMMA';

/** Carries out one order at the sandbox's control interface; throws with its sentence when it is refused. */
export async function order<T>(sandbox: Sandbox, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox.control}/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** A sandbox with a real Bolt app on one or two sockets. `stop` ends both. */
export async function startBot(
  listen: (app: App) => void,
  options: Partial<SandboxOptions> & { sockets?: number; clientPingTimeout?: number } = {},
): Promise<{ sandbox: Sandbox; app: App; stop: () => Promise<void> }> {
  const sandbox = await startSandbox({ port: 0, ...options });
  const receivers = Array.from({ length: options.sockets ?? 1 }, () => socketReceiver(sandbox, options));
  const [first, ...others] = receivers;
  const app = new App({
    token: sandbox.slackBotToken,
    receiver: first as SocketModeReceiver,
    deferInitialization: true,
    logLevel: 'none' as LogLevel,
    clientOptions: {
      slackApiUrl: sandbox.slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  for (const other of others) other.init(app as never);
  listen(app);
  await app.init();
  await app.start();
  for (const other of others) await other.start();
  return {
    sandbox,
    app,
    async stop() {
      for (const receiver of receivers) await receiver.stop();
      await expect.poll(async () => (await order<World>(sandbox, 'GET', 'slack')).sockets).toBe(0);
      await sandbox.close();
    },
  };
}

function socketReceiver(sandbox: Sandbox, options: { clientPingTimeout?: number }): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: sandbox.slackAppToken,
    logLevel: 'none' as LogLevel,
    clientPingTimeout: options.clientPingTimeout ?? 5_000,
    installerOptions: {
      clientOptions: {
        slackApiUrl: sandbox.slackApiUrl,
        retryConfig: { forever: true, minTimeout: 50, maxTimeout: 200 },
      },
    },
  });
}

/** A sandbox without a bot. */
export function startOne(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ port: 0, ...options });
}

/** An app that has not started, with other tokens than the right ones. */
export function appWith(sandbox: Sandbox, tokens: { token?: string; appToken?: string }): App {
  const receiver = new SocketModeReceiver({
    appToken: tokens.appToken ?? sandbox.slackAppToken,
    logLevel: 'none' as LogLevel,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.slackApiUrl } },
  });
  return new App({
    token: tokens.token ?? sandbox.slackBotToken,
    receiver,
    deferInitialization: true,
    logLevel: 'none' as LogLevel,
    clientOptions: { slackApiUrl: sandbox.slackApiUrl, retryConfig: { retries: 0 } },
  });
}
