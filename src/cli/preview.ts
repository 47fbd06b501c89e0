import { channelPlan } from '../app/channel-plans.ts';
import { composeForChannel } from '../app/compose-for-channel.ts';
import type { ChannelSettings } from '../config/settings.ts';
import { createCalendar } from '../delivery/calendar.ts';
import { planEdition } from '../delivery/plan-edition.ts';
import type { PlatformName } from '../digest/edition.ts';
import { discordRenderer } from '../discord/render-discord.ts';
import { slackRenderer } from '../slack/render-slack.ts';
import { openStore } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { openBriefs } from './open-briefs.ts';
import { placeOf, readSetup, type Setup } from './read-setup.ts';
import { instantOf, say, sayJson } from './say.ts';

const renderers = { slack: slackRenderer, discord: discordRenderer } as const;

/** Stands in for a workspace that was never connected to: known ids are kept at every start. */
const unknownWorkspace: Record<PlatformName, string> = { slack: 'T00000000', discord: '000000000000000000' };

/** Prints the exact payloads that would be sent; asks no network. */
export async function preview(
  flags: CommonFlags & { channel: string; at?: string; json?: boolean },
): Promise<void> {
  const setup = readSetup(flags);
  const entry = entryNamed(setup, flags.channel);
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const store = await openStore({ ...placeOf(setup), clock: Date.now });
  const library = await openBriefs(setup.briefsFolder, setup.stateDir, flags.config, logger, 'no search');
  try {
    const workspace = (await store.value(`workspace:${entry.platform}`)) ?? unknownWorkspace[entry.platform];
    const plan = channelPlan(entry, workspace);
    const at = instantOf(flags.at);
    const calendar = createCalendar(plan.schedule, plan.rules.timezone);
    const slot = calendar.last(at, 1)[0] ?? calendar.next(at);
    if (slot === null) throw new CliError(`The schedule “${plan.schedule}” of ${entry.name} is never due.`);
    const compose = composeForChannel({ library, ledger: store, clock: Date.now, freshMs: 0 });
    const { edition } = (await compose(plan, slot, at)).composition;
    const parts = edition === null ? [] : planEdition(edition, renderers[entry.platform]);
    const messages = parts.map(({ payload }) => payload);
    const shown = { channel: entry.name, platform: entry.platform, edition: edition?.key ?? null, messages };
    if (flags.json) sayJson(shown);
    else {
      say(edition === null ? `Nothing new for ${entry.name}.` : `${edition.key}: ${parts.length} messages`);
      for (const payload of messages) sayJson(payload);
    }
  } finally {
    await library.close();
    await store.close();
  }
}

/** The channel's entry. @throws CliError that names the ones there are */
export function entryNamed(setup: Pick<Setup, 'settings'>, name: string): ChannelSettings {
  const { channels } = setup.settings;
  const entry = channels.find((channel) => channel.name === name);
  if (entry) return entry;
  const known = channels.map((channel) => channel.name).join(', ') || 'none';
  throw new CliError(`There is no channel named ${name} in the settings; there is: ${known}.`);
}
