import { type DiscordDesk, openDiscordDesk } from '../discord-desk.ts';
import { discordInviteLink } from '../discord-invite.ts';
import { complaint, type InitOptions, showLink, tell } from './init-options.ts';

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
  let desk: DiscordDesk | null = null;
  async function attempt(token: string): Promise<void> {
    desk = await openDiscordDesk(token, address);
  }
  if (given === '') {
    showLink(
      options,
      'Create a Discord application here, then Bot → Reset Token:',
      'https://discord.com/developers/applications?new_application=true',
    );
    if (ask === null)
      throw new Error('Discord needs its bot token: give it with --discord-token, or in .env.');
  }
  const token = given || (await ask?.secret('Bot token', (value) => complaint(attempt(value)))) || '';
  if (desk === null) await attempt(token);
  let opened = desk as DiscordDesk | null;
  if (opened === null) throw new Error('The bot token was not tried.');
  tell(options, `The token opens the application ${opened.application.name}.`);
  showLink(
    options,
    'Invite it to a server with this link, which asks for exactly what it needs:',
    discordInviteLink(opened.application.id),
  );
  while (ask !== null && opened.guilds.length === 0) {
    if (!(await ask.yes('It is in no server yet. Invited? Then look again', true))) break;
    opened = await openDiscordDesk(token, address);
  }
  if (opened.guilds.length > 0)
    tell(options, `It is in ${opened.guilds.map(({ name }) => name).join(', ')}.`);
  return { tokens: { DISCORD_TOKEN: token }, desk: opened };
}
