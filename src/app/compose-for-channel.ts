import type { Compose } from '../delivery/delivery-options.ts';
import type { Mark } from '../delivery/delivery-store.ts';
import { composeEdition } from '../digest/compose-edition.ts';
import type { Candidate } from '../digest/edition.ts';
import { firstDay } from '../digest/first-day.ts';
import { localDate } from '../digest/local-date.ts';
import type { Library, LibraryBrief } from '../library/library.ts';
import type { BriefLedger, SeenBrief } from '../store/brief-ledger.ts';

/** What composing reads of the ledger. */
export type ComposeLedger = Pick<
  BriefLedger,
  'noteBriefs' | 'highestSeq' | 'unjudged' | 'channelHistory' | 'toldOf'
>;

export interface ComposeSources {
  library: Pick<Library, 'scan' | 'list' | 'briefs'>;
  ledger: ComposeLedger;
  clock: () => number;
  /** How long a look at the folder serves for further channels, ms. */
  freshMs: number;
}

/** The folder as it was looked at, and how far the numbers of its briefs went before. */
interface Snapshot {
  seq: number;
  briefs: Map<string, LibraryBrief>;
  takenAt: number;
}

/**
 * A channel's first edition holds the newest day that has briefs; everything older counts as judged. Briefs whose
 * file states no time have always existed: they make the first edition only where nothing else is there.
 */
function firstCandidates(unjudged: readonly SeenBrief[], at: number, zone: string): SeenBrief[] {
  const dated = unjudged
    .filter((brief) => brief.ingestedAt > 0)
    .map((brief) => ({ brief, ingestedAt: brief.ingestedAt }));
  const day = firstDay(dated, at, zone);
  if (day === null) return [...unjudged];
  return dated.filter(({ ingestedAt }) => localDate(ingestedAt, zone) === day).map(({ brief }) => brief);
}

/** Puts library, ledger and digest together: what a channel gets for a slot, as if now were `at`. */
export function composeForChannel(sources: ComposeSources): Compose {
  const { library, ledger, clock } = sources;
  let looking: Promise<Snapshot> | null = null;

  async function look(): Promise<Snapshot> {
    await library.scan();
    await ledger.noteBriefs(await library.list());
    // Another program on the same ledger may number briefs that this one has not read: the number is taken before
    // the folder is read again, so that every brief up to it has been looked at.
    const seq = await ledger.highestSeq();
    await library.scan();
    const briefs = new Map((await library.list()).map((brief) => [brief.file, brief]));
    return { seq, briefs, takenAt: clock() };
  }

  async function snapshot(): Promise<Snapshot> {
    const known = await looking?.catch(() => null);
    if (known && clock() - known.takenAt < sources.freshMs) return known;
    looking = look();
    return looking;
  }

  return async (plan, slot, at) => {
    const { seq, briefs } = await snapshot();
    const mark: Mark = { seq, at };
    const { rules } = plan;
    const target = { platform: rules.platform, workspace: rules.workspace, channel: rules.channel };
    const { isFirst, lastEditionDate } = await ledger.channelHistory(target, rules.name);
    const unjudged = (await ledger.unjudged(target, rules.name, mark)).filter(({ file }) => briefs.has(file));
    const chosen = isFirst ? firstCandidates(unjudged, at, rules.timezone) : unjudged;
    const candidates = await candidatesOf(library, chosen, briefs);
    const told = await ledger.toldOf(target, rules.name, {
      stories: candidates.flatMap(({ story, followUpOf }) =>
        followUpOf === null ? [story] : [story, followUpOf],
      ),
      urlKeys: candidates.map(({ brief }) => brief.urlKey),
    });
    return {
      composition: composeEdition({ rules, slot, candidates, told, lastEditionDate, isFirst, now: at }),
      mark,
    };
  };
}

async function candidatesOf(
  library: Pick<Library, 'briefs'>,
  chosen: readonly SeenBrief[],
  known: ReadonlyMap<string, LibraryBrief>,
): Promise<Candidate[]> {
  const briefs = await library.briefs(chosen.map(({ file }) => file));
  return briefs.map((brief) => {
    const light = known.get(brief.file);
    return { brief, story: light?.story ?? brief.file, followUpOf: light?.followUpOf ?? null };
  });
}
