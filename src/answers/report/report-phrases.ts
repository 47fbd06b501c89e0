import type { Bilingual } from '../../briefs/brief.ts';

/** What is said to whoever reports a problem, Korean and English side by side. */
export const reportPhrases = {
  title: { ko: '문제 신고', en: 'Report a problem' },
  submit: { ko: '보내기', en: 'Send' },
  about: {
    ko: '봇을 운영하는 분께 전합니다. 신고하신 분의 이름과 메시지 링크가 함께 갑니다.',
    en: 'This goes to whoever runs the bot, with your name and a link to the message.',
  },
  story: { ko: '소식', en: 'Story' },
  wholeMessage: { ko: '메시지 전체', en: 'The whole message' },
  text: { ko: '무엇이 잘못되었나요?', en: 'What is wrong?' },
  textHint: { ko: '비워 두셔도 됩니다.', en: 'You may leave this empty.' },
  textExample: { ko: '예: 금액이 원문과 다릅니다', en: 'Such as: the amount differs from the source' },
  told: {
    ko: '알려 주셔서 고맙습니다. 봇을 운영하는 분께 전했습니다.',
    en: 'Thank you. Whoever runs the bot has been told.',
  },
  noted: {
    ko: '알려 주셔서 고맙습니다. 기록해 두었습니다.',
    en: 'Thank you. It has been noted.',
  },
  often: {
    ko: '한 시간에 세 번까지 신고할 수 있습니다. 잠시 후 다시 보내 주세요.',
    en: 'You can report three times an hour. Please send this again later.',
  },
} satisfies Record<string, Bilingual>;
