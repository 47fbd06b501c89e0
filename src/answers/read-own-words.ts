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
const language = /^(lang|언어)(?:\s+(\S+))?$/iu;
const unfollow = /^(?:unfollow|구독\s?취소)(?:\s+(.+))?$/isu;
const follows = /^(?:follows|following|구독\s?목록)$/iu;
const follow = /^(?:follow|구독)(?:\s+(.+))?$/isu;
/** Korean says the topic first: `관세 구독해 줘`. Without the verb it is a topic, as in `넷플릭스 구독`. */
const followLast = /^(.+)\s구독\s?해\s?(?:줘|주세요)$/su;
const unfollowLast = /^(.+)\s구독\s?취소(?:\s?해\s?(?:줘|주세요))?$/su;
const forget = /^(?:forget(?:\s+me)?|잊어\s?줘)$/iu;
const invisible = /[\p{Cc}\p{Cf}]/gu;

/** Words as they are compared: no control characters, one space between them. */
export function plainWords(text: string): string {
  return text.replace(invisible, ' ').replace(/\s+/g, ' ').trim();
}

/** Without the particle of an object: `을` stands behind a syllable that ends in a consonant, so `가을` has none. */
function withoutParticle(topic: string): string {
  const [, before = '', particle] = /^(.*[가-힣])([을를])$/su.exec(topic) ?? [];
  if (particle === undefined) return topic;
  const endsInConsonant = ((before.codePointAt(before.length - 1) ?? 0) - 0xac00) % 28 !== 0;
  return endsInConsonant === (particle === '을') ? before : topic;
}

/** Without the quotes that the whole topic may stand in. */
function bare(topic = ''): string {
  return topic.replace(/^(?:"([^"]+)"|“([^”]+)”)$/u, '$1$2').trim();
}

/** Null where the words ask for something else: `언어 모델` is a topic, and a quoted word always is. */
export function readOwnWords(text: string): OwnWish | null {
  const words = plainWords(text);
  const spoken = language.exec(words);
  if (spoken !== null) {
    const [, verb = '', wanted] = spoken;
    const to = wanted === undefined ? null : languages[wanted.toLowerCase()];
    // `lang` is no word of the news, so which languages there are is said to who asks for another one.
    if (to === undefined) return verb.toLowerCase() === 'lang' ? { kind: 'language', to: null } : null;
    return { kind: 'language', to };
  }
  if (follows.test(words)) return { kind: 'follows' };
  const ended = unfollow.exec(words);
  if (ended !== null) return { kind: 'unfollow', topic: bare(ended[1]) };
  const endedLast = unfollowLast.exec(words)?.[1];
  if (endedLast !== undefined) return { kind: 'unfollow', topic: bare(withoutParticle(endedLast)) };
  const begun = follow.exec(words);
  if (begun !== null) return { kind: 'follow', topic: bare(begun[1]) };
  const begunLast = followLast.exec(words)?.[1];
  if (begunLast !== undefined) return { kind: 'follow', topic: bare(withoutParticle(begunLast)) };
  return forget.test(words) ? { kind: 'forget' } : null;
}
