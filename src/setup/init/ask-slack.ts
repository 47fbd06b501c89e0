import { checkScopes } from '../checks/slack-checks.ts';
import { openSlackDesk, type SlackDesk } from '../slack-desk.ts';
import { slackHello } from '../slack-hello.ts';
import { slackCreateLink } from '../slack-manifest.ts';
import { askToken } from './ask-token.ts';
import { type InitOptions, showLink, tell } from './init-options.ts';

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
  const bot = await askToken(options, {
    name: 'SLACK_BOT_TOKEN',
    question: 'Bot User OAuth Token (xoxb-…)',
    flag: '--slack-bot-token',
    given: given.bot,
    open: (token) => openSlackDesk(token, address),
  });
  tell(options, `The token opens the workspace ${bot.account.team.name}.`);
  const scopes = checkScopes(bot.account.scopes, manifest.oauth_config.scopes.bot);
  if (!scopes.ok) tell(options, `${scopes.says} ${scopes.mend}`);

  if (given.app === '' && ask !== null)
    tell(options, 'Now “Basic Information” → App-Level Tokens → Generate, with the scope connections:write.');
  const app = await askToken(options, {
    name: 'SLACK_APP_TOKEN',
    question: 'App-level token (xapp-…)',
    flag: '--slack-app-token',
    given: given.app,
    open: (token) => slackHello(token, address),
  });
  tell(options, 'The socket opens.');
  return { tokens: { SLACK_BOT_TOKEN: bot.token, SLACK_APP_TOKEN: app.token }, desk: bot.account };
}
