import { type Sound, skeletonOf } from './sound.ts';
import { soundsOfHangul } from './sounds-of-hangul.ts';
import { soundsOfLatin } from './sounds-of-latin.ts';

/** Readings of each word of a name of several that are tried with those of the others. */
const MOST_OF_PART = 3;
const PLURAL = /^[a-z]{3,}[^aious]s$/;

/** The ways a folded word, or a name of several, may be read aloud: up to two for Hangul, up to sixteen for Latin. */
export function readings(form: string): Sound[][] {
  if (!/^[a-z]/.test(form)) {
    const undoubled = soundsOfHangul(withoutDoubling(form));
    const spoken = soundsOfHangul(form);
    return undoubled.length === spoken.length || skeletonOf(undoubled).length < 2
      ? [spoken]
      : [spoken, undoubled];
  }
  const [first = '', ...rest] = form.split(' ');
  if (rest.length > 0) {
    const after = readings(rest.join(' ')).slice(0, MOST_OF_PART);
    return readings(first)
      .slice(0, MOST_OF_PART)
      .flatMap((start) => after.flatMap((end) => joined(start, end)));
  }
  // Korean takes foreign words over without their plural: 레이오프 is layoffs.
  const singular = PLURAL.test(form) ? soundsOfLatin(form.slice(0, -1)) : [];
  return [...soundsOfLatin(form), ...singular];
}

/** A final ㅅ before a stop or a sibilant may only double it, as in words from Japanese (닛산, 삿포로). */
const DOUBLING = /\u11ba(?=[\u1100\u1101\u1103\u1104\u1107-\u110a\u110c-\u1111])/g;

function withoutDoubling(hangul: string): string {
  return hangul.normalize('NFD').replace(DOUBLING, '').normalize('NFC');
}

/** Two words read as one; Korean hears one stop where the second begins with the stop that the first ends in (에픽게임즈, epic games). */
function joined(start: Sound[], end: Sound[]): Sound[][] {
  const apart = [...start, ...end];
  const meets = start.at(-1)?.kind === end[0]?.kind && 'PTK'.includes(end[0]?.kind ?? 'V');
  return meets ? [apart, [...start.slice(0, -1), ...end]] : [apart];
}

/** The distinct consonant skeletons a word may be read as. */
export function skeletonsOf(form: string): string[] {
  return [...new Set(readings(form).map(skeletonOf))].filter((skeleton) => skeleton !== '');
}
