import { createCallLog } from '../call-log.ts';
import { ControlError } from '../control-error.ts';
import type { SandboxBase, SandboxPlatform } from '../platform.ts';
import type { World } from '../world.ts';
import { commandActs } from './acts/command-acts.ts';
import { menuActs } from './acts/menu-acts.ts';
import { messageActs } from './acts/message-acts.ts';
import { modalActs } from './acts/modal-acts.ts';
import { pressActs } from './acts/press-acts.ts';
import type { Discord } from './discord.ts';
import { createDiscordState, type DiscordState } from './discord-state.ts';
import { sandboxToken } from './fresh-world.ts';
import { createGateway } from './gateway/gateway.ts';
import { sessionStartLimit } from './gateway/session-starts.ts';
import { createInteractions } from './interactions/interactions.ts';
import { createInvalidRequests } from './rest/invalid-requests.ts';
import { createRateLimiter } from './rest/rate-limiter.ts';
import { createRest } from './rest/rest.ts';
import { seedDiscord } from './seed-discord.ts';
import { compareSnowflakes, createSnowflakes } from './snowflake.ts';
import { type DiscordTimings, discordTimings } from './timings.ts';
import { wireCommand } from './wire/wire-command.ts';

/**
 * A Discord on loopback: REST v10 and Gateway v10 for the unmodified discord.js, as strict as the real one.
 * `timings` replaces waiting times that a test cannot wait for.
 */
export function createDiscord(base: SandboxBase, timings: Partial<DiscordTimings> = {}): SandboxPlatform {
  const state = createDiscordState(base);
  const times = { ...discordTimings, ...timings };
  const snowflakes = createSnowflakes(base.clock, largestId(state));
  forgetOldNonces(state, base.clock() - times.nonceWindowMs);
  const gateway = createGateway({ base, state, snowflakes, timings: times });
  const interactions = createInteractions(base.clock, snowflakes, times);
  const discord: Discord = { base, timings: times, state, snowflakes, gateway, interactions };
  const calls = createCallLog();
  const limiter = createRateLimiter(() => base.faults.enforcesLimits('discord'));
  const invalid = createInvalidRequests();

  return {
    name: 'discord',
    routes: createRest({ discord, calls, limiter, invalid }),
    upgrade: gateway.upgrade,
    credentials: { discordToken: sandboxToken },
    act: {
      ...commandActs(discord),
      ...menuActs(discord),
      ...pressActs(discord),
      ...modalActs(discord),
      ...messageActs(discord),
    },
    seed: (world) => seedDiscord(discord, world),
    world: () => ({
      ...worldOf(state, gateway.sockets()),
      limits: {
        invalidRequests: invalid.recent(base.clock()),
        sessionStarts: sessionStartLimit(state, base.clock()),
      },
    }),
    async connections(order) {
      gateway.order(order);
    },
    async redeliver(event) {
      if (!gateway.redeliver(event))
        throw new ControlError(`There is no event ${event} to deliver once more.`);
    },
    calls: calls.all,
    clearCalls: calls.clear,
    reset() {
      state.reset();
      interactions.clear();
      limiter.clear();
      invalid.clear();
      calls.clear();
      base.changed('discord', { kind: 'reset' });
    },
    async close() {
      gateway.close();
    },
  };
}

function worldOf(state: DiscordState, sockets: number): World {
  const { id, name } = state.guild();
  const bot = state.bot();
  return {
    platform: 'discord',
    workspace: { id, name },
    bot: { user: bot.id, app: bot.id, name: bot.name },
    channels: state.channels.all(),
    people: state.people.all(),
    messages: state.messages.all(),
    modals: state.modals.all(),
    commands: state.commands.all().map((command) => wireCommand(state, command, true)),
    scopes: [...state.scopes()],
    sockets,
  };
}

function forgetOldNonces(state: DiscordState, before: number): void {
  for (const { nonce, at } of state.nonces.all()) {
    if (at < before) state.nonces.remove(nonce);
  }
}

/** New ids must be larger than every one that a restart finds. */
function largestId(state: DiscordState): string {
  const ids = [
    ...state.messages.all(),
    ...state.channels.all(),
    ...state.commands.all(),
    ...state.modals.all(),
  ];
  return ids.reduce((largest, { id }) => (compareSnowflakes(id, largest) > 0 ? id : largest), '0');
}
