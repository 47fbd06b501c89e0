import type { Brief } from '../briefs/brief.ts';
import { blankBrief } from '../briefs/readers/blank-brief.ts';
import type { Edition, EditionStory } from './edition.ts';
import type { BriefEdit, Edits } from './edits.ts';
import { tellStory } from './tell-story.ts';

/** A story that is told this long after a correction may still have been read before it, ms. */
const readBeforeMs = 60_000;

/** The files of the briefs that a story shows, its lead first. */
export function filesOf({ lead, sources }: EditionStory): string[] {
  return [...new Set([lead.file, ...sources.map(({ file }) => file)])];
}

/** Every story of an edition, best first. */
export function storiesOfEdition(edition: Edition): EditionStory[] {
  return [...edition.highlights, ...edition.headlines, ...edition.rest];
}

/** An edition as it reads after the edits. What no edit concerns is given back as it is. */
export function editionWithEdits(edition: Edition, edits: Edits): Edition {
  if (edits.retracted.size + edits.corrected.size === 0) return edition;
  const tell = (stories: EditionStory[]) =>
    stories.map((story) => storyWithEdits(story, edits, edition.composedAt));
  return {
    ...edition,
    highlights: tell(edition.highlights),
    headlines: tell(edition.headlines),
    rest: tell(edition.rest),
  };
}

/**
 * A story as it reads after the edits: retracted sources are gone, and where none is left it is an empty story marked
 * as removed; corrected briefs read as they do now.
 * @param toldAt when the story was told as given, epoch ms: later text is not set back to an older correction
 */
export function storyWithEdits(story: EditionStory, edits: Edits, toldAt: number): EditionStory {
  const files = filesOf(story);
  const corrections = files.flatMap((file) => {
    const edit = edits.corrected.get(file);
    return edit && edit.at + readBeforeMs >= toldAt && !isAsTold(story, edit) ? [edit] : [];
  });
  const retractions = files.flatMap((file) => edits.retracted.get(file) ?? []);
  if (retractions.length + corrections.length === 0) return story;
  const left = files.filter((file) => !edits.retracted.has(file));
  const known = knownBriefs(story, [...retractions, ...corrections], corrections);
  const briefs = left.flatMap((file) => known.get(file) ?? []);
  if (briefs.length === 0) return removed(story, Math.max(...retractions.map(({ at }) => at)));
  const told = tellStory(briefs);
  const lead = known.get(left.includes(story.lead.file) ? story.lead.file : '') ?? told.lead;
  const correction = corrections.find(({ file }) => file === lead.file);
  return {
    ...story,
    lead,
    sources: story.sources
      .filter(({ file }) => left.includes(file))
      .map((source) => {
        const brief = corrections.find(({ file }) => file === source.file)?.brief;
        return brief ? { name: brief.sourceName, url: brief.url, file: brief.file } : source;
      }),
    figures: told.figures,
    ...(correction ? { edited: { kind: 'corrected', at: correction.at } } : {}),
  };
}

/** Whether the story already reads as the correction says. */
function isAsTold(story: EditionStory, { file, brief }: BriefEdit): boolean {
  return file === story.lead.file && brief?.hash === story.lead.hash;
}

/** Every brief of the story that is at hand, as it reads now. */
function knownBriefs(
  story: EditionStory,
  edits: readonly BriefEdit[],
  corrections: readonly BriefEdit[],
): Map<string, Brief> {
  const briefs = [
    ...edits.flatMap(({ others }) => others),
    story.lead,
    ...corrections.flatMap(({ brief }) => brief ?? []),
  ];
  return new Map(briefs.map((brief) => [brief.file, brief]));
}

/** Nothing of what it told is left in it. */
function removed(story: EditionStory, at: number): EditionStory {
  const { file, kind, made } = story.lead;
  return {
    id: story.id,
    lead: blankBrief({ file, hash: '', text: '' }, kind, made),
    sources: [],
    figures: [],
    updateOf: null,
    score: story.score,
    edited: { kind: 'retracted', at },
  };
}
