import type { AliasName, AliasTable } from './alias-table.ts';
import { addAlternative, type Group } from './alternative.ts';
import { expandWord, literally } from './expand-word.ts';
import { joinNeighbours } from './join-neighbours.ts';
import { splitCompound } from './split-compound.ts';
import type { Term } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const ALIAS = 0.8;
const ASKING = /^[\uac00-\ud7a3]{1,4}(?:나|나요|까|까요|니|냐|지|지요|죠|요|는지|는가|은가|던가|어|다|래)$/;
const MOST_ALTERNATIVES = 10;

/** Turns the words of a query into groups of weighted alternatives. */
export function planQuery(words: readonly Term[], vocabulary: Vocabulary, aliases: AliasTable): Group[] {
  const groups: Group[] = [];
  const asked = words.filter((word) => !isPredicate(word, vocabulary));
  const parts = (asked.length > 0 ? asked : words).flatMap((word) => splitUnknown(word, vocabulary));
  for (let i = 0; i < parts.length; ) {
    const { names, length } = aliasAt(
      parts.map(({ term }) => term),
      i,
      aliases,
    );
    const slice = parts.slice(i, i + length);
    const group = groupOf(
      slice.map(({ term }) => term),
      vocabulary,
    );
    if (slice[0]?.partOf !== undefined) group.partOf = slice[0].partOf;
    for (const name of names) {
      if (name.terms.every((term) => vocabulary.briefsWith(term) > 0)) {
        addAlternative(group.alternatives, {
          terms: name.terms,
          shown: name.text,
          origin: 'alias',
          weight: ALIAS,
        });
      }
    }
    groups.push(group);
    i += length;
  }
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

/** A short Korean verb that asks (보나, 될까) and that no brief has says nothing about the topic. */
function isPredicate(word: Term, vocabulary: Vocabulary): boolean {
  return word.word.script === 'hangul' && ASKING.test(word.form) && literally(word, vocabulary).length === 0;
}

interface Part {
  term: Term;
  /** The unknown word this was split off. */
  partOf?: string;
}

function splitUnknown(word: Term, vocabulary: Vocabulary): Part[] {
  const parts = literally(word, vocabulary).length > 0 ? undefined : splitCompound(word, vocabulary);
  return parts ? parts.map((term) => ({ term, partOf: word.form })) : [{ term: word }];
}

function groupOf(words: readonly Term[], vocabulary: Vocabulary): Group {
  const [first] = words;
  const typed = words.map((word) => word.form).join(' ');
  if (words.length === 1 && first) return { typed, words, alternatives: expandWord(first, vocabulary) };
  const terms = words.map((word) => word.term);
  const known = terms.every((term) => vocabulary.briefsWith(term) > 0);
  return {
    typed,
    words,
    alternatives: known ? [{ terms, shown: typed, origin: 'as typed', weight: 1 }] : [],
  };
}

/** The other names of the longest alias that begins at a word. */
function aliasAt(
  words: readonly Term[],
  at: number,
  aliases: AliasTable,
): { names: readonly AliasName[]; length: number } {
  for (let length = Math.min(aliases.longest, words.length - at); length > 0; length--) {
    const key = words
      .slice(at, at + length)
      .map((word) => word.term)
      .join(' ');
    const names = aliases.byTerms.get(key);
    if (names) return { names, length };
  }
  return { names: [], length: 1 };
}
