/** Abbreviations after which a sentence goes on although a capital follows. */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}(?:\.\s?\p{Lu})*|Mr|Mrs|Ms|MM|Mmes?|Mlle|Messrs|Dr|Prof|Jr|Sr|Inc|Corp|Co|Cos|Bros|Ltd|St|Ste|Mt|Ft|No|Nos|Nr|Fig|Vol|vs|cf|approx|est|env|e\.g|i\.e|p\.\s?ex|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Hon|Rev|EE\.\s?UU|Ph\.D|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const germanAbbreviation =
  /(?:^|[\s(])(?:\p{Ll}(?:\.\s?\p{L})*|Mio|Mrd|Bio|Tsd|ca|bzw|vgl|inkl|exkl|zzgl|abzgl|sog|ggf|evtl|gem|geb|mind|max|ehem|Abs|Art|Bd|Kap|Hr|Fr|Dipl|Ing|Mag|Mär|Okt|Dez|(?:\p{L}+-?)?[Ss]tr)\.$/u;

/** What a German number with its point counts: a day of a month, a quarter, a place. */
const counted =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr|Geschäftsjahr|Jahrhundert|Mal|Platz|Rang|Runde|Liga|Stock|Etage)/u;
/** `zum 1.`, `im 2.`, `der 3.`: such a number stands before what it counts, and ends no sentence. */
const ordinal =
  /(?:^|[\s(])(?:am|im|zum|zur|vom|beim|ab|bis|seit|den|dem|der|die|das|des|ein|eine[mnrs]?|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?)\s\d{1,2}\.$/iu;
/** `2026. 3.` and `5. 3.` before the rest of a date; a whole date stands in its sentence. */
const partOfDate = /(?:^|[\s('’])(?:\d{1,2}|\d{4})\.$/u;
const wholeDate = /(?:^|[^\d.])(?:\d{4}|['’]?\d{2})\.\s?\d{1,2}\.\s?\d{1,2}\.$/u;
/** `9 a.m. Eastern`. */
const clock = /\d\s?[ap]\.m\.$/iu;
const zone =
  /^(?:[A-Z]{2,4}T|GMT|UTC|Eastern|Central|Mountain|Pacific|local|on|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/u;
/** What Korean says behind the words of another: `"…겠다."고 말했다`. */
const quoting = /^(?:이?라?고|이?라는|이?라며|이?라면서|며|면서|는|란|하고|에)(?=\s|[.,]|\p{Script=Hangul})/u;

/** Characters at the end of a sentence that say whether it goes on. */
const looksBack = 2000;
const pieceLimit = 2000;

/** The sentences of one paragraph, trimmed, in order. */
export function splitSentences(paragraph: string, language: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { index, segment } of segments(paragraph, language)) {
    if (
      index === from ||
      goesOn(paragraph.slice(Math.max(from, index - looksBack), index), segment, language)
    )
      continue;
    sentences.push(paragraph.slice(from, index).trim());
    from = index;
  }
  sentences.push(paragraph.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

/** What the segmenter takes for sentences. It slows down with the square of a text's length, and gets a piece at a time. */
function* segments(paragraph: string, language: string): Generator<{ index: number; segment: string }> {
  const segmenter = new Intl.Segmenter(language || 'en', { granularity: 'sentence' });
  for (let from = 0; from < paragraph.length; ) {
    const found = [...segmenter.segment(paragraph.slice(from, from + pieceLimit))];
    // The last one of a piece may go on in the next.
    if (from + pieceLimit < paragraph.length && found.length > 1) found.pop();
    for (const { index, segment } of found) yield { index: from + index, segment };
    from += found.reduce((sum, { segment }) => sum + segment.length, 0);
  }
}

/** Whether a sentence that seems to end with `open` goes on with `next`. */
function goesOn(open: string, next: string, language: string): boolean {
  const end = open.trimEnd().slice(-60);
  if (abbreviation.test(end) || wholeDate.test(end)) return true;
  if (partOfDate.test(end) && /^\d{1,2}\./.test(next)) return true;
  if (/(?<!\d)\d{1,2}\.\s?\d{1,2}\.$/.test(end) && /^(?:19|20)\d\d\b/.test(next)) return true;
  // `"Why?" asked the chief.`
  if (/^\p{Ll}/u.test(next) || closesQuotation(open, next)) return true;
  if (clock.test(end) && zone.test(next)) return true;
  if (/["”’」』]$/u.test(end) && open === open.trimEnd() && quoting.test(next)) return true;
  if (language !== 'de') return false;
  return (
    germanAbbreviation.test(end) || ordinal.test(end) || (/\b\d{1,2}\.$/.test(end) && counted.test(next))
  );
}

/** Marks of quotation that end what another began: « … », „ … “, » … «. English begins with the German one's last. */
const begunBy = new Map([
  ['»', '«'],
  ['“', '„'],
  ['«', '»'],
]);

function closesQuotation(open: string, next: string): boolean {
  const mark = next.trimStart()[0] ?? '';
  return open.lastIndexOf(begunBy.get(mark) ?? '\n') > open.lastIndexOf(mark);
}
