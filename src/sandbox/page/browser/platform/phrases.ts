export type Language = 'ko' | 'en';

/** Every fixed word of the page, once, side by side. `{0}` and `{1}` are filled in. */
const PHRASES = {
  today: ['오늘', 'Today'],
  yesterday: ['어제', 'Yesterday'],
  onlyYou: ['나에게만 보임', 'Only visible to you'],
  dismiss: ['메시지 닫기', 'Dismiss message'],
  edited: ['(편집됨)', '(edited)'],
  app: ['앱', 'APP'],
  used: ['{0} 님이 사용함:', '{0} used'],
  thinking: ['{0} 앱이 생각하는 중이에요…', '{0} is thinking…'],
  replies: ['댓글 {0}개', '{0} replies'],
  reply: ['댓글 1개', '1 reply'],
  lastReply: ['마지막 댓글 {0}', 'Last reply {0}'],
  messages: ['메시지 {0}개', '{0} Messages'],
  message: ['메시지 1개', '1 Message'],
  thread: ['스레드', 'Thread'],
  replyInThread: ['스레드에 댓글 달기', 'Reply in thread'],
  close: ['닫기', 'Close'],
  back: ['뒤로', 'Back'],
  cancel: ['취소', 'Cancel'],
  submit: ['제출', 'Submit'],
  addReaction: ['반응 추가', 'Add reaction'],
  reactWith: ['{0} 반응 남기기', 'React with {0}'],
  reactedBy: ['{1} 님이 {0} 반응', '{1} reacted with {0}'],
  moreActions: ['메시지 메뉴', 'Message actions'],
  copyLink: ['링크 복사', 'Copy link'],
  copied: ['링크를 복사했습니다.', 'Link copied.'],
  channels: ['채널', 'Channels'],
  directMessages: ['다이렉트 메시지', 'Direct messages'],
  openChannels: ['채널 목록 열기', 'Open the channel list'],
  closeChannels: ['채널 목록 닫기', 'Close the channel list'],
  switchPlatform: ['플랫폼', 'Platform'],
  botConnected: ['봇 연결됨', 'Bot connected'],
  botAway: ['봇 연결 안 됨', 'Bot not connected'],
  sandbox: ['샌드박스', 'Sandbox'],
  actingAs: ['말하는 사람', 'Acting as'],
  admin: ['관리자', 'admin'],
  language: ['화면 언어', 'Page language'],
  theme: ['화면 밝기', 'Appearance'],
  themeAuto: ['자동', 'Auto'],
  themeLight: ['밝게', 'Light'],
  themeDark: ['어둡게', 'Dark'],
  writeTo: ['{0}에 메시지 보내기', 'Message {0}'],
  writeReply: ['댓글 쓰기', 'Reply…'],
  send: ['보내기', 'Send'],
  commands: ['명령어', 'Commands'],
  suggestions: ['제안', 'Suggestions'],
  empty: ['아직 아무 글도 없습니다.', 'Nothing here yet.'],
  emptyHint: [
    '/brief 를 입력하거나 다음 회차를 기다려 보세요.',
    'Type /brief, or wait for the next edition.',
  ],
  showOlder: ['이전 글 {0}개 더 보기', 'Show {0} older messages'],
  loading: ['불러오는 중…', 'Loading…'],
  offline: ['샌드박스와 연결이 끊겼습니다. 다시 연결하는 중…', 'Lost the sandbox. Reconnecting…'],
  noChannel: [
    '그런 채널이 없습니다. 왼쪽 목록에서 골라 주세요.',
    'There is no such channel. Choose one from the list.',
  ],
  didNotRespond: ['애플리케이션이 응답하지 않았어요', 'The application did not respond'],
  interactionFailed: ['상호작용에 실패했어요', 'This interaction failed'],
  slackTrouble: [
    '연결하는 데 문제가 있었습니다. 다시 시도해 보세요.',
    'We had some trouble connecting. Try again?',
  ],
  notACommand: [
    '{0} 은(는) 올바른 명령이 아닙니다. 메시지로 보내려면 앞에 빈칸을 넣으세요.',
    '{0} is not a valid command. To send it as a message, put a space in front.',
  ],
  requestFailed: ['샌드박스가 거절했습니다: {0}', 'The sandbox refused: {0}'],
  slackbot: ['슬랙봇', 'Slackbot'],
  unknownBlock: ['이 페이지가 보여 주지 못하는 블록: {0}', 'A block this page cannot show: {0}'],
  deletedPerson: ['알 수 없는 사용자', 'unknown-user'],
  deletedChannel: ['알 수 없는 채널', 'unknown'],
  required: ['필수', 'required'],
  optional: ['(선택 사항)', '(optional)'],
  choose: ['선택하세요', 'Choose'],
  apply: ['적용', 'Apply'],
  spoiler: ['스포일러', 'Spoiler'],
  notSent: ['알림 없이 보냄', 'Sent without a notification'],
  archived: ['보관됨', 'Archived'],
  botNotHere: ['봇이 이 채널에 없습니다', 'The bot is not in this channel'],
} satisfies Record<string, readonly [ko: string, en: string]>;

export type PhraseName = keyof typeof PHRASES;

/** One fixed phrase in `language`, its blanks filled with `values` in order. */
export function phrase(name: PhraseName, language: Language, ...values: (string | number)[]): string {
  const [ko, en] = PHRASES[name];
  const text: string = language === 'ko' ? ko : en;
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
