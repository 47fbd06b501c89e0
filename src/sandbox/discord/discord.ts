import type { SandboxBase } from '../platform.ts';
import type { DiscordState } from './discord-state.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { Snowflakes } from './snowflake.ts';
import type { DiscordTimings } from './timings.ts';

/** Everything the parts of the Discord sandbox need of one another. */
export interface Discord {
  base: SandboxBase;
  timings: DiscordTimings;
  state: DiscordState;
  snowflakes: Snowflakes;
  gateway: Pick<Gateway, 'dispatch' | 'hasSession'>;
  interactions: Interactions;
}
