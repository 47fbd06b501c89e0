import type { Problem } from '../briefs/brief.ts';
import { readEnvironment, readVariables } from '../config/environment.ts';
import { describeProblem } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import { settingsFile } from '../config/watch-settings.ts';
import type { FileKind } from '../library/library.ts';
import { checkSchedules } from '../setup/checks/settings-checks.ts';
import { type BriefsPlace, briefsPlace } from './briefs-place.ts';
import { createLogger } from './create-logger.ts';
import type { CommonFlags } from './flags.ts';
import { followBriefs } from './follow-briefs.ts';
import { lookAtChatSettings } from './look-at-chat-settings.ts';
import { nextDue } from './next-due.ts';
import { aliasProblem, openBriefs } from './open-briefs.ts';
import { placeOf, statePlace } from './read-setup.ts';
import { retractedFiles } from './retracted-files.ts';
import { say, sayJson } from './say.ts';
import { warningsOn } from './warnings-on.ts';

/**
 * Checks the settings and every brief, and says what each file was taken for; exit code 1 when anything is wrong. Briefs
 * that were read for the same reason share a line unless `all` is set.
 */
export async function check(flags: CommonFlags & { json?: boolean; all?: boolean }): Promise<void> {
  const variables = readVariables('.env');
  const env = readEnvironment(variables);
  const reading = settingsFile(flags.config).read();
  const problems: Problem[] = [
    ...env.problems.map((reason) => ({ file: '.env', reason })),
    ...reading.problems.map((problem) => ({
      file: `${flags.config}:${problem.line}`,
      reason: describeProblem(problem),
    })),
  ];
  const { apiKeyEnv = null } = reading.settings?.processing ?? {};
  if (apiKeyEnv !== null && !variables[apiKeyEnv]) {
    const reason = `processing.apiKeyEnv names ${apiKeyEnv}, which is not set: add ${apiKeyEnv}=… or remove the setting.`;
    problems.push({ file: '.env', reason });
  }
  if (env.environment !== null && reading.settings !== null) {
    const place = placeOf(statePlace(env.environment, flags));
    const effective = await lookAtChatSettings(reading.settings, place);
    problems.push(...neverDue(effective.settings, flags.config));
    problems.push(...effective.problems.map(({ message }) => ({ file: 'set in the chat', reason: message })));
  }
  const aliases = aliasProblem(flags);
  if (aliases) problems.push(aliases);
  const warnings = warningsOn(reading.settings, variables).map(({ says, mend }) => `${says} ${mend}`);
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const place = briefsPlace(reading.settings?.briefs ?? {}, flags, env.environment?.gitToken ?? null);
  const found = place.folder === '' ? null : await readAll(place, flags, logger);
  problems.push(...(found?.problems ?? []));
  const quarantined = found?.quarantined ?? [];
  const retracted = found?.retracted ?? [];
  const kinds = found?.kinds ?? [];
  const briefs = found?.briefs ?? 0;

  if (flags.json) sayJson({ briefs, problems, warnings, quarantined, retracted, kinds });
  else {
    say(
      `${briefs} ${briefs === 1 ? 'brief' : 'briefs'} in ${kinds.length} ${kinds.length === 1 ? 'file' : 'files'}`,
    );
    for (const line of kindLines(kinds, flags.all === true)) say(line);
    for (const { file, reason } of quarantined) say(`– ${file}: kept out: ${reason}`);
    for (const file of retracted) say(`– ${file}: retracted by the editors`);
    for (const warning of warnings) say(`! ${warning}`);
    for (const { file, reason } of problems) say(`✗ ${file}: ${reason}`);
    if (problems.length === 0) {
      say(
        quarantined.length === 0
          ? '✓ nothing wrong'
          : `✓ no problems; ${quarantined.length} kept out, see above`,
      );
    }
  }
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** A schedule may be right in every field and name a day that no month has. */
function neverDue({ channels }: Settings, file: string): Problem[] {
  return checkSchedules({ channels }, Date.now(), nextDue)
    .filter(({ ok, name }) => !ok && name !== 'schedule')
    .map(({ says, mend }) => ({ file, reason: `${says} ${mend}` }));
}

/** What each file was taken for and why; briefs, which are most, by their reason with how many there are. */
export function kindLines(kinds: readonly FileKind[], isEach: boolean): string[] {
  const counts = new Map<string, number>();
  const lines: string[] = [];
  for (const { file, kind, because } of kinds) {
    if (kind === null) continue;
    if (kind === 'brief' && !isEach) counts.set(because, (counts.get(because) ?? 0) + 1);
    else lines.push(`  ${file}: read as ${kind}, because ${because}`);
  }
  const grouped = [...counts].map(
    ([because, count]) => `  ${count} ${count === 1 ? 'file' : 'files'}: read as brief, because ${because}`,
  );
  return [...grouped, ...lines];
}

async function readAll(place: BriefsPlace, flags: CommonFlags, logger: ReturnType<typeof createLogger>) {
  const pulling: Problem[] = [];
  const opened = await openBriefs(place.folder, flags.data, flags, logger, 'no search', () =>
    retractedFiles(flags),
  );
  const library = followBriefs(opened, place, flags.data, (error) => {
    if (error) pulling.push({ file: 'briefs.git', reason: error.message });
  });
  try {
    const { folderProblem, ...report } = await library.scan();
    // That what was never pulled is not there needs no line of its own.
    const problems = report.problems.filter(
      ({ file }) => pulling.length === 0 || file !== folderProblem?.file,
    );
    return {
      // What the gate keeps out was read all the same.
      briefs: (await library.list()).length + report.quarantined.length + report.retracted.length,
      problems: [...pulling, ...problems, ...report.retrying],
      quarantined: report.quarantined,
      retracted: report.retracted,
      kinds: await library.kinds(),
    };
  } finally {
    await library.close();
  }
}
