import type { Brief } from '../briefs/brief.ts';
import type { DifferingFigure, StorySource } from './edition.ts';

/** The best-told brief of a story and where else it was told. */
export function tellStory(briefs: readonly Brief[]): {
  lead: Brief;
  sources: StorySource[];
  figures: DifferingFigure[];
} {
  const [lead] = briefs;
  if (!lead) throw new Error('a story has at least one brief');
  return {
    lead,
    sources: briefs.map(({ sourceName, url, file }) => ({ name: sourceName, url, file })),
    figures: [],
  };
}
