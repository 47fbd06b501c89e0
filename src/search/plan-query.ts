import { type AliasName, type AliasTable, aliasKeys } from './alias-table.ts';
import { addAlternative, type Group } from './alternative.ts';
import { expandWord, literally, SOUNDS_TOO, soundsLike } from './expand-word.ts';
import { halfTyped } from './half-typed.ts';
import { joinNeighbours } from './join-neighbours.ts';
import type { Origin } from './search-types.ts';
import { soundCandidates } from './sound-candidates.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { splitCompound } from './split-compound.ts';
import type { Term } from './terms-of-text.ts';
import { isName, type Vocabulary } from './vocabulary.ts';
import { withoutAffix } from './without-affix.ts';

const ALIAS = 0.85;
const ASKING =
  /^[\uac00-\ud7a3]{1,5}(?:나|나요|다고|라고|냐고|까|까요|니|냐|지|지요|죠|요|는지|는가|은가|던가|어|다|래|며|다며|다던데|던데|려|네|네요|대|대요)$/;
/** Times to come: no brief is of one, and none is a name written by ear (내일 is no nail). */
const TIMES_AHEAD = new Set('내일 모레 내일모레 글피 내주 내달 내년 내후년'.split(' '));
const MOST_ALTERNATIVES = 10;

/** Turns the words of a query into groups of weighted alternatives. */
export function planQuery(words: readonly Term[], vocabulary: Vocabulary, aliases: AliasTable): Group[] {
  const last = words.at(-1);
  const predicate = words.length > 1 && last && isPredicate(last, vocabulary) ? last : undefined;
  const isKnown = (word: Term) => isKnownWord(word, vocabulary, aliases);
  const all = words
    .flatMap((word): Part[] => (isKnown(word) ? [{ term: word }] : splitUnknown(word, vocabulary, aliases)))
    .map(({ term, partOf, typed }): Group => {
      const isWord = TIMES_AHEAD.has(term.term) || aliasKeys([term]).some((key) => aliases.byKey.has(key));
      const alternatives = term === predicate ? [] : expandWord(term, vocabulary, isWord);
      const group = { typed: typed ?? term.form, words: [term], alternatives };
      if (typed !== undefined) for (const way of alternatives) way.origin = readOn(way.origin);
      return partOf === undefined ? group : { ...group, partOf };
    });
  addAliases(all, vocabulary, aliases);
  const asked = all.filter(
    ({ alternatives, words: [word] }) => alternatives.length > 0 || word !== predicate,
  );
  const groups = asked.length > 0 ? asked : all;
  joinNeighbours(groups, vocabulary);
  for (const group of groups) {
    group.alternatives = group.alternatives.sort((a, b) => b.weight - a.weight).slice(0, MOST_ALTERNATIVES);
  }
  return groups;
}

/** The query read literally: what was typed and its stems, nothing else. */
export function planLiterally(words: readonly Term[], vocabulary: Vocabulary): Group[] {
  return words.map((word) => ({
    typed: word.form,
    words: [word],
    alternatives: literally(word, vocabulary),
  }));
}

/** A short Korean verb that ends a question (보나, 될까) and that no brief has says nothing about the topic. */
function isPredicate(word: Term, vocabulary: Vocabulary): boolean {
  return word.word.script === 'hangul' && ASKING.test(word.form) && literally(word, vocabulary).length === 0;
}

interface Part {
  term: Term;
  /** The unknown word this was split off. */
  partOf?: string;
  /** What was typed, where that is only its beginning. */
  typed?: string;
}

/** A word that was not typed to its end is shown as what it was taken for. */
function readOn(origin: Origin): Origin {
  return origin === 'as typed' || origin === 'stem' ? 'spelling' : origin;
}

function splitUnknown(word: Term, vocabulary: Vocabulary, aliases: AliasTable): Part[] {
  const half = halfTyped(word, vocabulary);
  if (half)
    return [word.word.typed.startsWith(half.form) ? { term: half } : { term: half, typed: word.word.typed }];
  const byAlias = (part: Term) =>
    Math.max(
      0,
      ...aliasesOf([part], vocabulary, aliases).map(({ terms }) => vocabulary.briefsWith(terms[0] ?? '')),
    );
  const parts = splitCompound(word, vocabulary, byAlias);
  if (parts && !vocabulary.hasPhrase(parts.map(({ term }) => term)) && isNameOfOneWord(word, vocabulary))
    return [{ term: word }];
  if (parts) return parts.map((term) => ({ term, partOf: word.form }));
  const isKnown = (part: Term) => isKnownWord(part, vocabulary, aliases);
  return [{ term: withoutAffix(word, isKnown, () => isNameOfOneWord(word, vocabulary)) ?? word }];
}

function isKnownWord(word: Term, vocabulary: Vocabulary, aliases: AliasTable): boolean {
  return literally(word, vocabulary).length > 0 || aliasesOf([word], vocabulary, aliases).length > 0;
}

/** Two words that nobody sets side by side may be a name of one word, a letter from it (flipcart) or written by ear (스팟히어로). */
function isNameOfOneWord({ form, word }: Term, vocabulary: Vocabulary): boolean {
  return (
    spellingCandidates(form, vocabulary).some(({ form: other, edits }) => edits === 1 && isName(other)) ||
    (word.script === 'hangul' && soundCandidates(form, vocabulary).some(({ form: other }) => isName(other)))
  );
}

/** Adds the other names of every run of words that the aliases know, the longest first; each answers all words of its run. */
function addAliases(groups: readonly Group[], vocabulary: Vocabulary, aliases: AliasTable): void {
  for (let from = 0; from < groups.length; ) {
    const { names, length } = aliasAt(groups, from, vocabulary, aliases);
    const run = groups.slice(from, from + length);
    const typed = run.map((group) => group.typed).join(' ');
    for (const { text, terms } of names) {
      const isSame = isHangul(typed) !== isHangul(text) && soundsLike(typed, text.toLowerCase());
      const weight = isSame ? SOUNDS_TOO : ALIAS;
      for (const { alternatives } of run)
        addAlternative(alternatives, { terms, shown: text, origin: 'alias', weight });
    }
    from += length;
  }
}

function isHangul(text: string): boolean {
  return /[\uac00-\ud7a3]/.test(text);
}

/** The names that the longest run of words from a place on goes by. */
function aliasAt(
  groups: readonly Group[],
  from: number,
  vocabulary: Vocabulary,
  aliases: AliasTable,
): { names: AliasName[]; length: number } {
  for (let length = Math.min(aliases.longest, groups.length - from); length > 0; length--) {
    const words = groups.slice(from, from + length).flatMap((group) => group.words);
    const names = aliasesOf(words, vocabulary, aliases);
    if (names.length > 0) return { names, length };
  }
  return { names: [], length: 1 };
}

/** The names of the same thing that stand in some brief, as words or written as one (SharkNinja). */
function aliasesOf(words: readonly Term[], vocabulary: Vocabulary, aliases: AliasTable): AliasName[] {
  const names = aliasKeys(words).flatMap((key) => aliases.byKey.get(key)?.flat() ?? []);
  return names.flatMap((name): AliasName[] => {
    if (vocabulary.hasPhrase(name.terms)) return [name];
    const asOne = vocabulary.form(name.text.toLowerCase().replaceAll(' ', ''));
    return asOne && name.terms.length > 1 ? [{ ...name, terms: [asOne.term] }] : [];
  });
}
