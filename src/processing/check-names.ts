import type { Language } from '../briefs/brief.ts';
import type { AliasTable } from '../search/alias-table.ts';
import { foreignWords } from './foreign-words.ts';
import { untoldHangul } from './hangul-names.ts';
import { familyWords, mayBePerson, wordsOfPerson } from './korean-person.ts';
import {
  isKnownTraced,
  isOfNames,
  isTraced,
  type KnownName,
  knownNamesIn,
  type NameEvidence,
} from './name-evidence.ts';
import { type CapitalWord, capitalWords, foldName, latinNames, latinWords, plainNames } from './names.ts';

/** Names of a text that its source does not have, in either spelling. */
export function strangeNames(
  text: string,
  language: Language,
  source: NameEvidence,
  aliases: AliasTable,
): string[] {
  if (source.isOther) return [];
  const known = knownNamesIn(text, aliases);
  if (language === 'en') {
    const isKorean = source.hangul.size > source.latin.size;
    const names = capitalWords(text).filter(
      ({ isWord, opensSentence, text: name }) =>
        !isWord || (!opensSentence && (!isKorean || knownNamesIn(name, aliases).some(mayNameSomebody))),
    );
    const people = koreans(text, source);
    return [
      ...untraced(
        names.filter((each) => !people.has(foldName(each.text))),
        known,
        source,
        aliases,
        isKorean,
      ),
      ...untracedWords(plainNames(text), source, aliases),
    ];
  }
  return [
    ...untracedWords(latinNames(text), source, aliases),
    ...known
      .filter((name) => isHangul(name) && namesSomebody(name) && !isKnownTraced(name, source, aliases))
      .map((name) => name.text),
    ...foreignWords(text, known, source, aliases),
    ...untoldHangul(text, known, source, aliases),
  ];
}

/** The words that tell the source's Koreans: both names, or a surname of one with a title. */
function koreans(text: string, source: NameEvidence): Set<string> {
  const written = latinWords(text).map((word) => word.split('-').map(foldName));
  const words = new Set(written.flatMap((pieces) => [pieces.join(''), ...pieces]));
  const whole = [...source.hangul].filter(mayBePerson).flatMap((person) => wordsOfPerson(person, words));
  const titled = [...source.people].flatMap((person) => familyWords(person, words));
  const found = new Set([...whole, ...titled]);
  return new Set([...found, ...written.filter((pieces) => found.has(pieces.join(''))).flat()]);
}

/** Names that a text has and its telling in the other language does not. */
export function lostNames(told: string, said: NameEvidence, aliases: AliasTable): string[] {
  const known = knownNamesIn(told, aliases);
  if (!/\p{Script=Hangul}/u.test(told)) {
    const names = capitalWords(told).filter(({ isWord }) => !isWord);
    const people = koreans(told, said);
    const lost = untraced(names, known, said, aliases, true).filter((name) => !people.has(foldName(name)));
    return [
      ...untracedWords(plainNames(told), said, aliases),
      ...(lost.length * 2 > names.length ? lost : []),
    ];
  }
  const somebody = known.filter((name) => isHangul(name) && namesSomebody(name));
  const lost = somebody.filter((name) => !isKnownTraced(name, said, aliases)).map((name) => name.text);
  return [
    ...untracedWords(latinNames(told), said, aliases),
    ...(lost.length * 2 > somebody.length ? lost : []),
  ];
}

function untracedWords(names: readonly string[], evidence: NameEvidence, aliases: AliasTable): string[] {
  return names.filter((name) => !isTraced(name, evidence, aliases));
}

/**
 * Words of names that are not traced; those of a name of the alias file that is traced as a whole are, too.
 * @param isHeard whether the other text has them by ear: of a name of several words most are enough then
 */
function untraced(
  words: readonly CapitalWord[],
  known: readonly KnownName[],
  evidence: NameEvidence,
  aliases: AliasTable,
  isHeard: boolean,
): string[] {
  const whole = known.filter((name) => name.text.includes(' ') && isKnownTraced(name, evidence, aliases));
  const excused = new Set(whole.flatMap(({ text }) => text.split(' ')));
  const isLost = ({ text }: CapitalWord) => !excused.has(text) && !isTraced(text, evidence, aliases);
  const runs = [...new Set(words.map(({ run }) => run))].map((run) =>
    words.filter((word) => word.run === run),
  );
  return runs.flatMap((run) => {
    const lost = run.filter(isLost);
    return isHeard && lost.length * 2 < run.length ? [] : lost.map(({ text }) => text);
  });
}

function isHangul({ text }: KnownName): boolean {
  return /\p{Script=Hangul}/u.test(text);
}

function mayNameSomebody({ groups }: KnownName): boolean {
  return groups.some(isOfNames);
}

/** What money is called names nobody, though a cup may be called so. */
const currencies = new Set(['유로', '달러', '위안', '루피', '파운드']);

function namesSomebody({ text, groups }: KnownName): boolean {
  if (currencies.has(text)) return false;
  // 오픈 alone, which the alias file finds in `US오픈`, is no name of it.
  const isWhole = (name: string) => /\p{Script=Latin}/u.test(text) || !/\p{Script=Latin}/u.test(name);
  return groups.every((group) => isOfNames(group) && group.some((name) => isWhole(name.text)));
}
