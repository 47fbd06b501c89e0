import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** A text in Korean and in English. */
interface Said {
  ko: string;
  en: string;
}

function subcommand(name: Said, description: Said): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: name.en,
    name_localizations: { ko: name.ko, 'en-US': name.en },
    description: description.en,
    description_localizations: { ko: description.ko },
  };
}

function text(name: Said, description: Said) {
  return {
    type: ApplicationCommandOptionType.String as const,
    name: name.en,
    name_localizations: { ko: name.ko, 'en-US': name.en },
    description: description.en,
    description_localizations: { ko: description.ko },
    required: false,
  };
}

/** `/briefing`: for those who look after a channel. What is left out of `here` stays as it is. */
export const manageCommand: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  name: 'briefing',
  name_localizations: { ko: '브리핑관리', 'en-US': 'briefing' },
  description: 'Look after the editions of this channel',
  description_localizations: { ko: '이 채널의 브리핑을 관리합니다' },
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageChannels),
  options: [
    {
      ...subcommand(
        { ko: '여기', en: 'here' },
        {
          ko: '이 채널에서 브리핑을 받거나, 언어·시각·주제를 바꿉니다',
          en: 'Set up editions in this channel, or change language, time and topics',
        },
      ),
      options: [
        {
          ...text({ ko: '언어', en: 'language' }, { ko: '브리핑의 언어', en: 'Language of the editions' }),
          choices: [
            { name: '한국어', value: 'ko' },
            { name: 'English', value: 'en' },
            { name: '한국어 + English', value: 'both' },
          ],
        },
        {
          ...text(
            { ko: '시각', en: 'time' },
            { ko: '브리핑을 올릴 시각: 08:30', en: 'When editions come: 08:30' },
          ),
          max_length: 20,
        },
        {
          ...text(
            { ko: '요일', en: 'days' },
            { ko: '평일, 매일, 월수금', en: 'weekdays, daily, or such as mon, wed, fri' },
          ),
          max_length: 80,
          autocomplete: true,
        },
        {
          ...text(
            { ko: '시간대', en: 'timezone' },
            { ko: '서울, 뉴욕, Asia/Tokyo', en: 'Seoul, New York, Asia/Tokyo' },
          ),
          max_length: 60,
          autocomplete: true,
        },
        {
          ...text(
            { ko: '주제', en: 'topics' },
            { ko: '쉼표로 나눈 주제, 전체는 all', en: 'Topics with commas between them; all for everything' },
          ),
          max_length: 1_000,
          autocomplete: true,
        },
      ],
    },
    subcommand(
      { ko: '중지', en: 'pause' },
      { ko: '다시 시작할 때까지 브리핑을 멈춥니다', en: 'No editions here until you resume' },
    ),
    subcommand({ ko: '재개', en: 'resume' }, { ko: '브리핑을 다시 시작합니다', en: 'Editions come again' }),
    subcommand(
      { ko: '지금', en: 'now' },
      { ko: '새 소식이 있으면 지금 바로 올립니다', en: 'Post an edition right now, if there is news' },
    ),
    subcommand(
      { ko: '설정', en: 'settings' },
      { ko: '이 채널의 설정과, 누가 바꾸었는지 봅니다', en: 'This channel’s settings, and who set them' },
    ),
    subcommand(
      { ko: '초기화', en: 'reset' },
      { ko: '채팅에서 바꾼 설정을 모두 지웁니다', en: 'Take back everything that was set in the chat' },
    ),
    subcommand(
      { ko: '상태', en: 'status' },
      {
        ko: '채널마다 지난 브리핑과 다음 브리핑, 막힌 것을 봅니다',
        en: 'Each channel’s last and next edition, and what is held up',
      },
    ),
  ],
};
