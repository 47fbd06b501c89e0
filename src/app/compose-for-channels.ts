import type { Brief } from '../briefs/brief.ts';
import { targetOf } from '../delivery/channel-plan.ts';
import type { Compose, ComposeAsk } from '../delivery/delivery-options.ts';
import type { Mark } from '../delivery/delivery-store.ts';
import { composeEdition } from '../digest/compose-edition.ts';
import type { Candidate } from '../digest/edition.ts';
import { indexTold, judgeBrief } from '../digest/judge-brief.ts';
import type { EditStore } from '../editing/edit-store.ts';
import type { Library, LibraryBrief } from '../library/library.ts';
import type { BriefLedger, ChannelReading, SeenBrief } from '../store/brief-ledger.ts';
import { firstCandidates, newest, undated } from './first-candidates.ts';

/** What composing reads of the ledger. */
export type ComposeLedger = Pick<BriefLedger, 'noteBriefs' | 'highestSeq' | 'readChannels' | 'toldOf'> &
  Pick<EditStore, 'retractedFiles'>;

export interface ComposeSources {
  library: Pick<Library, 'scan' | 'look' | 'list' | 'briefs'>;
  ledger: ComposeLedger;
  clock: () => number;
  /** How long a look at the folder serves for further channels, ms. */
  freshMs: number;
}

/** The folder as it was looked at, and how far the numbers of its briefs went before. */
interface Snapshot {
  seq: number;
  briefs: Map<string, LibraryBrief>;
  /** Those that were read in full. */
  read: Map<string, Brief>;
  takenAt: number;
}

/** Puts library, ledger and digest together: what channels get for a slot, as if now were `at`. */
export function composeForChannels(sources: ComposeSources): Compose {
  const { library, ledger, clock } = sources;
  let looking: Promise<Snapshot> | null = null;

  async function look(): Promise<Snapshot> {
    await library.scan();
    await ledger.noteBriefs(await library.list());
    // Another program on the same ledger may number briefs that this one has not read: the number is taken before
    // the folder is read again, so that every brief up to it has been looked at.
    const seq = await ledger.highestSeq();
    await library.look();
    const briefs = new Map((await library.list()).map((brief) => [brief.file, brief]));
    return { seq, briefs, read: new Map(), takenAt: clock() };
  }

  async function snapshot(): Promise<Snapshot> {
    const known = await looking?.catch(() => null);
    if (known && clock() - known.takenAt < sources.freshMs) return known;
    looking = look();
    return looking;
  }

  return async (asks, at) => {
    const looked = await snapshot();
    const mark: Mark = { seq: looked.seq, at };
    const channels = asks.map(({ plan }) => ({ target: targetOf(plan), name: plan.rules.name }));
    const readings = await ledger.readChannels(channels, mark);
    await readInFull(library, looked, new Set(lookedThrough(asks, readings, looked, at)));
    await readInFull(library, looked, new Set(lookedThroughLast(asks, readings, looked, at)));
    const chosen = choose(asks, readings, looked, at);
    const retracted = new Set(await ledger.retractedFiles());
    await readInFull(library, looked, new Set(chosen.flat()));
    const candidates = chosen.map((files) => candidatesOf(files, looked));
    const told = await ledger.toldOf(
      channels.map((channel, index) => ({ ...channel, ...keysOf(candidates[index] ?? []) })),
    );
    return asks.map((ask, index) => {
      const { plan, slot } = ask;
      const { isFirst = true, lastEditionDate = null } = readings[index] ?? {};
      const known = { told: told[index] ?? [], lastEditionDate, isFirst };
      const input = {
        ...{ rules: plan.rules, slot, candidates: candidates[index] ?? [], ...known },
        retracted: retractedOf(ask, readings[index], retracted, looked, at),
      };
      return { composition: composeEdition({ ...input, now: at }), mark };
    });
  };
}

/** The files that are read to find the day of a first edition. */
function lookedThrough(
  asks: readonly ComposeAsk[],
  readings: readonly ChannelReading[],
  { briefs }: Snapshot,
  at: number,
): string[] {
  return asks.flatMap((_ask, index) => {
    const { unjudged = [], isFirst = true } = readings[index] ?? {};
    if (!isFirst) return [];
    const here = unjudged.filter(({ file }) => briefs.has(file));
    return newest(here, at).map(({ file }) => file);
  });
}

