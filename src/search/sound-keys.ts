import { type Sound, skeletonOf } from './sound.ts';
import { soundsOfHangul } from './sounds-of-hangul.ts';
import { soundsOfLatin } from './sounds-of-latin.ts';

/** The ways a folded word may be read aloud: one for Hangul, up to eight for Latin. */
export function readings(form: string): Sound[][] {
  return /^[a-z]/.test(form) ? soundsOfLatin(form) : [soundsOfHangul(form)];
}

/** The distinct consonant skeletons a word may be read as. */
export function skeletonsOf(form: string): string[] {
  return [...new Set(readings(form).map(skeletonOf))].filter((skeleton) => skeleton !== '');
}
