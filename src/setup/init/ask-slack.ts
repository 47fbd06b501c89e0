import { checkScopes } from '../checks/slack-checks.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';
import { slackHello } from '../slack-hello.ts';
import { slackCreateLink } from '../slack-manifest.ts';
import { complaint, type InitOptions, showLink, tell } from './init-options.ts';

/** A workspace whose tokens were tried. */
export interface SlackAccount {
  tokens: { SLACK_BOT_TOKEN: string; SLACK_APP_TOKEN: string };
  desk: SlackDesk;
}

/** Both tokens of the Slack app, each tried the moment it is given. @throws Error with a sentence where one is refused */
export async function askSlack(options: InitOptions): Promise<SlackAccount> {
  const { ask, flags, variables, manifest, timeoutMs } = options;
  const address = { apiUrl: variables.SLACK_API_URL || 'https://slack.com/api/', timeoutMs };
  const given = {
    bot: flags.slackBotToken ?? variables.SLACK_BOT_TOKEN ?? '',
    app: flags.slackAppToken ?? variables.SLACK_APP_TOKEN ?? '',
  };
  if (given.bot === '') {
    showLink(
      options,
      'Create the Slack app with this link, everything is filled in:',
      slackCreateLink(manifest),
    );
    tell(options, 'Then press “Install to Workspace” and copy the token under “OAuth & Permissions”.');
  }

  let desk: SlackDesk | null = null;
  async function tryBot(token: string): Promise<void> {
    if (!/^xox[a-z]-/.test(token)) throw new Error('The bot token starts with xoxb-; this is another one.');
    desk = await openSlackDesk(token, address);
  }
  const bot = given.bot || (await secret('Bot User OAuth Token (xoxb-…)', '--slack-bot-token', tryBot));
  if (desk === null) await tryBot(bot);
  const opened = desk as SlackDesk | null;
  if (opened === null) throw new Error('The bot token was not tried.');
  tell(options, `The token opens the workspace ${opened.team.name}.`);
  const scopes = checkScopes(opened.scopes, manifest.oauth_config.scopes.bot);
  if (!scopes.ok) tell(options, `${scopes.says} ${scopes.mend}`);

  let isAppTried = false;
  async function tryApp(token: string): Promise<void> {
    if (!token.startsWith('xapp-')) throw new Error('The app token starts with xapp-; this is another one.');
    await slackHello(token, address);
    isAppTried = true;
  }
  if (given.app === '' && ask !== null)
    tell(options, 'Now “Basic Information” → App-Level Tokens → Generate, with the scope connections:write.');
  const app = given.app || (await secret('App-level token (xapp-…)', '--slack-app-token', tryApp));
  if (!isAppTried) await tryApp(app);
  tell(options, 'The socket opens.');
  return { tokens: { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }, desk: opened };

  function secret(
    question: string,
    flag: string,
    attempt: (token: string) => Promise<void>,
  ): Promise<string> {
    if (ask === null) throw new Error(`Slack needs ${question}: give it with ${flag}, or in .env.`);
    return ask.secret(question, (token) => complaint(attempt(token)));
  }
}
