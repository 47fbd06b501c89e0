import path from 'node:path';
import { type Environment, readEnvironment, readVariables } from '../config/environment.ts';
import { sayProblem } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import { type SettingsFile, settingsFile } from '../config/watch-settings.ts';
import { type BriefsPlace, briefsPlace, requirePulled } from './briefs-place.ts';
import { CliError, type CommonFlags } from './flags.ts';

/** Settings and environment, checked. */
export interface Setup {
  settings: Settings;
  settingsFile: SettingsFile;
  environment: Environment;
  /** No token of any platform: the sandbox stands in. */
  isTrial: boolean;
  briefs: BriefsPlace;
  /** Folder of the briefs. */
  briefsFolder: string;
  /** Where the state of this run lies: a trial never shares it with a real one. */
  stateDir: string;
  /** Where the archive of editions goes. */
  archiveDir: string;
}

/**
 * Reads `.env` and the settings file.
 * @param pulling whether the command pulls the briefs' repository; one that does not needs it to be pulled already
 * @throws CliError that lists every problem at once
 */
export function readSetup(flags: CommonFlags, pulling: 'pulls' | 'pulls nothing' = 'pulls nothing'): Setup {
  const env = readEnvironment(readVariables('.env'));
  const file = settingsFile(flags.config);
  const reading = file.read();
  const problems = [...env.problems, ...reading.problems.map((problem) => sayProblem(flags.config, problem))];
  if (env.environment === null || reading.settings === null) throw new CliError(problems.join('\n'));
  const { isTrial, stateDir } = statePlace(env.environment, flags);
  const briefs = briefsPlace(reading.settings.briefs, flags, env.environment.gitToken);
  if (pulling === 'pulls nothing') requirePulled(briefs);
  return {
    settings: reading.settings,
    settingsFile: file,
    environment: env.environment,
    isTrial,
    briefs,
    briefsFolder: briefs.folder,
    stateDir,
    archiveDir: isTrial ? path.join(flags.data, 'sandbox', 'digests') : 'digests',
  };
}

/** Whether the sandbox stands in, and where the state of such a run lies. */
export function statePlace(
  environment: Environment,
  flags: Pick<CommonFlags, 'data'>,
): Pick<Setup, 'environment' | 'isTrial' | 'stateDir'> {
  const isTrial = environment.slack === null && environment.discord === null;
  return { environment, isTrial, stateDir: isTrial ? path.join(flags.data, 'sandbox') : flags.data };
}

/** Where the ledger lies. */
export function placeOf(
  setup: Pick<Setup, 'environment' | 'isTrial' | 'stateDir'>,
): { databaseUrl: string } | { dataDir: string } {
  const { databaseUrl } = setup.environment;
  return databaseUrl !== null && !setup.isTrial ? { databaseUrl } : { dataDir: path.resolve(setup.stateDir) };
}
