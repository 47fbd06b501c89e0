/** What the words of `/mybrief` ask for; on Slack the same words follow `/brief`. */
export type OwnWish =
  | { kind: 'language'; to: 'ko' | 'en' | 'auto' | null }
  | { kind: 'follow'; topic: string }
  | { kind: 'unfollow'; topic: string }
  | { kind: 'follows' }
  | { kind: 'forget' };

const languages: Readonly<Record<string, 'ko' | 'en' | 'auto'>> = {
  ...{ ko: 'ko', korean: 'ko', 한국어: 'ko', 한글: 'ko', 국문: 'ko' },
  ...{ en: 'en', english: 'en', 영어: 'en', 영문: 'en' },
  ...{ auto: 'auto', automatic: 'auto', 자동: 'auto' },
};
const language = /^(?:lang|언어)(?:\s+(\S+))?$/iu;
const unfollow = /^(?:unfollow|구독\s?취소)(?:\s+(.+))?$/isu;
const follows = /^(?:follows|following|구독\s?목록)$/iu;
const follow = /^(?:follow|구독)(?:\s+(.+))?$/isu;
const forget = /^(?:forget(?:\s+me)?|잊어\s?줘)$/iu;
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** Words as they are compared: no control characters, one space between them. */
export function plainWords(text: string): string {
  return text.replace(invisible, ' ').replace(/\s+/g, ' ').trim();
}

/** Null where the words ask for something else: `언어 모델` is a topic, and a quoted word always is. */
export function readOwnWords(text: string): OwnWish | null {
  const words = plainWords(text);
  const spoken = language.exec(words);
  if (spoken !== null) {
    const to = spoken[1] === undefined ? null : languages[spoken[1].toLowerCase()];
    return to === undefined ? null : { kind: 'language', to };
  }
  if (follows.test(words)) return { kind: 'follows' };
  const ended = unfollow.exec(words);
  if (ended !== null) return { kind: 'unfollow', topic: ended[1] ?? '' };
  const begun = follow.exec(words);
  if (begun !== null) return { kind: 'follow', topic: begun[1] ?? '' };
  return forget.test(words) ? { kind: 'forget' } : null;
}
