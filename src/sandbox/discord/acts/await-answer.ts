import { setTimeout as sleep } from 'node:timers/promises';
import type { ActOutcome } from '../../platform.ts';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../interactions/interactions.ts';
import type { Json } from '../json.ts';

/** What the real client shows under a command that got no answer in time. */
const failed = 'The application did not respond';

/** Sends the interaction to the bot and waits for its first answer, as long as the platform does. */
export async function sendInteraction(
  discord: Discord,
  { interaction, done }: { interaction: Interaction; done: Promise<void> },
  payload: Json,
): Promise<ActOutcome> {
  const { gateway, timings } = discord;
  gateway.dispatch('INTERACTION_CREATE', interaction.channel, payload, interaction.id);
  // Nobody is connected and nobody can resume: the outcome is known at once.
  if (gateway.hasSession()) {
    await Promise.race([done, sleep(timings.acknowledgeMs, undefined, { ref: false })]);
  }
  const { callback } = interaction;
  return {
    event: interaction.id,
    acknowledged: callback !== null,
    ackMs: callback === null ? null : callback.at - interaction.createdAt,
    error: callback === null ? failed : null,
    response: callback === null ? null : { type: callback.type, data: callback.data },
  };
}
