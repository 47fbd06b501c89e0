/** A word of a text, as stories compare it. */
export interface Word {
  /** Lower case, without possessive and ending; `gpt5.6` for "GPT-5.6", "GPT 5.6" and "GPT5.6". */
  stem: string;
  /**
   * `name`: a capital inside a sentence, capitals or digits within the word, or a capital in Korean text.
   * `maybe`: a capital where every word has one, at the start of a sentence or in a headline in title case.
   */
  case: 'name' | 'maybe' | 'word';
  /** Stands right behind the word before it, with nothing but a space or a hyphen between. */
  close: boolean;
}

const word =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\d]*(?:[.+&'][\p{Script=Latin}\d]+)*\+?|[$€£₩]?\d[\d,.]*(?:(?:[KMBTkmbt]|bn|mn)(?![\p{L}\d]))?%?|\p{Script=Hangul}+/gu;
/** A model or version number behind a name: short, or with a point. */
const version = /^\d{1,2}(?:\.\d+)?$|^\d\.\d+$/;
const particle =
  /(?:에서의|으로의|에서는|으로는|에게서|이라고|라고|까지|부터|에서|에게|으로|처럼|보다|이나|이며|하며|하고|했으며|되며|됩니다|했습니다|하였습니다|입니다|합니다|습니다|있는|하는|했다|한다|된다|들의|들이|들은|들을|은|는|이|가|을|를|의|에|와|과|로|도|만|들)$/u;
const months = new Set(
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december'.split(
    ' ',
  ),
);

/** The words of one field of a brief, in order. Numbers are left to {@link readFigures}. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  const clean = text
    .replace(/[’‘`´]/g, "'")
    .replace(/\b(?:[A-Za-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''));
  const titleCase = isTitleCase(clean);
  const korean = /\p{Script=Hangul}/u.test(clean);
  let end = 0;
  let startsSentence = true;
  let joinable: Word | null = null;
  for (const match of clean.matchAll(word)) {
    const token = match[0];
    const between = clean.slice(end, match.index);
    startsSentence = end === 0 || /[.!?:"“(\n]\s*$/.test(between);
    end = match.index + token.length;
    if (/^[$€£₩\d]/.test(token)) {
      if (joinable && version.test(token) && /^[\s-]?$/.test(between))
        words.push({ stem: joinable.stem + token, case: 'name', close: true });
      joinable = null;
      continue;
    }
    if (/^\p{Script=Hangul}/u.test(token)) {
      const stem = koreanStem(token);
      if (stem.length > 1) words.push({ stem, case: 'word', close: false });
      joinable = null;
      continue;
    }
    const read = latinWord(token, korean || !(startsSentence || titleCase), /^[ -]$/.test(between));
    joinable = /^\p{Lu}/u.test(token) && !months.has(read.stem) ? read : null;
    words.push(read);
  }
  return words;
}

function latinWord(token: string, capitalCounts: boolean, close: boolean): Word {
  const bare = token.replace(/'s$|'$/iu, '');
  const inner = /\p{Ll}\p{Lu}|\d|\.\p{L}|\+$/u.test(bare) || /^\p{Lu}{2,}$/u.test(bare);
  const capital = /^\p{Lu}/u.test(bare);
  return {
    stem: englishStem(bare.toLowerCase()),
    case: inner || (capital && capitalCounts) ? 'name' : capital ? 'maybe' : 'word',
    close,
  };
}

/** True where nearly every longer word has a capital, so that a capital says nothing. */
function isTitleCase(text: string): boolean {
  const longer = text.match(/\p{Script=Latin}{4,}/gu) ?? [];
  return longer.length > 2 && longer.filter((token) => /^\p{Lu}/u.test(token)).length > 0.7 * longer.length;
}

/** Endings only; a dictionary would not know the names that matter here. */
function englishStem(stem: string): string {
  if (stem.length < 5 || /[\d.+&']/.test(stem)) return stem;
  const singular = stem.replace(/(?<=[^aeiou])ies$/, 'y').replace(/(?<=ch|sh|x|z|ss)es$|(?<=[^sui])s$/, '');
  const root = singular.length > 5 ? singular.replace(/(?:ing|ed)$/, '') : singular;
  const kept = root.length >= 3 && /[aeiouy]/.test(root) ? root : singular;
  return kept.replace(/(?<=[^aeiou])e$/, '').replace(/([bdfgmnprt])\1$/, '$1');
}

function koreanStem(token: string): string {
  const stem = token.length > 2 ? token.replace(particle, '') : token;
  return stem.length > 1 ? stem : token;
}
