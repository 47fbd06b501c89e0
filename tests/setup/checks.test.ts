import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/config/read-settings.ts';
import { checkBriefs } from '../../src/setup/checks/briefs-check.ts';
import { checkApplication, checkSessionStarts } from '../../src/setup/checks/discord-checks.ts';
import {
  checkClock,
  checkNode,
  checkRoom,
  checkWriting,
  checkZone,
} from '../../src/setup/checks/machine-checks.ts';
import { checkFiles, checkSchedules, checkTokens } from '../../src/setup/checks/settings-checks.ts';
import { checkSockets } from '../../src/setup/checks/slack-checks.ts';
import { bad, failed, refused } from '../../src/setup/finding.ts';
import { mend, sayFinding } from '../../src/setup/mend.ts';
import { saySurvey, surveyBriefs } from '../../src/setup/survey-briefs.ts';
import { temporaryFolder } from '../app/start-bot.ts';

const folder = temporaryFolder('checks');
const july = Date.UTC(2026, 6, 4);

function settings(channels: string) {
  const reading = readSettings(`briefs: { folder: ./b }\nchannels: ${channels}`);
  if (reading.settings === null) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
}

const teamKo =
  '[{ name: team-ko, platform: slack, channel: C0SANDBOXKO, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }]';

describe('the machine', () => {
  test('a Node that is too old', () => {
    expect(checkNode('20.20.2', '>=20.18.1').ok).toBe(true);
    expect(checkNode('20.18.1', '>=20.18.1').ok).toBe(true);
    expect(checkNode('22.0.0', '>=20.18.1').ok).toBe(true);
    expect(checkNode('20.9.0', '>=20.18.1')).toEqual(
      bad('node', 'Node 20.9.0 is too old.', 'Install Node 20.18.1 or later from nodejs.org.'),
    );
  });

  test('a clock that is fast, slow, or not to be compared', () => {
    expect(checkClock(july, july + 4_000).ok).toBe(true);
    expect(checkClock(july, july + 61_000).says).toContain('61 s fast');
    expect(checkClock(july, july - 61_000).says).toContain('61 s slow');
    expect(checkClock(null, july)).toMatchObject({
      ok: true,
      says: expect.stringContaining('could not be compared'),
    });
  });

  test('a time zone that is none, and a Node without zones', () => {
    expect(checkZone(undefined, 418).ok).toBe(true);
    expect(checkZone(':Asia/Seoul', 418).ok).toBe(true);
    expect(checkZone('Asia/Soul', 418)).toMatchObject({
      ok: false,
      says: 'TZ is “Asia/Soul”, which is no time zone.',
    });
    expect(checkZone(undefined, 1)).toMatchObject({ ok: false, says: 'This Node knows only 1 time zones.' });
  });

  test('a disk that is nearly full, by the folder with the least room', () => {
    const free = new Map([
      ['data', 5_000],
      ['digests', 99.6],
    ]);
    const room = (...folders: string[]) => checkRoom(folders, (each) => free.get(each) ?? null);
    expect(room('data').ok).toBe(true);
    expect(room('elsewhere').ok).toBe(true);
    expect(room('data', 'elsewhere', 'digests')).toEqual(
      bad(
        'room',
        'Only 99 MB are left on the disk of digests; once it is full, nothing is posted.',
        'Free some room there, or move the folder to another disk.',
      ),
    );
    expect(checkRoom([path.join(folder, 'not', 'yet')]).says).toMatch(/^\d+ MB are free on the disk of /);
  });

  test('a folder that is missing is made, and leaves nothing behind when it is tried', async () => {
    const missing = path.join(folder, 'a', 'b');
    const finding = checkWriting(missing);
    expect(finding).toMatchObject({ ok: false, says: `There is no folder ${missing}.` });
    expect(await mend(finding, true)).toMatchObject({ ok: true, mend: null, fixed: `made ${missing}` });
    expect(checkWriting(missing).ok).toBe(true);
    expect(surveyBriefs(missing).files).toBe(0);
  });

  test('a folder that cannot be written to', () => {
    // For a superuser everything can be written to; a file in the way of the folder cannot, for anybody.
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    expect(checkWriting(file)).toMatchObject({ ok: false, says: `${file} cannot be written to (ENOTDIR).` });
  });
});

