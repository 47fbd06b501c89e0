import { entryName } from '../../config/entry-name.ts';
import type { ChannelChoice } from '../channel-choice.ts';
import { discordChannels } from '../discord-channels.ts';
import { slackChannels } from '../slack-channels.ts';
import type { Answers, ChannelAnswer } from './answers.ts';
import type { DiscordAccount } from './ask-discord.ts';
import type { SlackAccount } from './ask-slack.ts';
import { type InitOptions, tell } from './init-options.ts';

type Language = ChannelAnswer['language'];

const languages: { value: Language; label: string }[] = [
  { value: 'ko', label: '한국어 · Korean' },
  { value: 'en', label: 'English · 영어' },
  { value: 'both', label: 'Both · 둘 다' },
];

/** Every channel the accounts can see. */
export async function channelChoices(accounts: {
  slack: SlackAccount | null;
  discord: DiscordAccount | null;
}): Promise<ChannelChoice[]> {
  return [
    ...(accounts.slack ? await slackChannels(accounts.slack.desk) : []),
    ...(accounts.discord ? await discordChannels(accounts.discord.desk) : []),
  ];
}

/** What the accounts that were opened can reach. */
interface Reachable {
  choices: readonly ChannelChoice[];
  platforms: readonly ('slack' | 'discord')[];
}

type ChosenChannel = Omit<ChannelAnswer, 'schedule' | 'timezone'>;

/** The channels that get editions, each with its language. @throws Error that says which flag is missing */
export async function askChannels(options: InitOptions, seen: Reachable): Promise<ChosenChannel[]> {
  const { ask, flags, known: all } = options;
  const { choices } = seen;
  const known = all.filter((entry) => choices.some((choice) => isFor(entry, choice)));
  const named = flags.channel ?? [];
  if (named.length > 0) return named.reduce(addFromFlag(seen, known), []);
  // Of settings whose every channel is strange, such as the sample ones, none is kept.
  if (ask === null && known.length > 0) {
    const kept = all.filter(({ platform }) => seen.platforms.includes(platform));
    tell(options, `These channels are kept: ${kept.map(({ name }) => name).join(', ')}.`);
    return kept.map(({ name, platform, channel, language }) => ({ name, platform, channel, language }));
  }
  if (ask === null)
    throw new Error(
      `Say which channels get editions, such as --channel slack:C0123456789:ko. There is: ${list(choices)}.`,
    );
  if (choices.length === 0)
    throw new Error('The bot sees no channel: invite it, then run npx sowhat init again.');
  const chosen = await ask.many(
    'Which channels get an edition? (space chooses, enter goes on)',
    choices.map((choice) => ({ value: key(choice), label: labelOf(choice) })),
    choices.filter((choice) => known.some((entry) => isFor(entry, choice))).map(key),
  );
  const answers: ChosenChannel[] = [];
  for (const choice of choices.filter((each) => chosen.includes(key(each)))) {
    const likely = known.find((entry) => isFor(entry, choice))?.language ?? likelyLanguage(choice.name);
    const language = await ask.one(`Language of #${choice.name}`, languages, likely);
    answers.push(answerOf(choice, language, answers, known));
  }
  return answers;
}

/** Where the bot tells what a person must mend. @throws Error where the flag names no channel it sees */
export async function askOperator(
  { ask, flags, knownOperator }: InitOptions,
  seen: Reachable,
  channels: readonly ChosenChannel[],
): Promise<Answers['operator']> {
  if (flags.operator !== undefined) {
    const [platform, id = ''] = flags.operator.split(':');
    if ((platform === 'slack' || platform === 'discord') && id !== '') {
      seenAt(seen, { platform, id });
      return { platform, channel: id };
    }
    throw new Error(`--operator ${flags.operator} is not of the form slack:C0123456789.`);
  }
  if (knownOperator && !seen.platforms.includes(knownOperator.platform)) return knownOperator;
  const kept = seen.choices.some((choice) => knownOperator && isFor(knownOperator, choice))
    ? knownOperator
    : null;
  const initial = kept === null ? '' : `${kept.platform}:${kept.channel}`;
  const choices = seen.choices.filter(
    (choice) => key(choice) === initial || !channels.some((channel) => isFor(channel, choice)),
  );
  if (ask === null || choices.length === 0) return kept;
  const nowhere = { value: '', label: 'Nowhere; I read the log' };
  const chosen = await ask.one(
    'Where should it tell you when something needs mending?',
    [nowhere, ...choices.map((choice) => ({ value: key(choice), label: labelOf(choice) }))],
    initial,
  );
  const found = choices.find((choice) => key(choice) === chosen);
  return found ? { platform: found.platform, channel: found.id } : null;
}

