import type { Brief } from '../briefs/brief.ts';
import { shorten } from '../briefs/readers/shorten.ts';
import { type DifferingFigures, differingFigures } from './differing-figures.ts';

/** One story as it is shown. */
export interface ToldStory {
  /** The best-told brief. */
  lead: Brief;
  /** Everyone who tells it, the lead first, each source once. */
  sources: StorySource[];
  /** Figures that are not the same everywhere, with who says which. */
  figures: DifferingFigures[];
}

export interface StorySource {
  /** What the brief's source is called by, {@link nameOfSource}. */
  name: string;
  url: string;
  file: string;
}

/** Tells a story of one or more briefs. The order of the briefs does not matter. @throws when there is none */
export function tellStory(briefs: readonly Brief[]): ToldStory {
  const ranked = [...briefs].sort((a, b) => telling(b) - telling(a) || (a.file < b.file ? -1 : 1));
  const lead = ranked[0];
  if (!lead) throw new Error('A story needs at least one brief.');
  const sources: StorySource[] = [];
  const seen = new Set<string>();
  for (const brief of ranked) {
    const { sourceName, url, urlKey, file } = brief;
    const key = sourceName.toLowerCase() || urlKey || file;
    if (seen.has(key)) continue;
    seen.add(key);
    sources.push({ name: nameOfSource(brief), url, file });
  }
  return { lead, sources, figures: differingFigures(ranked) };
}

/** The name that a brief gives its source; where it gives none, the start of its title: two such are two sources. */
export function nameOfSource({ sourceName, title }: Pick<Brief, 'sourceName' | 'title'>): string {
  return sourceName || (title === '' ? '' : `“${shorten(title, titleAtMost)}”`);
}

/** Characters of a title that stands for the name of a source. */
const titleAtMost = 40;

/**
 * How well a brief tells its story: in both languages before one, processed before extracted, with a so-what and
 * key points, with an address, and by the pipeline's own confidence.
 */
function telling(brief: Brief): number {
  const languages = Number(brief.summary.ko !== '') + Number(brief.summary.en !== '');
  const consequences = Number(brief.soWhat.ko !== '') + Number(brief.soWhat.en !== '');
  const processed = brief.made === 'pipeline' ? 2 : brief.made === 'machine' ? 1 : 0;
  const length = Math.min(brief.summary.ko.length * 2.5 + brief.summary.en.length, 1200) / 1200;
  return (
    languages * 4 +
    consequences * 2 +
    processed +
    Math.min(brief.keyPoints.length, 4) / 4 +
    Number(brief.url !== '') +
    length +
    (brief.confidence ?? 0.5)
  );
}
