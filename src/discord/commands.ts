import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { manageCommand } from './manage-command.ts';
import { menuCommands } from './menu-commands.ts';
import { ownCommand } from './own-command.ts';

/**
 * Three global commands, since permissions cannot be set per subcommand: `/brief` for everybody, `/briefing` for those
 * who manage channels, `/mybrief` for oneself. One `/brief` with optional text options: subcommands would forbid the bare command.
 * Beside them the entries in the menu of a message.
 * @see https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups
 */
export const commands: RESTPutAPIApplicationCommandsJSONBody = [
  {
    type: ApplicationCommandType.ChatInput,
    name: 'brief',
    name_localizations: { ko: '브리핑', 'en-US': 'brief' },
    description: 'Find briefs on a topic, or show the latest edition',
    description_localizations: { ko: '주제로 브리핑을 찾거나 최신 브리핑을 봅니다' },
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        name_localizations: { ko: '주제', 'en-US': 'topic' },
        description: 'What are you looking for? Korean or English. “help” explains more',
        description_localizations: { ko: '찾는 주제 (한국어·영어 모두 됩니다, 도움말은 help)' },
        required: false,
        autocomplete: true,
        max_length: 300,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'since',
        name_localizations: { ko: '기간', 'en-US': 'since' },
        description: 'Only from then on: last week, since march, 2026-06-01',
        description_localizations: { ko: '이때부터: 지난주, 3월부터, 2026-06-01' },
        required: false,
        autocomplete: true,
        max_length: 60,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'source',
        name_localizations: { ko: '출처', 'en-US': 'source' },
        description: 'Only from this outlet',
        description_localizations: { ko: '이 매체의 브리핑만' },
        required: false,
        autocomplete: true,
        max_length: 80,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'language',
        name_localizations: { ko: '언어', 'en-US': 'language' },
        description: 'Language of the answer; yours when left out',
        description_localizations: { ko: '답변 언어 (비워 두면 내 언어)' },
        required: false,
        choices: [
          { name: '한국어', value: 'ko' },
          { name: 'English', value: 'en' },
        ],
      },
    ],
  },
  manageCommand,
  ownCommand,
  ...menuCommands,
];
