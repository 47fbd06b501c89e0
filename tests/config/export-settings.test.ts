import { describe, expect, test } from 'vitest';
import { exportSettings } from '../../src/config/export-settings.ts';
import { mergeOverrides } from '../../src/config/merge-overrides.ts';
import { readSettings } from '../../src/config/read-settings.ts';

const text = `# Ours.
briefs: { folder: ./briefs }
channels:
  # The team.
  - name: team   # short
    platform: slack
    channel: C0123456789
    schedule: "30 8 * * 1-5"   # weekdays
    timezone: Asia/Seoul
    language: ko   # for now
    # topics: [retail]
  - { name: guild, platform: discord, channel: "100000000000000101", schedule: "0 9 * * *", timezone: UTC, language: en }

# The operator.
operator: { platform: slack, channel: C0SANDBOXOPS }
`;

const set = (platform: 'slack' | 'discord', channel: string, key: string, value: unknown) => ({
  platform,
  channel,
  key,
  value,
  by: 'Ada\n# oh',
});

function exported(from: string, overrides: ReturnType<typeof set>[]) {
  const { settings } = readSettings(from);
  if (settings === null) throw new Error('the settings of this test are wrong');
  const out = exportSettings(from, settings, overrides);
  // What is printed says what counts.
  expect(readSettings(out).settings).toEqual(mergeOverrides(settings, overrides).settings);
  return out;
}

describe('the settings that count, as a file', () => {
  test('without anything from the chat are the file', () => {
    expect(exported(text, [])).toBe(text);
  });

  test('hold what was set in the chat, and the comments of the file', () => {
    const out = exported(text, [
      set('slack', 'C0123456789', 'language', 'both'),
      set('slack', 'C0123456789', 'schedule', '0 18 * * *'),
      set('slack', 'C0123456789', 'topics', ['결제', 'AI: now']),
      set('discord', '100000000000000101', 'paused', true),
      set('slack', 'C0NEW00000', 'name', 'sales'),
      set('slack', 'C0NEW00000', 'schedule', '0 9 * * *'),
      set('slack', 'C0NEW00000', 'timezone', 'Europe/London'),
      set('slack', 'C0NEW00000', 'language', 'en'),
    ]);
    expect(out).toContain('language: both # for now');
    expect(out).toContain('schedule: "0 18 * * *" # weekdays');
    expect(out).toContain('# The team.');
    expect(out).toContain('# The operator.');
    expect(out).toContain('# Set up in the chat by Ada # oh.');
    expect(out).toContain('paused: true');
  });

  test('of a file without channels get a list', () => {
    const made = [
      set('slack', 'C0NEW00000', 'name', 'sales'),
      set('slack', 'C0NEW00000', 'schedule', '0 9 * * *'),
      set('slack', 'C0NEW00000', 'timezone', 'UTC'),
      set('slack', 'C0NEW00000', 'language', 'en'),
      set('slack', 'C0NEW00000', 'paused', true),
    ];
    for (const channels of ['', 'channels: []\n'])
      expect(exported(`briefs: { folder: ./briefs }\n${channels}`, made)).toContain('- name: sales');
  });
});
