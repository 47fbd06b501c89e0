const abbreviation =
  /(?:^|[\s(“"'])(?:[A-Z]\.|(?:[A-Za-z]\.){2,}|(?:Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|No|vs|v|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.)$/;

/**
 * Cuts running text into sentences, Korean or English. Joined by one space they give the text back.
 * The platform's segmenter takes “Inc.” and “U.S.” for ends of sentences; those are put together again.
 */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    open += segment;
    if (abbreviation.test(open.trim())) continue;
    if (open.trim() !== '') found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found;
}