describe('the settings', () => {
  test('each mistake is a finding of its own', () => {
    const found = checkFiles('config/sowhat.yaml', {
      settings: ['sowhat.yaml:3: wrong'],
      environment: ['A starts with b', 'C'],
    });
    expect(found.map(({ name, ok, says }) => [name, ok, says])).toEqual([
      ['settings', false, 'sowhat.yaml:3: wrong'],
      ['environment', false, 'A starts with b.'],
      ['environment', false, 'C.'],
    ]);
  });

  test('without any token the bot is on trial, and nothing is wrong', () => {
    const environment = { slack: null, discord: null, databaseUrl: null, gitToken: null, logLevel: 'info' };
    expect(checkTokens(settings(teamKo), environment)).toMatchObject([{ ok: true }]);
  });

  test('no channel, and a schedule that never comes', () => {
    expect(checkSchedules(settings('[]'), july, () => july)).toMatchObject([
      { ok: false, says: 'No channel gets editions.' },
    ]);
    expect(checkSchedules(settings(teamKo), july, () => null)).toMatchObject([
      { ok: false, says: 'The schedule “30 8 * * *” of team-ko is never due.' },
    ]);
    expect(checkSchedules(settings(teamKo), july, () => Date.UTC(2026, 6, 4, 23, 30))).toMatchObject([
      { ok: true, says: 'team-ko: next edition on Sunday, 5 July 2026 at 08:30 (Asia/Seoul)' },
    ]);
  });
});

describe('the briefs', () => {
  test('are counted, with their dates and languages', () => {
    const survey = surveyBriefs('config/sample-briefs');
    expect(survey).toMatchObject({ from: '2026-06-29', to: '2026-07-03', unreadable: 0, problem: null });
    expect(survey.briefs).toBeGreaterThanOrEqual(27);
    expect(saySurvey(survey)).toMatch(
      /^\d+ briefs in \d+ files, 2026-06-29 to 2026-07-03; \d+ can be read in Korean/,
    );
    expect(checkBriefs('b', survey, july).ok).toBe(true);
  });

  test('that have stopped coming', () => {
    const survey = surveyBriefs('config/sample-briefs');
    expect(checkBriefs('b', survey, july + 30 * 86_400_000)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/The newest came 3\d days ago\.$/),
    });
    // On trial the samples are read, which nobody adds to.
    expect(checkBriefs('b', survey, null).ok).toBe(true);
  });

  test('that are not there, cannot be read, or are none', () => {
    expect(checkBriefs('gone', surveyBriefs(path.join(folder, 'gone')), july)).toMatchObject({
      ok: false,
      says: expect.stringContaining('The briefs folder gone cannot be read'),
    });
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    expect(checkBriefs('empty', surveyBriefs(empty), july)).toMatchObject({
      ok: false,
      says: 'empty holds no briefs in 0 files.',
      mend: 'Set briefs.folder in the settings to the folder your pipeline writes to.',
    });
    writeFileSync(path.join(empty, 'note.md'), 'Milk');
    const survey = surveyBriefs(empty);
    expect(checkBriefs('b', survey, july).mend).toBe('See why, file by file: npx sowhat check');
    expect(checkBriefs('b', { ...survey, briefs: 3 }, july)).toMatchObject({
      ok: false,
      says: expect.stringContaining('1 file cannot be read'),
      mend: 'See which, and why: npx sowhat check',
    });
  });
});

