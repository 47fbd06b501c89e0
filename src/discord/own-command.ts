import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** `/mybrief`: what a reader keeps for oneself. Works in the conversation with the bot, too. */
export const ownCommand: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'mybrief',
  name_localizations: { ko: '내브리핑', 'en-US': 'mybrief' },
  description: 'For yourself: your language, what you missed, what you follow',
  description_localizations: { ko: '나만의 설정: 언어, 놓친 소식, 구독' },
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'since',
      name_localizations: { ko: '이후', 'en-US': 'since' },
      description: 'What you missed, the most important first',
      description_localizations: { ko: '놓친 소식을 중요한 순서로 봅니다' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'when',
          name_localizations: { ko: '언제', 'en-US': 'when' },
          description: 'monday, last week, june 15; seven days when left out',
          description_localizations: { ko: '월요일, 지난주, 6월 15일 (비워 두면 지난 7일)' },
          required: false,
          max_length: 60,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'lang',
      name_localizations: { ko: '언어', 'en-US': 'lang' },
      description: 'The language you get everything in',
      description_localizations: { ko: '모든 답변을 받을 언어를 정합니다' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'language',
          name_localizations: { ko: '언어', 'en-US': 'language' },
          description: 'Automatic follows the language of your Discord',
          description_localizations: { ko: '자동은 디스코드에 설정된 언어를 따릅니다' },
          required: true,
          choices: [
            { name: '한국어', value: 'ko' },
            { name: 'English', value: 'en' },
            { name: 'Automatic', name_localizations: { ko: '자동', 'en-US': 'Automatic' }, value: 'auto' },
          ],
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'forget',
      name_localizations: { ko: '잊어줘', 'en-US': 'forget' },
      description: 'Deletes everything kept about you',
      description_localizations: { ko: '저장된 내 정보를 모두 지웁니다' },
    },
  ],
};
