import webApi from '@slack/web-api';
import { DeliveryError, type DeliveryErrorCode } from '../delivery/delivery-error.ts';
import { wasNeverSent } from '../delivery/was-never-sent.ts';

/** `ok: false` errors after which the call may still have taken effect. @see https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const maybeDone = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);

interface Advice {
  code: DeliveryErrorCode;
  say: (where: string, needed: string) => string;
  /** Not of the thread or message that was asked for: of the channel, whatever one asks for there. */
  isOfChannel?: true;
}

const invite: Advice = {
  code: 'forbidden',
  isOfChannel: true,
  say: (where) => `The bot is not in the Slack channel ${where}: type “/invite @Sowhat” there.`,
};
const badToken: Advice = {
  code: 'auth',
  say: () =>
    'Slack refuses the token: copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” of your app into SLACK_BOT_TOKEN again, and restart.',
};
const gone: Advice = {
  code: 'not-found',
  isOfChannel: true,
  say: (where) =>
    `Slack knows no channel ${where}: check the id in sowhat.yaml (channel menu → View channel details), and invite the bot if the channel is private.`,
};
const payload: Advice = {
  code: 'rejected',
  say: (where) => `Slack refused the message for ${where} as malformed; please report this with the log.`,
};

/** What Slack calls a message that it will never take. @see https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const malformed = [
  'attachment_payload_limit_exceeded',
  'block_mismatch',
  'cant_update_message',
  'edit_window_closed',
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_attachments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_charset',
  'invalid_form_data',
  'invalid_json',
  'invalid_metadata_format',
  'invalid_metadata_schema',
  'json_not_object',
  'markdown_text_conflict',
  'metadata_must_be_sent_from_app',
  'metadata_too_large',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'too_many_attachments',
];
const suspended: Advice = {
  code: 'forbidden',
  isOfChannel: true,
  say: (where) =>
    `The administrators of Slack allow no posting in ${where}: ask them to allow this app under the workspace's settings.`,
};
const moving: Advice = {
  code: 'network',
  say: () => 'Slack is moving this workspace or channel; it works again by itself.',
};

const noDirect: Advice = {
  code: 'forbidden',
  say: (where) => `Slack lets the app write no direct message to ${where}.`,
};

const restricted: Advice = {
  code: 'forbidden',
  isOfChannel: true,
  say: (where) =>
    `Only some members may post in the Slack channel ${where}: allow the app under the channel's posting permissions.`,
};

/** What to do about scopes that were not granted. */
export function missingScope(scopes: readonly string[]): string {
  return `Slack says a scope is missing (${scopes.join(', ')}): add it under “OAuth & Permissions” → Bot Token Scopes, then press “Reinstall to Workspace”.`;
}

const advice: Record<string, Advice> = {
  not_in_channel: invite,
  channel_not_found: gone,
  is_archived: {
    code: 'forbidden',
    isOfChannel: true,
    say: (where) =>
      `The Slack channel ${where} is archived: unarchive it, or remove its entry from sowhat.yaml.`,
  },
  invalid_auth: badToken,
  not_authed: badToken,
  token_revoked: badToken,
  token_expired: badToken,
  account_inactive: badToken,
  not_allowed_token_type: badToken,
  user_removed_from_team: badToken,
  team_disabled: badToken,
  team_access_not_granted: badToken,
  missing_scope: {
    code: 'forbidden',
    isOfChannel: true,
    say: (_where, needed) => missingScope([needed]),
  },
  restricted_action_thread_locked: {
    code: 'forbidden',
    say: (where) => `A thread in the Slack channel ${where} is locked.`,
  },
  restricted_action_non_threadable_channel: {
    code: 'forbidden',
    say: (where) => `The Slack channel ${where} has no threads.`,
  },
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: {
    ...restricted,
    say: (where) =>
      `Nobody may begin a thread in the Slack channel ${where}: allow it under the channel's posting permissions.`,
  },
  is_inactive: {
    code: 'forbidden',
    isOfChannel: true,
    say: (where) => `The Slack channel ${where} is frozen or deactivated: reopen it, or remove its entry.`,
  },
  ekm_access_denied: suspended,
  enterprise_is_restricted: suspended,
  access_denied: suspended,
  accesslimited: suspended,
  no_permission: suspended,
  message_limit_exceeded: {
    code: 'rate-limited',
    say: () => 'Slack says that this workspace sends too many messages; it is tried again later.',
  },
  // Slack moves the workspace or the channel; nothing was stored.
  team_added_to_org: moving,
  org_login_required: moving,
  external_channel_migrating: moving,
  message_not_found: {
    code: 'not-found',
    say: (where) => `A message in the Slack channel ${where} was deleted.`,
  },
  thread_not_found: {
    code: 'not-found',
    say: (where) => `A thread in the Slack channel ${where} was deleted.`,
  },
  cannot_reply_to_message: {
    code: 'not-found',
    say: (where) => `Slack lets nobody reply to a message in the channel ${where}.`,
  },
  cannot_dm_bot: noDirect,
  user_not_found: noDirect,
  user_not_visible: noDirect,
  user_disabled: noDirect,
  messages_tab_disabled: {
    code: 'rejected',
    say: () =>
      'Slack lets nobody get messages of the app: switch on the Messages Tab under api.slack.com/apps → your app → App Home.',
  },
  ...Object.fromEntries(malformed.map((name) => [name, payload])),
};

