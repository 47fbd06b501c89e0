import type { Brief, Language } from '../briefs/brief.ts';
import { inLanguage, languageOf, type Reading } from './in-language.ts';
import { sentences } from './sentences.ts';

/** The bold line of a story, and the summary that goes with it. */
export interface ToldBrief {
  lead: Reading;
  /** The bold line is the article's own title, which is a link then. */
  leadIsTitle: boolean;
  /** Without the sentence that became the bold line; empty text where nothing is left. */
  summary: Reading;
}

/** Whether the title as written can be read by a reader of this language. */
function titleIsIn(brief: Brief, language: Language): boolean {
  if (language === 'ko') return languageOf(brief.title) === 'ko';
  const foreign = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(brief.title);
  return !foreign && (brief.language === 'en' || brief.language === '');
}

/** Items of a roundup without a headline are called after their first sentence, which may be cut short. */
function isTitle(sentence: string, title: string): boolean {
  return title.endsWith('…') ? sentence.startsWith(title.slice(0, -1)) : sentence === title;
}

/**
 * How one brief is told in a language. Korean: the bold line is the insight, else the summary's first sentence, which
 * the summary then leaves out. English: the title where it is English, else the same.
 * @param soWhat without so-whats the insight stays out as well: it is the same kind of thought
 */
export function tellBrief(brief: Brief, language: Language, soWhat: boolean): ToldBrief {
  const summary = inLanguage(brief.summary, language);
  const title = { text: brief.title, mark: '' };
  if (language === 'en' && titleIsIn(brief, 'en')) return { lead: title, leadIsTitle: true, summary };
  const insight = soWhat ? inLanguage(brief.insight, language) : { text: '', mark: '' };
  if (insight.text !== '' && (insight.mark === '' || summary.mark !== '' || summary.text === ''))
    return { lead: insight, leadIsTitle: false, summary };
  const [first = '', ...others] = sentences(summary.text);
  if (first !== '')
    return {
      lead: { text: first, mark: summary.mark },
      leadIsTitle: isTitle(first, brief.title),
      summary: { text: others.join(' '), mark: summary.mark },
    };
  return { lead: title, leadIsTitle: true, summary };
}
