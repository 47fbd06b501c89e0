import type { REST } from '@discordjs/rest';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type GatewayMessageReactionAddDispatchData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { answerPhrases } from '../answers/answer-phrases.ts';
import type { Answerer } from '../answers/answerer.ts';
import type { AnyAnswer, Command, CommandName, MenuEntry, Speaker, Spot } from '../answers/hearing.ts';
import type { Bilingual } from '../briefs/brief.ts';
import { splitMessage } from '../message/split-message.ts';
import { choicesOf } from './choices-of.ts';
import { discordCode } from './discord-errors.ts';
import { menuEntryOf } from './menu-commands.ts';
import type { IsOurs } from './own-servers.ts';
import { readForm } from './read-form.ts';
import { discordRenderer } from './render-discord.ts';
import { renderForm } from './render-form.ts';

const threadTypes: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
const alreadyAcknowledged = 40060;
/** Discord wants the first answer within 3 s; what takes longer than this is acknowledged before. */
const patienceMs = 1_500;

export interface HearDiscord {
  answerer: Answerer;
  /** Further messages beside an answer. */
  rest: REST;
  /** Acknowledgements and answers. */
  interactionsRest: REST;
  application: string;
  botUser: string;
  logger: Logger;
  /** False where this interaction or event was handled before. */
  isNewEvent: (id: string) => Promise<boolean>;
  isOurs: IsOurs;
}

export interface DiscordEars {
  interaction(interaction: APIInteraction): Promise<void>;
  reaction(reaction: GatewayMessageReactionAddDispatchData): Promise<void>;
}

/** A thread is a channel of its own on Discord; what is said in it is said in the channel it hangs on. */
function threadOf({ channel }: APIInteraction): Pick<Spot, 'parent'> {
  if (channel === undefined || !threadTypes.includes(channel.type)) return {};
  return 'parent_id' in channel && channel.parent_id ? { parent: channel.parent_id } : {};
}

/** What Slack people type after the command. All that is said in `/mybrief` is words; elsewhere options keep their names. */
function wordsOf(
  command: string,
  given: readonly APIApplicationCommandInteractionDataOption[],
): Pick<Command, 'words' | 'options'> {
  const [first] = given;
  const subcommand = first?.type === ApplicationCommandOptionType.Subcommand ? first : null;
  const options: Record<string, string> = {};
  for (const option of subcommand?.options ?? given)
    if (option.type === ApplicationCommandOptionType.String) options[option.name] = option.value;
  const { topic = '', ...others } = options;
  const said = command === 'mybrief' ? Object.values(options) : [topic];
  return {
    words: [subcommand?.name ?? '', ...said].join(' ').trim(),
    options: command === 'mybrief' ? {} : others,
  };
}

