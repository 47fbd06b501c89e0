import path from 'node:path';
import { explainBrief } from '../app/explain-brief.ts';
import type { Problem } from '../briefs/brief.ts';
import { explain } from '../digest/explain.ts';
import type { ScanReport } from '../library/library.ts';
import { atLedger } from './at-ledger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { entryNamed } from './preview.ts';
import { requireFolder } from './require-folder.ts';
import { instantOf, say, sayJson } from './say.ts';

export interface WhyFlags extends CommonFlags {
  channel: string;
  at?: string;
  json?: boolean;
}

/** Says in one sentence why a brief was in, or out of, a channel's edition; one sentence an item of a roundup. */
export async function why(file: string, flags: WhyFlags): Promise<void> {
  const at = instantOf(flags.at);
  await atLedger(flags, 'pulls nothing', async ({ setup, store, library }) => {
    const entry = entryNamed(setup, flags.channel);
    const report = await library.scan();
    requireFolder(report);
    const known = (await library.list()).map((brief) => brief.file);
    const found = filesNamed(file, setup.briefsFolder, known);
    const kept = heldBack(file, setup.briefsFolder, report);
    if (found.length === 0 && kept.length === 0)
      throw new CliError(
        `There is no brief ${file} in ${setup.briefsFolder}; \`npx sowhat check\` lists the files.`,
      );
    const answers = [...kept];
    for (const brief of await library.briefs(found)) {
      const { en } = await explainBrief(brief, entry, at, { library, store, clock: Date.now });
      answers.push({ file: brief.file, reason: en });
    }
    if (flags.json) return sayJson(answers.map(({ file: name, reason }) => ({ file: name, why: reason })));
    for (const { file: name, reason } of answers) say(answers.length === 1 ? reason : `${name}: ${reason}`);
  });
}

/** Files that were read as no brief, or whose brief the gate keeps out. */
function heldBack(
  file: string,
  folder: string,
  report: Pick<ScanReport, 'problems' | 'retrying' | 'quarantined' | 'retracted'>,
): Problem[] {
  const unread = [...report.problems, ...report.retrying];
  const say = (problems: Problem[], why: string) =>
    filesNamed(
      file,
      folder,
      problems.map((problem) => problem.file),
    ).flatMap((name) =>
      problems
        .filter((problem) => problem.file === name)
        .map(({ reason }) => ({ file: name, reason: `${why}: ${reason}` })),
    );
  return [
    ...say(unread, 'It is in no edition, for it cannot be read'),
    ...say(report.quarantined, 'It is in no edition, for it is kept out'),
    ...filesNamed(file, folder, report.retracted).map((name) => ({
      file: name,
      reason: explain({ reason: { code: 'retracted' } }, 'en'),
    })),
  ];
}

/** Identities a person may mean: the path below the folder, from here, or the end of one; a file means its items too. */
export function filesNamed(typed: string, folder: string, known: readonly string[]): string[] {
  const names = [typed, path.relative(folder, typed)].map((name) =>
    name.split(path.sep).join('/').normalize('NFC'),
  );
  const exact = known.filter((file) => names.includes(file) || names.includes(file.split('#')[0] ?? ''));
  if (exact.length > 0) return exact;
  const ending = known.filter((file) =>
    names.some((name) => (file.split('#')[0] ?? '').endsWith(`/${name}`)),
  );
  return new Set(ending.map((file) => file.split('#')[0])).size === 1 ? ending : [];
}
