import type { Problem } from '../briefs/brief.ts';
import { readEnvironment, readVariables } from '../config/environment.ts';
import { settingsFile } from '../config/watch-settings.ts';
import { createLogger } from './create-logger.ts';
import type { CommonFlags } from './flags.ts';
import { openBriefs } from './open-briefs.ts';
import { say, sayJson } from './say.ts';

/** Checks the settings and every brief; exit code 1 when anything is wrong. */
export async function check(flags: CommonFlags & { json?: boolean }): Promise<void> {
  const env = readEnvironment(readVariables('.env'));
  const reading = settingsFile(flags.config).read();
  const problems: Problem[] = [
    ...env.problems.map((reason) => ({ file: '.env', reason })),
    ...reading.problems.map(({ line, setting, message }) => ({
      file: `${flags.config}:${line}`,
      reason: setting === '' ? message : `${setting} ${message}`,
    })),
  ];
  const folder = flags.briefs ?? reading.settings?.briefs.folder;
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const found = folder === undefined ? null : await readAll(folder, flags, logger);
  problems.push(...(found?.problems ?? []));
  const quarantined = found?.quarantined ?? [];
  const kinds = found?.kinds ?? [];
  const briefs = found?.briefs ?? 0;

  if (flags.json) sayJson({ briefs, problems, quarantined, kinds });
  else {
    say(`${briefs} briefs in ${kinds.length} files`);
    const other = kinds.filter(({ kind }) => kind !== 'brief' && kind !== null);
    for (const { file, kind, because } of other) say(`  ${file}: read as ${kind}, because ${because}`);
    for (const { file, reason } of quarantined) say(`– ${file}: kept out: ${reason}`);
    for (const { file, reason } of problems) say(`✗ ${file}: ${reason}`);
    if (problems.length === 0) say('✓ nothing wrong');
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
}

async function readAll(folder: string, flags: CommonFlags, logger: ReturnType<typeof createLogger>) {
  const library = await openBriefs(folder, flags.data, flags.config, logger, 'no search');
  try {
    const report = await library.scan();
    return {
      // What the gate keeps out was read all the same.
      briefs: (await library.list()).length + report.quarantined.length,
      problems: [...report.problems, ...report.retrying],
      quarantined: report.quarantined,
      kinds: await library.kinds(),
    };
  } finally {
    await library.close();
  }
}
