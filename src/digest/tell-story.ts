import type { Brief } from '../briefs/brief.ts';
import { nameOfSource, tellStory as tellBriefs } from '../stories/tell-story.ts';
import type { DifferingFigure, EditionStory } from './edition.ts';

/**
 * A story as an edition keeps it: its best-told brief, every source once, and the figures that its sources give
 * differently, with who says which. @throws when there is no brief
 */
export function tellStory(briefs: readonly Brief[]): Pick<EditionStory, 'lead' | 'sources' | 'figures'> {
  const { lead, sources, figures } = tellBriefs(briefs);
  const names = new Map(briefs.map((brief) => [brief.file, nameOfSource(brief)]));
  return {
    lead,
    sources,
    figures: figures.map(({ what, values }): DifferingFigure => {
      const said = values.map(({ text, of, saidBy }) => ({
        value: of === '' ? text : `${of} ${text}`,
        source: [...new Set(saidBy.flatMap((file) => names.get(file) || []))].join(', '),
      }));
      return { what, values: said };
    }),
  };
}