const unreadyMs = 2_000;

/** Slack takes a moment before a file that was uploaded can be shown. */
function isUnready(data: { response_metadata?: { messages?: string[] } }): boolean {
  return data.response_metadata?.messages?.some((said) => said.includes('invalid slack file')) ?? false;
}

/**
 * Turns what the Slack SDK throws into a DeliveryError with advice.
 * @param where the channel, as the operator knows it
 */
export function slackError(error: unknown, where: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof webApi.WebAPIPlatformError) {
    const name = error.data.error;
    if (name === 'ratelimited' || name === 'rate_limited') {
      return new DeliveryError('rate-limited', `Slack asks to slow down in ${where}.`, { cause: error });
    }
    if (maybeDone.has(name)) {
      return new DeliveryError('unknown-outcome', `Slack had a problem of its own (${name}) in ${where}.`, {
        cause: error,
      });
    }
    if (name === 'invalid_blocks' && isUnready(error.data))
      return new DeliveryError('rate-limited', 'Slack is still looking at the picture of a message.', {
        retryAfterMs: unreadyMs,
        cause: error,
      });
    const known =
      // One that is new may be of the thread alone: without it the channel itself answers.
      advice[name] ??
      (name.startsWith('restricted_action') ? { ...restricted, isOfChannel: undefined } : undefined);
    const needed = String((error.data as { needed?: unknown }).needed ?? 'unknown');
    if (known) {
      const { isOfChannel = false } = known;
      return new DeliveryError(known.code, known.say(where, needed), { isOfChannel, cause: error });
    }
    return new DeliveryError(
      'unforeseen',
      `Slack refuses calls for ${where} with “${name}”: look it up at docs.slack.dev, or ask an administrator of the workspace.`,
      { isOfChannel: true, cause: error },
    );
  }
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1000;
    return new DeliveryError('rate-limited', `Slack asks to slow down in ${where}.`, {
      retryAfterMs,
      cause: error,
    });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    if (error.statusCode === 429) {
      return new DeliveryError('rate-limited', `Slack asks to slow down in ${where}.`, { cause: error });
    }
    const isUnknown = error.statusCode >= 500 || error.statusCode === 408;
    const code = isUnknown ? 'unknown-outcome' : error.statusCode === 413 ? 'rejected' : 'unforeseen';
    return new DeliveryError(code, `Slack answered HTTP ${error.statusCode} for ${where}.`, { cause: error });
  }
  // What the SDK makes of a 429 without a Retry-After header.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain')) {
    return new DeliveryError('rate-limited', `Slack asks to slow down in ${where}.`, { cause: error });
  }
  if (wasNeverSent(error)) {
    return new DeliveryError('network', 'Slack cannot be reached: check this machine’s network.', {
      cause: error,
    });
  }
  return new DeliveryError('unknown-outcome', `The answer of Slack for ${where} was lost.`, { cause: error });
}

/**
 * Turns why a socket could not be opened into a DeliveryError: `auth` where only a person can mend it.
 * @see https://docs.slack.dev/reference/methods/apps.connections.open#errors
 */
export function socketError(error: unknown): DeliveryError {
  if (error instanceof Error && error.message === 'link_disabled') {
    return new DeliveryError(
      'network',
      'Socket Mode is switched off: open your app at api.slack.com/apps → “Socket Mode”, and enable it.',
      { cause: error },
    );
  }
  const found = slackError(error, 'this app');
  const isRefused = error instanceof webApi.WebAPIPlatformError;
  if (
    found.code === 'auth' ||
    (isRefused && found.code !== 'unknown-outcome' && found.code !== 'rate-limited')
  ) {
    return new DeliveryError(
      'auth',
      `Slack refuses the app token${isRefused ? ` (${error.data.error})` : ''}: create one under “Basic Information” → App-Level Tokens with the scope connections:write, put it into SLACK_APP_TOKEN (xapp-…), check that Socket Mode is enabled, and restart.`,
      { cause: error },
    );
  }
  return new DeliveryError('network', `A Slack socket could not be opened (${String(error)}).`, {
    ...(found.retryAfterMs === null ? {} : { retryAfterMs: found.retryAfterMs }),
    cause: error,
  });
}
