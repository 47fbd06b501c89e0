import { answerPhrases } from '../answers/answer-phrases.ts';
import type { Library } from '../library/library.ts';
import type { SearchResult } from '../search/search-types.ts';
import { createLogger } from './create-logger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { openBriefs } from './open-briefs.ts';
import { readLines } from './read-lines.ts';
import { readQuestion } from './read-question.ts';
import { readSetup } from './read-setup.ts';
import { requireFolder } from './require-folder.ts';
import { retractedFiles } from './retracted-files.ts';
import { instantOf, say, sayJson } from './say.ts';

export interface SearchFlags extends CommonFlags {
  limit: string;
  at?: string;
  json?: boolean;
  stdin?: boolean;
  explain?: boolean;
}

const LONGEST_LINE = 100_000;

/** Searches from the shell; with `--stdin` one question a line, as JSON. */
export async function search(words: string | undefined, flags: SearchFlags): Promise<void> {
  const folder = flags.briefs ?? readSetup(flags).briefsFolder;
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const library = await openBriefs(folder, flags.data, flags, logger, 'search', () => retractedFiles(flags));
  try {
    const report = await library.scan();
    requireFolder(report);
    for (const { file, reason } of report.problems) logger.warn({ file, reason }, 'left out');
    if (flags.stdin) await answerLines(library, Number(flags.limit));
    else if (words === undefined || words.trim() === '')
      throw new CliError('Say what to search for: npx sowhat search distillation');
    else await answerOnce(library, words, flags);
  } finally {
    await library.close();
  }
}

async function answerOnce(library: Library, words: string, flags: SearchFlags): Promise<void> {
  const now = instantOf(flags.at);
  const result = await library.search(words, { limit: Number(flags.limit), now, upTo: now });
  const briefs = new Map(
    (await library.briefs(result.hits.map(({ file }) => file))).map((brief) => [brief.file, brief]),
  );
  const rows = result.hits.map(({ file, score, why }) => ({
    file,
    title: briefs.get(file)?.title ?? '',
    score: Math.round(score * 1000) / 1000,
    ...(flags.explain ? { why } : {}),
  }));
  if (flags.json)
    return sayJson(flags.explain ? { reading: result.reading, near: result.near, hits: rows } : rows);
  if (flags.explain) explain(result);
  if (rows.length === 0) {
    const why = whyNothing(result.reading);
    if (why !== null) say(why);
    say(`Nothing found${result.near.length > 0 ? `; near: ${result.near.join(', ')}` : ''}.`);
  }
  for (const row of rows) {
    say(`${row.score.toFixed(2).padStart(7)}  ${row.title}\n         ${row.file}`);
    for (const line of row.why ?? []) say(`           · ${line}`);
  }
}

/** Where what narrows a search is not there, or is not said. */
function whyNothing({ noSource, noTag, emptyFilter }: SearchResult['reading']): string | null {
  if (noSource !== undefined) return answerPhrases.noSource(noSource).en;
  if (noTag !== undefined) return answerPhrases.noTag(noTag).en;
  return emptyFilter === undefined ? null : answerPhrases.noName[emptyFilter].en;
}

function explain({ reading, total }: SearchResult): void {
  for (const { typed, shown, origin, weight } of reading.terms) {
    say(`${typed} → ${shown} (${origin}, ${weight.toFixed(2)})`);
  }
  for (const word of reading.unknown) say(`${word} → in no brief`);
  for (const phrase of reading.phrases) say(`“${phrase}” must be there, word for word`);
  if (reading.time) say(`from ${reading.time.from} to ${reading.time.to} (“${reading.time.label}”)`);
  if (reading.source) say(`source: ${reading.source}`);
  if (reading.tag) say(`tag: ${reading.tag}`);
  if (total === 0 && reading.terms.length > 0) say('no brief answers enough of this at once');
  say(`${total} found`);
}

/** Answers every line with one line, the ones that are no question with what is wrong, until there are no more. */
async function answerLines(library: Library, limit: number): Promise<void> {
  for await (const line of readLines(process.stdin, LONGEST_LINE)) {
    const asked = readQuestion(line, LONGEST_LINE, Date.now());
    if ('error' in asked) {
      say(JSON.stringify({ id: asked.id, files: [], error: asked.error }));
      continue;
    }
    const { id, q, now } = asked;
    try {
      const startedAt = performance.now();
      const { hits } = await library.search(q, { limit, now });
      const ms = Math.round((performance.now() - startedAt) * 1000) / 1000;
      say(JSON.stringify({ id, files: hits.map(({ file }) => file), ms }));
    } catch (error) {
      say(JSON.stringify({ id, files: [], error: (error as Error).message }));
    }
  }
}
