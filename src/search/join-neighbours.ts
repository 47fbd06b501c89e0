import { addAlternative, type Group } from './alternative.ts';
import { TAG } from './fields-of-brief.ts';
import type { Origin } from './search-types.ts';
import { soundCandidates } from './sound-candidates.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { mixedForms } from './spelt-forms.ts';
import type { Term } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const JOINED = 0.95;
const MOST_TOGETHER = 4;
/** Two words are one name only where they sound very much like it. */
const LEAST_LIKENESS = 0.9;
/** Who types the hyphens means the tag. */
const TYPED_TAG = 1.5;

/**
 * Finds neighbours of a query as the one word or tag the briefs write them as: 월드 컵 as 월드컵, agentic commerce as the
 * tag agentic-commerce, 챗GPT as ChatGPT. A brief with the one answers every word it is made of.
 */
export function joinNeighbours(groups: readonly Group[], vocabulary: Vocabulary): void {
  const silent = new Set(groups.filter(({ alternatives }) => alternatives.length === 0));
  for (let from = 0; from < groups.length; from++) {
    for (let to = from; to < Math.min(groups.length, from + MOST_TOGETHER); to++) {
      const together = groups.slice(from, to + 1);
      const words = together.flatMap((group) => group.words);
      const hyphens = words.slice(1).every((word) => word.word.glued);
      addTo(
        together,
        TAG + words.map((word) => word.form).join('-'),
        'tag',
        words.length > 1 && hyphens ? TYPED_TAG : 1,
        vocabulary,
      );
      if (together.length < 2) continue;
      for (const joined of spellings(
        words,
        together.some((group) => silent.has(group)),
        vocabulary,
      ))
        addTo(together, joined, 'joined', JOINED, vocabulary);
    }
  }
}

function addTo(
  groups: readonly Group[],
  term: string,
  origin: Origin,
  weight: number,
  vocabulary: Vocabulary,
): void {
  if (!term.includes(' ') && vocabulary.briefsWith(term) === 0) return;
  const shown = origin === 'tag' ? term : vocabulary.shown(term);
  for (const { alternatives } of groups) {
    addAlternative(alternatives, { terms: term.split(' '), shown, origin, weight });
    for (const { other, p } of vocabulary.translations(term)) {
      addAlternative(alternatives, {
        terms: [other],
        shown: vocabulary.shown(other),
        origin,
        weight: weight * (0.3 + 0.6 * Math.sqrt(p)),
      });
    }
  }
}

/** The terms that the words may be as one word. */
function spellings(words: readonly Term[], someSilent: boolean, vocabulary: Vocabulary): Set<string> {
  const last = words.at(-1);
  const joined =
    words
      .slice(0, -1)
      .map((word) => word.form)
      .join('') + (last?.term ?? '');
  const found = new Set([joined]);
  const [first, second] = words;
  if (words.length !== 2 || !first || !second) return found;
  const scripts = `${first.word.script} ${second.word.script}`;
  if (scripts === 'hangul latin')
    for (const form of mixedForms(first.term, second.form, vocabulary)) found.add(form.term);
  // A name of two words, one of them misspelt (air fryr), or split in two (코어 위브).
  if (scripts === 'latin latin' && words.some(({ term }) => vocabulary.briefsWith(term) === 0))
    for (const { form } of spellingCandidates(joined, vocabulary)) found.add(form.term);
  // A name of two words, one of them misspelt as another that is known (Henry Shein): where nobody sets the two side by side.
  else if (scripts === 'latin latin' && !vocabulary.hasPhrase(words.map(({ term }) => term)))
    for (const { form } of spellingCandidates(`${first.form} ${second.form}`, vocabulary))
      if (form.form.includes(' ')) found.add(form.term);
  // A name of two words is heard in two (쿠어스 라이트), one of one word in two only where it is hard to doubt.
  if (scripts === 'hangul hangul') {
    for (const { form, likeness } of soundCandidates(joined, vocabulary))
      if (form.form.includes(' ') || (someSilent && likeness >= LEAST_LIKENESS)) found.add(form.term);
  }
  return found;
}
