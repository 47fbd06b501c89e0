import type { Candidate, EditionStory, Reason, ToldStory } from './edition.ts';
import type { Told } from './judge-brief.ts';
import { scoreStory } from './score-story.ts';
import { tellStory } from './tell-story.ts';

/** One story of the edition, with the candidates that went into it. */
export interface MergedStory {
  story: EditionStory;
  candidates: Candidate[];
}

function keysOf({ story, brief }: Candidate): string[] {
  return brief.urlKey === '' ? [`story ${story}`] : [`story ${story}`, `url ${brief.urlKey}`];
}

/** Candidates by story, in the order first met; two stories that share an address are one. */
function groups(candidates: readonly Candidate[]): Candidate[][] {
  const homes = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const joined = new Set(keysOf(candidate).flatMap((key) => homes.get(key) ?? []));
    const group = [...joined, candidate];
    for (const key of group.flatMap(keysOf)) homes.set(key, group);
  }
  return [...new Set(homes.values())];
}

function tellingBefore(candidates: readonly Candidate[], told: Told): ToldStory | null {
  for (const { followUpOf } of candidates) {
    const before = followUpOf === null ? undefined : told.byStory.get(followUpOf);
    // What nothing is left of is nothing to continue.
    if (before && !before.removed) return before;
  }
  return null;
}

/**
 * Makes one story of all candidates that tell the same event.
 * @param date the slot's local date, against which freshness is counted
 */
export function mergeStories(candidates: readonly Candidate[], told: Told, date: string): MergedStory[] {
  return groups(candidates).map((members) => {
    const briefs = members.map(({ brief }) => brief);
    const telling = tellStory(briefs);
    const names = new Set(telling.sources.map(({ name }) => name.toLowerCase()));
    const lead = members.find(({ brief }) => brief.file === telling.lead.file);
    return {
      candidates: members,
      story: {
        id: lead?.story ?? telling.lead.file,
        ...telling,
        updateOf: tellingBefore(members, told),
        score: scoreStory(briefs, names.size, date),
      },
    };
  });
}

/** Why a candidate that is not its story's lead is not shown by itself. */
export function mergedReason(candidate: Candidate, story: EditionStory): Reason {
  return candidate.brief.urlKey !== '' && candidate.brief.urlKey === story.lead.urlKey
    ? { code: 'same-url', file: story.lead.file }
    : { code: 'same-story', story: story.lead.file };
}
