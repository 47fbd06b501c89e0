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
      'sowhat.yaml:2: unknown setting channles; check the spelling, or remove the line',
      'sowhat.yaml:5: channels.0.platform (team) is "teams"; it ought to be slack or discord',
      'sowhat.yaml:7: channels.0.schedule (team) is "30 8 * *"; it ought to be a cron pattern of five fields in quotes, such as "30 8 * * 1-5" (weekdays at 08:30)',
      'sowhat.yaml:8: channels.0.timezone (team) is "Asia/Soul"; it ought to be a known time zone, such as Asia/Seoul',
      'sowhat.yaml:9: channels.0.language (team) is "kr"; it ought to be ko, en or both',
      'sowhat.yaml:10: channels.0.minConfidence (team) is 60; it ought to be a number from 0 to 1 without quotes, such as 0.6',
    ]);
  });

  test.each([
    [
      'weekly: { day: fri, time: "5pm" }',
      '.weekly.time (team) is "5pm"; it ought to be a time of day in quotes, such as "17:00"',
    ],
    [
      'weekly: { day: friday, time: "17:00" }',
      '.weekly.day (team) is "friday"; it ought to be mon, tue, wed, thu, fri, sat or sun',
    ],
    [
      'weekly: on',
      '.weekly (team) is "on"; it ought to be off, or a day and a time such as { day: fri, time: "17:00" }',
    ],
    [
      'catchUp: { until: 18 }',
      '.catchUp.until (team) is 18; it ought to be a time of day in quotes, such as "18:00"',
    ],
    [
      'highlights: -1',
      '.highlights (team) is -1; it ought to be a whole number from 1 to 15 without quotes, such as 5',
    ],
    [
      'highlights: many',
      '.highlights (team) is "many"; it ought to be a whole number from 1 to 15 without quotes, such as 5',
    ],
    [
      'headlines: 2.5',
      '.headlines (team) is 2.5; it ought to be a whole number from 0 to 50 without quotes, such as 10',
    ],
    [
      'maxAgeDays: "30"',
      '.maxAgeDays (team) is "30"; it ought to be a whole number of days without quotes, such as 30',
    ],
    [
      'topics: tariffs',
      '.topics (team) is "tariffs"; it ought to be a list in square brackets, such as [tariffs, retail]',
    ],
    [
      'topics:',
      '.topics (team) is empty; it ought to be a list in square brackets, such as [tariffs, retail]',
    ],
    [
      'topics: [{ a: b }]',
      '.topics.0 (team) is a group of settings; it ought to be a tag, a category or a word, such as tariffs',
    ],
    [
      'skip: tomorrow',
      '.skip (team) is "tomorrow"; it ought to be a list in square brackets, such as ["2026-10-05..2026-10-09"]',
    ],
    [
      'mentionRole: 123456789012345678',
      '.mentionRole (team) is a long number without quotes; it ought to be the id of a Discord role in quotes, such as "123456789012345678"',
    ],
    ['silent: quiet', '.silent (team) is "quiet"; it ought to be on or off'],
    ['colour: red', ' (team) holds an unknown setting colour; check the spelling, or remove the line'],
    [
      'weekly: { day: fri, time: "17:00", hour: 3 }',
      '.weekly (team) holds an unknown setting hour; check the spelling, or remove the line',
    ],
  ])('%s is answered with what stands there, what ought to, and an example', (line, sentence) => {
    expect(problemsOf(`${minimal}    ${line}\n`)).toEqual([`sowhat.yaml:9: channels.0${sentence}`]);
  });

  test.each([
    [
      'feeds: { baseUrl: "javascript:alert(1)" }',
      'feeds.baseUrl is "javascript:alert(1)"; it ought to be an http(s) address, such as "https://intranet.example/digests"',
    ],
    [
      'feeds: { baseUrl: "https://intranet.example/digests?key=hush" }',
      'feeds.baseUrl is something else than what it ought to be: the address of the folder alone, without ? or # and what follows, such as "https://intranet.example/digests"',
    ],
    [
      'feeds: { baseUrl: "https://intranet.example/digests#top" }',
      'feeds.baseUrl is something else than what it ought to be: the address of the folder alone, without ? or # and what follows, such as "https://intranet.example/digests"',
    ],
    [
      'reactions: { en: ["🇺🇸", "👀"], ko: ["🇰🇷", "👀"] }',
      'reactions.ko.1 is "👀", which asks for English in reactions.en; write both lists out, with each flag in one of them',
    ],
    [
      'reactions: { en: [":flag-kr:"], ko: ["🇰🇷"] }',
      'reactions.ko.0 is "🇰🇷", which asks for English in reactions.en; write both lists out, with each flag in one of them',
    ],
    [
      'reactions: { en: ["🇰🇷"] }',
      'reactions.ko.0 is "🇰🇷", which asks for English in reactions.en; write both lists out, with each flag in one of them',
    ],
    [
      'health: { port: 99999 }',
      'health.port is 99999; it ought to be a port from 1 to 65535 without quotes, such as 9464',
    ],
    [
      'operator: off',
      'operator is "off"; it ought to be a channel such as { platform: slack, channel: C0123456789 }',
    ],
    [
      'servers: all',
      'servers is "all"; it ought to be a list in square brackets, such as ["123456789012345678"]',
    ],
    [
      'managers: { slack: U0123456789 }',
      'managers.slack is "U0123456789"; it ought to be a list in square brackets, such as [U0123456789]',
    ],
    [
      'processing: { url: http://127.0.0.1:1/v1 }',
      'processing.model is missing; it ought to be the name of the model, such as qwen3',
    ],
  ])('%s is answered so too', (line, sentence) => {
    expect(problemsOf(`${minimal}${line}\n`)).toEqual([`sowhat.yaml:9: ${sentence}`]);
  });

  test.each([
    'skip: ["2026-02-31"]',
    'skip: ["2026-10-09..2026-10-05"]',
    'skip: ["2026-10-05..2026-10-09..2026-10-12"]',
  ])('%s names days that never come', (line) => {
    expect(problemsOf(`${minimal}    ${line}\n`)).toEqual([
      expect.stringMatching(
        /^sowhat\.yaml:9: channels\.0\.skip\.0 \(team\) is "2026-.*; it ought to be a day of the calendar/,
      ),
    ]);
  });

  test.each(['nz', 'english', '🇺', 'the 🇺🇸'])('nobody can react with “%s”', (flag) => {
    expect(problemsOf(`${minimal}reactions: { en: ["🇺🇸", "${flag}"] }\n`)).toEqual([
      `sowhat.yaml:9: reactions.en.1 is "${flag}"; it ought to be an emoji in quotes, such as "🇺🇸", or its name on Slack between colons, such as ":flag-us:"`,
    ]);
  });

  test('emoji are known by their character, and by what Slack calls them', () => {
    const list = ['🇺🇸', 'us', 'uk', 'flag-nz', ':flag-nz:', ':korea:', '👀', '👍🏽', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'];
    const text = `${minimal}reactions: { en: ${JSON.stringify(list)} }\n`;
    expect(problemsOf(text)).toEqual([]);
  });

  test('a secret in the wrong place is not said again', () => {
    const said = problemsOf(
      `briefs: { git: "https://me:hush-1@git.example/b.git" }\nprocessing: { url: "https://me:hush-2@model.example/v1", model: m, apiKeyEnv: hush-3 }\n`,
    );
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain('hush');
  });

  test.each([
    'https://ghp_hush1234@git.example/b.git',
    'https://github_pat_hush1234@git.example/b.git',
    'https://glpat-hush1234@git.example/b.git',
    `https://${'hush'.repeat(8)}1234@git.example/b.git`,
    'https://git.example/b.git?private_token=hush',
  ])('a token in the address of a repository is refused, and not said again: %s', (git) => {
    const said = problemsOf(`briefs: { git: "${git}" }\n${minimal.slice(minimal.indexOf('channels'))}`);
    expect(said).toEqual([expect.stringMatching(/briefs\.git .*a token goes into \.env, as GIT_TOKEN/)]);
    expect(said.join()).not.toContain('hush');
  });

  test.each([
    'https://gitlab+deploy-token-123456@git.example/b.git',
    'https://briefs-reader-at-123456789012@git.example/v1/repos/b',
    'ssh://git@git.example/b.git',
    'git@git.example:team/b.git',
  ])('a name in the address of a repository is none: %s', (git) => {
    expect(problemsOf(`briefs: { git: "${git}" }\n${minimal.slice(minimal.indexOf('channels'))}`)).toEqual(
      [],
    );
  });

  test('on and off are understood for every switch', () => {
    const [channel] =
      readSettings(`${minimal}    soWhat: off\n    silent: off\n    reactions: on\n    paused: on\n`).settings
        ?.channels ?? [];
    expect(channel).toMatchObject({ soWhat: false, silent: false, reactions: true, paused: true });
  });

  test('a wrong channel id, and a channel of two entries, are told of beside everything else', () => {
    const wrong = minimal.replace('C0123456789', '"#general"').replace('ko', 'kr');
    const entry = wrong.slice(wrong.indexOf('  - name'));
    expect(problemsOf(`${wrong}${entry}`).map((line) => line.replace(/(?<=[a-z0-9]) .*/, ''))).toEqual([
      'sowhat.yaml:5: channels.0.channel',
      'sowhat.yaml:8: channels.0.language',
      'sowhat.yaml:9: channels.1.name',
      'sowhat.yaml:11: channels.1.channel',
      'sowhat.yaml:11: channels.1.channel',
      'sowhat.yaml:14: channels.1.language',
    ]);
  });

  test('a channel name where an id belongs says where the id is found', () => {
    expect(problemsOf(minimal.replace('C0123456789', '"#general"'))).toEqual([
      'sowhat.yaml:5: channels.0.channel (team) is "#general"; it ought to be the id of a Slack channel, such as C0123456789 (channel menu → View channel details, at the bottom)',
    ]);
  });

  test('a Discord id without quotes, which YAML reads as a rounded number, is refused', () => {
    const text = minimal.replace('slack', 'discord').replace('C0123456789', '1234567890123456789');
    expect(problemsOf(text)).toEqual([
      'sowhat.yaml:5: channels.0.channel (team) is a long number without quotes; it ought to be a channel id in quotes, such as "C0123456789" on Slack or "1234567890123456789" on Discord',
    ]);
  });

  test('two entries for one channel are refused, and so are two of one name', () => {
    const entry = minimal.slice(minimal.indexOf('  - name'));
    expect(problemsOf(`${minimal}${entry.replace('name: team', 'name: other')}`)).toEqual([
      'sowhat.yaml:11: channels.1.channel (other) is "C0123456789", the slack channel of an earlier entry; keep one entry and put both topic lists into it',
    ]);
    expect(problemsOf(`${minimal}${entry.replace('C0123456789', 'C9876543210')}`)).toEqual([
      'sowhat.yaml:9: channels.1.name is "team", the name of an earlier entry; give each a name of its own, such as team-2',
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
    expect(problemsOf('# nothing yet\n')).toEqual([
      'sowhat.yaml:1: the file is empty; it ought to say at least where the briefs are, such as briefs: { folder: ./briefs }; npx sowhat init writes a whole one',
    ]);
    expect(problemsOf('channels: []\n')).toEqual([
      'sowhat.yaml:1: briefs is missing; it ought to be where the briefs are, such as { folder: ./briefs }',
    ]);
    expect(problemsOf('hello')).toEqual([
      'sowhat.yaml:1: the file is "hello"; it ought to be settings such as briefs: { folder: ./briefs }',
    ]);
  });

  test('a second document is told of in words of the file', () => {
    expect(problemsOf(`${minimal}---\nbriefs: { folder: ./other }\n`)).toEqual([
      expect.stringMatching(
        /^sowhat\.yaml:\d+: a second document begins here, and the settings are one: remove this line \(---\)$/,
      ),
    ]);
  });

  test('a space that nobody sees is no mistake', () => {
    const padded = readSettings(minimal.replace(/timezone: .*/, 'timezone: "Asia/Seoul "'));
    expect(padded.settings?.channels[0]?.timezone).toBe('Asia/Seoul');
  });

  test('reactions: off is understood as YAML writes it', () => {
    const off = readSettings(`${minimal}    reactions: off\n`);
    expect(off.settings?.channels[0]?.reactions).toBe(false);
  });
});
