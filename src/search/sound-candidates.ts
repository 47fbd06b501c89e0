import { disassemble } from 'es-hangul';
import { skeletonsOf } from './sound-keys.ts';
import { englishLetters, soundUnits } from './sound-units.ts';
import { foreignOdds, spellingOdds } from './transliteration.ts';
import { type Form, isName, type Vocabulary } from './vocabulary.ts';

export interface Candidate {
  form: Form;
  /** 0..1: how sure it is that the word is this one; what is less sure than 0.75 is no candidate. */
  likeness: number;
  /** 0.5..1: how it stands beside the best candidate. */
  share: number;
}

/** Log odds from which a word is taken to be heard right, and how fast more of them make it surer. */
const LEAST_ODDS = 8.5;
const LEAST_LIKENESS = 0.75;
const SURER = 5.5;
/** How much the look of the Hangul word counts: a Korean one is seldom an English one heard. */
const FOREIGN = 0.7;
/** Among words that sound about as like, a name is meant. */
const NAME = 1.5;
/** Names of several words are many, and one of them sounds like anything. */
const OF_SEVERAL = -1.5;
/** Each sound must agree this well. */
const LEAST_ODDS_A_SOUND = 0.8;
/** A Hangul word without a first consonant (위닉스) is never one that begins with a sounded one (Knicks). */
const VOWEL_FIRST = /^ㅇ/;
const MAY_SOUND_VOWEL_FIRST = /^[aeiouwxyh]/;
const MOST = 3;
const FALL = 6;

/** Latin words and names that sound like a Hangul word, best first. None for a Latin word: what nobody wrote in Latin letters is seldom a word the briefs have in Hangul. */
export function soundCandidates(word: string, vocabulary: Vocabulary): Candidate[] {
  if (!/^[\uac00-\ud7a3]/.test(word)) return [];
  const sounds = soundUnits(word).length;
  const disassembled = disassemble(word);
  const foreign = FOREIGN * foreignOdds(word);
  const heard: { form: Form; odds: number }[] = [];
  for (const form of formsThatMaySound(word, vocabulary)) {
    const letters = englishLetters(form.form);
    if (letters.length * 2 < sounds || letters.length > sounds * 2 + 2) continue;
    if (VOWEL_FIRST.test(disassembled) && !MAY_SOUND_VOWEL_FIRST.test(letters)) continue;
    const spelling = Math.max(...spelt(letters).map((each) => spellingOdds(word, each)));
    if (spelling < LEAST_ODDS_A_SOUND * Math.max(sounds, letters.length)) continue;
    const odds = spelling + foreign + (isName(form) ? NAME : 0) + (form.form.includes(' ') ? OF_SEVERAL : 0);
    if (odds >= LEAST_ODDS) heard.push({ form, odds });
  }
  heard.sort((a, b) => b.odds - a.odds || b.form.briefs - a.form.briefs);
  const best = heard[0]?.odds ?? 0;
  return heard.slice(0, MOST).map(({ form, odds }) => ({
    form,
    likeness: 1 - (1 - LEAST_LIKENESS) * Math.exp((LEAST_ODDS - odds) / SURER),
    share: Math.max(0.5, 1 - (best - odds) / FALL),
  }));
}

/** An x inside a word is heard as the two sounds it is (블루링크스, BlueLinx). */
function spelt(letters: string): string[] {
  return /.x/.test(letters) ? [letters, letters.replace(/(?<=.)x/g, 'ks')] : [letters];
}

function formsThatMaySound(word: string, vocabulary: Vocabulary): Set<Form> {
  const forms = new Map<string, Form>();
  for (const skeleton of skeletonsOf(word)) {
    for (const form of vocabulary.formsBySkeleton(skeleton))
      if (/^[a-z]/.test(form.form)) forms.set(form.form, form);
  }
  return new Set(forms.values());
}
