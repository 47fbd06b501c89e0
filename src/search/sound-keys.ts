import { type Sound, skeletonOf } from './sound.ts';
import { soundsOfHangul } from './sounds-of-hangul.ts';
import { soundsOfLatin } from './sounds-of-latin.ts';

const PLURAL = /^[a-z]{3,}[^aious]s$/;

/** The ways a folded word may be read aloud: one for Hangul, up to sixteen for Latin. */
export function readings(form: string): Sound[][] {
  if (!/^[a-z]/.test(form)) return [soundsOfHangul(form)];
  // Korean takes foreign words over without their plural: 레이오프 is layoffs.
  const singular = PLURAL.test(form) ? soundsOfLatin(form.slice(0, -1)) : [];
  return [...soundsOfLatin(form), ...singular];
}

/** The distinct consonant skeletons a word may be read as. */
export function skeletonsOf(form: string): string[] {
  return [...new Set(readings(form).map(skeletonOf))].filter((skeleton) => skeleton !== '');
}
