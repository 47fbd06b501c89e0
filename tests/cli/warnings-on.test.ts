import { expect, test } from 'vitest';
import { warningsOn } from '../../src/cli/warnings-on.ts';
import { readSettings } from '../../src/config/read-settings.ts';

function settingsWith(schedule: string, more = '') {
  const entry = `{ name: team, platform: slack, channel: C0123456789, schedule: "${schedule}", timezone: Asia/Seoul, language: ko }`;
  return readSettings(`briefs: { folder: ./briefs }\nchannels: [${entry}]\n${more}`).settings;
}

test.each([
  ['* * * * *', 'a minute'],
  ['*/15 8 * * 1-5', '15 minutes'],
  ['0,30 8 * * *', '30 minutes'],
])('the schedule %s is hardly meant', (schedule, after) => {
  const found = warningsOn(settingsWith(schedule), {});
  expect(found.map(({ ok, says }) => [ok, says])).toEqual([
    [true, `team: the schedule "${schedule}" comes again after ${after}.`],
  ]);
});

test.each(['30 8 * * 1-5', '0 8,17 * * *', '0 * * * *', '0 9 29 2 *', '0 9 31 2 *'])(
  'the schedule %s is nothing odd',
  (schedule) => {
    expect(warningsOn(settingsWith(schedule), {})).toEqual([]);
  },
);

test.each([
  ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
  ['SLAKC_APP_TOKEN', 'SLACK_APP_TOKEN'],
  ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
  ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['DATABSE_URL', 'DATABASE_URL'],
])('%s is told to be no name of ours', (name, meant) => {
  expect(warningsOn(null, { [name]: 'x' })).toEqual([
    {
      name: 'variables',
      ok: true,
      says: `${name} is set, which means nothing to Sowhat.`,
      mend: `Call it ${meant}, if that is meant.`,
    },
  ]);
});

test('other names, names of the settings, and those beside the right one are nobody’s business', () => {
  const settings = settingsWith(
    '30 8 * * *',
    'processing: { url: http://127.0.0.1:1/v1, model: m, apiKeyEnv: GIT_TOKENS }\n',
  );
  const variables = {
    ...{
      PATH: 'x',
      HOME: 'x',
      TZ: 'x',
      GH_TOKEN: 'x',
      NODE_ENV: 'x',
      SLACK_SIGNING_SECRET: 'x',
      BASE_URL: 'x',
    },
    ...{ DISCORD_TOKEN: 'x', DISCORD_BOT_TOKEN: 'x', GIT_TOKENS: 'x', SLACK_BOT_TOKN: '' },
  };
  expect(warningsOn(settings, variables)).toEqual([]);
});
