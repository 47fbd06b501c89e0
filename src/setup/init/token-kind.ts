/** What people copy from the platforms' pages. @see https://docs.slack.dev/authentication/tokens */
const lookalikes: [looks: RegExp, name: string][] = [
  [/^xoxb-/, 'the Bot User OAuth Token of a Slack app'],
  [/^xapp-/, 'the app-level token of a Slack app'],
  [/^xoxp-/, 'the token of a Slack user'],
  [/^xox[a-z]-/, 'another token of Slack'],
  [/^[0-9a-f]{32}$/, 'a secret of a Slack app'],
  [/^[0-9a-f]{64}$/, 'the public key of a Discord application'],
  [/^\d{17,20}$/, 'an id of Discord'],
  [/^https?:\/\//, 'an address'],
];

/** A token that is asked for. */
export interface TokenKind {
  /** What it looks like; null where the platform does not say. */
  looks: RegExp | null;
  /** Where to get it, behind a colon. */
  advice: string;
}

export const tokenKinds = {
  SLACK_BOT_TOKEN: {
    looks: /^xoxb-/,
    advice: 'copy the one that starts with xoxb-, under “OAuth & Permissions” → Bot User OAuth Token.',
  },
  SLACK_APP_TOKEN: {
    looks: /^xapp-/,
    advice:
      'copy one that starts with xapp- and has the scope connections:write, under “Basic Information” → App-Level Tokens.',
  },
  DISCORD_TOKEN: { looks: null, advice: 'get the bot’s under Bot → Reset Token in the Developer Portal.' },
} satisfies Record<string, TokenKind>;

/** What is wrong with a token at first sight, and where the right one is; undefined for nothing. */
export function misplaced(token: string, { looks, advice }: TokenKind): string | undefined {
  const found = lookalikes.find(([pattern]) => pattern.test(token))?.[1];
  const isRight = looks === null ? found === undefined && token !== '' : looks.test(token);
  if (isRight) return undefined;
  return `This is ${found ?? (token === '' ? 'nothing' : 'no such token')}: ${advice}`;
}
