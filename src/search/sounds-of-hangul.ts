import type { Sound } from './sound.ts';

/** Choseong, jungseong and jongseong in the order of the Unicode Hangul syllables block. */
const INITIALS = 'Kg K? Nn Td T? Rr Mm Pb P? Ss Ss - Sj Sj Sc Kk Tt Pp Hh'.split(' ');
const VOWELS = 'a e ia ie o e io ie o ua ue ue io u uo ue ui iu - i i'.split(' ');
/** A stop at the end of a syllable may be hard or soft; `q` is ng, which Korean keeps apart from n. */
const FINALS =
  ' K? K? K? Nn Nn Nn T? Rr RrK? RrMm RrP? Rr Rr RrP? Rr Mm P? P? T? T? Nq T? T? K? T? P? '.split(' ');

/** A Hangul word as rough sounds, the way Korean writes foreign words: 증 = S·u·N; ㅡ is a vowel that may be absent. */
export function soundsOfHangul(word: string): Sound[] {
  const sounds: Sound[] = [];
  for (const syllable of word) {
    const index = syllable.charCodeAt(0) - 0xac00;
    if (index < 0 || index >= 11172) continue;
    pushConsonants(sounds, INITIALS[Math.floor(index / 588)] ?? '');
    for (const letter of VOWELS[Math.floor((index % 588) / 28)] ?? '') pushVowel(sounds, letter);
    pushConsonants(sounds, FINALS[index % 28] ?? '');
  }
  return sounds;
}

/** Pairs of class and letter; ㄹㄹ is one sound, and so is a stop at the end of a syllable before its like (첩비스, chubbies). */
function pushConsonants(sounds: Sound[], pairs: string): void {
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const kind = pairs.charAt(i) as Sound['kind'];
    const previous = sounds.at(-1);
    if (previous?.kind === kind && previous.letter === '?') sounds.pop();
    if (kind !== 'R' || previous?.kind !== 'R') sounds.push({ kind, letter: pairs.charAt(i + 1) });
  }
}

/** Equal vowels in a row (디옌, adyen) are one. */
function pushVowel(sounds: Sound[], letter: string): void {
  if (sounds.at(-1)?.letter !== letter) sounds.push({ kind: 'V', letter });
}