/** What Discord people say and do, as gateway dispatches, answered through the interaction's own address. */
export function hearDiscord(heard: HearDiscord): DiscordEars {
  const { answerer, rest, interactionsRest, application, logger, isNewEvent } = heard;

  function spotOf(interaction: APIInteraction): Spot {
    return {
      platform: 'discord',
      workspace: application,
      channel: interaction.channel?.id ?? '',
      ...threadOf(interaction),
      ...(interaction.guild_id === undefined ? { isDirect: true } : {}),
    };
  }

  function speakerOf(interaction: APIInteraction): Speaker {
    const user = interaction.member?.user ?? interaction.user;
    const granted = BigInt(interaction.member?.permissions ?? '0');
    const has = (permission: bigint) => (granted & permission) === permission;
    return {
      id: user?.id ?? '',
      name: interaction.member?.nick ?? user?.global_name ?? user?.username ?? '',
      locale: 'locale' in interaction ? interaction.locale : '',
      mayPost: has(PermissionFlagsBits.SendMessages) || has(PermissionFlagsBits.Administrator),
      mayManage: has(PermissionFlagsBits.ManageChannels) || has(PermissionFlagsBits.Administrator),
    };
  }

  async function respond(
    interaction: APIInteraction,
    type: InteractionResponseType,
    data?: object,
  ): Promise<void> {
    const body = { type, ...(data === undefined ? {} : { data }) };
    await interactionsRest
      .post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
      .catch((error: unknown) => {
        // A lost answer to an acknowledgement that arrived looks like this on the next one.
        if (discordCode(error) !== alreadyAcknowledged) throw error;
      });
  }

  /** Fills the acknowledged answer; what does not fit follows in further private messages. */
  async function show(
    interaction: APIInteraction,
    answer: AnyAnswer,
    acknowledgedAs: 'new' | 'replace',
  ): Promise<void> {
    if (answer.show === 'form') throw new Error('a form cannot follow an acknowledgement');
    const parts = splitMessage(answer.message, discordRenderer.fits);
    for (const [index, part] of parts.entries()) {
      const rendered = discordRenderer.render(part, { id: answer.id, silent: false, mentionRole: null });
      const intoOriginal = index === 0 && (acknowledgedAs === 'new' || answer.show === 'replace');
      const flags = MessageFlags.IsComponentsV2 | (intoOriginal ? 0 : MessageFlags.Ephemeral);
      const body = { ...rendered, flags };
      if (intoOriginal)
        await interactionsRest.patch(Routes.webhookMessage(application, interaction.token), {
          body,
          auth: false,
        });
      else await rest.post(Routes.webhook(application, interaction.token), { body, auth: false });
    }
  }

  function isOurs(interaction: APIInteraction): Promise<boolean> {
    return heard.isOurs({
      server: interaction.guild_id,
      channel: interaction.channel?.id ?? '',
      person: speakerOf(interaction).id,
    });
  }

  /** Says a sentence in private, in place of the acknowledged answer. */
  async function sayPlainly(
    interaction: APIInteraction,
    acknowledgedAs: 'new' | 'replace',
    said: Bilingual,
  ): Promise<void> {
    const text = said[speakerOf(interaction).locale.startsWith('ko') ? 'ko' : 'en'];
    if (acknowledgedAs === 'new')
      await interactionsRest.patch(Routes.webhookMessage(application, interaction.token), {
        body: { content: text },
        auth: false,
      });
    else
      await rest.post(Routes.webhook(application, interaction.token), {
        body: { content: text, flags: MessageFlags.Ephemeral },
        auth: false,
      });
  }

  async function command(interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
    await deferPrivately(interaction);
    if (!(await isOurs(interaction))) return sayPlainly(interaction, 'new', answerPhrases.foreignServer);
    const answer = await answerer.command({
      spot: spotOf(interaction),
      speaker: speakerOf(interaction),
      commands: [interaction.data.name as CommandName],
      ...wordsOf(interaction.data.name, interaction.data.options ?? []),
    });
    await show(interaction, answer, 'new');
  }

  async function press(interaction: APIMessageComponentInteraction): Promise<void> {
    const isPrivate = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    if (isPrivate) await respond(interaction, InteractionResponseType.DeferredMessageUpdate);
    else await deferPrivately(interaction);
    if (!(await isOurs(interaction)))
      return sayPlainly(interaction, isPrivate ? 'replace' : 'new', answerPhrases.foreignServer);
    const [id = '', ...action] = interaction.data.custom_id.split(':');
    const answer = await answerer.press({
      spot: spotOf(interaction),
      speaker: speakerOf(interaction),
      id,
      action: action.join(':'),
      values: 'values' in interaction.data ? interaction.data.values : [],
      isPrivate,
    });
    if (answer !== null) await show(interaction, answer, isPrivate ? 'replace' : 'new');
  }

  /** A form has to be the first answer, and in time; whatever else comes of it may follow later. */
  async function menu(interaction: APIMessageApplicationCommandInteraction): Promise<void> {
    const entry = menuEntryOf(interaction.data.name);
    if (entry === null) return;
    const working = menuAnswer(interaction, entry);
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, patienceMs, 'late'));
    // One that fails is acknowledged, too, so that it can be said.
    const first = await Promise.race([working.catch(() => 'late' as const), late]);
    if (first !== 'late' && first !== null && first.show === 'form')
      return respond(interaction, InteractionResponseType.Modal, renderForm(first));
    await deferPrivately(interaction);
    const answer = await working;
    if (answer === null) return sayPlainly(interaction, 'new', answerPhrases.foreignServer);
    if (answer.show === 'form') return sayPlainly(interaction, 'new', answerPhrases.tooLate);
    await show(interaction, answer, 'new');
  }

  /** Null where the bot does not answer. */
  async function menuAnswer(
    interaction: APIMessageApplicationCommandInteraction,
    entry: MenuEntry,
  ): Promise<AnyAnswer | null> {
    if (!(await isOurs(interaction))) return null;
    const about = { spot: spotOf(interaction), speaker: speakerOf(interaction) };
    return answerer.menu({ ...about, entry, messageId: interaction.data.target_id });
  }

  async function submit(interaction: APIModalSubmitInteraction): Promise<void> {
    await deferPrivately(interaction);
    if (!(await isOurs(interaction))) return sayPlainly(interaction, 'new', answerPhrases.foreignServer);
    const back = await answerer.submit({
      spot: spotOf(interaction),
      speaker: speakerOf(interaction),
      id: interaction.data.custom_id,
      values: readForm(interaction.data),
    });
    if (back === null) return sayPlainly(interaction, 'new', answerPhrases.tooOld);
    if (back.errors === null) return show(interaction, await back.answer, 'new');
    const wrong = Object.values(back.errors).join('\n');
    await sayPlainly(interaction, 'new', { ko: wrong, en: wrong });
  }

  function deferPrivately(interaction: APIInteraction): Promise<void> {
    return respond(interaction, InteractionResponseType.DeferredChannelMessageWithSource, {
      flags: MessageFlags.Ephemeral,
    });
  }

  async function complete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
    const [first] = interaction.data.options;
    const subcommand = first?.type === ApplicationCommandOptionType.Subcommand ? first : null;
    const focused = (subcommand?.options ?? interaction.data.options).find(
      (option) => 'focused' in option && option.focused === true,
    );
    const typing = {
      spot: spotOf(interaction),
      speaker: speakerOf(interaction),
      command: [interaction.data.name, ...(subcommand === null ? [] : [subcommand.name])].join(' '),
      option: focused?.name ?? '',
      typed: focused !== undefined && 'value' in focused ? String(focused.value) : '',
    };
    const completions = (await isOurs(interaction)) ? await answerer.complete(typing) : [];
    const choices = choicesOf(completions);
    await respond(interaction, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices });
  }

  /** What was acknowledged shows “thinking…” for a quarter of an hour, unless it is answered. */
  async function sayThatItFailed(interaction: APIInteraction): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return;
    const isPrivatePress =
      interaction.type === InteractionType.MessageComponent &&
      ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    await sayPlainly(interaction, isPrivatePress ? 'replace' : 'new', answerPhrases.failed).catch(
      (error: unknown) => logger.warn({ err: error }, 'that an answer failed could not be said'),
    );
  }

  return {
    async interaction(interaction) {
      try {
        if (!(await isNewEvent(`discord:interaction:${interaction.id}`))) return;
        if (interaction.type === InteractionType.ApplicationCommand) {
          const { type } = interaction.data;
          if (type === ApplicationCommandType.ChatInput)
            await command(interaction as APIChatInputApplicationCommandInteraction);
          if (type === ApplicationCommandType.Message)
            await menu(interaction as APIMessageApplicationCommandInteraction);
        } else if (interaction.type === InteractionType.MessageComponent) await press(interaction);
        else if (interaction.type === InteractionType.ModalSubmit) await submit(interaction);
        else if (interaction.type === InteractionType.ApplicationCommandAutocomplete)
          await complete(interaction);
      } catch (error) {
        logger.error({ err: error }, 'an answer on Discord failed');
        await sayThatItFailed(interaction);
      }
    },

    async reaction(reaction) {
      try {
        // Other people's messages and other bots' flags are ignored without a look-up.
        if (reaction.message_author_id !== undefined && reaction.message_author_id !== heard.botUser) return;
        if (reaction.user_id === heard.botUser || reaction.member?.user?.bot === true) return;
        if (reaction.emoji.id !== null || reaction.emoji.name === null) return;
        await answerer.flag({
          spot: { platform: 'discord', workspace: application, channel: reaction.channel_id },
          messageId: reaction.message_id,
          emoji: reaction.emoji.name,
        });
      } catch (error) {
        logger.error({ err: error }, 'a flag on Discord could not be answered');
      }
    },
  };
}
