import type { Brief } from '../briefs/brief.ts';
import { eventKinds, isAfterthought } from './event-kind.ts';
import { readFigures } from './figures.ts';
import { type SeriesTitle, seriesTitle } from './series-title.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readWords, type Word } from './words.ts';

/** What stories compare of a brief. Every list holds numbers of the vocabulary, ascending, each once. */
export interface StoryTerms {
  file: string;
  source: string;
  urlKey: string;
  /** Days since 1970 on which it was published or taken in; NaN where the file says neither. */
  day: number;
  /** Days since 1970 on which it was first seen here. */
  seenDay: number;
  /** Days by which it may tell later than others: a roundup looks back. */
  lateDays: number;
  title: Uint32Array;
  /** Latin words of the title and of the summaries. */
  english: Uint32Array;
  /** Latin words of the title, the first two sentences and the key points, with the figures: what a brief is about. */
  core: Uint32Array;
  /** Korean words of title and summary. */
  korean: Uint32Array;
  /** Names in either language. */
  names: Uint32Array;
  titleNames: Uint32Array;
  /** The first name of the title: who does something; -1 where the title has none. */
  subject: number;
  /** Words of the pipeline's tags. */
  tags: Uint32Array;
  /** Names and figures: what a Korean and an English text have in common. */
  bridge: Uint32Array;
  /** Whether it tells anything in English. */
  hasEnglish: boolean;
  hasKorean: boolean;
  /** The title without marks, for reprints. */
  plainTitle: string;
  series: SeriesTitle;
  /** The kinds of event the title tells, as bits. */
  titleKinds: number;
  afterthought: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
const empty =
  'the a an of to in on for and or but with by at as is are was were be been it its this that these those from has have had will would can could may might not no more most than then their they them he she his her our we you your who which what how why when where while after before into over under about up out off new now also just only one two all some any other such been being do doe did so if per via amid say said according'.split(
    ' ',
  );
const stopwords = new Set(empty);

/** Takes from a brief what stories compare. Where title and summary have no word in common, only the title is believed. */
export function storyTerms(brief: Brief, firstSeenAt: number, vocabulary: Vocabulary): StoryTerms {
  const read = (text: string) => readWords(text).filter(isTelling);
  const title = read(withoutLabel(brief.title));
  const opening = leadOf(brief.summary.en);
  const leading = read(opening);
  const summaries = [[...leading, ...read(brief.summary.en.slice(opening.length))], read(brief.summary.ko)];
  for (const word of [...title, ...summaries.flat()])
    if (word.case !== 'maybe') vocabulary.learnCase(word.stem, word.case === 'name');
  const numbered = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const isName = (word: Word) =>
    word.case === 'name' || (word.case === 'maybe' && vocabulary.isName(word.stem));
  const [english = [], korean = []] = belongTogether(title, summaries.flat(), isName) ? summaries : [[], []];
  const believed = english.length + korean.length > 0;
  const points = believed ? brief.keyPoints.flatMap(read) : [];
  const words = [...title, ...english, ...korean.filter(isName)].filter(isLatin);
  const text = believed ? `${brief.title}\n${brief.summary.en}\n${brief.summary.ko}` : brief.title;
  const figures = readFigures(`${text}\n${brief.keyPoints.join('\n')}`).map(
    (figure) => `=${figure.value}${figure.kind === 'percent' ? '%' : ''}`,
  );
  const lead = believed ? leading : [];
  const stems = (list: Word[]) => list.map((word) => word.stem);
  const ids = (terms: string[]) => ascending(terms.map((term) => vocabulary.idOf(term)));
  const named = stems([...words, ...points].filter(isName));
  return {
    file: brief.file,
    source: brief.sourceId,
    urlKey: brief.urlKey,
    day: briefDay(brief),
    lateDays: brief.kind === 'roundup' ? 2 : 0,
    seenDay: Math.floor(firstSeenAt / dayMs),
    title: ids(stems(title)),
    english: ids(stems(words)),
    core: ids([
      ...stems([...title, ...lead, ...points, ...korean.filter(isName)].filter(isLatin)),
      ...figures,
    ]),
    korean: ids(stems([...title, ...korean, ...points].filter((word) => !isLatin(word)))),
    names: ids([...named, ...joinedNames(words, isName)]),
    titleNames: ids([...stems(title.filter(isName)), ...joinedNames(title, isName)]),
    subject: subjectOf(title.filter(isName), vocabulary),
    tags: ids(brief.tags.flatMap((tag) => read(tag.toLowerCase())).map((word) => `#${word.stem}`)),
    bridge: ids([...named, ...figures]),
    hasEnglish: [...english, ...points].filter((word) => isLatin(word) && !isName(word)).length >= 3,
    hasKorean: korean.filter((word) => !isLatin(word)).length >= 3,
    plainTitle: numbered(withoutLabel(brief.title)),
    series: seriesTitle(brief.title),
    titleKinds: eventKinds(brief.title),
    afterthought: isAfterthought(brief.title),
  };
}

/** The numbers in ascending order, each once. */
function ascending(numbers: number[]): Uint32Array {
  const sorted = Uint32Array.from(numbers).sort();
  let kept = 0;
  for (const value of sorted) {
    if (kept > 0 && sorted[kept - 1] === value) continue;
    sorted[kept] = value;
    kept += 1;
  }
  return sorted.slice(0, kept);
}

/** The first two sentences; what follows is mostly comment. */
function leadOf(summary: string): string {
  return /^(?:.*?[.!?](?:\s|$)){1,2}/s.exec(summary)?.[0] ?? summary;
}

function subjectOf(names: Word[], vocabulary: Vocabulary): number {
  return names[0] ? vocabulary.idOf(names[0].stem) : -1;
}

/** Every term of a brief once, for the vocabulary. */
export function termsOf(terms: StoryTerms): Set<number> {
  return new Set([...terms.core, ...terms.english, ...terms.korean, ...terms.names, ...terms.tags]);
}

/** Hangul syllables begin here; no Latin letter stands behind. */
const firstHangul = 0xac00;

function isTelling(word: Word): boolean {
  return word.stem.length > 1 && !stopwords.has(word.stem);
}

function isLatin(word: Word): boolean {
  return word.stem.charCodeAt(0) < firstHangul;
}

/** `[AINews] …`, `EXCLUSIVE: …` and the like tell the outlet, not the event. */
function withoutLabel(title: string): string {
  return title.replace(
    /^(?:\[[^\]]{2,30}\]|exclusive:|breaking:|update:|속보|단독|[^:]{2,40}\bresearch:)\s*/iu,
    '',
  );
}

/** Pipelines swap summaries within a batch; the title is what the article was found by. */
function belongTogether(title: Word[], summary: Word[], isName: (word: Word) => boolean): boolean {
  const told = new Set(summary.map((word) => word.stem));
  const names = title.filter((word) => isName(word) && isLatin(word));
  const shared = title.filter((word) => told.has(word.stem)).length;
  if (shared === 0) return title.length < 4;
  return shared >= title.length / 5 || names.length === 0 || names.some((word) => told.has(word.stem));
}

/** "J.C. Penney" is also written "JCPenney": two names in a row stand for one, too. */
function joinedNames(words: Word[], isName: (word: Word) => boolean): string[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    return before && word.close && isName(before) && isName(word) && isLatin(before)
      ? [before.stem + word.stem]
      : [];
  });
}

function briefDay(brief: Brief): number {
  const published = Date.parse(`${brief.datePublished}T00:00:00Z`);
  return Math.floor((Number.isNaN(published) ? (brief.ingestedAt ?? Number.NaN) : published) / dayMs);
}
