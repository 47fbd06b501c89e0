/** Tense consonants are the strong ones: 덴쓰, 까르푸 and 카르푸 are one way to write a foreign word and another. */
const INITIALS = 'ㄱㅋㄴㄷㅌㄹㅁㅂㅍㅅㅅ-ㅈㅊㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** Most letters that stand for one sound. */
export const LONGEST_CHUNK = 3;
const OF_VOWEL = /^(?:[aeiouywh]{1,3}|[aeiouy]{0,2}[rl]e?|[aeiou]{1,2}gh|[aeiou]{1,2}r{1,2})$/;
const OF_CONSONANT = /^(?:[^aeiou]{1,3}|[^aeiou]{1,2}e|[tcsg]i|[^aeiou]u|ghe?)$/;

/** The sounds of a Hangul word one by one: 포드 is ㅍ ㅗ ㄷ ㅡ; a final consonant has a hyphen before it, the silent ㅇ is none. */
export function soundUnits(hangul: string): string[] {
  const units: string[] = [];
  for (const syllable of hangul) {
    const index = syllable.charCodeAt(0) - 0xac00;
    if (index < 0 || index >= 11172) continue;
    const initial = INITIALS.charAt(Math.floor(index / 588));
    if (initial !== '-') units.push(initial);
    units.push(VOWELS.charAt(Math.floor((index % 588) / 28)));
    const final = FINALS[index % 28];
    if (final) units.push(`-${final}`);
  }
  return units;
}

/** Which letters may stand for a sound at all: vowels for a vowel, consonants for a consonant, nothing for either. */
export function chunksOf(unit: string): (chunk: string) => boolean {
  return VOWELS.includes(unit) ? ofVowel : ofConsonant;
}

const ofVowel = remembering(OF_VOWEL);
const ofConsonant = remembering(OF_CONSONANT);

/** What a pattern said of each chunk: at most some ten thousand chunks of three letters. */
function remembering(pattern: RegExp): (chunk: string) => boolean {
  const known = new Map([['', true]]);
  return (chunk) => {
    const fits = known.get(chunk) ?? pattern.test(chunk);
    known.set(chunk, fits);
    return fits;
  };
}

/** The letters a to z of a Latin word or name, without blanks and accents. */
export function englishLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
