import { isoDayIn, readTime } from '../search/read-time.ts';
import { plainWords } from './read-own-words.ts';

const dayMs = 86_400_000;
/** What was missed where no time is said. */
const usualDays = 7;

const missed =
  /(?:what(?:['’]s| is)? new|what (?:did|have) i miss(?:ed)?|what i(?:['’]ve)? missed|catch me up|(?:내가 ?)?놓친 ?(?:소식|뉴스|브리핑|것|거)?(?:들)?(?: ?(?:은|는|이|가))?|(?:뭘|뭐|무엇을|무슨 소식을?) ?놓쳤(?:어|지|나|니|나요|을까|을까요|어요)?)/giu;
const filler = /(?:^|\s)(?:please|so far|좀|다시|보여 ?줘|알려 ?줘|보여 ?주세요|알려 ?주세요)(?=\s|$)/giu;
const before = /^(?:since|from|after|이후|부터)(?=\s|$)\s*(?:the\s+)?/iu;
const behind = /\s?(?:이후로?|부터)$/u;

/**
 * What a question for everything since then asks for: `since monday`, `지난주부터`, `what did I miss`. Null where words
 * remain that are neither a time nor such a question: those are searched for.
 * @param now epoch ms
 * @param zone IANA name
 * @returns the first day, `YYYY-MM-DD`
 */
export function readSince(text: string, now: number, zone: string): string | null {
  const words = plainWords(text).replace(/[?!.？！]+$/u, '');
  const asked = words.replace(missed, ' ').replace(filler, ' ').replace(/\s+/g, ' ').trim();
  const when = asked.replace(before, '').replace(behind, '').trim();
  const isAsked = asked !== plainWords(words);
  if (!isAsked && when === asked) return null;
  return when === '' ? isoDayIn(now - usualDays * dayMs, zone) : firstDay(when, now, zone);
}

/** The first day of a time said in words; null where something else is said, too. */
function firstDay(when: string, now: number, zone: string): string | null {
  for (const phrase of [`since ${when}`, when, `last ${when}`, `지난 ${when}`]) {
    const read = readTime(phrase, now, zone);
    if (read !== undefined && read.rest === '') return read.span.from;
  }
  return null;
}
