import { RateLimitError } from '@discordjs/rest';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { badToken, discordError } from './discord-errors.ts';

const intents =
  'Discord refuses an intent: open the Developer Portal → Bot → Privileged Gateway Intents; Sowhat needs none of them, so check that DISCORD_TOKEN belongs to this application.';

/** Close codes after which the same connection will be refused again. @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const refusals: Record<number, DeliveryError['code']> = {
  4004: 'auth',
  4010: 'forbidden',
  4011: 'forbidden',
  4012: 'forbidden',
  4013: 'forbidden',
  4014: 'forbidden',
};

const closeAdvice: Record<number, string> = {
  4004: badToken,
  4010: 'Discord refuses the shard Sowhat connects as; update Sowhat.',
  4011: 'The bot is in too many Discord servers for one connection (2,500); make an application of its own for this team.',
  4012: 'Discord no longer speaks the gateway version Sowhat asks for; update Sowhat.',
  4013: 'Discord does not know an intent the bot asks for; update Sowhat.',
  4014: intents,
};

/** What the library says where Discord closed with one of those codes before the connection was ready. */
const loginAdvice: [pattern: RegExp, code: number][] = [
  [/authentication failed|invalid token|token.*invalid/i, 4004],
  [/disallowed intents/i, 4014],
  [/invalid intents/i, 4013],
  [/sharding is required/i, 4011],
  [/invalid shard/i, 4010],
  [/invalid api version/i, 4012],
];

/** Why a connection is gone for good: `auth` and `forbidden` need a person, the rest may be tried again. */
export function closeError(code: number): DeliveryError {
  const refused = refusals[code];
  if (refused !== undefined) return new DeliveryError(refused, closeAdvice[code] ?? '');
  return new DeliveryError('network', `Discord closed the gateway for good (${code}); connecting anew.`);
}

/** Why a login failed. With `retryAfterMs` where Discord said when to come back. */
export function loginError(error: unknown, now: number): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const resetsAt = /not enough sessions.*resets at (\S+)/is.exec(text)?.[1];
  if (resetsAt !== undefined) {
    return new DeliveryError(
      'rate-limited',
      `Discord allows no more connections until ${resetsAt}: the bot waits, and posts meanwhile, but hears no command and no reaction. Do not restart it; find out what used up 1,000 connections a day.`,
      { retryAfterMs: Math.max(0, Date.parse(resetsAt) - now) || 60_000, cause: error },
    );
  }
  const known = loginAdvice.find(([pattern]) => pattern.test(text));
  if (known)
    return new DeliveryError(refusals[known[1]] ?? 'auth', closeAdvice[known[1]] ?? '', { cause: error });
  if (error instanceof RateLimitError || (error instanceof Error && 'status' in error))
    return discordError(error, 'the gateway');
  return new DeliveryError('network', `The Discord gateway cannot be reached (${text}).`, { cause: error });
}
