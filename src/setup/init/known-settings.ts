import type { ChannelSettings, Settings } from '../../config/settings.ts';
import type { ChannelAnswer } from './answers.ts';
import type { InitOptions } from './init-options.ts';

/** Channels of the sandbox, which the shipped settings name. */
const sandboxChannel = /^(?:C0SANDBOX[A-Z]+|10000000000000010\d)$/;

/**
 * What the settings there are say already, and a person means to keep: not what the shipped ones say for the trial.
 * @param isTrial the sandbox is what is set up
 */
export function knownSettings(
  settings: Settings | null,
  isTrial: boolean,
): Pick<InitOptions, 'known' | 'knownBriefs' | 'knownOperator'> {
  const isMeant = ({ channel }: { channel: string }) => isTrial || !sandboxChannel.test(channel);
  const operator = settings?.operator ?? null;
  return {
    known: (settings?.channels ?? []).filter(isMeant).map(askedOf),
    knownBriefs: briefsOf(settings?.briefs),
    knownOperator: operator !== null && isMeant(operator) ? operator : null,
  };
}

/** What is asked of a channel: all else stays as it is written, and what is left out there is not spelled out. */
function askedOf(entry: ChannelSettings): ChannelAnswer {
  const { name, platform, channel, schedule, timezone, language } = entry;
  return { name, platform, channel, schedule, timezone, language };
}

/** Where the briefs are; null where that is nowhere, or at the samples, which nobody means to keep. */
function briefsOf(briefs: Settings['briefs'] | undefined): InitOptions['knownBriefs'] {
  if (briefs?.git !== undefined) {
    const { git, branch, path } = briefs;
    return { git, ...(branch === undefined ? {} : { branch }), ...(path === undefined ? {} : { path }) };
  }
  const { folder } = briefs ?? {};
  return folder === undefined || /(^|\/)config\/sample-briefs\/?$/.test(folder) ? null : { folder };
}
