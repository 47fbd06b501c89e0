/** Slack's waiting times in milliseconds; a test may shorten them. */
export interface SlackTimings {
  /** How long an app may take to acknowledge. https://docs.slack.dev/interactivity/handling-user-interaction */
  ackMs: number;
  /** After a delivery failed: when an event is tried again. https://docs.slack.dev/apis/events-api */
  retryDelaysMs: number[];
  /** How long a socket may stay open after a `disconnect` message. */
  disconnectGraceMs: number;
  /** How often the server pings. */
  pingMs: number;
  /** How long a trigger_id is good for. */
  triggerMs: number;
  /** How long a response_url is good for. */
  responseUrlMs: number;
  /** How long the address that apps.connections.open gave is good for. */
  ticketMs: number;
}

export const slackTimings = {
  ackMs: 3_000,
  retryDelaysMs: [0, 60_000, 300_000],
  disconnectGraceMs: 10_000,
  pingMs: 10_000,
  triggerMs: 3_000,
  responseUrlMs: 30 * 60_000,
  ticketMs: 30_000,
} satisfies SlackTimings;
