import { load, YAMLException } from 'js-yaml';
import { STOP_WORDS } from './stop-words.ts';
import { type Term, termsOfText } from './terms-of-text.ts';

/** Names that mean the same, found by the terms of each. */
export interface AliasTable {
  /** By the key of one name (`aliasKey`): the groups of names it belongs to, itself among them. */
  byKey: ReadonlyMap<string, readonly (readonly AliasName[])[]>;
  /** Most words that one name has. */
  longest: number;
}

export interface AliasName {
  text: string;
  terms: string[];
}

/** An 의 that joins two words, where Korean writes them as one (어머니의날). */
const JOINING = /(?<=[\uac00-\ud7a3]{2})의(?=[\uac00-\ud7a3])/gu;

/** What a name is looked up by: its terms without blanks, which Korean sets as it likes, and without stop words. */
export function aliasKey(terms: readonly Term[]): string {
  const kept = terms.filter(({ form }) => !STOP_WORDS.has(form));
  const key = (kept.length > 0 ? kept : terms).map(({ term }) => term).join('');
  return key.replace(JOINING, '');
}

/** The same for words of a query, where the last may only seem to end in a particle (소매절도): with and without it. */
export function aliasKeys(words: readonly Term[]): string[] {
  const last = words.at(-1);
  if (last?.word.script !== 'hangul' || last.also.length === 0) return [aliasKey(words)];
  const endings = [last.term, ...last.also].map((term) => ({ ...last, term }));
  return endings.map((ending) => aliasKey([...words.slice(0, -1), ending]));
}

/**
 * Reads the alias file: YAML, a list of lists of names that mean the same.
 * @throws Error with a sentence that says which entry is wrong.
 */
export function parseAliases(yaml: string): AliasTable {
  const groups = loaded(yaml) ?? [];
  if (!Array.isArray(groups))
    throw new Error(
      'The alias file must be a list, each entry a list of names that mean the same: - [BNPL, buy now pay later]',
    );
  const byKey = new Map<string, AliasName[][]>();
  let longest = 1;
  for (const [i, group] of groups.entries()) {
    if (!Array.isArray(group) || group.length < 2 || !group.every((name) => typeof name === 'string')) {
      throw new Error(
        `Entry ${i + 1} of the alias file must be a list of two or more names in quotes or plain text: - [BNPL, buy now pay later]`,
      );
    }
    const names: AliasName[] = [];
    for (const text of group as string[]) {
      const words = termsOfText(text);
      names.push({ text, terms: words.map(({ term }) => term) });
      const key = aliasKey(words);
      byKey.set(key, [...(byKey.get(key) ?? []), names]);
      longest = Math.max(longest, words.length);
    }
  }
  return { byKey, longest };
}

function loaded(yaml: string): unknown {
  try {
    return load(yaml);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    throw new Error(
      `Line ${(mark?.line ?? 0) + 1} is not valid YAML: ${reason}; check indentation, quotes and brackets there.`,
      { cause: error },
    );
  }
}
