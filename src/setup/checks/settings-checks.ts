import { existsSync } from 'node:fs';
import type { Environment } from '../../config/environment.ts';
import type { ChannelSettings, Settings } from '../../config/settings.ts';
import { bad, type Finding, good } from '../finding.ts';

/** Sentences of the settings and the environment that say what is wrong, one finding each. */
export function checkFiles(
  settingsPath: string,
  problems: { settings: readonly string[]; environment: readonly string[] },
): Finding[] {
  const mend = existsSync(settingsPath)
    ? `Mend that in ${settingsPath}; the comments in it say what is allowed.`
    : 'Have it written: npx sowhat init';
  const settings = problems.settings.map((problem) => bad('settings', problem, mend));
  const environment = problems.environment.map((problem) =>
    bad('environment', `${problem}.`, 'Mend it in .env, or in the environment of the service.'),
  );
  return [
    ...(settings.length > 0 ? settings : [good('settings', `${settingsPath} has no mistakes`)]),
    ...(environment.length > 0 ? environment : [good('environment', '.env has no mistakes')]),
  ];
}

const tokens = { slack: 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN', discord: 'DISCORD_TOKEN' } as const;

/** Whether each channel's platform has tokens. Without any, the bot runs in its sandbox. */
export function checkTokens(settings: Settings, environment: Environment): Finding[] {
  if (environment.slack === null && environment.discord === null)
    return [good('tokens', 'no tokens: the bot runs in its sandbox; npx sowhat init sets it up for real')];
  const findings: Finding[] = [];
  for (const platform of ['slack', 'discord'] as const) {
    const waiting = settings.channels.filter((entry) => entry.platform === platform).map(({ name }) => name);
    if (waiting.length === 0 || environment[platform] !== null) continue;
    const says = `${waiting.join(', ')}: nothing is posted, for there is no token for ${platform}.`;
    findings.push(bad('tokens', says, `Put ${tokens[platform]} into .env: npx sowhat init`));
  }
  return findings;
}

/** Whether there is a channel at all, and when each gets its next edition. */
export function checkSchedules(
  settings: Pick<Settings, 'channels'>,
  now: number,
  nextDue: (entry: ChannelSettings, now: number) => number | null,
): Finding[] {
  if (settings.channels.length === 0)
    return [bad('schedule', 'No channel gets editions.', 'Add one to the settings: npx sowhat init')];
  return settings.channels.map((entry) => {
    const name = `schedule ${entry.name}`;
    const dueAt = nextDue(entry, now);
    if (dueAt === null)
      return bad(
        name,
        `The schedule “${entry.schedule}” of ${entry.name} is never due.`,
        'Write one that comes, such as "30 8 * * 1-5".',
      );
    const when = new Intl.DateTimeFormat('en-GB', {
      timeZone: entry.timezone,
      dateStyle: 'full',
      timeStyle: 'short',
    }).format(dueAt);
    return good(name, `${entry.name}: next edition on ${when} (${entry.timezone})`);
  });
}