function addFromFlag(reachable: Reachable, known: InitOptions['known']) {
  return (answers: ChosenChannel[], flag: string): ChosenChannel[] => {
    const [platform, id = '', language, name] = flag.split(':');
    const isLanguage = language === 'ko' || language === 'en' || language === 'both';
    if ((platform !== 'slack' && platform !== 'discord') || id === '' || !isLanguage)
      throw new Error(
        `--channel ${flag} is not of the form slack:C0123456789:ko (platform, id, then ko, en or both).`,
      );
    const seen = seenAt(reachable, { platform, id });
    const choice: Seen = { platform, id, name: seen?.name ?? `${platform}-${language}` };
    return [...answers, answerOf(choice, language, answers, known, name)];
  };
}

/**
 * The channel of a flag; undefined while the bot sees none of that platform, for it was not invited yet.
 * @throws Error where it sees others, or cannot be there at all
 */
function seenAt({ choices, platforms }: Reachable, { platform, id }: Pick<Seen, 'platform' | 'id'>) {
  if (!platforms.includes(platform))
    throw new Error(
      `${platform}:${id} cannot be reached, for there is no token for ${platform === 'slack' ? 'Slack' : 'Discord'}: give it too, or leave the channel out.`,
    );
  const seen = choices.find((choice) => choice.platform === platform && choice.id === id);
  if (seen === undefined && choices.some((choice) => choice.platform === platform))
    throw new Error(`The bot sees no ${platform} channel ${id}. There is: ${list(choices)}.`);
  return seen;
}

function isFor(
  entry: Pick<ChosenChannel, 'platform' | 'channel'>,
  { platform, id }: Pick<Seen, 'platform' | 'id'>,
): boolean {
  return entry.platform === platform && entry.channel === id;
}

type Seen = Omit<ChannelChoice, 'hint'>;

/** @param wanted a name of the person's own; else an entry there is keeps its name, for the ledger goes by it */
function answerOf(
  choice: Seen,
  language: Language,
  before: readonly ChosenChannel[],
  known: InitOptions['known'],
  wanted?: string,
): ChosenChannel {
  const { platform, id } = choice;
  const own = known.find((entry) => isFor(entry, choice));
  const taken = [...before, ...known.filter((entry) => entry !== own)].map(({ name }) => name);
  const name = wanted === undefined && own ? own.name : entryName(wanted ?? choice.name, platform, taken);
  return { name, platform, channel: id, language };
}

function key({ platform, id }: ChannelChoice): string {
  return `${platform}:${id}`;
}

function labelOf({ platform, name, hint }: ChannelChoice): string {
  const where = platform === 'slack' ? 'Slack' : 'Discord';
  return `#${name} · ${where}${hint === '' ? '' : `, ${hint}`}`;
}

function list(choices: readonly ChannelChoice[]): string {
  return choices.map((choice) => `${key(choice)} (#${choice.name})`).join(', ') || 'none';
}

function likelyLanguage(name: string): Language {
  if (/\p{Script=Hangul}|(?:^|[-_])(?:ko|kr|kor|korea|korean)(?:$|[-_])/iu.test(name)) return 'ko';
  return /(?:^|[-_])(?:en|eng|english|us|uk|global)(?:$|[-_])/i.test(name) ? 'en' : 'both';
}
