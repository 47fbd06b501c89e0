import { slackCreateLink } from '../slack-manifest.ts';
import type { Answers } from './answers.ts';
import { askBriefs } from './ask-briefs.ts';
import { askChannels, askOperator, channelChoices } from './ask-channels.ts';
import { askDiscord, type DiscordAccount } from './ask-discord.ts';
import { askSchedule } from './ask-schedule.ts';
import { askSlack, type SlackAccount } from './ask-slack.ts';
import type { InitOptions } from './init-options.ts';

/** What was answered, and the accounts that were opened on the way. */
export interface Gathered {
  answers: Answers;
  slack: SlackAccount | null;
  discord: DiscordAccount | null;
}

/** Asks for all that no flag said. Writes nothing. @throws Error with a sentence for the person */
export async function gatherAnswers(options: InitOptions): Promise<Gathered> {
  const { briefs, token } = await askBriefs(options);
  const platforms = await askPlatforms(options);
  const slack: SlackAccount | null = platforms.includes('slack') ? await askSlack(options) : null;
  const discord: DiscordAccount | null = platforms.includes('discord') ? await askDiscord(options) : null;
  const choices = await channelChoices({ slack, discord });
  const channels = await askChannels(options, choices);
  const time = await askSchedule(options);
  const others = choices.filter((choice) => !channels.some(({ channel }) => channel === choice.id));
  const operator = await askOperator(options, others);
  const tokens = { ...slack?.tokens, ...discord?.tokens, ...(token === '' ? {} : { GIT_TOKEN: token }) };
  return { answers: { briefs, tokens, channels, ...time, operator }, slack, discord };
}

async function askPlatforms({
  ask,
  flags,
  variables,
  manifest,
}: InitOptions): Promise<('slack' | 'discord')[]> {
  const given = [
    ...(flags.slackBotToken || variables.SLACK_BOT_TOKEN ? ['slack' as const] : []),
    ...(flags.discordToken || variables.DISCORD_TOKEN ? ['discord' as const] : []),
  ];
  if (ask === null && given.length === 0)
    throw new Error(
      `Give the tokens of a platform: --slack-bot-token and --slack-app-token, or --discord-token (or put them into .env).\nSlack, create the app with this link: ${slackCreateLink(manifest)}\nDiscord, create one here, then Bot → Reset Token: https://discord.com/developers/applications?new_application=true`,
    );
  if (ask === null || flags.slackBotToken || flags.discordToken) return given;
  return ask.many('Where does your team read?', [
    { value: 'slack', label: 'Slack', hint: given.includes('slack') ? 'tokens are in .env' : '' },
    { value: 'discord', label: 'Discord', hint: given.includes('discord') ? 'token is in .env' : '' },
  ]);
}
