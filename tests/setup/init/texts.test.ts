import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { entryName } from '../../../src/config/entry-name.ts';
import { readSettings } from '../../../src/config/read-settings.ts';
import { findBriefs } from '../../../src/setup/find-briefs.ts';
import type { Answers } from '../../../src/setup/init/answers.ts';
import { envText } from '../../../src/setup/init/env-text.ts';
import { settingsText } from '../../../src/setup/init/settings-text.ts';
import { writeKeeping } from '../../../src/setup/init/write-file.ts';
import { temporaryFolder } from '../../app/start-bot.ts';

const folder = temporaryFolder('init');

const times = { schedule: '30 8 * * 1-5', timezone: 'Asia/Seoul' };

const answers: Answers = {
  briefs: { folder: './briefs: new #1' },
  tokens: {},
  channels: [
    { name: 'on', platform: 'slack', channel: 'C0123456789', ...times, language: 'ko' },
    { name: '팀-소식', platform: 'discord', channel: '100000000000000101', ...times, language: 'both' },
  ],
  operator: { platform: 'slack', channel: 'C0987654321' },
};

const shipped = readFileSync('config/sowhat.yaml', 'utf8');

/** Every setting that stands in a comment, switched on. */
function switchedOn(text: string): string {
  return text.replace(/^(\s*)# (?=[a-zA-Z]+:(?: |$))/gm, '$1');
}

describe('the settings that are written', () => {
  test('say what was answered, with words quoted that YAML would read as something else', () => {
    const reading = readSettings(settingsText(answers, shipped));
    expect(reading.problems).toEqual([]);
    expect(reading.settings?.briefs.folder).toBe('./briefs: new #1');
    expect(reading.settings?.operator).toEqual(answers.operator);
    expect(
      reading.settings?.channels.map(({ name, platform, channel, schedule, timezone, language }) => ({
        name,
        platform,
        channel,
        schedule,
        timezone,
        language,
      })),
    ).toEqual(answers.channels);
  });

  test('keep every comment of the shipped file, which can be switched on', () => {
    const text = settingsText(answers, shipped);
    const comments = shipped.match(/^ *# .*/gm) ?? [];
    expect(comments.length).toBeGreaterThan(20);
    expect(text.match(/^ *# .*/gm)).toEqual(comments);
    expect(text).toContain('  # five-field cron, read in the zone below\n');
    const first = readSettings(
      switchedOn(text.slice(text.indexOf('channels:'), text.indexOf('  - name: 팀'))),
    );
    expect(first.problems.filter(({ setting }) => setting.startsWith('channels'))).toEqual([]);
    expect(text).toMatch(/name: on [\s\S]*# mentionRole: "123456789012345678"[\s\S]*- name: 팀-소식/);
  });

  test('leave what was not asked as it was, for a channel that is kept too', () => {
    const before = `briefs: { git: "https://git.example/b.git", path: out }
channels:
  - name: team   # ours
    platform: slack
    channel: C0123456789
    schedule: "0 7 * * *"
    timezone: Europe/Paris
    language: en
    topics: ["retail media", AI]
    catchUp: { until: "12:00" }
  - { name: gone, platform: slack, channel: C0000000001, schedule: "0 7 * * *", timezone: UTC, language: en }

operator: { platform: slack, channel: C0000000002 }
health: { port: 9464 }   # for the monitor
`;
    const text = settingsText({ ...answers, operator: null }, before);
    const { settings, problems } = readSettings(text);
    expect(problems).toEqual([]);
    expect(settings?.channels.map(({ name }) => name)).toEqual(['on', '팀-소식']);
    expect(settings?.channels[0]).toMatchObject({
      topics: ['retail media', 'AI'],
      catchUp: { until: '12:00' },
      schedule: '30 8 * * 1-5',
    });
    expect(settings?.briefs).toEqual(answers.briefs);
    expect(settings?.operator).toBeNull();
    expect(text).toContain('health: { port: 9464 }   # for the monitor\n');
  });

  test('keep what a person wrote in and above an entry that is kept', () => {
    const before = `briefs: { folder: ./briefs }
channels:
  - name: first
    platform: slack
    channel: C0000000001
    schedule: "0 7 * * *"
    timezone: UTC
    language: en

  # For the people in Seoul; ask them before it changes.
  - name: "team"   # ours
    platform: slack
    channel: C0123456789
    # Not before eight!
    schedule: "0 8 * * *"  # agreed in May
    timezone: Asia/Seoul
    language: ko
    topics:
      - retail media  # since the merger
    # layout: full

health: { port: 9464 }
`;
    const [channel] = answers.channels;
    const text = settingsText(
      { ...answers, channels: [{ ...channel!, name: 'team' }], operator: null },
      before,
    );
    expect(text.slice(text.indexOf('channels:'))).toBe(`channels:
  # For the people in Seoul; ask them before it changes.
  - name: "team"   # ours
    platform: slack
    channel: C0123456789
    # Not before eight!
    schedule: 30 8 * * 1-5  # agreed in May
    timezone: Asia/Seoul
    language: ko
    topics:
      - retail media  # since the merger
    # layout: full

health: { port: 9464 }
`);
  });

  test('grow out of a file that has nothing of it yet', () => {
    const text = settingsText(
      { ...answers, channels: [], operator: null },
      '# mine\nhealth: { port: 9464 }\n',
    );
    expect(readSettings(text).settings).toMatchObject({
      briefs: answers.briefs,
      channels: [],
      operator: null,
    });
    expect(text).toMatch(/^# mine\nhealth: \{ port: 9464 \}\n/);
  });

  test('are not written where the bot would not take them', () => {
    const channels = answers.channels.map((channel) => ({ ...channel, timezone: 'Asia/Soul' }));
    expect(() => settingsText({ ...answers, channels }, shipped)).toThrow('it ought to be a known time zone');
  });
});

describe('the .env that is written', () => {
  test('has a comment over each token', () => {
    const text = envText(null, { DISCORD_TOKEN: 'a.b-c_d' });
    expect(text).toContain('# Discord: Developer Portal');
    expect(parseEnv(text)).toEqual({ DISCORD_TOKEN: 'a.b-c_d' });
  });

  test('keeps every other line, and changes a token where it stands', () => {
    const before =
      '# mine\nDATABASE_URL=postgres://u:p@h/d\nexport SLACK_BOT_TOKEN=old\n#DISCORD_TOKEN=\n\nLOG_LEVEL=warn';
    expect(envText(before, { SLACK_BOT_TOKEN: 'new', SLACK_APP_TOKEN: 'app' })).toBe(
      '# mine\nDATABASE_URL=postgres://u:p@h/d\nSLACK_BOT_TOKEN=new\n#DISCORD_TOKEN=\n\nLOG_LEVEL=warn\n# Slack: Basic Information → App-Level Tokens, with the scope connections:write\nSLACK_APP_TOKEN=app\n',
    );
  });

  test('stays as it is when nothing changed', () => {
    const text = envText(null, { DISCORD_TOKEN: 'x' });
    expect(envText(text, { DISCORD_TOKEN: 'x' })).toBe(text);
  });
});

describe('a file that is replaced', () => {
  test('leaves every earlier one in a copy, secrets for their owner alone', () => {
    const file = path.join(folder, 'deep', '.env');
    expect(writeKeeping(file, 'one', 0o600)).toBeNull();
    expect(writeKeeping(file, 'two', 0o600)).toBe(`${file}.bak`);
    expect(writeKeeping(file, 'three', 0o600)).toBe(`${file}.bak2`);
    const all = readdirSync(path.dirname(file)).sort();
    expect(all).toEqual(['.env', '.env.bak', '.env.bak2']);
    expect(all.map((name) => readFileSync(path.join(folder, 'deep', name), 'utf8'))).toEqual([
      'three',
      'one',
      'two',
    ]);
    for (const name of all) expect(statSync(path.join(folder, 'deep', name)).mode & 0o777).toBe(0o600);
  });
});

test('a channel’s name becomes a short name of its own', () => {
  expect(entryName('마케팅-브리핑', 'slack', [])).toBe('마케팅-브리핑');
  expect(entryName('📣 news & more!', 'discord', [])).toBe('news-more');
  expect(entryName('🎉', 'slack', [])).toBe('slack');
  expect(entryName('news', 'discord', ['news'])).toBe('news-discord');
  expect(entryName('news', 'discord', ['news', 'news-discord'])).toBe('news-2');
  expect(entryName('x'.repeat(90), 'discord', ['x'.repeat(51)])).toHaveLength(59);
});

describe('looking for briefs', () => {
  const brief = readFileSync(
    'config/sample-briefs/2026-06-30/2026-06-30__marketers_almanac__marrow-finch-fewer-creators.md',
  );

  function put(...parts: string[]): void {
    const file = path.join(folder, 'home', ...parts);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, brief);
  }

  test('finds the folder around the days, and passes over notes, hidden and built ones', () => {
    put('news', 'briefs', '2026', '07', '2026-07-01', 'a.md');
    put('news', 'briefs', '2026', '07', '2026-07-02', 'b.md');
    put('flat', 'a.md');
    put('flat', 'nested', 'b.md');
    put('node_modules', 'pkg', 'a.md');
    put('.hidden', 'a.md');
    mkdirSync(path.join(folder, 'home', 'notes'));
    writeFileSync(path.join(folder, 'home', 'notes', 'todo.md'), '# Milk\n');
    writeFileSync(path.join(folder, 'home', 'README.md'), '# Home\n');
    expect(findBriefs(path.join(folder, 'home')).sort()).toEqual(['./flat', './news/briefs']);
  });

  test('finds nothing where there is nothing', () => {
    expect(findBriefs(path.join(folder, 'nowhere'))).toEqual([]);
  });
});
