import { assemble } from 'es-hangul';
import { foldText } from './fold-text.ts';

export type Script = 'hangul' | 'latin' | 'jamo' | 'other';

/** One run of one script in a text. */
export interface Word {
  /** Folded: lower case, no accents, no apostrophes. */
  text: string;
  /** As typed, for the keyboard layouts, where upper case is another letter. */
  typed: string;
  script: Script;
  /** Nothing, or only a hyphen or the point of a site's name, stands between it and the word before. */
  glued: boolean;
  /** Position of the typed run in the text. */
  at: number;
}

const RUN =
  /(?<jamo>[\uac00-\ud7a3]*[\u3131-\u318e][\u3131-\u318e\uac00-\ud7a3]*)|(?<hangul>[\uac00-\ud7a3]+)|(?<latin>(?<![a-z0-9])[a-z](?:\/[a-z](?![a-z0-9])|(?:\+\+|#)(?![a-z+#]))|[a-z0-9]+(?:(?:[.,](?=[0-9])|['’&])[a-z0-9]+)*)|(?<other>[\p{L}\p{N}]+?(?=[\uac00-\ud7a3\u3131-\u318ea-z0-9]|[^\p{L}\p{N}]|$))/gu;
const LETTERS_THEN_NUMBER = /^([a-z]{3,})([0-9][0-9.]*)$/;

/**
 * Splits a text into runs of one script; numbers keep their point (5.6), letters part from a number after them (gpt5). A
 * letter is another name with its sign: C++ is cpp, C# is csharp.
 */
export function splitWords(text: string): Word[] {
  const folded = foldText(text);
  // Folding may change the length (ﬁ, ㈜); then the typed case is not worth keeping.
  const source = folded.length === text.length ? text : folded;
  const words: Word[] = [];
  let end = -1;
  for (const match of folded.matchAll(RUN)) {
    const [run] = match;
    const between = end < 0 ? ' ' : folded.slice(end, match.index);
    const script = scriptOf(match.groups);
    // Names of sites are said as one word (Vibe.co, Booking.com).
    const dotted = between === '.' && script === 'latin' && words.at(-1)?.script === 'latin';
    const glued = between === '' || between === '-' || between === '‑' || dotted;
    end = match.index + run.length;
    pushRun(words, run, source.slice(match.index, end), script, glued, match.index);
  }
  return words;
}

function pushRun(
  words: Word[],
  run: string,
  typed: string,
  script: Script,
  glued: boolean,
  at: number,
): void {
  if (script === 'jamo') {
    words.push(wordOfJamo(run, typed, glued, at));
    return;
  }
  if (script !== 'latin') {
    words.push({ text: run, typed, script, glued, at });
    return;
  }
  const text = run
    .replace(/['’]s$/, '')
    .replace(/[&'’,/]/g, '')
    .replace('++', 'pp')
    .replace('#', 'sharp');
  const parts = LETTERS_THEN_NUMBER.exec(text);
  if (!parts?.[1] || !parts[2]) {
    words.push({ text, typed, script, glued, at });
    return;
  }
  words.push({ text: parts[1], typed: typed.slice(0, parts[1].length), script, glued, at });
  words.push({
    text: parts[2],
    typed: typed.slice(parts[1].length),
    script,
    glued: true,
    at: at + parts[1].length,
  });
}

/** Letters typed one by one (ㅍㅔㄴ) are the word they make; those that make none stay letters. */
function wordOfJamo(run: string, typed: string, glued: boolean, at: number): Word {
  const whole = assemble([...run]);
  const made = /^[\uac00-\ud7a3]+$/.test(whole);
  return { text: made ? whole : run, typed, script: made ? 'hangul' : 'jamo', glued, at };
}

function scriptOf(groups: Record<string, string> | undefined): Script {
  if (groups?.hangul) return 'hangul';
  if (groups?.latin) return 'latin';
  return groups?.jamo ? 'jamo' : 'other';
}
