import { Cron } from 'croner';
import { variableNames } from '../config/environment.ts';
import type { ChannelSettings, Settings } from '../config/settings.ts';
import { editDistance } from '../search/edit-distance.ts';
import { type Finding, odd } from '../setup/finding.ts';

/** What is allowed, and hardly meant. @param settings null where they have mistakes */
export function warningsOn(
  settings: Pick<Settings, 'channels' | 'processing'> | null,
  variables: Readonly<Record<string, string | undefined>>,
): Finding[] {
  const ownName = settings?.processing?.apiKeyEnv ?? '';
  return [...misspelt(variables, ownName), ...(settings?.channels ?? []).flatMap(oftenDue)];
}

const hourMs = 3_600_000;
/** A pattern shows within these whether it comes again within the hour. */
const looksAt = 50;

function oftenDue({ name, schedule }: Pick<ChannelSettings, 'name' | 'schedule'>): Finding[] {
  const times = new Cron(schedule, { paused: true, mode: '5-part', timezone: 'UTC' })
    .nextRuns(looksAt)
    .map((date) => date.getTime());
  const shortest = Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
  if (shortest >= hourMs) return [];
  const minutes = shortest / 60_000;
  const says = `${name}: the schedule "${schedule}" comes again after ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
  return [
    odd(
      `often ${name}`,
      says,
      'Write one that comes once or twice a day, such as "30 8 * * 1-5", if that is not meant.',
    ),
  ];
}

function misspelt(variables: Readonly<Record<string, string | undefined>>, ownName: string): Finding[] {
  const unset = variableNames.filter((name) => !variables[name]);
  const unknown = Object.keys(variables).filter(
    (name) => variables[name] && name !== ownName && !variableNames.some((known) => known === name),
  );
  return unknown.flatMap((name) => {
    const meant = unset.find((known) => isLike(name.toUpperCase().replaceAll('-', '_'), known));
    if (meant === undefined) return [];
    return [
      odd(
        'variables',
        `${name} is set, which means nothing to Sowhat.`,
        `Call it ${meant}, if that is meant.`,
      ),
    ];
  });
}

/** A slip of the keyboard apart, or with a word more or less: SLACK_BOT_TOKN, DISCORD_BOT_TOKEN, SLACK_TOKEN. */
function isLike(name: string, known: string): boolean {
  if (editDistance(name, known) <= Math.max(1, Math.floor(known.length / 6))) return true;
  const [words, knownWords] = [name.split('_'), known.split('_')];
  const [few, many] = words.length < knownWords.length ? [words, knownWords] : [knownWords, words];
  return few.length >= 2 && many.length === few.length + 1 && few.every((word) => many.includes(word));
}