describe('the platforms', () => {
  test('an endpoint address takes every command away from the bot', () => {
    const application = { id: '1', name: 'Sowhat', interactions_endpoint_url: 'https://old.example/x' };
    const finding = checkApplication({ application, guilds: [{ id: '2', name: 'Team' }] } as never);
    expect(finding).toMatchObject({
      ok: false,
      says: 'Sowhat sends its commands to https://old.example/x, so the bot hears none.',
    });
  });

  test('a public application, which anybody can add to a server of theirs', () => {
    const application = { id: '1', name: 'Sowhat', bot_public: true };
    const guilds = [{ id: '2', name: 'Team' }];
    const finding = checkApplication({ application, guilds } as never);
    expect(finding).toMatchObject({ ok: false, mend: expect.stringContaining('Switch off “Public Bot”') });
    expect(checkApplication({ application: { ...application, bot_public: false }, guilds } as never).ok).toBe(
      true,
    );
  });

  test('few session starts left', () => {
    expect(checkSessionStarts({ total: 1000, remaining: 990, reset_after: 0 }, null, july).ok).toBe(true);
    expect(
      checkSessionStarts({ total: 1000, remaining: 12, reset_after: 3_600_000 }, null, july),
    ).toMatchObject({
      ok: false,
      says: expect.stringContaining('988 of today'),
    });
  });

  test('session starts that the bot did not make are a second bot’s', () => {
    const limit = { total: 1000, remaining: 997, reset_after: 10 * 3_600_000 };
    const yesterday = july - 20 * 3_600_000;
    const today = july - 60_000;
    expect(checkSessionStarts(limit, [today, today, today], july).ok).toBe(true);
    expect(checkSessionStarts(limit, [yesterday, today, today], july)).toMatchObject({
      ok: false,
      says: expect.stringMatching(/^1 of today's 3 connections/),
    });
  });

  test('several programs on one ledger may have many sockets', () => {
    const hello = { connections: 7 };
    expect(checkSockets(hello, { isRunning: true, mayBeMany: true }).ok).toBe(true);
    expect(checkSockets(hello, { isRunning: true, mayBeMany: false }).says).toMatch(
      /^4 more sockets are open/,
    );
    expect(checkSockets(hello, { isRunning: false, mayBeMany: true }).says).toMatch(
      /^6 more sockets are open/,
    );
  });
});

describe('a finding', () => {
  test('is one line', () => {
    expect(sayFinding({ name: 'x', ok: true, says: 'fine', mend: null, fixed: null })).toBe('✓ fine');
    expect(sayFinding({ name: 'x', ok: true, says: 'Odd.', mend: 'Look.', fixed: null })).toBe(
      '! Odd. → Look.',
    );
    expect(sayFinding({ name: 'x', ok: false, says: 'Broken.', mend: 'Mend it.', fixed: null })).toBe(
      '✗ Broken. → Mend it.',
    );
    expect(sayFinding({ name: 'x', ok: true, says: 'Broken.', mend: null, fixed: 'mended it' })).toBe(
      '✓ mended it (Broken)',
    );
  });

  test('out of an error is what is the case, and what to do', () => {
    expect(refused('x', new Error('Slack cannot be reached: check the network.'))).toEqual(
      bad('x', 'Slack cannot be reached.', 'Check the network.'),
    );
    expect(refused('x', new Error('It failed.')).mend).toContain('Try again');
    expect(failed('x', new Error('x.git cannot be read (fatal: no such host). Check briefs.git.'))).toEqual(
      bad('x', 'x.git cannot be read (fatal: no such host).', 'Check briefs.git.'),
    );
    const quoting = 'x.git cannot be read (no repository. Please make sure. It is there). Check briefs.git.';
    expect(failed('x', new Error(quoting)).mend).toBe('Check briefs.git.');
    expect(failed('x', new Error('There is none. Make it: mkdir x')).mend).toBe('Make it: mkdir x');
    expect(failed('x', new Error('x.git has no branch main: give the right one.'))).toEqual(
      bad('x', 'x.git has no branch main.', 'Give the right one.'),
    );
  });

  test('is mended only where that is wanted and possible', async () => {
    const finding = bad('x', 'Broken.', 'Mend it.', async () => {
      throw new Error('It is nailed down.');
    });
    expect(await mend(finding, false)).toMatchObject({ ok: false, mend: 'Mend it.' });
    expect(await mend(finding, true)).toMatchObject({ ok: false, mend: 'It is nailed down.', fixed: null });
    expect(JSON.stringify(await mend(finding, false))).not.toContain('fix"');
  });
});