/** Those that are read where a channel may tell none of the others. */
function lookedThroughLast(
  asks: readonly ComposeAsk[],
  readings: readonly ChannelReading[],
  looked: Snapshot,
  at: number,
): string[] {
  return asks.flatMap((ask, index) => {
    const { unjudged = [], isFirst = true } = readings[index] ?? {};
    const isWanted = wantedBy(ask, looked);
    const here = unjudged.filter(({ file }) => looked.briefs.has(file));
    if (!isFirst || newest(here, at).some(({ file }) => isWanted(file))) return [];
    return undated(here).map(({ file }) => file);
  });
}

/** Whether a channel that was told nothing may tell a file that was read. */
function wantedBy({ plan: { rules }, slot }: ComposeAsk, { read }: Snapshot): (file: string) => boolean {
  const told = indexTold([]);
  return (file) => {
    const brief = read.get(file);
    // One that was taken back is not there to be read.
    if (!brief) return rules.topics.length === 0;
    return judgeBrief({ brief, story: file, followUpOf: null }, rules, told, slot.date) === null;
  };
}

/** The files that each channel's edition is made of. Channels that judged the same so far share one list. */
function choose(
  asks: readonly ComposeAsk[],
  readings: readonly ChannelReading[],
  looked: Snapshot,
  at: number,
): (readonly string[])[] {
  const { briefs } = looked;
  const shared = new Map<readonly SeenBrief[], Map<string, readonly string[]>>();
  return asks.map((ask, index) => {
    const { unjudged = [], isFirst = true } = readings[index] ?? {};
    const { timezone, topics, minConfidence, maxAgeDays } = ask.plan.rules;
    const view = isFirst ? JSON.stringify([timezone, topics, minConfidence, maxAgeDays, ask.slot.date]) : '';
    const byView = shared.get(unjudged) ?? new Map<string, readonly string[]>();
    shared.set(unjudged, byView);
    const known = byView.get(view);
    if (known) return known;
    const here = unjudged.filter(({ file }) => briefs.has(file));
    const storyOf = (file: string) => briefs.get(file)?.story ?? file;
    const first = () => firstCandidates(here, at, timezone, storyOf, wantedBy(ask, looked));
    const files = (isFirst ? first() : here).map(({ file }) => file);
    byView.set(view, files);
    return files;
  });
}

/**
 * What a channel would have judged had the editors not taken it back: it gets a verdict, so that it is judged again
 * once it is put back.
 */
function retractedOf(
  ask: ComposeAsk,
  reading: ChannelReading | undefined,
  retracted: ReadonlySet<string>,
  looked: Snapshot,
  at: number,
): string[] {
  const { briefs } = looked;
  const gone = (reading?.unjudged ?? []).filter(({ file }) => retracted.has(file) && !briefs.has(file));
  if (!reading?.isFirst || gone.length === 0) return gone.map(({ file }) => file);
  const here = reading.unjudged.filter(({ file }) => briefs.has(file) || retracted.has(file));
  const storyOf = (file: string) => briefs.get(file)?.story ?? file;
  const candidates = firstCandidates(here, at, ask.plan.rules.timezone, storyOf, wantedBy(ask, looked));
  const first = new Set(candidates.map(({ file }) => file));
  return gone.map(({ file }) => file).filter((file) => first.has(file));
}

async function readInFull(
  library: Pick<Library, 'briefs'>,
  { read }: Snapshot,
  files: ReadonlySet<string>,
): Promise<void> {
  const missing = [...files].filter((file) => !read.has(file));
  if (missing.length === 0) return;
  for (const brief of await library.briefs(missing)) read.set(brief.file, brief);
}

function candidatesOf(files: readonly string[], { read, briefs }: Snapshot): Candidate[] {
  return files.flatMap((file) => {
    const brief = read.get(file);
    const light = briefs.get(file);
    return brief ? [{ brief, story: light?.story ?? file, followUpOf: light?.followUpOf ?? null }] : [];
  });
}

function keysOf(candidates: readonly Candidate[]): { stories: string[]; urlKeys: string[] } {
  return {
    stories: candidates.flatMap(({ story, followUpOf }) =>
      followUpOf === null ? [story] : [story, followUpOf],
    ),
    urlKeys: candidates.map(({ brief }) => brief.urlKey),
  };
}
