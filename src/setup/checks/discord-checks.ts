import type { ChannelSettings } from '../../config/settings.ts';
import { lookAtChannel } from '../../discord/look-at-channel.ts';
import { discordPermissions, editionPermissions } from '../../discord/needed-permissions.ts';
import type { DiscordDesk } from '../discord-desk.ts';
import { discordInviteLink } from '../discord-invite.ts';
import { bad, type Finding, good, refused } from '../finding.ts';

/** Whether the application hears anything at all: an endpoint address of its own takes every command and press away. */
export function checkApplication({
  application,
  guilds,
}: Pick<DiscordDesk, 'application' | 'guilds'>): Finding {
  const name = 'discord application';
  if (application.interactions_endpoint_url)
    return bad(
      name,
      `${application.name} sends its commands to ${application.interactions_endpoint_url}, so the bot hears none.`,
      'Clear “Interactions Endpoint URL” in the Developer Portal → General Information.',
    );
  if (application.bot_public)
    return bad(
      name,
      `Anybody can add ${application.name} to a server of theirs, and before the settings name a Discord channel or servers it answers there.`,
      'Switch off “Public Bot” in the Developer Portal → Bot (first set Installation → Install Link to None).',
    );
  if (guilds.length === 0)
    return bad(
      name,
      `${application.name} is in no server.`,
      `Invite it: ${discordInviteLink(application.id)}`,
    );
  return good(name, `${application.name} is in ${guilds.map((guild) => guild.name).join(', ')}`);
}

/** Session starts left in the day, of which a single bot needs a handful. */
export const fewStarts = 500;
const dayMs = 86_400_000;
/** Two clocks are compared. */
const toleranceMs = 60_000;

/**
 * Whether something else connects with this token: Discord counts the day's session starts, and the bot notes its own.
 * A second bot answers what this one should; one that starts over and over runs into the limit, and Discord then
 * resets the token.
 * @param own instants of this bot's starts, epoch ms; null where nothing was noted
 * @see https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export function checkSessionStarts(
  limit: { total: number; remaining: number; reset_after: number },
  own: readonly number[] | null,
  now: number,
): Finding {
  const name = 'discord sessions';
  const used = limit.total - limit.remaining;
  const hours = Math.ceil(limit.reset_after / 3_600_000);
  if (limit.remaining < Math.min(fewStarts, limit.total / 2))
    return bad(
      name,
      `${used} of today's ${limit.total} connections are used: something with this token starts over and over. At ${limit.total} Discord resets the token.`,
      `Stop every other program with this token; the count starts again in ${hours} h. If you cannot find it: Developer Portal → Bot → Reset Token.`,
    );
  const countedFrom = now + limit.reset_after - dayMs;
  const strangers = own === null ? 0 : used - own.filter((at) => at >= countedFrom - toleranceMs).length;
  if (strangers <= 0) return good(name, `${used} of today's ${limit.total} connections used`);
  return bad(
    name,
    `${strangers} of today's ${used} connections with this token were not this bot's: a second one would answer in its place.`,
    `Stop the other program. If you moved the bot here, or restored its ledger, today, this passes by itself in ${hours} h.`,
  );
}

/** Whether the bot may do in a channel all it has to. */
export async function checkDiscordChannel(
  desk: Pick<DiscordDesk, 'application' | 'bot' | 'ask'>,
  entry: Pick<ChannelSettings, 'name' | 'channel' | 'weekly'>,
): Promise<Finding> {
  const name = `discord channel ${entry.name}`;
  try {
    const needed = entry.weekly === null ? editionPermissions : discordPermissions;
    const ask = <T>(route: `/${string}`) =>
      desk.ask<T>(`${entry.name} (${entry.channel})`, (rest) => rest.get(route));
    const channel = await lookAtChannel(entry.channel, desk.bot.id, needed, ask);
    const shown = `#${channel.name}`;
    if (!channel.isPostable)
      return bad(
        name,
        `${shown} is no text or announcement channel.`,
        `Put the id of one into the entry ${entry.name} of the settings.`,
      );
    if (channel.lacks.length === 0)
      return good(name, `${entry.name}: has every permission it needs in ${shown}`);
    const names = channel.lacks.map((permission) => `“${permission}”`).join(', ');
    return bad(
      name,
      `In ${shown} the bot lacks ${names}.`,
      `Give them to its role there: Edit Channel → Permissions. In the whole server: ${discordInviteLink(desk.application.id)}`,
    );
  } catch (error) {
    return refused(name, error as Error);
  }
}
