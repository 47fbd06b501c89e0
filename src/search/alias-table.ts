import { parse } from 'yaml';
import { termsOfText } from './terms-of-text.ts';

/** Names that mean the same, found by the terms of each. */
export interface AliasTable {
  /** By the terms of one name, joined by blanks: every name of its group. */
  byTerms: ReadonlyMap<string, readonly AliasName[]>;
  /** Most words that one name has. */
  longest: number;
}

export interface AliasName {
  text: string;
  terms: string[];
}

/**
 * Reads the alias file: YAML, a list of lists of names that mean the same.
 * @throws Error with a sentence that says which entry is wrong.
 */
export function parseAliases(yaml: string): AliasTable {
  const groups: unknown = parse(yaml) ?? [];
  if (!Array.isArray(groups))
    throw new Error(
      'The alias file must be a list, each entry a list of names that mean the same: - [BNPL, buy now pay later]',
    );
  const byTerms = new Map<string, AliasName[]>();
  let longest = 1;
  for (const [i, group] of groups.entries()) {
    if (!Array.isArray(group) || group.length < 2 || !group.every((name) => typeof name === 'string')) {
      throw new Error(
        `Entry ${i + 1} of the alias file must be a list of two or more names in quotes or plain text: - [BNPL, buy now pay later]`,
      );
    }
    const names = (group as string[]).map((text) => ({
      text,
      terms: termsOfText(text).map((term) => term.term),
    }));
    for (const { terms } of names) {
      const key = terms.join(' ');
      byTerms.set(key, [
        ...(byTerms.get(key) ?? []),
        ...names.filter((name) => name.terms.join(' ') !== key),
      ]);
      longest = Math.max(longest, terms.length);
    }
  }
  return { byTerms, longest };
}
