import { slackCreateLink } from '../slack-manifest.ts';
import type { Answers, ChannelAnswer } from './answers.ts';
import { askBriefs } from './ask-briefs.ts';
import { askChannels, askOperator, channelChoices } from './ask-channels.ts';
import { askDiscord, type DiscordAccount } from './ask-discord.ts';
import { askSchedule } from './ask-schedule.ts';
import { askSlack, type SlackAccount } from './ask-slack.ts';
import { type InitOptions, tell } from './init-options.ts';

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
  const seen = { choices, platforms };
  const chosen = await askChannels(options, seen);
  const kept = options.known.filter((own) => chosen.some((channel) => isSame(own, channel)));
  const timesOf = await askSchedule(options, kept);
  const asked = chosen.map(({ language, ...channel }) => ({
    ...channel,
    ...timesOf(kept.find((own) => isSame(own, channel))),
    language,
  }));
  // Flags tell of the channels they name; a platform that was not asked about keeps what it has.
  const isNamed = (options.flags.channel ?? []).length > 0;
  const others = options.known.filter(
    (own) => !kept.includes(own) && (isNamed || !platforms.includes(own.platform)),
  );
  if (others.length > 0)
    tell(options, `These channels stay as they are: ${others.map(({ name }) => name).join(', ')}.`);
  const channels = inOrder([...asked, ...others], options.known);
  const operator = await askOperator(options, seen, channels);
  const tokens = { ...slack?.tokens, ...discord?.tokens, ...(token === '' ? {} : { GIT_TOKEN: token }) };
  return { answers: { briefs, tokens, channels, operator }, slack, discord };
}

type Place = Pick<ChannelAnswer, 'platform' | 'channel'>;

function isSame(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.channel === other.channel;
}

/** What the settings have stays where it stands; what is new comes behind it. */
function inOrder(channels: readonly ChannelAnswer[], known: readonly Place[]): ChannelAnswer[] {
  const placeOf = (channel: Place) => known.findIndex((own) => isSame(own, channel));
  const there = channels.filter((channel) => placeOf(channel) >= 0);
  return [
    ...there.sort((one, other) => placeOf(one) - placeOf(other)),
    ...channels.filter((channel) => placeOf(channel) < 0),
  ];
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
  const choices = [
    { value: 'slack' as const, label: 'Slack', hint: given.includes('slack') ? 'tokens are in .env' : '' },
    {
      value: 'discord' as const,
      label: 'Discord',
      hint: given.includes('discord') ? 'token is in .env' : '',
    },
  ];
  return ask.many('Where does your team read?', choices, given);
}
