import { entryName } from './entry-name.ts';
import { faults } from './faults.ts';
import { ChannelSettings, type Settings } from './settings.ts';

/** One setting of a channel as it was set in the chat. */
export interface ChannelOverride {
  platform: 'slack' | 'discord';
  channel: string;
  /** Name of the setting in a channel's entry. */
  key: string;
  value: unknown;
}

/** What cannot be used of what was set in the chat. */
export interface OverrideProblem {
  platform: 'slack' | 'discord';
  channel: string;
  /** What is wrong, and what becomes of it. */
  message: string;
}

export interface MergedSettings {
  settings: Settings;
  problems: OverrideProblem[];
}

/** What cannot be set in the chat: it says which channel this is. */
const fixed: readonly string[] = ['platform', 'channel'];

/**
 * The settings that count: those of the file, and key by key what was set in the chat. A channel that the file does
 * not have is an entry of its own, made of what was set in the chat alone. What the rules of the settings refuse is
 * left out and reported; the rest counts.
 */
export function mergeOverrides(settings: Settings, overrides: readonly ChannelOverride[]): MergedSettings {
  const problems: OverrideProblem[] = [];
  const left = new Map<string, ChannelOverride[]>();
  for (const each of overrides) left.set(placeOf(each), [...(left.get(placeOf(each)) ?? []), each]);

  const channels = settings.channels.map((entry) => {
    const own = left.get(placeOf(entry)) ?? [];
    left.delete(placeOf(entry));
    // The file's name is the one that commands and the ledger know.
    return own
      .filter(({ key }) => key !== 'name')
      .reduce((merged, each) => withOne(merged, each, problems, 'the file’s counts instead'), entry);
  });
  for (const own of left.values()) {
    const entry = ownEntry(
      own,
      channels.map(({ name }) => name),
      problems,
    );
    if (entry !== null) channels.push(entry);
  }
  return { settings: { ...settings, channels }, problems };
}

function placeOf({ platform, channel }: { platform: string; channel: string }): string {
  return `${platform} ${channel}`;
}

function withOne(
  entry: ChannelSettings,
  override: ChannelOverride,
  problems: OverrideProblem[],
  instead: string,
): ChannelSettings {
  const { platform, channel, key, value } = override;
  const merged = fixed.includes(key) ? null : ChannelSettings.safeParse({ ...entry, [key]: value });
  if (merged?.success) return merged.data;
  const reason = faults(merged?.error?.issues ?? [])[0]?.message ?? 'cannot be set in the chat';
  problems.push({
    platform,
    channel,
    message: `${entry.name}: ${key}, set in the chat, ${reason}; ${instead}`,
  });
  return entry;
}

/** What an entry cannot do without. */
const required: readonly string[] = ['name', 'schedule', 'timezone', 'language'];

/** An entry made of overrides alone; null where what it cannot do without does not make one. */
function ownEntry(
  own: readonly ChannelOverride[],
  taken: readonly string[],
  problems: OverrideProblem[],
): ChannelSettings | null {
  const { platform, channel } = own[0] as ChannelOverride;
  const values = Object.fromEntries(
    own.filter(({ key }) => required.includes(key)).map(({ key, value }) => [key, value]),
  );
  const name = typeof values.name === 'string' ? entryName(values.name, platform, taken) : undefined;
  const made = ChannelSettings.safeParse({ ...values, platform, channel, name });
  if (made.success)
    return own
      .filter(({ key }) => !required.includes(key))
      .reduce((entry, each) => withOne(entry, each, problems, 'it stays as usual'), made.data);
  const [issue] = faults(made.error.issues);
  problems.push({
    platform,
    channel,
    message: `${platform} channel ${channel}, which is not in the settings file, gets no editions: ${issue?.path.join('.')}, set in the chat, ${issue?.message}`,
  });
  return null;
}
