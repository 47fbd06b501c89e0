import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { DiscordAccess } from '../../config/environment.ts';
import { identifiesKey } from '../../discord/identify-budget.ts';
import { type DiscordDesk, openDiscordDesk } from '../discord-desk.ts';
import { type Finding, good, refused } from '../finding.ts';
import { probeGateway } from '../gateway-probe.ts';
import { checkCommands } from './command-checks.ts';
import { checkApplication, checkDiscordChannel, checkSessionStarts, fewStarts } from './discord-checks.ts';
import type { PlatformOptions } from './examine-slack.ts';

type GatewayOptions = PlatformOptions & { access: DiscordAccess };

/** Token, application, gateway, commands and channels of the Discord application. */
export async function* examineDiscord(options: GatewayOptions): AsyncGenerator<Finding> {
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
  yield* await checkGateway(desk, options);
  yield* await checkCommands(desk);
  for (const entry of options.channels)
    if (entry.platform === 'discord') yield await checkDiscordChannel(desk, entry);
}

async function checkGateway(desk: DiscordDesk, options: GatewayOptions): Promise<Finding[]> {
  const { access, timeoutMs, clock, store } = options;
  const name = 'discord gateway';
  try {
    const info = await desk.ask<APIGatewayBotInfo>('the gateway', (rest) => rest.get(Routes.gatewayBot()));
    const key = identifiesKey(desk.application.id);
    const noted = (await store?.value(key)) ?? null;
    const own: number[] | null = noted === null ? null : JSON.parse(noted);
    const sessions = checkSessionStarts(info.session_start_limit, own, clock());
    // Each connection counts: with few left, trying one would do harm.
    if (info.session_start_limit.remaining < fewStarts) return [sessions];
    // A start that cannot be noted would be taken for another bot's the next time.
    if (store === null) return [sessions];
    await store.setValue(key, JSON.stringify([...(own ?? []), clock()]));
    await probeGateway(info.url, access.token, timeoutMs);
    return [sessions, good(name, 'the gateway opens, and takes the intents of the bot')];
  } catch (error) {
    return [refused(name, error as Error)];
  }
}
