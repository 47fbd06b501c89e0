import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment, readVariables } from '../config/environment.ts';
import type { OverrideProblem } from '../config/merge-overrides.ts';
import { sayProblem } from '../config/read-settings.ts';
import { settingsFile } from '../config/watch-settings.ts';
import { pullBriefs } from '../git/pull-briefs.ts';
import { examine } from '../setup/examine.ts';
import { bad, type Finding, failed, good } from '../setup/finding.ts';
import { type MendedFinding, mend, sayFinding } from '../setup/mend.ts';
import { readSlackManifest } from '../setup/slack-manifest.ts';
import { openStore } from '../store/open-store.ts';
import { type BriefsPlace, briefsPlace } from './briefs-place.ts';
import type { CommonFlags } from './flags.ts';
import { lookAtChatSettings } from './look-at-chat-settings.ts';
import { nextDue } from './next-due.ts';
import { aliasProblem } from './open-briefs.ts';
import { say, sayJson } from './say.ts';
import { warningsOn } from './warnings-on.ts';

const timeoutMs = 8_000;

/** Checks everything the bot needs, and mends what it safely can; exit code 1 where something is left. */
export async function doctor(flags: CommonFlags & { json?: boolean; fix?: boolean }): Promise<void> {
  const variables = readVariables('.env');
  const env = readEnvironment(variables);
  const reading = settingsFile(flags.config).read();
  const isTrial =
    env.environment !== null && env.environment.slack === null && env.environment.discord === null;
  const stateDir = path.join(flags.data, isTrial ? 'sandbox' : '');
  const databaseUrl = isTrial ? null : (env.environment?.databaseUrl ?? null);
  const place = databaseUrl === null ? { dataDir: path.resolve(stateDir) } : { databaseUrl };
  const effective = reading.settings && (await lookAtChatSettings(reading.settings, place));
  const found: MendedFinding[] = [];
  const briefs = briefsPlace(reading.settings?.briefs ?? {}, flags, env.environment?.gitToken ?? null);
  const pulled = await examinePull(briefs, flags.data, variables);
  for (const finding of [
    ...(pulled ? [pulled] : []),
    ...chatFindings(effective?.problems ?? []),
    ...aliasFindings(flags),
    ...warningsOn(effective?.settings ?? null, variables),
  ]) {
    const kept = await mend(finding, false);
    found.push(kept);
    if (!flags.json) say(sayFinding(kept));
  }
  for await (const finding of examine({
    node: { version: process.versions.node, wanted: wantedNode() },
    zone: variables.TZ,
    settingsPath: flags.config,
    settings: effective?.settings ?? null,
    environment: env.environment,
    problems: {
      settings: reading.problems.map((problem) => sayProblem(flags.config, problem)),
      environment: env.problems,
    },
    // Nothing was ever pulled: that the folder is missing needs no line of its own.
    briefsFolder:
      briefs.folder === '' || (pulled?.ok === false && !existsSync(briefs.folder)) ? null : briefs.folder,
    folders: isTrial ? [flags.data] : [flags.data, 'digests'],
    slackScopes: readSlackManifest().oauth_config.scopes.bot,
    openStore: async () => {
      // The ledger would make the folder, and a wrong path would look like a healthy, empty one.
      if (databaseUrl === null && !existsSync(flags.data))
        throw new Error(
          `There is no ledger yet, for there is no folder ${flags.data}. Make it: mkdir -p ${flags.data}`,
        );
      return openStore({ ...place, clock: Date.now });
    },
    nextDue,
    clock: Date.now,
    timeoutMs,
  })) {
    const mended = await mend(finding, flags.fix === true);
    found.push(mended);
    if (!flags.json) say(sayFinding(mended));
  }
  if (flags.json) sayJson(found);
  const left = found.filter(({ ok }) => !ok).length;
  const odd = found.filter(({ ok, mend: advice }) => ok && advice !== null).length;
  if (!flags.json) say(`\n${verdict(left, odd)}`);
  process.exitCode = left === 0 ? 0 : 1;
}

function verdict(left: number, odd: number): string {
  if (left > 0) return `${left} to mend.`;
  return odd === 0 ? 'All is well.' : `Nothing is wrong; ${odd} to look at, marked with !.`;
}

/** Whether the briefs' repository can be pulled; null where there is none. */
async function examinePull(
  { repository }: BriefsPlace,
  dataDir: string,
  variables: Record<string, string | undefined>,
): Promise<Finding | null> {
  if (repository === null) return null;
  const name = 'briefs repository';
  try {
    const { commit } = await pullBriefs(repository, dataDir, variables);
    return good(name, `${repository.url} is at ${commit.slice(0, 10)}`);
  } catch (error) {
    return failed(name, error as Error);
  }
}

/** What was set in the chat and cannot be used. */
function chatFindings(problems: readonly OverrideProblem[]): Finding[] {
  const mending = 'Change it in that channel (/brief settings), or take it back: npx sowhat config reset';
  return problems.map(({ message }) => bad('set in the chat', `${message}.`, mending));
}

function aliasFindings(flags: CommonFlags): Finding[] {
  const problem = aliasProblem(flags);
  const mending = 'Mend that file; the bot does not start with it.';
  return problem === null ? [] : [bad('aliases', `${problem.file}: ${problem.reason}`, mending)];
}

function wantedNode(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } }).engines.node;
}
