import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { DiscordAccess } from '../../config/environment.ts';
import { type DiscordDesk, openDiscordDesk } from '../discord-desk.ts';
import { type Finding, good, refused } from '../finding.ts';
import { probeGateway } from '../gateway-probe.ts';
import { checkCommands } from './command-checks.ts';
import { checkApplication, checkDiscordChannel, checkSessionStarts } from './discord-checks.ts';
import type { PlatformOptions } from './examine-slack.ts';

/** Token, application, gateway, commands and channels of the Discord application. */
export async function* examineDiscord(
  options: PlatformOptions & { access: DiscordAccess },
): AsyncGenerator<Finding> {
  const { access, timeoutMs } = options;
  const desk = await openDiscordDesk(access.token, { apiUrl: access.apiUrl, timeoutMs }).catch(
    (error: Error) => error,
  );
  if (desk instanceof Error) {
    yield refused('discord token', desk);
    return;
  }
  yield good('discord token', `the token opens the application ${desk.application.name}`);
  yield checkApplication(desk);
  yield* await checkGateway(desk, access.token, timeoutMs);
  yield* await checkCommands(desk);
  for (const entry of options.channels)
    if (entry.platform === 'discord') yield await checkDiscordChannel(desk, entry);
}

async function checkGateway(desk: DiscordDesk, token: string, timeoutMs: number): Promise<Finding[]> {
  const name = 'discord gateway';
  try {
    const info = await desk.ask<APIGatewayBotInfo>('the gateway', (rest) => rest.get(Routes.gatewayBot()));
    const sessions = checkSessionStarts(info.session_start_limit);
    // Each connection counts: with few left, trying one would do harm.
    if (!sessions.ok) return [sessions];
    await probeGateway(info.url, token, timeoutMs);
    return [sessions, good(name, 'the gateway opens, and takes the intents of the bot')];
  } catch (error) {
    return [refused(name, error as Error)];
  }
}
