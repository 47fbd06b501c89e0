import type { Brief } from '../briefs/brief.ts';
import { ascending } from './ascending.ts';
import { eventKinds, isAfterthought } from './event-kind.ts';
import { readFigures } from './figures.ts';
import { type SeriesTitle, seriesTitle } from './series-title.ts';
import { belongTogether, isLatin, joinedNames, tellingWords, withoutLabel } from './telling-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

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
  /** Those of them that are no names: what is done, not by whom. */
  plain: Uint32Array;
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
  /** The kinds of event that title and lead tell, as bits. */
  kinds: number;
  afterthought: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Takes from a brief what stories compare. Where title and summary have no word in common, only the title is believed. */
export function storyTerms(brief: Brief, firstSeenAt: number, vocabulary: Vocabulary): StoryTerms {
  const title = tellingWords(withoutLabel(brief.title));
  const opening = leadOf(brief.summary.en);
  const leading = tellingWords(opening);
  const summaries = [
    [...leading, ...tellingWords(brief.summary.en.slice(opening.length))],
    tellingWords(brief.summary.ko),
  ];
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
  const points = believed ? brief.keyPoints.flatMap(tellingWords) : [];
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
    plain: ids(stems(words.filter((word) => !isName(word)))),
    core: ids([
      ...stems([...title, ...lead, ...points, ...korean.filter(isName)].filter(isLatin)),
      ...figures,
    ]),
    korean: ids(stems([...title, ...korean, ...points].filter((word) => !isLatin(word)))),
    names: ids([...named, ...joinedNames(words, isName)]),
    titleNames: ids([...stems(title.filter(isName)), ...joinedNames(title, isName)]),
    subject: subjectOf(title.filter(isName), vocabulary),
    tags: ids(brief.tags.flatMap((tag) => tellingWords(tag.toLowerCase())).map((word) => `#${word.stem}`)),
    bridge: ids([...named, ...figures]),
    hasEnglish: [...english, ...points].filter((word) => isLatin(word) && !isName(word)).length >= 3,
    hasKorean: korean.filter((word) => !isLatin(word)).length >= 3,
    plainTitle: numbered(withoutLabel(brief.title)),
    series: seriesTitle(brief.title),
    kinds: eventKinds(believed ? `${brief.title}\n${opening}\n${brief.summary.ko}` : brief.title),
    afterthought: isAfterthought(brief.title),
  };
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

function briefDay(brief: Brief): number {
  const published = Date.parse(`${brief.datePublished}T00:00:00Z`);
  return Math.floor((Number.isNaN(published) ? (brief.ingestedAt ?? Number.NaN) : published) / dayMs);
}
