import { z } from 'zod';
import type { Brief } from '../briefs/brief.ts';
import { textOf } from '../config/text-of.ts';
import { createStoryIndex, type StoryIndex } from '../stories/story-index.ts';
import { createLogger } from './create-logger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { openBriefs } from './open-briefs.ts';
import { readSetup } from './read-setup.ts';
import { requireFolder } from './require-folder.ts';
import { retractedFiles } from './retracted-files.ts';
import { say, sayJson } from './say.ts';

export interface StoriesFlags extends CommonFlags {
  json?: boolean;
  pairs?: string;
}

/** What two files are to each other, as `--pairs` prints it. */
interface JudgedPair {
  a: string;
  b: string;
  label: 'same' | 'follow-up' | 'different';
  /** 0..1: how surely they tell the same event. */
  score: number;
}

const pair = z.object({ a: z.string(), b: z.string() });
/** A list of pairs, or a labelled set with one in it. */
const pairsFile = z.union([
  z.array(pair),
  z.object({ pairs: z.array(pair) }).transform(({ pairs }) => pairs),
]);

/** Lists the stories of the folder, or says what pairs of its files are to each other. */
export async function stories(flags: StoriesFlags): Promise<void> {
  const pairs = flags.pairs === undefined ? null : readPairs(flags.pairs);
  const folder = flags.briefs ?? readSetup(flags).briefsFolder;
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const library = await openBriefs(folder, flags.data, flags, logger, 'no search', () =>
    retractedFiles(flags),
  );
  try {
    const report = await library.scan();
    requireFolder(report);
    for (const { file, reason } of report.problems) logger.warn({ file, reason }, 'left out');
    if (pairs === null)
      return await tellStories(await library.stories(), library.briefs, flags.json === true);
    const briefs = await library.briefs((await library.list()).map(({ file }) => file));
    const { judged, unknown } = judgePairs(pairs, briefs);
    for (const file of unknown) logger.warn({ file }, 'there is no such file in the briefs folder');
    sayJson(judged);
  } finally {
    await library.close();
  }
}

async function tellStories(
  found: string[][],
  briefs: (files: readonly string[]) => Promise<Brief[]>,
  json: boolean,
): Promise<void> {
  if (json) return sayJson(found);
  const told = found.filter((files) => files.length > 1);
  for (const files of told) {
    const [first] = await briefs(files.slice(0, 1));
    say(first?.title ?? files[0] ?? '');
    for (const file of files) say(`    ${file}`);
  }
  say(`${found.length} stories, ${told.length} of them told more than once`);
}

function readPairs(file: string): { a: string; b: string }[] {
  const wanted = `--pairs ${file}: the file must hold JSON such as [{"a": "one.md", "b": "two.md"}]`;
  const text = textOf(file);
  if (text === null) throw new CliError(`--pairs ${file}: there is no such file.`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new CliError(`${wanted}; ${(error as Error).message}.`);
  }
  const read = pairsFile.safeParse(data);
  if (!read.success) throw new CliError(`${wanted}.`);
  return read.data;
}

/**
 * Judges pairs among all briefs of their folder, whose words say what is rare. A file of several items is as near to
 * another as its nearest item.
 * @returns the pairs in their order; files that hold no brief, whose pairs count as different
 */
export function judgePairs(
  pairs: readonly { a: string; b: string }[],
  briefs: readonly Brief[],
): { judged: JudgedPair[]; unknown: string[] } {
  const index = createStoryIndex();
  const byFile = new Map<string, string[]>();
  for (const brief of briefs) {
    index.add(brief, brief.ingestedAt ?? 0);
    const source = brief.file.split('#')[0] ?? brief.file;
    for (const name of new Set([brief.file, source]))
      byFile.set(name, [...(byFile.get(name) ?? []), brief.file]);
  }
  const itemsOf = (name: string) => byFile.get(name.normalize('NFC')) ?? [];
  const unknown = new Set(pairs.flatMap(({ a, b }) => [a, b]).filter((name) => itemsOf(name).length === 0));
  const judged = pairs.map(({ a, b }) => ({ a, b, ...nearest(index, itemsOf(a), itemsOf(b)) }));
  return { judged, unknown: [...unknown] };
}

function nearest(
  index: StoryIndex,
  some: readonly string[],
  others: readonly string[],
): Pick<JudgedPair, 'label' | 'score'> {
  let best: Pick<JudgedPair, 'label' | 'score'> = { label: 'different', score: 0 };
  for (const a of some) {
    for (const b of others) {
      const compared = index.compare(a, b);
      if (compared && compared.score >= best.score) best = { label: compared.label, score: compared.score };
    }
  }
  return { label: best.label, score: Math.round(best.score * 1000) / 1000 };
}
