import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { DeliveryError, type DeliveryErrorCode } from '../delivery/delivery-error.ts';
import { wasNeverSent } from '../delivery/was-never-sent.ts';

interface Advice {
  code: DeliveryErrorCode;
  say: (where: string) => string;
  /** Not of the thread or message that was asked for: of the channel, whatever one asks for there. */
  isOfChannel?: true;
}

/** Messages that Discord will never take. */
const malformed: Advice = {
  code: 'rejected',
  say: (where) => `Discord refused the message for ${where} as malformed; please report this with the log.`,
};
const filtered: Advice = {
  code: 'rejected',
  say: (where) =>
    `A filter of the server refused a message for ${where}: exempt the bot's role (Server Settings → AutoMod).`,
};

/** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const advice: Record<number, Advice> = {
  10003: {
    code: 'not-found',
    say: (where) =>
      `Discord knows no channel ${where}: check the id in sowhat.yaml (Developer Mode → Copy Channel ID), and that the bot was invited to that server.`,
  },
  10008: { code: 'not-found', say: (where) => `A message in the Discord channel ${where} was deleted.` },
  20009: filtered,
  40005: malformed,
  40333: {
    code: 'network',
    say: () => 'Discord refused the request because of a problem of its own; it works again by itself.',
  },
  50001: {
    code: 'forbidden',
    isOfChannel: true,
    say: (where) =>
      `The bot cannot see the Discord channel ${where}: give its role “View Channel” there (Edit Channel → Permissions).`,
  },
  50013: {
    code: 'forbidden',
    say: (where) =>
      `The bot lacks a permission in the Discord channel ${where}: give its role “Send Messages”, “Send Messages in Threads”, “Create Public Threads”, “Embed Links” and “Read Message History” there.`,
  },
  50006: malformed,
  50035: malformed,
  50045: malformed,
  50083: { code: 'forbidden', say: (where) => `The Discord thread ${where} is archived: unarchive it.` },
  50109: malformed,
  50138: malformed,
  160002: {
    code: 'forbidden',
    say: (where) => `The bot needs “Read Message History” in the Discord channel ${where}.`,
  },
  160005: { code: 'forbidden', say: (where) => `A thread in the Discord channel ${where} is locked.` },
  160006: {
    code: 'forbidden',
    say: (where) => `The Discord server of ${where} has as many open threads as it may: close some.`,
  },
  200000: filtered,
  200001: filtered,
  240000: filtered,
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
    if (known) {
      const { isOfChannel = false } = known;
      return new DeliveryError(known.code, known.say(where), { isOfChannel, cause: error });
    }
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
    if (error.status === 429)
      return new DeliveryError('rate-limited', `Discord asks to slow down in ${where}.`, { cause: error });
    return new DeliveryError(
      codeOfStatus(error.status),
      `Discord refuses requests for ${where}: ${error.message} (code ${error.code}).`,
      { cause: error },
    );
  }
  if (error instanceof HTTPError) {
    return new DeliveryError(
      codeOfStatus(error.status),
      `Discord answered HTTP ${error.status} for ${where}.`,
      { cause: error },
    );
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

/** After a 408 or a 5xx nobody knows whether it was done; after another refusal, that it was not. */
function codeOfStatus(status: number): DeliveryErrorCode {
  if (status >= 500 || status === 408) return 'unknown-outcome';
  return status === 413 ? 'rejected' : 'unforeseen';
}

/** What Discord's JSON code says, or null for another kind of error. */
export function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}
