import type { DeliveryTiming } from '../delivery/delivery-options.ts';

/** Every span of time the program waits for, in ms. Tests turn these, not the code. */
export interface Timing {
  delivery: DeliveryTiming;
  /** Between looks at the briefs folder. */
  scanMs: number;
  /** How long a language model may take, and how long one that fails is left alone, at first and at most. */
  fillIn: { answerMs: number; firstWaitMs: number; maxWaitMs: number };
  /** Between looks at the clock and the settings file. */
  tickMs: number;
  /** A Slack socket without a pong for so long is given up. */
  slackPingMs: number;
  /** Longest wait between two tries to open a Slack socket. */
  slackReconnectMaxMs: number;
  /** A Slack socket that has not said hello by then is given up. */
  slackDeafAfterMs: number;
  /** The second Slack socket opens so much later, so that both are not refreshed at once. */
  slackStaggerMs: number;
  /** A Discord connection that is not up, or up again, by then is built anew. */
  discordResumeMs: number;
  /** Between two IDENTIFYs; null for the library's own 5 s. */
  discordIdentifyMs: number | null;
  discordFirstWaitMs: number;
  discordMaxWaitMs: number;
  /** What is in flight may take this long at the end. */
  stopMs: number;
}

/** The spans of a real run. The request time-out is shorter than the lease: an owner never posts after its lease. */
export const productionTiming: Timing = {
  delivery: {
    requestTimeoutMs: 8_000,
    leaseMs: 30_000,
    lookUpDelayMs: 5_000,
    lookUps: 3,
    pollMs: 1_000,
    backOffMs: 5_000,
    maxBackOffMs: 900_000,
  },
  scanMs: 30_000,
  fillIn: { answerMs: 90_000, firstWaitMs: 60_000, maxWaitMs: 3_600_000 },
  tickMs: 15_000,
  slackPingMs: 5_000,
  slackReconnectMaxMs: 30_000,
  slackDeafAfterMs: 30_000,
  slackStaggerMs: 20_000,
  discordResumeMs: 45_000,
  discordIdentifyMs: null,
  discordFirstWaitMs: 5_000,
  discordMaxWaitMs: 300_000,
  stopMs: 9_000,
};
