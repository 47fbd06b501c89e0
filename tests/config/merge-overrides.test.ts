import { describe, expect, test } from 'vitest';
import { mergeOverrides } from '../../src/config/merge-overrides.ts';
import { readSettings } from '../../src/config/read-settings.ts';

const { settings } = readSettings(`briefs: { folder: ./briefs }
channels:
  - { name: team, platform: slack, channel: C0123456789, schedule: "30 8 * * 1-5", timezone: Asia/Seoul, language: ko, topics: [retail] }
`);
if (settings === null) throw new Error('the settings of this test are wrong');

const slack = (channel: string, key: string, value: unknown) => ({
  platform: 'slack' as const,
  channel,
  key,
  value,
});

/** A whole channel as `here` sets it up. */
const made = (channel: string, name: string) => [
  slack(channel, 'name', name),
  slack(channel, 'schedule', '0 9 * * *'),
  slack(channel, 'timezone', 'Europe/London'),
  slack(channel, 'language', 'en'),
];

describe('what was set in the chat', () => {
  test('counts key by key; the rest is the file’s', () => {
    const merged = mergeOverrides(settings, [
      slack('C0123456789', 'language', 'both'),
      slack('C0123456789', 'paused', true),
    ]);
    expect(merged.problems).toEqual([]);
    expect(merged.settings).toEqual({
      ...settings,
      channels: [{ ...settings.channels[0], language: 'both', paused: true }],
    });
  });

  test('of a channel that the file does not have is an entry of its own, with the defaults', () => {
    const { settings: merged } = mergeOverrides(settings, made('C0NEW00000', 'sales'));
    expect(merged.channels[1]).toEqual({
      ...settings.channels[0],
      name: 'sales',
      channel: 'C0NEW00000',
      schedule: '0 9 * * *',
      timezone: 'Europe/London',
      language: 'en',
      topics: [],
    });
  });

  test('a name that is taken gets a tail; the file’s name of a channel stays', () => {
    const { settings: merged, problems } = mergeOverrides(settings, [
      slack('C0123456789', 'name', 'other'),
      ...made('C0NEW00000', 'team'),
      ...made('C0NEW00001', 'team'),
    ]);
    expect(problems).toEqual([]);
    expect(merged.channels.map(({ name }) => name)).toEqual(['team', 'team-slack', 'team-2']);
  });

  test('a name is cut between characters, and one bad setting does not cost the channel', () => {
    const long = '𠮷'.repeat(70);
    const { settings: merged, problems } = mergeOverrides(settings, [
      ...made('C0NEW00000', long),
      slack('C0NEW00000', 'highlights', 99),
    ]);
    expect(merged.channels[1]).toMatchObject({ name: '𠮷'.repeat(51), channel: 'C0NEW00000', highlights: 5 });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/highlights.*it stays as usual$/),
    ]);
  });

  test('what the rules refuse is left out and reported; the rest counts', () => {
    const { settings: merged, problems } = mergeOverrides(settings, [
      slack('C0123456789', 'timezone', 'Mars/Base'),
      slack('C0123456789', 'channel', 'C0OTHER000'),
      slack('C0123456789', 'topics', ['energy']),
      slack('C0LOST0000', 'paused', true),
    ]);
    expect(merged.channels).toEqual([{ ...settings.channels[0], topics: ['energy'] }]);
    expect(problems.map(({ message }) => message)).toEqual([
      'team: timezone, set in the chat, is "Mars/Base"; it ought to be a known time zone, such as Asia/Seoul; the file’s counts instead',
      'team: channel, set in the chat, cannot be set in the chat; the file’s counts instead',
      'slack channel C0LOST0000, which is not in the settings file, gets no editions: name, set in the chat, is missing; it ought to be a short name of letters, digits, - and _ (63 at most), such as team-ko',
    ]);
  });
});
