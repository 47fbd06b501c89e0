import type { Brief, Language } from '../briefs/brief.ts';
import type { AliasTable } from '../search/alias-table.ts';
import { callsOnReaders } from './calls-on-readers.ts';
import { lostNames, strangeNames } from './check-names.ts';
import { opposedPercentages } from './directions.ts';
import { swappedFigures } from './figure-owners.ts';
import { leadsAway } from './leads-away.ts';
import { nameEvidence } from './name-evidence.ts';
import { unknownMultiples } from './number-multiples.ts';
import { knownNumbers, unknownNumbers, unknownSizes } from './numbers.ts';
import type { Filled } from './read-reply.ts';

/**
 * Why what a model filled in must not be shown, in one sentence; null where it may. Numbers and names must be those of
 * the brief, all of them, in the language that was asked for, and nothing may lead anywhere.
 */
export function checkFilled(brief: Brief, filled: Filled, aliases: AliasTable): string | null {
  const source = sourceText(brief);
  const all = [...texts(filled, 'ko'), ...texts(filled, 'en')].join('\n');
  if (leadsAway(all, source)) return 'It leads somewhere or calls somebody.';
  if (callsOnReaders(all, source)) return 'It calls on the reader to do something.';
  const known = knownNumbers(source);
  const invented = [
    ...unknownNumbers(all, known),
    ...unknownSizes(all, known),
    ...unknownMultiples(all, known, source),
  ];
  if (invented.length > 0)
    return `It gives numbers that the source does not: ${invented.slice(0, 5).join(', ')}.`;
  const evidence = nameEvidence(source, aliases);
  const strangers = (['ko', 'en'] as const).flatMap((language) =>
    strangeNames(texts(filled, language).join('\n'), language, evidence, aliases),
  );
  if (strangers.length > 0) return `It names what the source does not: ${strangers.slice(0, 5).join(', ')}.`;
  for (const language of ['ko', 'en'] as const) {
    const said = texts(filled, language).join('\n');
    const told = toldIn(brief, language === 'ko' ? 'en' : 'ko');
    const opposed = opposedPercentages(said, source);
    if (opposed.length > 0) return `It turns what the source says round: ${opposed.slice(0, 5).join(', ')}.`;
    const swapped = swappedFigures(said, told, language === 'ko' ? told : said, aliases);
    if (swapped.length > 0)
      return `It gives numbers of the source to other names: ${swapped.slice(0, 5).join(', ')}.`;
    const fault = checkLanguage(brief, filled, language, aliases);
    if (fault) return fault;
  }
  return null;
}

function checkLanguage(brief: Brief, filled: Filled, language: Language, aliases: AliasTable): string | null {
  const own = texts(filled, language);
  const wrong = own.some((text) => text !== '' && !isIn(text, language));
  if (wrong) return `A part in ${language === 'ko' ? 'Korean' : 'English'} is in another language.`;
  const { summary, keyPoints } = brief;
  return (
    // An article in a third language has its extract in the key points, the lead first.
    lossOf(summary.ko || summary.en || (keyPoints[0] ?? ''), filled[`summary_${language}`], aliases) ??
    lossOfPoints(keyPoints, filled[`key_points_${language}`], aliases)
  );
}

/** One for each, in order; where there are more or fewer, all of them together. */
function lossOfPoints(
  told: readonly string[],
  said: readonly string[] | undefined,
  aliases: AliasTable,
): string | null {
  if (said?.length !== told.length) return lossOf(told.join('\n'), said?.join('\n'), aliases);
  for (const [at, point] of told.entries()) {
    const loss = lossOf(point, said[at], aliases);
    if (loss) return loss;
  }
  return null;
}

/** What a part of the source says and its telling does not: numbers, and names beyond doubt. */
function lossOf(told: string, said: string | undefined, aliases: AliasTable): string | null {
  if (said === undefined) return null;
  if (lettersIn(said) * 6 < lettersIn(told)) return 'It is a fraction of what the source says.';
  const lost = unknownNumbers(told, knownNumbers(said));
  if (lost.length > 0) return `It leaves out numbers of the source: ${lost.slice(0, 5).join(', ')}.`;
  const unnamed = lostNames(told, nameEvidence(said, aliases), aliases);
  if (unnamed.length > 0) return `It leaves out names of the source: ${unnamed.slice(0, 5).join(', ')}.`;
  return null;
}

/** What a source tells in one language. */
function toldIn({ title, summary, soWhat, keyPoints }: Brief, language: Language): string {
  const own = [title, ...keyPoints].filter((text) => isIn(text, language));
  return [summary[language], soWhat[language], ...own].join('\n');
}

/** Korean needs about half the letters of English. */
function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function texts(filled: Filled, language: Language): string[] {
  return [
    filled[`summary_${language}`] ?? '',
    filled[`so_what_${language}`] ?? '',
    ...(filled[`key_points_${language}`] ?? []),
  ];
}

function sourceText(brief: Brief): string {
  const { title, summary, soWhat, insight, keyPoints, sourceName, datePublished } = brief;
  const fields = [title, summary.ko, summary.en, soWhat.ko, soWhat.en, insight.ko, insight.en];
  return [...fields, ...keyPoints, sourceName, datePublished].join('\n');
}

/** A Korean sentence may be full of English names; an English one holds hardly any Hangul. */
function isIn(text: string, language: Language): boolean {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return language === 'ko' ? hangul * 4 >= letters : hangul * 10 <= letters;
}
