import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../../src/config/read-settings.ts';
import { commands } from '../../../src/discord/commands.ts';
import { pullBriefs, pulledFolder } from '../../../src/git/pull-briefs.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Ask } from '../../../src/setup/init/ask.ts';
import { gatherAnswers } from '../../../src/setup/init/gather-answers.ts';
import type { InitFlags, InitOptions } from '../../../src/setup/init/init-options.ts';
import { connectBot, writeSetup } from '../../../src/setup/init/write-setup.ts';
import { readSlackManifest } from '../../../src/setup/slack-manifest.ts';
import {
  control,
  quickSandbox,
  slackEn,
  slackKo,
  slackOps,
  temporaryFolder,
  world,
} from '../../app/start-bot.ts';
import { briefsRepository, variables as variablesOfGit } from '../../git/briefs-repository.ts';
import { serveGit } from '../../git/http-git.ts';

let sandbox: Sandbox;
const root = temporaryFolder('init-live');

beforeAll(async () => {
  sandbox = await quickSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => control(sandbox, 'reset', {}));

const tokens = () => ({
  slackBotToken: sandbox.slackBotToken,
  slackAppToken: sandbox.slackAppToken,
  discordToken: sandbox.discordToken,
});

interface Run {
  options: InitOptions;
  places: { env: string; settings: string; folders: string[] };
  said: string[];
}

function prepare(flags: InitFlags, ask: Ask | null = null, variables: InitOptions['variables'] = {}): Run {
  const home = mkdtempSync(path.join(root, 'home-'));
  const said: string[] = [];
  return {
    said,
    places: {
      env: path.join(home, '.env'),
      settings: path.join(home, 'config', 'sowhat.yaml'),
      folders: [path.join(home, 'data')],
    },
    options: {
      flags,
      ask,
      variables: {
        SLACK_API_URL: sandbox.slackApiUrl,
        DISCORD_API_URL: sandbox.discordApiUrl,
        ...variables,
      },
      manifest: readSlackManifest(),
      root: home,
      timezone: 'Asia/Seoul',
      timeoutMs: 2_000,
      known: [],
      knownBriefs: null,
      knownOperator: null,
      pull: async ({ git, branch = null, path: folder = '' }, token) => {
        const dataDir = path.join(home, 'data');
        await pullBriefs({ url: git, branch, path: folder, token: token || null }, dataDir, variablesOfGit);
        return pulledFolder(dataDir);
      },
      say: (line) => said.push(line),
    },
  };
}

async function carryOut({ options, places }: Run) {
  const gathered = await gatherAnswers(options);
  await writeSetup(options, gathered.answers, places);
  await connectBot(options, gathered);
}

function settingsOf({ places }: Run) {
  const reading = readSettings(readFileSync(places.settings, 'utf8'));
  expect(reading.problems).toEqual([]);
  return reading.settings!;
}

test('by flags alone: both platforms, channels, times; files written, channels joined', async () => {
  await control(sandbox, 'slack/seed', { channels: [{ id: slackKo, botIsMember: false }] });
  const run = prepare({
    ...tokens(),
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackKo}:ko`, `slack:${slackEn}:en:sales`, 'discord:100000000000000101:both'],
    time: '7:05',
    days: 'daily',
    operator: `slack:${slackOps}`,
  });
  await carryOut(run);
  const { channels, operator } = settingsOf(run);
  expect(
    channels.map(({ name, language, schedule, timezone }) => [name, language, schedule, timezone]),
  ).toEqual([
    ['마케팅-브리핑', 'ko', '5 7 * * *', 'Asia/Seoul'],
    ['sales', 'en', '5 7 * * *', 'Asia/Seoul'],
    ['marketing-ko', 'both', '5 7 * * *', 'Asia/Seoul'],
  ]);
  expect(operator).toEqual({ platform: 'slack', channel: slackOps });
  expect(parseEnv(readFileSync(run.places.env, 'utf8'))).toEqual({
    SLACK_BOT_TOKEN: sandbox.slackBotToken,
    SLACK_APP_TOKEN: sandbox.slackAppToken,
    DISCORD_TOKEN: sandbox.discordToken,
    SLACK_API_URL: sandbox.slackApiUrl,
    DISCORD_API_URL: sandbox.discordApiUrl,
  });
  const said = run.said.join('\n');
  expect(said).toMatch(/config\/sample-briefs: \d+ briefs in \d+ files, 2026-06-29 to 2026-07-03/);
  expect(said).toContain('https://discord.com/oauth2/authorize?client_id=100000000000000900');
  expect(said).toContain('The bot joined #마케팅-브리핑.');
  for (const token of Object.values(tokens())) expect(said).not.toContain(token);
  const joined = (await world(sandbox, 'slack')).channels.find(({ id }) => id === slackKo);
  expect(joined?.botIsMember).toBe(true);
});

test('tokens that are in .env already need not be given again', async () => {
  const run = prepare({ briefs: 'config/sample-briefs', channel: ['discord:100000000000000102:en'] }, null, {
    DISCORD_TOKEN: sandbox.discordToken,
  });
  await carryOut(run);
  expect(settingsOf(run).channels.map(({ name }) => name)).toEqual(['marketing-en']);
});

const refusals: [string, () => InitFlags, string][] = [
  ['no token', () => ({}), 'https://api.slack.com/apps?new_app=1&manifest_json='],
  ['one Slack token of two', () => ({ slackBotToken: sandbox.slackBotToken }), '--slack-app-token'],
  ['a wrong bot token', () => ({ ...tokens(), slackBotToken: 'xoxb-1' }), 'Slack refuses this token'],
  [
    'the app token for the bot token',
    () => ({ ...tokens(), slackBotToken: sandbox.slackAppToken }),
    'This is the app-level token of a Slack app: copy the one that starts with xoxb-',
  ],
  [
    'a Slack token for the Discord token',
    () => ({ discordToken: sandbox.slackBotToken }),
    'This is the Bot User OAuth Token of a Slack app: get the bot’s under Bot → Reset Token',
  ],
  [
    'a wrong app token',
    () => ({ ...tokens(), slackAppToken: 'xapp-1' }),
    'Slack refuses this token: copy one that starts with xapp- and has the scope connections:write',
  ],
  ['a wrong Discord token', () => ({ discordToken: 'wrong' }), 'Discord refuses this token'],
  ['no channel', () => tokens(), `slack:${slackKo} (#마케팅-브리핑)`],
  [
    'a channel that is none',
    () => ({ ...tokens(), channel: ['slack:C0NOWHERE0:ko'] }),
    'The bot sees no slack channel',
  ],
  [
    'a channel of a platform without token',
    () => ({ discordToken: sandbox.discordToken, channel: [`slack:${slackKo}:ko`] }),
    `slack:${slackKo} cannot be reached, for there is no token for Slack`,
  ],
  [
    'an operator that the bot does not see',
    () => ({ ...tokens(), channel: [`slack:${slackKo}:ko`], operator: 'discord:100000000000000999' }),
    'The bot sees no discord channel 100000000000000999',
  ],
  [
    'an operator of a platform without token',
    () => ({
      discordToken: sandbox.discordToken,
      channel: ['discord:100000000000000101:ko'],
      operator: `slack:${slackOps}`,
    }),
    'no token for Slack',
  ],
  [
    'a channel without language',
    () => ({ ...tokens(), channel: [`slack:${slackKo}`] }),
    'platform, id, then ko, en or both',
  ],
  [
    'a time that is none',
    () => ({ ...tokens(), channel: [`slack:${slackKo}:ko`], time: '25:00' }),
    '“25:00” is no time',
  ],
  [
    'days that are none',
    () => ({ ...tokens(), channel: [`slack:${slackKo}:ko`], days: 'sundays' }),
    'neither weekdays nor daily',
  ],
  [
    'a zone that is none',
    () => ({ ...tokens(), channel: [`slack:${slackKo}:ko`], timezone: 'Seoul' }),
    '“Seoul” is no time zone',
  ],
  ['a folder that is none', () => ({ ...tokens(), briefs: './nowhere' }), 'There is no folder ./nowhere'],
];

test.each(refusals)(
  '%s is refused with what to do, and nothing is written',
  async (_what, flags, sentence) => {
    const run = prepare({ briefs: 'config/sample-briefs', ...flags() });
    await expect(carryOut(run)).rejects.toThrow(sentence);
    expect(readdirSync(run.options.root)).toEqual([]);
  },
);

test('what is there already is replaced only when told so, and kept in a copy', async () => {
  const flags = {
    discordToken: sandbox.discordToken,
    briefs: 'config/sample-briefs',
    channel: ['discord:100000000000000101:ko'],
  };
  const run = prepare(flags);
  writeFileSync(run.places.env, 'LOG_LEVEL=warn\n');
  mkdirSync(path.dirname(run.places.settings));
  writeFileSync(run.places.settings, '# mine\n');
  await expect(carryOut(run)).rejects.toThrow('add --overwrite');
  expect(readFileSync(run.places.settings, 'utf8')).toBe('# mine\n');
  expect(readFileSync(run.places.env, 'utf8')).toBe('LOG_LEVEL=warn\n');
  await carryOut({ ...run, options: { ...run.options, flags: { ...flags, overwrite: true } } });
  expect(readFileSync(`${run.places.settings}.bak`, 'utf8')).toBe('# mine\n');
  expect(readFileSync(`${run.places.env}.bak`, 'utf8')).toBe('LOG_LEVEL=warn\n');
  expect(parseEnv(readFileSync(run.places.env, 'utf8'))).toMatchObject({
    LOG_LEVEL: 'warn',
    DISCORD_TOKEN: sandbox.discordToken,
  });
});

/** Answers by the words of the question; notes what every answer was met with. */
function scripted(answers: [question: RegExp, ...answers: (string | string[] | boolean)[]][]) {
  const heard: string[] = [];
  const met: string[] = [];
  function next(question: string): string | string[] | boolean {
    heard.push(question);
    const entry = answers.find(([words]) => words.test(question));
    const answer = entry?.splice(1, 1)[0];
    if (answer === undefined) throw new Error(`Nobody answers “${question}”.`);
    return answer as string | string[] | boolean;
  }
  async function checked(question: string, check: (value: string) => unknown): Promise<string> {
    for (;;) {
      const answer = String(next(question));
      const complaint = await check(answer);
      if (complaint === undefined) return answer;
      met.push(String(complaint));
    }
  }
  const ask: Ask = {
    text: (question, initial, check) => checked(question, check).then((answer) => answer || initial),
    secret: checked,
    one: async (question, choices, initial) => {
      const answer = next(question);
      if (answer === 'initial') return initial;
      const found = choices.find(({ label }) => label.includes(String(answer)));
      if (found === undefined) throw new Error(`${answer} is none of ${choices.map(({ label }) => label)}`);
      return found.value;
    },
    many: async (question, choices) => {
      const wanted = next(question) as string[];
      return choices
        .filter(({ label }) => wanted.some((each) => label.includes(each)))
        .map(({ value }) => value);
    },
    yes: async (question) => next(question) as boolean,
    tell: (text) => met.push(text),
    link: (what, url) => met.push(`${what} ${url}`),
  };
  return { ask, heard, met };
}

test('by questions: each token is tried as it is pasted, channels are listed, languages guessed', async () => {
  const person = scripted([
    [/Folder or git address/, './nowhere', 'config/sample-briefs'],
    [/Where does your team read/, ['Slack', 'Discord']],
    [/Bot User OAuth Token/, 'hello', 'xoxb-wrong', sandbox.slackBotToken],
    [/App-level token/, 'xapp-wrong', sandbox.slackAppToken],
    [/^Bot token/, 'wrong', sandbox.discordToken],
    [/Which channels/, ['#마케팅-브리핑', '#marketing-en']],
    [/Language of #마케팅/, 'initial'],
    [/Language of #marketing-en/, 'initial'],
    [/what time/, '09:00'],
    [/which days/, 'Every day'],
    [/time zone/, 'Asia/Seoul'],
    [/tell you/, '#bot-ops · Slack'],
  ]);
  const run = prepare({}, person.ask);
  await carryOut(run);
  expect(person.met).toEqual(
    expect.arrayContaining([
      'There is no folder ./nowhere: check the spelling.',
      expect.stringMatching(/^This is no such token: copy the one that starts with xoxb-/),
      expect.stringContaining('Slack refuses this token'),
      'The token opens the workspace Sandbox.',
      expect.stringMatching(/^Slack refuses this token: copy one that starts with xapp-/),
      'The socket opens.',
      expect.stringContaining('Discord refuses this token'),
      'The token opens the application Sowhat.',
      'It is in 증류소 Distillery.',
      expect.stringContaining('https://api.slack.com/apps?new_app=1'),
      expect.stringContaining('https://discord.com/oauth2/authorize'),
    ]),
  );
  const { channels, operator } = settingsOf(run);
  expect(
    channels.map(({ name, platform, language, schedule }) => [name, platform, language, schedule]),
  ).toEqual([
    ['마케팅-브리핑', 'slack', 'ko', '0 9 * * *'],
    ['marketing-en', 'discord', 'en', '0 9 * * *'],
  ]);
  expect(operator).toEqual({ platform: 'slack', channel: slackOps });
});

test('a bot that is in no server waits until it was invited', async () => {
  await control(sandbox, 'discord/seed', { scopes: [] });
  const person = scripted([
    [/^Bot token/, sandbox.discordToken],
    [/Where does your team read/, ['Discord']],
    [/in no server yet/, true, true],
    [/Which channels/, ['#ops']],
    [/Language of/, 'Both'],
    [/what time/, '09:00'],
    [/which days/, 'initial'],
    [/time zone/, 'Asia/Seoul'],
    [/tell you/, 'Nowhere'],
  ]);
  const { yes } = person.ask;
  person.ask.yes = async (question, initial) => {
    const answer = await yes(question, initial);
    const asked = person.heard.filter((each) => each.includes('in no server')).length;
    if (asked === 2)
      await control(sandbox, 'discord/seed', { scopes: ['bot', 'applications.commands', 'VIEW_CHANNEL'] });
    return answer;
  };
  const run = prepare({ briefs: 'config/sample-briefs' }, person.ask);
  await carryOut(run);
  expect(settingsOf(run).channels.map(({ name }) => name)).toEqual(['ops']);
});

test('an app that was granted less than its manifest is told of at once', async () => {
  const { scopes } = await world(sandbox, 'slack');
  await control(sandbox, 'slack/seed', { scopes: scopes.filter((scope) => scope !== 'users:read') });
  const run = prepare({
    slackBotToken: sandbox.slackBotToken,
    slackAppToken: sandbox.slackAppToken,
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackKo}:ko`],
  });
  await carryOut(run);
  expect(run.said.join('\n')).toContain('The Slack app lacks users:read.');
});

test('the commands are registered on Discord, so that the first look of the doctor is a clean one', async () => {
  const run = prepare({
    discordToken: sandbox.discordToken,
    briefs: 'config/sample-briefs',
    channel: ['discord:100000000000000101:ko'],
  });
  await carryOut(run);
  expect(run.said).toContainEqual(expect.stringMatching(/^Registered \/brief, /));
  const registered = (await world(sandbox, 'discord')).commands as { name: string }[];
  expect(registered.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
});

test('what pasting and dragging add is taken off: spaces, quotes, “Bot”', async () => {
  const run = prepare({
    slackBotToken: ` "${sandbox.slackBotToken}"\n`,
    slackAppToken: `'${sandbox.slackAppToken}' `,
    discordToken: `Bot ${sandbox.discordToken}`,
    briefs: " 'config/sample-briefs' ",
    channel: [`slack:${slackKo}:ko`],
  });
  await carryOut(run);
  expect(settingsOf(run).briefs).toEqual({ folder: 'config/sample-briefs' });
  expect(parseEnv(readFileSync(run.places.env, 'utf8'))).toMatchObject({
    SLACK_BOT_TOKEN: sandbox.slackBotToken,
    SLACK_APP_TOKEN: sandbox.slackAppToken,
    DISCORD_TOKEN: sandbox.discordToken,
  });
});

test('a token of .env that was revoked is told of, and asked for anew', async () => {
  const person = scripted([
    [/Where does your team read/, ['Discord']],
    [/^Bot token/, sandbox.discordToken],
    [/Which channels/, ['#ops']],
    [/Language of/, 'Both'],
    [/what time/, '09:00'],
    [/which days/, 'initial'],
    [/time zone/, 'Asia/Seoul'],
    [/tell you/, 'Nowhere'],
  ]);
  const run = prepare({ briefs: 'config/sample-briefs' }, person.ask, { DISCORD_TOKEN: 'revoked' });
  await carryOut(run);
  expect(person.met).toContainEqual(expect.stringMatching(/^DISCORD_TOKEN: Discord refuses this token/));
  expect(readFileSync(run.places.env, 'utf8')).toContain(`DISCORD_TOKEN=${sandbox.discordToken}\n`);
});

test('a folder without a brief is only taken by somebody who says so', async () => {
  const empty = mkdtempSync(path.join(root, 'empty-'));
  const person = scripted([
    [/Folder or git address/, empty, 'config/sample-briefs'],
    [/Nothing there can be read/, false],
  ]);
  const run = prepare(
    { discordToken: sandbox.discordToken, channel: ['discord:100000000000000101:ko'] },
    person.ask,
  );
  Object.assign(run.options.flags, {
    time: '8:30',
    days: 'daily',
    timezone: 'UTC',
    operator: 'discord:100000000000000103',
  });
  await carryOut(run);
  expect(person.met).toContain(`${empty}: no briefs in 0 files`);
  expect(settingsOf(run).briefs).toEqual({ folder: 'config/sample-briefs' });
});

test('a private repository: the token is asked for and kept, the folder with briefs is found', async () => {
  const { push, bare } = briefsRepository();
  const brief = readFileSync(
    'config/sample-briefs/2026-07-01/2026-07-01__model_notebook__quillon-price-cut.md',
    'utf8',
  );
  push({ 'README.md': '# Ours\n', 'output/2026/a.md': brief });
  const server = await serveGit(path.dirname(bare), 'ghp_inventedForTheBriefs');
  const git = `http://127.0.0.1:${server.port}/briefs.git`;
  const person = scripted([
    [/Folder or git address/, git],
    [/Is it private/, true],
    [/Access token/, 'ghp_wrong', 'ghp_inventedForTheBriefs'],
    [/Which folder of it/, 'initial'],
  ]);
  const run = prepare(
    { discordToken: sandbox.discordToken, channel: ['discord:100000000000000101:ko'] },
    person.ask,
  );
  Object.assign(run.options.flags, {
    time: '8:30',
    days: 'daily',
    timezone: 'UTC',
    operator: 'discord:100000000000000103',
  });
  await carryOut(run);
  expect(settingsOf(run).briefs).toEqual({ git, path: 'output' });
  expect(parseEnv(readFileSync(run.places.env, 'utf8')).GIT_TOKEN).toBe('ghp_inventedForTheBriefs');
  expect(person.met).toContainEqual(expect.stringMatching(/→ output: 1 brief in 1 file/));
  expect(person.met.join('\n')).not.toContain('ghp_');
});

test('a channel that the settings know keeps its name, and what was set for it', async () => {
  const flags = {
    discordToken: sandbox.discordToken,
    briefs: 'config/sample-briefs',
    channel: ['discord:100000000000000101:en'],
    overwrite: true,
  };
  const run = prepare(flags);
  const known = {
    name: 'team',
    platform: 'discord' as const,
    channel: '100000000000000101',
    language: 'ko' as const,
    schedule: '0 7 * * *',
    timezone: 'UTC',
  };
  run.options.known = [known];
  mkdirSync(path.dirname(run.places.settings));
  const entry = { ...known, topics: ['retail'] };
  writeFileSync(run.places.settings, `briefs: { folder: x }\nchannels:\n  - ${JSON.stringify(entry)}\n`);
  await carryOut(run);
  expect(settingsOf(run).channels).toMatchObject([
    { name: 'team', language: 'en', schedule: '0 7 * * *', timezone: 'UTC', topics: ['retail'] },
  ]);
});

test('run again to add a channel: what is there is offered, and what is not answered otherwise stays', async () => {
  const team = {
    name: 'team',
    platform: 'slack' as const,
    channel: slackKo,
    language: 'both' as const,
    schedule: '5 7 * * *',
    timezone: 'Europe/Paris',
  };
  const weekly = { ...team, name: 'monday', channel: slackEn, schedule: '0 9 * * 1', timezone: 'UTC' };
  const operator = { platform: 'slack' as const, channel: slackOps };
  const asked: [question: string, offered: unknown][] = [];
  const person = scripted([
    [/Where does your team read/, ['Slack', 'Discord']],
    [/Which channels/, ['#마케팅-브리핑', '#marketing-briefing', '#ops · Discord']],
    [/Language of/, 'initial', 'initial', 'initial'],
    [/what time/, '07:05'],
    [/which days/, 'initial'],
    [/time zone/, 'Europe/Paris'],
    [/tell you/, 'initial'],
  ]);
  const { many, text } = person.ask;
  person.ask.many = (question, choices, initial) => {
    asked.push([question.slice(0, 5), initial]);
    return many(question, choices, initial);
  };
  person.ask.text = (question, initial, check) => {
    asked.push([question, initial]);
    return text(question, initial, check);
  };
  const run = prepare({ briefs: 'config/sample-briefs', overwrite: true }, person.ask, {
    SLACK_BOT_TOKEN: sandbox.slackBotToken,
    SLACK_APP_TOKEN: sandbox.slackAppToken,
    DISCORD_TOKEN: sandbox.discordToken,
  });
  Object.assign(run.options, { known: [team, weekly], knownOperator: operator });
  await carryOut(run);
  expect(asked).toEqual([
    ['Where', ['slack', 'discord']],
    ['Which', [`slack:${slackEn}`, `slack:${slackKo}`]],
    ['At what time?', '07:05'],
    ['In which time zone?', 'Europe/Paris'],
  ]);
  const { channels, operator: told } = settingsOf(run);
  expect(channels).toMatchObject([
    team,
    weekly,
    { name: 'ops', language: 'both', schedule: '5 7 * * *', timezone: 'Europe/Paris' },
  ]);
  expect(told).toEqual(operator);
});

test('run again by flags: the operator stays; a time that is said is for every channel', async () => {
  const run = prepare({
    ...tokens(),
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackKo}:ko`],
    time: '8:30',
    overwrite: true,
  });
  const operator = { platform: 'slack' as const, channel: slackOps };
  const known = {
    name: 'team',
    platform: 'slack' as const,
    channel: slackKo,
    language: 'ko' as const,
    schedule: '0 7 * * *',
    timezone: 'UTC',
  };
  Object.assign(run.options, { known: [known], knownOperator: operator });
  await carryOut(run);
  expect(settingsOf(run)).toMatchObject({
    operator,
    channels: [{ ...known, schedule: '30 8 * * *' }],
  });
});

test('a channel that a flag names is added or changed; the others of the settings stay as they are', async () => {
  const run = prepare({
    ...tokens(),
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackEn}:en`, 'discord:100000000000000101:both'],
    time: '8:30',
    overwrite: true,
  });
  const times = { language: 'ko', schedule: '0 7 * * *', timezone: 'UTC' } as const;
  const known = [
    { name: 'team', platform: 'slack', channel: slackKo, ...times },
    { name: 'wide', platform: 'discord', channel: '100000000000000101', ...times },
    { name: 'unseen', platform: 'slack', channel: 'C0UNSEEN00', ...times },
  ] as const;
  run.options.known = known;
  mkdirSync(path.dirname(run.places.settings));
  writeFileSync(
    run.places.settings,
    `briefs: { folder: x }\nchannels:\n${known.map((entry) => `  # of ${entry.name}\n  - ${JSON.stringify(entry)}\n`).join('')}`,
  );
  await carryOut(run);
  expect(settingsOf(run).channels).toMatchObject([
    known[0],
    { ...known[1], language: 'both', schedule: '30 8 * * *' },
    known[2],
    { platform: 'slack', channel: slackEn, language: 'en' },
  ]);
  expect(run.said).toContain('These channels stay as they are: team, unseen.');
  expect(readFileSync(run.places.settings, 'utf8')).toMatch(
    /# of team\n.*\n\s*# of wide\n.*\n\s*# of unseen/,
  );
});

test('run again by flags without channels or briefs: they are kept, those too that the bot does not see', async () => {
  const run = prepare({ ...tokens(), time: '09:15', overwrite: true });
  const team = {
    ...{ name: 'team', platform: 'slack' as const, channel: slackKo },
    ...{ language: 'ko' as const, schedule: '0 7 * * *', timezone: 'UTC' },
  };
  const secret = { ...team, name: 'secret', channel: 'C0UNSEEN00' };
  const briefs = { git: 'https://git.example/news/briefs.git', path: 'output' };
  Object.assign(run.options, { known: [team, secret], knownBriefs: briefs });
  mkdirSync(path.dirname(run.places.settings));
  const text = `briefs: ${JSON.stringify({ ...briefs, pullMinutes: 9 })} # ours\nchannels: ${JSON.stringify([team, secret])}\n`;
  writeFileSync(run.places.settings, text);
  await carryOut(run);
  expect(settingsOf(run)).toMatchObject({
    briefs: { ...briefs, pullMinutes: 9 },
    channels: [
      { ...team, schedule: '15 9 * * *' },
      { ...secret, schedule: '15 9 * * *' },
    ],
  });
  expect(run.said).toContain('These channels are kept: team, secret.');
  expect(run.said).toContain('The briefs stay where they are: https://git.example/news/briefs.git → output.');
});

test('of channels that are all strange to the bot, such as those of the sample settings, none is kept', async () => {
  const run = prepare({ ...tokens(), briefs: 'config/sample-briefs', time: '09:15', overwrite: true });
  const strange = { name: 'sample', platform: 'slack', channel: 'C0UNSEEN00', language: 'ko' };
  Object.assign(run.options, { known: [{ ...strange, schedule: '0 7 * * *', timezone: 'UTC' }] });
  await expect(carryOut(run)).rejects.toThrow('Say which channels get editions');
});

test('settings that cannot be used are told of before the sample ones take their place', async () => {
  const run = prepare({
    ...tokens(),
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackKo}:ko`],
    overwrite: true,
  });
  mkdirSync(path.dirname(run.places.settings));
  writeFileSync(run.places.settings, 'briefs: { folder: [\n');
  await carryOut(run);
  expect(settingsOf(run).channels).toHaveLength(1);
  expect(run.said.join('\n')).toMatch(
    /sowhat\.yaml:\d: this is not valid YAML.*\nSo the settings start anew from the sample ones/,
  );
});

test('run again for one platform: channels and operator of the other stay as they are, and that is said', async () => {
  const run = prepare({
    ...{ slackBotToken: tokens().slackBotToken, slackAppToken: tokens().slackAppToken },
    briefs: 'config/sample-briefs',
    channel: [`slack:${slackKo}:ko`],
    overwrite: true,
  });
  const known = {
    ...{ name: 'on-discord', platform: 'discord' as const, channel: '100000000000000101' },
    ...{ language: 'en' as const, schedule: '0 7 * * 1', timezone: 'UTC' },
  };
  const operator = { platform: 'discord' as const, channel: '100000000000000102' };
  Object.assign(run.options, { known: [known], knownOperator: operator });
  await carryOut(run);
  const { channels, operator: kept } = settingsOf(run);
  expect(channels.map(({ platform }) => platform)).toEqual(['discord', 'slack']);
  expect(channels[0]).toMatchObject(known);
  expect(kept).toEqual(operator);
  expect(run.said.join('\n')).toContain('These channels stay as they are: on-discord.');
});

test.each([
  'https://me:hush@git.example/b.git',
  'https://ghp_hush1234@git.example/b.git',
  'https://git.example/b.git?private_token=hush',
])(
  'an address with a token in it is refused before anything is pulled, and not said again: %s',
  async (briefs) => {
    const run = prepare({ ...tokens(), briefs });
    const error = await carryOut(run).catch((reason: Error) => reason);
    expect(String(error)).toMatch(/a token goes into \.env, as GIT_TOKEN/);
    expect(String(error) + run.said).not.toContain('hush');
  },
);

test('a repository that cannot be read is refused with git’s words, where nobody can be asked', async () => {
  const run = prepare({ ...tokens(), briefs: 'file:///nowhere/briefs.git' });
  await expect(carryOut(run)).rejects.toThrow(/^file:\/\/\/nowhere\/briefs\.git cannot be read \(/);
});
