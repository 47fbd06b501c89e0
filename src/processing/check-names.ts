import type { Language } from '../briefs/brief.ts';
import type { AliasTable } from '../search/alias-table.ts';
import { foreignWords } from './foreign-words.ts';
import {
  isKnownTraced,
  isOfNames,
  isTraced,
  type KnownName,
  knownNamesIn,
  type NameEvidence,
} from './name-evidence.ts';
import { type CapitalWord, capitalWords, latinNames, plainNames } from './names.ts';

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
    return [
      ...untraced(names, known, source, aliases, isKorean),
      ...untracedWords(plainNames(text), source, aliases),
    ];
  }
  return [
    ...untracedWords(latinNames(text), source, aliases),
    ...known
      .filter((name) => isHangul(name) && namesSomebody(name) && !isKnownTraced(name, source, aliases))
      .map((name) => name.text),
    ...foreignWords(text, known, source, aliases),
  ];
}

/** Names that a text has and its telling in the other language does not. */
export function lostNames(told: string, said: NameEvidence, aliases: AliasTable): string[] {
  const known = knownNamesIn(told, aliases);
  if (!/\p{Script=Hangul}/u.test(told)) {
    const names = capitalWords(told).filter(({ isWord }) => !isWord);
    const lost = untraced(names, known, said, aliases, true);
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

function namesSomebody({ groups }: KnownName): boolean {
  return groups.every(isOfNames);
}
