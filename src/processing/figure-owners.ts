import type { AliasTable } from '../search/alias-table.ts';
import { isTraced, nameEvidence } from './name-evidence.ts';
import { capitalWords, foldName, plainNames } from './names.ts';
import { exact, isOneNumber, type NumberToken, numberTokens } from './number-tokens.ts';

/** A word that may be a name, or a number, where it stands. */
type Piece = { at: number; name: string } | { at: number; value: number; text: string };

const sentence = /(?<=[.!?](?:["”’')\]]*))\s+|\n/u;
const word = /[\p{Script=Latin}\d][\p{Script=Latin}\d&'-]*|\p{Script=Hangul}+/gu;

/**
 * Numbers that an English and a Korean text give to each other's names, as `said` writes them: MiniMax 13 million and
 * Moonshot 3.4 million, or the other way round. A number belongs to the nearest name before it in its sentence, or, where
 * every name stands behind its number, to that one.
 */
export function swappedFigures(said: string, told: string, english: string, aliases: AliasTable): string[] {
  const names = new Set([
    ...capitalWords(english)
      .filter(({ isWord, opensSentence }) => !isWord || !opensSentence)
      .map(({ text }) => text),
    ...plainNames(english),
  ]);
  if (names.size < 2) return [];
  const source = ownersIn(told, names, aliases);
  const own = ownersIn(said, names, aliases);
  const both = [...own].filter(([value]) => source.has(value));
  const sources = both.map(([value]) => source.get(value)?.name ?? '');
  const off = both.filter(([value, { name }]) => source.get(value)?.name !== name && sources.includes(name));
  // Of two that are exchanged both are off; one alone may be a sentence that was read wrongly.
  return off.length < 2 ? [] : off.map(([, { text }]) => text);
}

/** Numbers with the name they belong to; those of several names are left out. */
function ownersIn(
  text: string,
  names: ReadonlySet<string>,
  aliases: AliasTable,
): Map<number, { name: string; text: string }> {
  const found = new Map<number, { name: string; text: string }>();
  const shared = new Set<number>();
  for (const each of text.split(sentence))
    for (const { value, name, text: written } of pairsIn(each, names, aliases)) {
      if (found.has(value) && found.get(value)?.name !== name) shared.add(value);
      found.set(value, { name, text: written });
    }
  for (const value of shared) found.delete(value);
  return found;
}

function pairsIn(text: string, names: ReadonlySet<string>, aliases: AliasTable) {
  const numbers = numbersIn(text);
  if (numbers.length === 0) return [];
  const pieces: Piece[] = [...namesIn(text, names, aliases), ...numbers].sort((a, b) => a.at - b.at);
  const pairs: { value: number; name: string; text: string }[] = [];
  const isBehind = pieces[0] !== undefined && 'value' in pieces[0];
  if (isBehind) {
    // “13 million came from MiniMax, 3.4 million from Moonshot”: a name for each number, or none is sure.
    for (const [at, piece] of pieces.entries()) {
      const next = pieces[at + 1];
      if (!('value' in piece)) continue;
      if (next === undefined || 'value' in next) return [];
      pairs.push({ value: piece.value, name: next.name, text: piece.text });
    }
    return pairs;
  }
  let name = '';
  for (const piece of pieces)
    if ('name' in piece) name = piece.name;
    else pairs.push({ value: piece.value, name, text: piece.text });
  return pairs;
}

function namesIn(
  text: string,
  names: ReadonlySet<string>,
  aliases: AliasTable,
): { at: number; name: string }[] {
  return [...text.matchAll(word)].flatMap(({ 0: each, index }) => {
    const isLatin = /^\p{Script=Latin}/u.test(each);
    const folded = foldName(each);
    if (isLatin) {
      const name = [...names].find((known) => foldName(known) === folded);
      return name === undefined ? [] : [{ at: index, name }];
    }
    if (!/^\p{Script=Hangul}{2,}$/u.test(each)) return [];
    const evidence = nameEvidence(each, aliases);
    const name = [...names].find((known) => isTraced(known, evidence, aliases));
    return name === undefined ? [] : [{ at: index, name }];
  });
}

/** Amounts with where they stand; years and days aside. */
function numbersIn(text: string): { at: number; value: number; text: string }[] {
  const tokens = numberTokens(text);
  const found: { at: number; value: number; text: string }[] = [];
  let from = 0;
  let before: NumberToken | undefined;
  for (const token of tokens) {
    const at = text.indexOf(token.text, from);
    if (at === -1) continue;
    from = at + token.text.length;
    const last = found.at(-1);
    const value = exact(token.bare * token.scale);
    if (before && last && isOneNumber(before, token)) last.value = exact(last.value + value);
    else if (!isDate(token, text.slice(from))) found.push({ at, value, text: token.text });
    before = token;
  }
  return found;
}

function isDate({ bare, scale, unit, isWord }: NumberToken, after: string): boolean {
  if (scale > 1 || (unit !== '' && unit !== 'count')) return false;
  return (
    isWord || bare < 13 || (bare >= 1900 && bare <= 2100) || /^\s?[년월일]|^(?:st|nd|rd|th)\b/u.test(after)
  );
}
