/** Abbreviations after which a sentence goes on although a capital follows. */
const abbreviation =
  /(?:^|[\s(])(?:[A-Z]|U\.S|U\.K|E\.U|Mr|Mrs|Ms|Dr|Prof|Inc|Corp|Co|Ltd|St|No|vs|approx|est|Sen|Rep|Gov|Gen|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** The sentences of one paragraph, trimmed, in order. */
export function splitSentences(paragraph: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(paragraph)) {
    open += segment;
    if (abbreviation.test(open.trimEnd())) continue;
    if (open.trim() !== '') sentences.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') sentences.push(open.trim());
  return sentences;
}
