import { REST, type RESTOptions } from '@discordjs/rest';

/**
 * Requests that answer interactions: each carries its interaction's own token, and Discord does not count them against
 * the bot's fifty requests a second. The library does unless told otherwise: then twenty-five questions a second use up
 * its count, and the next ones wait until their three seconds are over.
 * @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createInteractionsRest(options: Partial<RESTOptions>): REST {
  return new REST({
    ...options,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // Acknowledging or filling in an answer again changes nothing; an answer that was lost would say “thinking …” for ever.
    retries: 1,
  });
}
