import { skeletonsOf } from '../search/sound-keys.ts';
import { englishLetters, soundUnits } from '../search/sound-units.ts';
import { spellingOdds } from '../search/transliteration.ts';

/** Log odds a sound from which even a word of other consonants is taken to be heard. */
const sureOddsASound = 1.7;
const leastOdds = 2;
const leastOddsOfLong = -2;
/** Characters; what is longer is no name, whatever it sounds like. */
const longestName = 60;
const longSkeleton = 4;
/** By their places in the Unicode block: ㄷ ㅈ ㅊ ㅌ as ㅅ, ㄲ ㅋ as ㄱ, ㅍ as ㅂ. */
const heardFinals: Record<number, number> = { 7: 19, 22: 19, 23: 19, 25: 19, 2: 1, 24: 1, 26: 17 };
const speltOddsASound = 1.35;

/** Whether a Hangul word spells a Latin one by ear: 퀼스톤 is Quillstone. */
export function isSpoken(hangul: string, latin: string): boolean {
  if (latin.length > longestName || hangul.length > longestName) return false;
  const letters = englishLetters(latin);
  if (oddsASound(hangul, letters) >= sureOddsASound) return true;
  const { odds } = oddsOf(hangul, letters);
  const ofHangul = skeletonsOf(hangul);
  const ofLatin = skeletonsOf(letters);
  if (odds >= leastOdds) return ofLatin.some((skeleton) => ofHangul.includes(skeleton));
  return odds >= leastOddsOfLong && ofHangul.some((mine) => ofLatin.some((its) => isNearLong(mine, its)));
}

/** Whether long words have all consonants but one in common: Korean writes 라이프치히 as Germans say Leipzig. */
function isNearLong(a: string, b: string): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (longer.length < longSkeleton || longer.length - shorter.length !== 1) return false;
  return [...longer].some((_letter, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

/** Whether it does so to the letter, as only a word that is taken over does. */
export function isSpelt(hangul: string, latin: string): boolean {
  return oddsASound(hangul, latin) >= speltOddsASound;
}

/** {@link isSpelt} beyond doubt, as a part of a longer word must be. */
export function isSurelySpelt(hangul: string, latin: string): boolean {
  return oddsASound(hangul, latin) >= sureOddsASound;
}

function oddsASound(hangul: string, letters: string): number {
  const { odds, sounds } = oddsOf(hangul, letters);
  return odds / Math.max(sounds, letters.length);
}

/** Final consonants as they are heard: 빛 is 빗, as Hanbit is written. */
function asHeard(hangul: string): string {
  return hangul.replace(/[\uac00-\ud7a3]/gu, (syllable) => {
    const code = syllable.charCodeAt(0) - 0xac00;
    const final = code % 28;
    return String.fromCharCode(0xac00 + code - final + (heardFinals[final] ?? final));
  });
}

function oddsOf(written: string, letters: string): { odds: number; sounds: number } {
  const hangul = asHeard(written);
  const sounds = soundUnits(hangul).length;
  const isOff = letters.length < 2 || letters.length * 2 < sounds || letters.length > sounds * 2 + 2;
  return { odds: isOff ? Number.NEGATIVE_INFINITY : spellingOdds(hangul, letters), sounds };
}

/** {@link isSpoken} of the beginning or the end of a word: Korean sets names together (워싱턴포스트) and adds to them. */
export function isSpokenIn(hangul: string, latin: string): boolean {
  if (isSpoken(hangul, latin)) return true;
  if (hangul.length > longestName) return false;
  for (let at = 1; at < hangul.length; at += 1) {
    if (hangul.length - at > 1 && isSpoken(hangul.slice(at), latin)) return true;
    if (at > 1 && isSpoken(hangul.slice(0, at), latin)) return true;
  }
  return false;
}
