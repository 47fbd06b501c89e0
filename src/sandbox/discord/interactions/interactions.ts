import { randomBytes } from 'node:crypto';
import type { Json } from '../json.ts';
import type { Snowflakes } from '../snowflake.ts';
import type { DiscordTimings } from '../timings.ts';

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const callbackTypes = {
  reply: 4,
  defer: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

/** One interaction from the moment a person started it. */
export interface Interaction {
  id: string;
  token: string;
  type: number;
  person: string;
  channel: string;
  /** The message whose component was used. */
  message: string | null;
  /** `/brief distillation`, shown above the answer. */
  invokedAs: string | null;
  name: string;
  createdAt: number;
  /** The bot's first answer; null until it came. */
  callback: { type: number; data: Json; at: number } | null;
  /** What `@original` stands for. */
  original: string | null;
  /** The message “is thinking…” has not been replaced yet. */
  isLoading: boolean;
  /** Whether answers to it are private unless they say otherwise. */
  isPrivate: boolean;
  acknowledged(): void;
}

export type InteractionDraft = Pick<
  Interaction,
  'type' | 'person' | 'channel' | 'message' | 'invokedAs' | 'name'
>;

export interface Interactions {
  start(draft: InteractionDraft): { interaction: Interaction; done: Promise<void> };
  byId(id: string): Interaction | undefined;
  byToken(token: string): Interaction | undefined;
  clear(): void;
}

/** The interactions whose tokens still live. Those of a stopped sandbox are gone with it. */
export function createInteractions(
  clock: () => number,
  snowflakes: Snowflakes,
  timings: DiscordTimings,
): Interactions {
  const byId = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();

  function forgetOld(): void {
    const limit = clock() - timings.tokenLifeMs;
    for (const interaction of byId.values()) {
      if (interaction.createdAt >= limit) return;
      byId.delete(interaction.id);
      byToken.delete(interaction.token);
    }
  }
  return {
    start(draft) {
      forgetOld();
      let acknowledged: () => void = () => undefined;
      const done = new Promise<void>((resolve) => {
        acknowledged = resolve;
      });
      const interaction: Interaction = {
        ...draft,
        id: snowflakes.next(),
        token: randomBytes(96).toString('base64url'),
        createdAt: clock(),
        callback: null,
        original: null,
        isLoading: false,
        isPrivate: false,
        acknowledged,
      };
      byId.set(interaction.id, interaction);
      byToken.set(interaction.token, interaction);
      return { interaction, done };
    },
    byId: (id) => byId.get(id),
    byToken(token) {
      const interaction = byToken.get(token);
      return interaction !== undefined && clock() - interaction.createdAt <= timings.tokenLifeMs
        ? interaction
        : undefined;
    },
    clear() {
      byId.clear();
      byToken.clear();
    },
  };
}
