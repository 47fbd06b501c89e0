import type { Bilingual } from '../briefs/brief.ts';

/** Fixed phrases of what a reader asks for oneself, Korean and English side by side. */
export const readerPhrases = {
  language: {
    ko: '이제부터 한국어로 답해 드립니다.',
    en: 'From now on you get everything in English.',
  },
  languageAuto: {
    ko: '언어 설정을 지웠습니다. 이제 앱에서 쓰시는 언어로 답해 드립니다.',
    en: 'Your choice of language is gone. Answers follow the language of your app again.',
  },
  whichLanguage: { ko: '어느 언어로 답해 드릴까요?', en: 'Which language would you like?' },
  automatic: { ko: '자동', en: 'Automatic' },

  missed: (total: number, from: Bilingual): Bilingual => ({
    ko: `${from.ko}부터 새 소식 ${total}건`,
    en: total === 1 ? `1 story since ${from.en}` : `${total} stories since ${from.en}`,
  }),
  missedNothing: (from: Bilingual): Bilingual => ({
    ko: `${from.ko}부터 들어온 새 소식이 없습니다.`,
    en: `Nothing new has come in since ${from.en}.`,
  }),
  missedHere: (span: Bilingual): Bilingual => ({
    ko: `${span.ko} · 이 채널의 주제만`,
    en: `${span.en} · this channel’s topics`,
  }),
  missedAll: (span: Bilingual): Bilingual => ({
    ko: `${span.ko} · 모든 소식`,
    en: `${span.en} · everything`,
  }),
  widen: { ko: '모든 소식 보기', en: 'Show everything' },
  narrow: { ko: '이 채널의 주제만', en: 'This channel’s topics' },
  noSuchTime: {
    ko: '언제부터인지 알아듣지 못했습니다. “월요일부터”, “지난주부터”, “6월 15일부터”처럼 적어 주세요.',
    en: 'I could not tell since when. Try “monday”, “last week” or “june 15”.',
  },

  followed: (topic: string): Bilingual => ({
    ko: `“${topic}” 소식을 구독했습니다. 새 소식이 나오면 하루에 한 번, 아침 9시에 다이렉트 메시지로 보내 드립니다.`,
    en: `You follow “${topic}”. When there is news, you get one direct message a day, at nine in the morning.`,
  }),
  followedBefore: (topic: string): Bilingual => ({
    ko: `“${topic}” 소식은 이미 구독하고 있습니다.`,
    en: `You follow “${topic}” already.`,
  }),
  followsFull: (atMost: number): Bilingual => ({
    ko: `${atMost}개까지 구독할 수 있습니다. 먼저 하나를 취소해 주세요.`,
    en: `You can follow ${atMost} topics. Please end one of them first.`,
  }),
  howToFollow: {
    ko: '구독할 주제를 함께 적어 주세요. 예: 구독 관세',
    en: 'Please say what to follow, for instance: follow tariffs',
  },
  topicTooLong: (atMost: number): Bilingual => ({
    ko: `주제가 너무 깁니다. ${atMost}자까지 적을 수 있습니다.`,
    en: `That topic is too long. It may have ${atMost} characters.`,
  }),
  noTopic: (topic: string): Bilingual => ({
    ko: `“${topic}”에는 찾을 낱말이 없습니다. 낱말로 적어 주세요.`,
    en: `There is no word to look for in “${topic}”. Please use words.`,
  }),
  directRefused: {
    ko: '다이렉트 메시지를 보내 드릴 수 없어 구독하지 못했습니다. 다이렉트 메시지를 허용하신 뒤 다시 구독해 주세요.',
    en: 'You cannot get direct messages from me, so nothing was followed. Please allow them and try again.',
  },
  directUnreachable: {
    ko: '지금은 다이렉트 메시지를 열 수 없어 구독하지 못했습니다. 잠시 후 다시 해 보시고, 계속되면 봇을 관리하는 분께 알려 주세요.',
    en: 'A direct message cannot be opened just now, so nothing was followed. Try again in a moment; if it goes on, tell whoever looks after the bot.',
  },
  unfollowed: (topic: string): Bilingual => ({
    ko: `“${topic}” 구독을 취소했습니다.`,
    en: `You no longer follow “${topic}”.`,
  }),
  notFollowed: (topic: string): Bilingual => ({
    ko: `“${topic}” 소식은 구독하고 있지 않습니다.`,
    en: `You do not follow “${topic}”.`,
  }),
  noFollows: {
    ko: '구독하는 주제가 없습니다. “구독 관세”처럼 적으면 구독합니다.',
    en: 'You follow nothing yet. “follow tariffs” follows tariffs.',
  },
  followsTitle: { ko: '구독하는 주제', en: 'What you follow' },
  following: (count: number): Bilingual => ({
    ko: `구독 ${count}건 · 새 소식은 하루에 한 번 다이렉트 메시지로 보내 드립니다`,
    en: `${count === 1 ? '1 topic' : `${count} topics`} · one direct message a day when there is news`,
  }),
  unfollowOne: { ko: '구독 취소하기', en: 'Stop following…' },
  manageFollows: { ko: '구독 관리', en: 'What I follow' },
  newsTitle: (date: Bilingual): Bilingual => ({
    ko: `구독하신 새 소식 · ${date.ko}`,
    en: `New on what you follow · ${date.en}`,
  }),
  newsPush: (topics: string, title: string): Bilingual => ({
    ko: `${topics}: ${title}`,
    en: `${topics}: ${title}`,
  }),
  newsMore: (topic: string, more: number): Bilingual => ({
    ko: `${more}건 더 있습니다: /brief ${topic}`,
    en: `${more} more: /brief ${topic}`,
  }),

  forgetAsk: {
    ko: '저장된 언어 설정과 구독, 보내 드린 다이렉트 메시지와 공유의 기록을 모두 지울까요? 채널에 공유하신 글은 남고, 그 뒤로는 버튼으로 지울 수 없습니다. 채널 설정을 바꾸거나 기사를 삭제·정정한 기록은 남습니다.',
    en: 'Delete everything kept about you: your language, your follows, the record of your direct messages and of what you shared? Shared posts stay in their channels, and their button can then no longer remove them. Who changed a channel’s settings, or retracted or corrected a story, stays on record.',
  },
  forgetYes: { ko: '모두 지우기', en: 'Delete all of it' },
  forgotNothing: {
    ko: '지울 것이 없습니다. 채널 설정을 바꾸거나 기사를 삭제·정정한 기록이 있다면 그것만 남아 있습니다.',
    en: 'There was nothing to delete. Only who changed a channel’s settings, or retracted or corrected a story, is on record.',
  },
  forgot: (parts: readonly Bilingual[]): Bilingual => ({
    ko: `지웠습니다: ${parts.map(({ ko }) => ko).join(', ')}. 채널에 공유하신 글과, 채널 설정을 바꾸거나 기사를 삭제·정정한 기록은 남습니다.`,
    en: `Deleted: ${parts.map(({ en }) => en).join(', ')}. What you shared with a channel stays there, and so does the record of who changed its settings, or retracted or corrected a story.`,
  }),
  forgotLanguage: { ko: '언어 설정', en: 'your language' },
  forgotFollows: (count: number): Bilingual => ({
    ko: `구독 ${count}건`,
    en: count === 1 ? '1 follow' : `${count} follows`,
  }),
  forgotShares: (count: number): Bilingual => ({
    ko: `공유 ${count}건의 기록`,
    en: count === 1 ? 'the record of 1 share' : `the record of ${count} shares`,
  }),
  forgotDirect: { ko: '다이렉트 메시지 기록', en: 'the record of your direct messages' },
} as const;
