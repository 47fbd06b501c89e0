import type { Sound } from './sound.ts';

/** Choseong, jungseong and jongseong in the order of the Unicode Hangul syllables block. */
const INITIALS: (Sound | undefined)[] = [
  { kind: 'K', letter: 'g' }, { kind: 'K', letter: 'g' }, { kind: 'N', letter: 'n' }, { kind: 'T', letter: 'd' },
  { kind: 'T', letter: 'd' }, { kind: 'R', letter: 'r' }, { kind: 'M', letter: 'm' }, { kind: 'P', letter: 'b' },
  { kind: 'P', letter: 'b' }, { kind: 'S', letter: 's' }, { kind: 'S', letter: 's' }, undefined,
  { kind: 'S', letter: 'j' }, { kind: 'S', letter: 'j' }, { kind: 'S', letter: 'c' }, { kind: 'K', letter: 'k' },
  { kind: 'T', letter: 't' }, { kind: 'P', letter: 'p' }, { kind: 'H', letter: 'h' },
];
const VOWELS = ['a', 'e', 'ia', 'ie', 'o', 'e', 'io', 'ie', 'o', 'ua', 'ue', 'ue', 'io', 'u', 'uo', 'ue', 'ui', 'iu', '-', 'i', 'i'];
const FINALS: string[] = ['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'r', 'rk', 'rm', 'rp', 'r', 'r', 'rp', 'r', 'm', 'p', 'p', 't', 't', 'n', 't', 't', 'k', 't', 'p', ''];
const KINDS: Record<string, Sound['kind']> = { k: 'K', n: 'N', t: 'T', r: 'R', m: 'M', p: 'P' };

/** A Hangul word as rough sounds, the way Korean writes foreign words: 증 = S·u·N; ㅡ is a vowel that may be absent. */
export function soundsOfHangul(word: string): Sound[] {
  const sounds: Sound[] = [];
  for (const syllable of word) {
    const index = syllable.charCodeAt(0) - 0xac00;
    if (index < 0 || index >= 11172) continue;
    const initial = INITIALS[Math.floor(index / 588)];
    const previous = sounds.at(-1);
    if (initial && !(initial.kind === 'R' && previous?.kind === 'R')) sounds.push(initial);
    for (const letter of VOWELS[Math.floor((index % 588) / 28)] ?? '') sounds.push({ kind: 'V', letter });
    for (const letter of FINALS[index % 28] ?? '') sounds.push({ kind: KINDS[letter] ?? 'N', letter });
  }
  return sounds;
}
