import { splitSentences } from './split-sentences.ts';
import { widthOf } from './text-width.ts';

/** Sentences of an article that tell it, in its own words and language. */
export interface Extract {
  summary: string;
  /** Entries with figures from the article's lists, at most five. */
  keyPoints: string[];
}

/** Characters a summary may have; the lead is kept even when it is longer. */
const summaryLimit = 900;
const leadSentences = 2;
const figureSentences = 3;

/** A number that says how much or how many: not a year, a clock or a list mark alone. */
const figure =
  /(?:[$€£¥₩]\s?\d[\d,.]*|\d[\d,.]*\s?(?:%|퍼센트|percent|million|billion|trillion|thousand|Millionen|Milliarden|Mio|Mrd|[만억조천万億兆亿]|[KMB]\b|x\b|배|시간|개월|곳|명|건|종)|\b\d{1,3}(?:,\d{3})+|\b(?!(?:19|20)\d\d\b)\d{2,}(?:\.\d+)?)/giu;

/** The lead and the sentences with most figures, in the order of the article. */
export function extractSummary(paragraphs: string[], points: string[], language: string): Extract {
  const sentences = paragraphs
    .flatMap((paragraph) => splitSentences(paragraph, language))
    // What announces a list says nothing without it.
    .filter((sentence) => !/[:：]$/u.test(sentence));
  const chosen = new Set(sentences.slice(0, leadSentences).map((_, index) => index));
  let length = [...chosen].reduce((sum, index) => sum + (sentences[index]?.length ?? 0), 0);
  const withFigures = sentences
    .map((sentence, index) => ({ index, length: sentence.length, figures: countFigures(sentence) }))
    .filter((sentence) => sentence.figures > 0 && !chosen.has(sentence.index))
    .sort((a, b) => b.figures - a.figures || a.index - b.index)
    .slice(0, figureSentences);
  for (const sentence of withFigures) {
    if (length + sentence.length > summaryLimit) continue;
    chosen.add(sentence.index);
    length += sentence.length;
  }
  const summary = [...chosen].sort((a, b) => a - b).map((index) => sentences[index] ?? '');
  return { summary: summary.join(/^(?:ja|zh)$/.test(language) ? '' : ' '), keyPoints: figurePoints(points) };
}

/** The first entry for each set of figures: lists of numbers repeat what the text's own list says. */
function figurePoints(points: string[]): string[] {
  const seen = new Set<string>();
  const chosen: string[] = [];
  for (const point of points) {
    const figures = (point.match(figure) ?? []).join(' ');
    if (figures === '' || seen.has(figures) || widthOf(point) < 12) continue;
    seen.add(figures);
    chosen.push(point);
  }
  return chosen.slice(0, 5);
}

function countFigures(sentence: string): number {
  return sentence.match(figure)?.length ?? 0;
}
