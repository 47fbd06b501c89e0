import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { DeliveryError, type DeliveryErrorCode } from '../delivery/delivery-error.ts';
import { wasNeverSent } from '../delivery/was-never-sent.ts';

interface Advice {
  code: DeliveryErrorCode;
  say: (where: string) => string;
}

/** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const advice: Record<number, Advice> = {
  10003: {
    code: 'not-found',
    say: (where) =>
      `Discord knows no channel ${where}: check the id in sowhat.yaml (Developer Mode → Copy Channel ID), and that the bot was invited to that server.`,
  },
  10008: { code: 'not-found', say: (where) => `A message in the Discord channel ${where} was deleted.` },
  50001: {
    code: 'forbidden',
    say: (where) =>
      `The bot cannot see the Discord channel ${where}: give its role “View Channel” there (Edit Channel → Permissions).`,
  },
  50013: {
    code: 'forbidden',
    say: (where) =>
      `The bot lacks a permission in the Discord channel ${where}: give its role “Send Messages”, “Send Messages in Threads”, “Create Public Threads”, “Embed Links” and “Read Message History” there.`,
  },
  50083: { code: 'forbidden', say: (where) => `The Discord thread ${where} is archived: unarchive it.` },
  160002: {
    code: 'forbidden',
    say: (where) => `The bot needs “Read Message History” in the Discord channel ${where}.`,
  },
};

export const badToken =
  'Discord refuses the token: open your application in the Developer Portal → Bot → Reset Token, put the new one into DISCORD_TOKEN, and restart.';

/**
 * Turns what @discordjs/rest throws into a DeliveryError with advice.
 * @param where the channel, as the operator knows it
 */
export function discordError(error: unknown, where: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
    return new DeliveryError('rate-limited', `Discord asks to slow down in ${where}.`, {
      retryAfterMs,
      cause: error,
    });
  }
  if (error instanceof DiscordAPIError) {
    const known = advice[Number(error.code)];
    if (known) return new DeliveryError(known.code, known.say(where), { cause: error });
    if (error.status === 401) return new DeliveryError('auth', badToken, { cause: error });
    if (error.status === 403) {
      return new DeliveryError('forbidden', `Discord forbids this in ${where}: ${error.message}.`, {
        cause: error,
      });
    }
    if (error.status === 404) {
      return new DeliveryError('not-found', `Discord cannot find this in ${where}: ${error.message}.`, {
        cause: error,
      });
    }
    const code = error.status >= 500 ? 'unknown-outcome' : 'rejected';
    return new DeliveryError(code, `Discord refused the message for ${where}: ${error.message}.`, {
      cause: error,
    });
  }
  if (error instanceof HTTPError) {
    const code = error.status >= 500 ? 'unknown-outcome' : 'rejected';
    return new DeliveryError(code, `Discord answered HTTP ${error.status} for ${where}.`, { cause: error });
  }
  if (error instanceof Error && error.message.startsWith('Expected token')) {
    return new DeliveryError('auth', badToken, { cause: error });
  }
  if (wasNeverSent(error)) {
    return new DeliveryError('network', 'Discord cannot be reached: check this machine’s network.', {
      cause: error,
    });
  }
  return new DeliveryError('unknown-outcome', `The answer of Discord for ${where} was lost.`, {
    cause: error,
  });
}

/** What Discord's JSON code says, or null for another kind of error. */
export function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}
