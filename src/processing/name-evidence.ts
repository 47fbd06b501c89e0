import { type AliasName, type AliasTable, aliasKey } from '../search/alias-table.ts';
import { termsOfText } from '../search/terms-of-text.ts';
import { titledPeople } from './korean-person.ts';
import { lettersSaid } from './letter-names.ts';
import { foldName, latinWords } from './names.ts';
import { wordsOfPlace } from './places.ts';
import { isSpoken, isSpokenIn } from './spoken-name.ts';

/** Names that mean the same. */
type AliasGroup = readonly AliasName[];

/** What a text gives to trace a name by. */
export interface NameEvidence {
  /** Latin words and their pieces, folded. */
  latin: ReadonlySet<string>;
  /** First letters of the Latin words in order. */
  initials: string;
  /** Hangul words, with and without their endings. */
  hangul: ReadonlySet<string>;
  /** Koreans with a title: 윤하늘 대표. */
  people: ReadonlySet<string>;
  /** Most of it is in letters that no name is traced in: Chinese and Japanese ones. */
  isOther: boolean;
  /** Groups of the alias file that the text has a name of. */
  groups: ReadonlySet<AliasGroup>;
}

const otherLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** A name of the alias file as a text has it. */
export interface KnownName {
  text: string;
  groups: readonly AliasGroup[];
}

/** Every name of the alias file in a text. */
export function knownNamesIn(text: string, aliases: AliasTable): KnownName[] {
  const terms = termsOfText(text);
  const found: KnownName[] = [];
  for (const from of terms.keys())
    for (let to = from + 1; to <= Math.min(terms.length, from + aliases.longest); to += 1) {
      const run = terms.slice(from, to);
      const groups = aliases.byKey.get(aliasKey(run));
      if (groups) found.push({ text: run.map(({ word }) => word.typed).join(' '), groups });
    }
  return found;
}

/** A group of names whose Latin ones have a capital: `Apple, 애플`, `LG Electronics, LG전자`, and not `layoff, 해고`. */
export function isOfNames(group: AliasGroup): boolean {
  const latin = group.filter(
    ({ text }) => /\p{Script=Latin}/u.test(text) && !/\p{Script=Hangul}/u.test(text),
  );
  return (
    latin.length > 0 &&
    latin.every(({ text }) => /^\p{Lu}\P{Lu}|\p{Ll}\p{Lu}|^\p{Lu}+ \p{Lu}\p{Ll}/u.test(text))
  );
}

export function nameEvidence(text: string, aliases: AliasTable): NameEvidence {
  const words = latinWords(text);
  const hangul = termsOfText(text).filter(({ word }) => word.script === 'hangul');
  const others = text.match(otherLetters)?.length ?? 0;
  return {
    isOther: others * 2 > (text.match(/\p{L}/gu)?.length ?? 0),
    latin: new Set(words.flatMap((each) => [foldName(each), ...each.split(/[-.]/).map(foldName)])),
    initials: words.map((each) => each[0]?.toLowerCase() ?? '').join(''),
    hangul: new Set(hangul.flatMap(({ term, form }) => [term, form])),
    people: new Set(titledPeople(text)),
    groups: new Set(knownNamesIn(text, aliases).flatMap(({ groups }) => groups)),
  };
}

/** Whether a Latin word of a name is in a text: as it is, under another name, or by its sound in Hangul. */
export function isTraced(name: string, evidence: NameEvidence, aliases: AliasTable): boolean {
  const { latin, initials, hangul, groups } = evidence;
  const folded = foldName(name);
  const pieces = name.split(/[-.]/).filter((piece) => piece !== '');
  if (latin.has(folded)) return true;
  if (pieces.length > 1 && pieces.every((piece) => isTraced(piece, evidence, aliases))) return true;
  // "Large language model" may become LLM.
  if (/^\p{Lu}{2,5}$/u.test(name) && initials.includes(folded)) return true;
  if ([...latin].some((word) => isInflected(word, folded))) return true;
  const places = wordsOfPlace(folded);
  if (places.some((place) => latin.has(place) || hangul.has(place))) return true;
  if (knownNamesIn(name, aliases).some((known) => known.groups.some((group) => groups.has(group))))
    return true;
  return [...hangul].some((word) => lettersSaid(word) === folded || isSpokenIn(word, folded));
}

/** Whether a name of the alias file is in a text under any of its names, or by its sound. */
export function isKnownTraced(known: KnownName, evidence: NameEvidence, aliases: AliasTable): boolean {
  const isNamed = (text: string) =>
    /^\p{Script=Latin}/u.test(text) && text.split(' ').every((word) => isTraced(word, evidence, aliases));
  return (
    known.groups.some((group) => evidence.groups.has(group) || group.some(({ text }) => isNamed(text))) ||
    wordsOfPlace(known.text).some((place) => evidence.latin.has(place)) ||
    [...evidence.latin].some((word) => isSpoken(known.text, word))
  );
}

/** `German` and `Germany`, `Chinese` and `China`. */
function isInflected(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let common = 0;
  while (common < shorter && a[common] === b[common]) common += 1;
  return common >= Math.max(4, shorter - 1) && Math.max(a.length, b.length) - common <= 3;
}
