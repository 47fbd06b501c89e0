import type { Bilingual } from '../../briefs/brief.ts';
import type { PlatformName } from '../../digest/edition.ts';

/** Where `here` and the like are typed. */
const command: Readonly<Record<PlatformName, string>> = { slack: '/brief', discord: '/briefing' };

const mayNot: Readonly<Record<PlatformName, Bilingual>> = {
  slack: {
    ko: '이 채널의 브리핑은 워크스페이스 관리자와 소유자, 이 채널을 만든 사람, 그리고 설정 파일의 managers에 적힌 사람이 관리합니다.',
    en: 'Workspace admins and owners, the person who created this channel, and people listed under managers in the settings file look after its editions.',
  },
  discord: {
    ko: '이 채널의 브리핑은 여기에서 ‘채널 관리하기’ 권한이 있는 사람과 설정 파일의 managers에 적힌 사람이 관리합니다.',
    en: 'People with “Manage Channels” here, and people listed under managers in the settings file, look after this channel’s editions.',
  },
};

/** What is said to those who look after a channel, Korean and English side by side. */
export const managePhrases = {
  mayNot: (platform: PlatformName): Bilingual => mayNot[platform],
  quoteHint: (word: string): Bilingual => ({
    ko: `이 낱말을 검색하려면 따옴표로 묶어 주세요: /brief "${word}"`,
    en: `To search for the word itself, put it in quotes: /brief "${word}"`,
  }),
  needsChannel: {
    ko: '이 명령은 채널에서 씁니다. 브리핑을 받을 채널로 가서 다시 입력해 주세요.',
    en: 'This works in a channel. Go to the one that should get editions and type it there.',
  },
  inThread: {
    ko: '스레드가 아니라 채널에서 입력해 주세요.',
    en: 'Please type this in the channel itself, not in a thread.',
  },
  notPostable: {
    ko: '이 채널에는 브리핑을 올릴 수 없습니다. 텍스트 채널이나 공지 채널에서 입력해 주세요.',
    en: 'Editions cannot be posted in this kind of channel. Please type this in a text or announcement channel.',
  },
  rightsUnknown: {
    ko: '지금은 권한을 확인할 수 없어 아무것도 바꾸지 않았습니다. 잠시 후 다시 해 주세요.',
    en: 'Your rights cannot be looked up just now, so nothing was done. Please try again in a moment.',
  },
  joinLater: {
    ko: '지금은 채널에 들어갈 수 없어 아무것도 바꾸지 않았습니다. 잠시 후 다시 해 주세요.',
    en: 'The channel cannot be joined just now, so nothing was changed. Please try again in a moment.',
  },
  stillNot: {
    ko: '저장했지만 이 채널은 아직 브리핑을 받지 않습니다. 봇의 로그에 이유가 있으니, 봇을 운영하는 분께 알려 주세요.',
    en: 'This is saved, but the channel gets no editions yet. The bot’s log says why: please tell whoever runs it.',
  },
  invite: {
    ko: '봇이 아직 이 채널에 없습니다. 먼저 /invite @Sowhat 을 입력해 봇을 초대해 주세요.',
    en: 'The bot is not in this channel yet. Type /invite @Sowhat here first.',
  },
  lacks: (rights: readonly string[]): Bilingual => ({
    ko: `봇의 역할에 이 채널의 권한이 더 필요합니다: ${rights.join(', ')}. ‘채널 편집 → 권한’에서 켜 주세요.`,
    en: `The bot’s role needs more rights in this channel: ${rights.join(', ')}. Allow them under Edit Channel → Permissions.`,
  }),
  noEntry: (platform: PlatformName): Bilingual => ({
    ko: `이 채널은 아직 브리핑을 받지 않습니다. ${command[platform]} here 로 시작할 수 있습니다.`,
    en: `This channel gets no editions yet. ${command[platform]} here sets it up.`,
  }),

  formTitle: { ko: '이 채널의 브리핑', en: 'Editions in this channel' },
  formSubmit: { ko: '저장', en: 'Save' },
  formAbout: (name: string): Bilingual => ({
    ko: `${name} · 저장하면 미리보기를 먼저 보여드립니다. 채널에는 아직 올라가지 않습니다.`,
    en: `${name} · Saving shows you a preview first. Nothing is posted yet.`,
  }),
  language: { ko: '언어', en: 'Language' },
  languages: {
    ko: { ko: '한국어', en: 'Korean' },
    en: { ko: '영어', en: 'English' },
    both: { ko: '한국어와 영어', en: 'Korean and English' },
  },
  time: { ko: '시각', en: 'Time' },
  keepsPattern: (schedule: string): Bilingual => ({
    ko: `지금은 ${schedule} (cron)입니다. 비워 두면 그대로 둡니다.`,
    en: `Now ${schedule} (cron). Leave this empty to keep it.`,
  }),
  days: { ko: '요일', en: 'Days' },
  timezone: { ko: '시간대', en: 'Time zone' },
  timezoneHint: {
    ko: '도시 이름도 됩니다: 서울, 뉴욕, Asia/Tokyo',
    en: 'A city will do: Seoul, New York, Asia/Tokyo',
  },
  topics: { ko: '주제', en: 'Topics' },
  topicsHint: {
    ko: '쉼표로 나눠 주세요. 비워 두면 모든 소식을 받습니다.',
    en: 'With commas between them. Leave it empty for all news.',
  },
  topicsExample: { ko: '예: 에이전트 커머스, 결제', en: 'Such as: agentic commerce, payments' },

  noLanguage: { ko: '언어는 ko, en, both 가운데 하나입니다.', en: 'The language is one of ko, en and both.' },
  noTime: (typed: string): Bilingual => ({
    ko: `시각을 읽지 못했습니다(“${typed}”). 08:30 처럼 적어 주세요.`,
    en: `“${typed}” is not a time of day. Write one such as 08:30.`,
  }),
  timeToo: {
    ko: '지금 일정은 시각이 여럿입니다. 시각도 함께 정해 주세요.',
    en: 'The schedule now has several times. Please choose a time as well.',
  },
  noDays: {
    ko: '요일을 하나 이상 골라 주세요. 평일, 매일, 월수금, 월~목처럼 적을 수도 있습니다.',
    en: 'Choose at least one day: weekdays, daily, or such as mon, wed, fri or mon-thu.',
  },
  daysToo: {
    ko: '지금 일정은 요일이 단순하지 않습니다. 요일도 함께 정해 주세요.',
    en: 'The schedule now has more than days of the week. Please choose the days as well.',
  },
  noZone: (typed: string): Bilingual => ({
    ko: `“${typed}” 시간대를 찾지 못했습니다. Asia/Seoul 처럼 적어 주세요.`,
    en: `There is no time zone “${typed}”. Write one such as Asia/Seoul.`,
  }),
  manyTopics: (most: number): Bilingual => ({
    ko: `주제는 ${most}개까지 정할 수 있습니다.`,
    en: `That is too many topics; ${most} at most.`,
  }),
  longTopic: (most: number): Bilingual => ({
    ko: `주제 하나는 ${most}자까지입니다. 쉼표로 나눠 주세요.`,
    en: `A topic has ${most} characters at most. Put commas between topics.`,
  }),

  setUp: {
    ko: '설정했습니다. 이 채널은 이제 브리핑을 받습니다.',
    en: 'Done. This channel gets editions from now on.',
  },
  changed: { ko: '설정을 바꿨습니다.', en: 'The settings are changed.' },
  unchanged: { ko: '바뀐 것이 없습니다.', en: 'Nothing was changed.' },
  paused: {
    ko: '중지했습니다. 다시 시작할 때까지 브리핑이 올라오지 않고, 그동안의 소식은 다음 브리핑에 함께 담깁니다.',
    en: 'Paused. No editions come until you resume; what is missed joins the next one.',
  },
  alreadyPaused: { ko: '이미 중지되어 있습니다.', en: 'It is paused already.' },
  resumed: { ko: '다시 시작했습니다.', en: 'Resumed.' },
  notPaused: { ko: '중지되어 있지 않습니다.', en: 'It is not paused.' },
  posting: (stories: number): Bilingual => ({
    ko: `지금 올립니다. 소식 ${stories}건입니다.`,
    en: stories === 1 ? 'Posting it now: 1 story.' : `Posting it now: ${stories} stories.`,
  }),
  nothingNew: {
    ko: '이 채널에 새로 올릴 소식이 없어 아무것도 올리지 않았습니다.',
    en: 'There is nothing new for this channel, so nothing was posted.',
  },
  wasReset: {
    ko: '채팅에서 바꾼 설정을 모두 지웠습니다. 이제 설정 파일의 값을 따릅니다.',
    en: 'What was set in the chat is gone. The settings file counts again.',
  },
  wasRemoved: {
    ko: '채팅에서 만든 설정을 지웠습니다. 이 채널은 이제 브리핑을 받지 않습니다.',
    en: 'What was set in the chat is gone. This channel gets no editions any more.',
  },
  nothingToReset: {
    ko: '이 채널에는 채팅에서 바꾼 설정이 없습니다.',
    en: 'Nothing of this channel was set in the chat.',
  },
  undone: { ko: '되돌렸습니다.', en: 'Undone.' },
  overtaken: (name: string): Bilingual => ({
    ko: `그 뒤에 ${name} 님이 같은 설정을 다시 바꿔서 되돌리지 않았습니다.`,
    en: `${name} changed the same setting since, so nothing was undone.`,
  }),

  sheetTitle: { ko: '이 채널의 브리핑 설정', en: 'Editions in this channel' },
  allTopics: { ko: '모든 소식', en: 'all news' },
  setBy: (name: string, when: Bilingual): Bilingual => ({
    ko: `${name} 님이 ${when.ko}에 바꿈`,
    en: `set by ${name}, ${when.en}`,
  }),
  pausedBy: (name: string, when: Bilingual): Bilingual => ({
    ko: `${name} 님이 ${when.ko}부터 중지함`,
    en: `paused by ${name} since ${when.en}`,
  }),
  pausedInFile: { ko: '설정 파일에서 중지함', en: 'paused in the settings file' },
  next: (when: Bilingual): Bilingual => ({ ko: `다음 브리핑 ${when.ko}`, en: `Next edition ${when.en}` }),
  fromFile: { ko: '나머지는 설정 파일의 값입니다.', en: 'The rest is from the settings file.' },
  fromChat: {
    ko: '설정 파일에 없는 채널로, 모든 값을 채팅에서 정했습니다.',
    en: 'This channel is not in the settings file; all of it was set in the chat.',
  },
  howToChange: {
    ko: '바꾸려면 /briefing here 에 바꿀 것만 적어 주세요. 예: /briefing here time:09:00',
    en: 'To change something, use /briefing here with just that option, such as time:09:00.',
  },
  preview: {
    ko: '미리보기 — 나에게만 보이며, 아직 올라가지 않았습니다.',
    en: 'Preview — only you can see it; nothing is posted yet.',
  },
  emptyPreview: {
    ko: '지금 올릴 새 소식은 없습니다. 다음 브리핑은 새 소식이 들어오면 정한 시각에 올라옵니다.',
    en: 'There is no news to post right now. The next edition comes at its time, once there is news.',
  },
  lastChange: (name: string, when: Bilingual): Bilingual => ({
    ko: `마지막 변경: ${name} 님, ${when.ko}`,
    en: `Last changed by ${name}, ${when.en}`,
  }),
  change: { ko: '바꾸기', en: 'Change' },
  pause: { ko: '중지', en: 'Pause' },
  resume: { ko: '재개', en: 'Resume' },
  postNow: { ko: '지금 올리기', en: 'Post now' },
  undo: { ko: '되돌리기', en: 'Undo' },
  reset: { ko: '채팅에서 바꾼 것 지우기', en: 'Reset to the file' },
} as const;
