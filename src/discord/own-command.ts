import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { topicAtMost } from '../answers/follow-subject.ts';

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
      name: 'follow',
      name_localizations: { ko: '구독', 'en-US': 'follow' },
      description: 'A direct message, once a day at most, when there is news on a topic',
      description_localizations: { ko: '주제에 새 소식이 나오면 하루에 한 번 다이렉트 메시지로 받습니다' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'topic',
          name_localizations: { ko: '주제', 'en-US': 'topic' },
          description: 'What to follow, in Korean or English',
          description_localizations: { ko: '구독할 주제 (한국어·영어 모두 됩니다)' },
          required: true,
          autocomplete: true,
          max_length: topicAtMost,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'unfollow',
      name_localizations: { ko: '구독취소', 'en-US': 'unfollow' },
      description: 'Stop following a topic',
      description_localizations: { ko: '주제 구독을 취소합니다' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'topic',
          name_localizations: { ko: '주제', 'en-US': 'topic' },
          description: 'Which one; a menu of all when left out',
          description_localizations: { ko: '취소할 주제 (비워 두면 목록에서 고릅니다)' },
          required: false,
          autocomplete: true,
          max_length: topicAtMost,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'follows',
      name_localizations: { ko: '구독목록', 'en-US': 'follows' },
      description: 'What you follow',
      description_localizations: { ko: '구독하는 주제를 봅니다' },
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
