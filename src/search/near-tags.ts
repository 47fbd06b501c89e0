import type Database from 'libsql';
import { editDistance } from './edit-distance.ts';
import { slug } from './fields-of-brief.ts';
import { termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST = 3;
/** So much of a word may be written otherwise. */
const MOST_OTHERWISE = 1 / 3;
const SHORTEST_MISSPELT = 4;

/**
 * Up to three tags like one that no brief has: in a word, or in one that translates it. The commonest where none was
 * said.
 */
export function nearTags(db: Database.Database, tag: string, vocabulary: Vocabulary): string[] {
  const labels = db
    .prepare("SELECT text FROM labels WHERE kind = 'tag' ORDER BY briefs DESC, text")
    .all() as { text: string }[];
  const tags = labels.map(({ text }) => text);
  const wanted = slug(tag);
  if (wanted === '') return tags.slice(0, MOST);
  const meant = [...partsOf(wanted), ...translationsOf(tag, vocabulary)];
  return tags
    .map((text) => ({ text, otherwise: unlikeness(wanted, meant, partsOf(slug(text))) }))
    .filter(({ otherwise }) => otherwise <= MOST_OTHERWISE)
    .sort((a, b) => a.otherwise - b.otherwise)
    .slice(0, MOST)
    .map(({ text }) => text);
}

function translationsOf(tag: string, vocabulary: Vocabulary): string[] {
  return termsOfText(tag).flatMap(({ term }) => vocabulary.translations(term).map(({ other }) => other));
}

/** The whole, and its words. */
function partsOf(tag: string): string[] {
  return [...new Set([tag, ...tag.split('-')])];
}

/** How much of the tag would have to be written otherwise; a little more where only one of its words is like. */
function unlikeness(wanted: string, meant: readonly string[], parts: readonly string[]): number {
  const each = meant.flatMap((word) =>
    parts.map((part) => shareOtherwise(word, part) + (word === wanted ? 0 : MOST_OTHERWISE / 4)),
  );
  return Math.min(...each);
}

function shareOtherwise(word: string, other: string): number {
  if (word === other) return 0;
  const longest = Math.max(word.length, other.length);
  return Math.min(word.length, other.length) < SHORTEST_MISSPELT ? 1 : editDistance(word, other) / longest;
}
