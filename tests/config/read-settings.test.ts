import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings, sayProblem } from '../../src/config/read-settings.ts';

const minimal = `briefs: { folder: ./briefs }
channels:
  - name: team
    platform: slack
    channel: C0123456789
    schedule: "30 8 * * 1-5"
    timezone: Asia/Seoul
    language: ko
`;

function problemsOf(text: string): string[] {
  return readSettings(text).problems.map((problem) => sayProblem('sowhat.yaml', problem));
}

describe('readSettings', () => {
  test('a place that git could not merge at an upgrade is one problem, which says what it is', () => {
    const text = `${minimal}channels: []
<<<<<<< Updated upstream
health: { port: 1 }
=======
health: { port: 9464 }
>>>>>>> Stashed changes
`;
    const { problems } = readSettings(text);
    expect(problems).toMatchObject([{ message: expect.stringMatching(/^git marked a place/) }]);
    expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toBe('<<<<<<< Updated upstream');
  });

  test('fills in the defaults', () => {
    expect(readSettings(minimal).settings).toEqual({
      briefs: { folder: './briefs' },
      reactions: { en: ['🇺🇸', '🇬🇧', '🇦🇺', '🇨🇦', '🇮🇪', '🇳🇿'], ko: ['🇰🇷'] },
      channels: [
        {
          name: 'team',
          platform: 'slack',
          channel: 'C0123456789',
          schedule: '30 8 * * 1-5',
          timezone: 'Asia/Seoul',
          language: 'ko',
          topics: [],
          weekly: null,
          minConfidence: 0,
          maxAgeDays: 30,
          layout: 'skim',
          soWhat: true,
          silent: true,
          mentionRole: null,
          reactions: true,
          paused: false,
          highlights: 5,
          headlines: 10,
          catchUp: { until: '18:00' },
          skip: [],
        },
      ],
      operator: null,
      managers: { slack: [], discord: [] },
      servers: [],
      feeds: { baseUrl: null },
      processing: null,
      health: null,
    });
  });

  test('the sample settings are right', () => {
    expect(problemsOf(readFileSync('config/sowhat.yaml', 'utf8'))).toEqual([]);
  });

  test('reports every problem at once, each with its line and what to do', () => {
    const text = `briefs: { folder: ./briefs }
channles: []
channels:
  - name: team
    platform: teams
    channel: general
    schedule: "30 8 * *"
    timezone: Asia/Soul
    language: kr
    minConfidence: 60
`;
    expect(problemsOf(text)).toEqual([
      'sowhat.yaml:5: channels.0.platform is either slack or discord',
      'sowhat.yaml:7: channels.0.schedule is not a five-field cron pattern; "30 8 * * 1-5" means weekdays at 08:30',
      'sowhat.yaml:8: channels.0.timezone is not a known time zone; one looks like Asia/Seoul',
      'sowhat.yaml:9: channels.0.language is ko, en or both',
      'sowhat.yaml:10: channels.0.minConfidence lies between 0 and 1',
      'sowhat.yaml:2: unknown setting channles; check the spelling, or remove the line',
    ]);
  });

  test('a channel name where an id belongs says where the id is found', () => {
    expect(problemsOf(minimal.replace('C0123456789', '"#general"'))).toEqual([
      'sowhat.yaml:5: channels.0.channel “#general” is not a slack channel id; one looks like C0123456789 (channel menu → View channel details, at the bottom)',
    ]);
  });

  test('a Discord id without quotes, which YAML reads as a rounded number, is refused', () => {
    const text = minimal.replace('slack', 'discord').replace('C0123456789', '1234567890123456789');
    expect(problemsOf(text)).toEqual(['sowhat.yaml:5: channels.0.channel is the channel id, in quotes']);
  });

  test('two entries for one channel are refused, and so are two of one name', () => {
    const entry = minimal.slice(minimal.indexOf('  - name'));
    expect(problemsOf(`${minimal}${entry.replace('name: team', 'name: other')}`)).toEqual([
      'sowhat.yaml:11: channels.1.channel the slack channel C0123456789 is used by two entries; keep one and put both topic lists into it',
    ]);
    expect(problemsOf(`${minimal}${entry.replace('C0123456789', 'C9876543210')}`)).toEqual([
      'sowhat.yaml:9: channels.1.name the name “team” is used by two entries; keep one and put both topic lists into it',
    ]);
  });

  test('broken YAML is one problem with its line', () => {
    expect(problemsOf('briefs: { folder: ./briefs\nchannels: []\n')[0]).toMatch(
      /^sowhat\.yaml:\d: this is not valid YAML: .+; check indentation, quotes and colons here$/,
    );
  });

  test('aliases are no way to make the file explode', () => {
    const levels = [...'abcdefghi'].map((name, index, all) => {
      const before = all[index - 1];
      const items = before === undefined ? 'x, x, x' : `*${before}, *${before}, *${before}, *${before}`;
      return `${name}: &${name} [${items}]`;
    });
    expect(problemsOf([...levels, 'briefs: *i'].join('\n'))).toEqual([
      'sowhat.yaml:1: the file repeats itself with too many aliases (*name); write the values out',
    ]);
  });

  test('an empty file says what is missing', () => {
    expect(problemsOf('')).toEqual(['sowhat.yaml:1: briefs is missing, or is of another kind than object']);
  });

  test('reactions: off is understood as YAML writes it', () => {
    const off = readSettings(`${minimal}    reactions: off\n`);
    expect(off.settings?.channels[0]?.reactions).toBe(false);
  });
});
