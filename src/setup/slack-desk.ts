import webApi from '@slack/web-api';
import { DeliveryError } from '../delivery/delivery-error.ts';
import { slackError } from '../slack/slack-errors.ts';

/** Where a workspace's Slack is, and how long it may take to answer. */
export interface SlackAddress {
  /** Ends in `/api/`. */
  apiUrl: string;
  /** One request, ms. */
  timeoutMs: number;
}

/** A workspace as its bot token shows it. */
export interface SlackDesk {
  team: { id: string; name: string };
  /** Scopes the token was granted, which may be fewer than the app's manifest names. */
  scopes: readonly string[];
  client: webApi.WebClient;
}

/** A client that asks once: whoever waits at a terminal wants to know now. */
export function slackClient(token: string, { apiUrl, timeoutMs }: SlackAddress): webApi.WebClient {
  const silent = () => {};
  return new webApi.WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: {
      debug: silent,
      info: silent,
      warn: silent,
      error: silent,
      setLevel: silent,
      getLevel: () => webApi.LogLevel.ERROR,
      setName: silent,
    },
  });
}

/**
 * Checks a bot token and says which workspace it opens.
 * @throws DeliveryError with a sentence for the owner
 */
export async function openSlackDesk(botToken: string, address: SlackAddress): Promise<SlackDesk> {
  const client = slackClient(botToken, address);
  const answer = await client.auth.test().catch((error: unknown) => {
    throw slackError(error, 'this workspace');
  });
  return {
    team: { id: String(answer.team_id), name: String(answer.team ?? answer.team_id) },
    scopes: answer.response_metadata?.scopes ?? [],
    client,
  };
}

/** The same sentence for an error of the app token, which Slack's own answer does not tell from the other one. */
export function appTokenError(error: unknown): Error {
  const advice = slackError(error, 'this workspace');
  if (!['auth', 'rejected', 'unforeseen'].includes(advice.code)) return advice;
  return new DeliveryError(
    'auth',
    'Slack refuses the app token: create one under “Basic Information” → App-Level Tokens with the scope connections:write, and put it into SLACK_APP_TOKEN (xapp-…).',
    { cause: error },
  );
}
