/** Waiting times of the platform in milliseconds; tests that cannot wait turn them down. */
export interface DiscordTimings {
  /** Told to the client in HELLO; a client silent for twice as long is closed with 4009. */
  heartbeatMs: number;
  /** For the first answer to an interaction. */
  acknowledgeMs: number;
  /** How long an interaction's token can be used. */
  tokenLifeMs: number;
  /** “The past few minutes” in which a nonce is checked. */
  nonceWindowMs: number;
  /** How long a session without a socket can be resumed. */
  sessionLifeMs: number;
}

/** As Discord documents them, where it gives a figure. */
export const discordTimings: DiscordTimings = {
  heartbeatMs: 41_250,
  acknowledgeMs: 3000,
  tokenLifeMs: 15 * 60_000,
  nonceWindowMs: 5 * 60_000,
  sessionLifeMs: 120_000,
};
