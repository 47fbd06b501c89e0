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

  forgetAsk: {
    ko: '저장된 언어 설정과 구독, 보내 드린 다이렉트 메시지의 기록을 모두 지울까요?',
    en: 'Delete everything kept about you: your language, your follows and the record of your direct messages?',
  },
  forgetYes: { ko: '모두 지우기', en: 'Delete all of it' },
  forgotNothing: {
    ko: '지울 것이 없습니다. 저장된 것이 아무것도 없습니다.',
    en: 'There was nothing to delete: nothing is kept about you.',
  },
  forgot: (parts: readonly Bilingual[]): Bilingual => ({
    ko: `지웠습니다: ${parts.map(({ ko }) => ko).join(', ')}. 이제 저장된 것이 없습니다. 채널에 공유하신 글은 그대로 있고, 거기 있는 버튼으로 지울 수 있습니다.`,
    en: `Deleted: ${parts.map(({ en }) => en).join(', ')}. Nothing is kept about you now. What you shared with a channel stays there; its own button removes it.`,
  }),
  forgotLanguage: { ko: '언어 설정', en: 'your language' },
  forgotFollows: (count: number): Bilingual => ({
    ko: `구독 ${count}건`,
    en: count === 1 ? '1 follow' : `${count} follows`,
  }),
  forgotDirect: { ko: '다이렉트 메시지 기록', en: 'the record of your direct messages' },
} as const;
