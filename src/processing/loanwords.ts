import { englishWords } from '../search/english-words.ts';
import { skeletonsOf } from '../search/sound-keys.ts';
import { foreignOdds } from '../search/transliteration.ts';
import { isSpelt, isSurelySpelt } from './spoken-name.ts';

/** Of one syllable: too short to be heard as anything for sure. */
const short = new Set('팀 앱 툴 폰 샵 숍 존 룸 봇 톡 컵 카 펀 홈'.split(' '));

let bySkeleton: Map<string, string[]> | undefined;
const judged = new Map<string, boolean>();
const judgedAtMost = 20_000;

/** Whether a Hangul word is an English word by ear: 마케팅. Two set together may be a name: 에버플로우. */
export function isLoanword(hangul: string): boolean {
  const known = judged.get(hangul);
  if (known !== undefined) return known;
  const is = isEnglish(hangul, isSpelt);
  if (judged.size >= judgedAtMost) judged.clear();
  judged.set(hangul, is);
  return is;
}

/** Whether the rest of a word is nothing, another loanword, or a Korean one. */
export function isPart(end: string): boolean {
  return (
    end === '' || foreignOdds(end) < 0 || short.has(end) || (end.length > 1 && isEnglish(end, isSurelySpelt))
  );
}

function isEnglish(hangul: string, isIt: (hangul: string, latin: string) => boolean): boolean {
  bySkeleton ??= readSkeletons();
  return skeletonsOf(hangul).some((skeleton) =>
    bySkeleton?.get(skeleton)?.some((word) => isIt(hangul, word)),
  );
}

function readSkeletons(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of englishWords())
    for (const skeleton of skeletonsOf(word)) {
      const words = found.get(skeleton);
      if (words) words.push(word);
      else found.set(skeleton, [word]);
    }
  return found;
}
