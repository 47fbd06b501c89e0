import { type DiscordDesk, openDiscordDesk } from '../discord-desk.ts';
import { discordInviteLink } from '../discord-invite.ts';
import { askToken } from './ask-token.ts';
import { type InitOptions, showLink, tell } from './init-options.ts';

/** An application whose token was tried. */
export interface DiscordAccount {
  tokens: { DISCORD_TOKEN: string };
  desk: DiscordDesk;
}

/** The token of the Discord application, tried the moment it is given, and its invitation. */
export async function askDiscord(options: InitOptions): Promise<DiscordAccount> {
  const { ask, flags, variables, timeoutMs } = options;
  const address = { apiUrl: variables.DISCORD_API_URL || 'https://discord.com/api', timeoutMs };
  const given = flags.discordToken ?? variables.DISCORD_TOKEN ?? '';
  if (given === '')
    showLink(
      options,
      'Create a Discord application here, then Bot → Reset Token:',
      'https://discord.com/developers/applications?new_application=true',
    );
  const { token, account } = await askToken(options, {
    name: 'DISCORD_TOKEN',
    question: 'Bot token',
    flag: '--discord-token',
    given,
    open: (each) => openDiscordDesk(each, address),
  });
  let desk = account;
  tell(options, `The token opens the application ${desk.application.name}.`);
  if (desk.application.bot_public)
    tell(
      options,
      'Anybody can add it to a server of theirs: switch off “Public Bot” in the Developer Portal → Bot (first set Installation → Install Link to None).',
    );
  showLink(
    options,
    'Invite it to a server with this link, which asks for exactly what it needs:',
    discordInviteLink(desk.application.id),
  );
  while (ask !== null && desk.guilds.length === 0) {
    if (!(await ask.yes('It is in no server yet. Invited? Then look again', true))) break;
    desk = await openDiscordDesk(token, address);
  }
  if (desk.guilds.length > 0) tell(options, `It is in ${desk.guilds.map(({ name }) => name).join(', ')}.`);
  return { tokens: { DISCORD_TOKEN: token }, desk };
}
