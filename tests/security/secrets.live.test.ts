import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { until } from '../app/start-bot.ts';
import { ownersFolder, type Program, startProgram } from './start-program.ts';

let sandbox: Sandbox;
let env: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, folder: null });
  env = {
    SLACK_BOT_TOKEN: sandbox.slackBotToken,
    SLACK_APP_TOKEN: sandbox.slackAppToken,
    SLACK_API_URL: sandbox.slackApiUrl,
    DISCORD_TOKEN: sandbox.discordToken,
    DISCORD_API_URL: sandbox.discordApiUrl,
    GIT_TOKEN: 'ghp_inventedTokenForTheBriefs',
    MODEL_API_KEY: 'sk-inventedKeyOfTheModel',
  };
});
afterAll(() => sandbox.close());

const secretNames = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DISCORD_TOKEN', 'GIT_TOKEN', 'MODEL_API_KEY'];

function secretsIn(text: string, given: Record<string, string>): string[] {
  return secretNames.filter((name) => given[name] !== undefined && text.includes(given[name]));
}

function settings(more: string): string {
  return `briefs: { folder: "${path.resolve('config/sample-briefs')}" }
channels:
  - { name: ko, platform: slack, channel: C0SANDBOXKO, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
  - { name: dc, platform: discord, channel: "100000000000000101", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
${more}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

async function stopped(program: Program): Promise<void> {
  program.child.kill('SIGTERM');
  await program.ended;
}

test('a running bot at log level trace: no secret in logs, metrics or status', async () => {
  const port = await freePort();
  // A model that cannot be reached, so that there are errors of it, too.
  const model = 'processing: { url: "http://127.0.0.1:1/v1", model: m, apiKeyEnv: MODEL_API_KEY }';
  const folder = ownersFolder(settings(`health: { port: ${port} }\n${model}\n`));
  const bot = startProgram(folder, ['start', '--config', 'sowhat.yaml'], env);
  try {
    await until(
      async () => bot.printed(),
      (text) => text.includes('Sowhat is running'),
      40_000,
    );
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(metrics).toContain('sowhat_ready');
    expect(secretsIn(metrics, env)).toEqual([]);
  } finally {
    await stopped(bot);
  }
  expect(bot.printed().length).toBeGreaterThan(200);
  expect(secretsIn(bot.printed(), env)).toEqual([]);

  const status = startProgram(folder, ['status', '--json', '--config', 'sowhat.yaml'], env);
  expect(await status.ended).toBe(0);
  expect(status.printed()).toContain('"ko"');
  expect(secretsIn(status.printed(), env)).toEqual([]);
});

test.each([
  ['SLACK_BOT_TOKEN', 'xoxb-1-stolenAndRevoked99'],
  ['DISCORD_TOKEN', 'stolen.and.revokedTokenOfDiscord99'],
])(
  'a refused %s: the bot goes on with the other platform and says what to do, and no secret',
  async (name, token) => {
    const given = { ...env, [name]: token };
    const folder = ownersFolder(settings(''));
    const bot = startProgram(folder, ['start', '--config', 'sowhat.yaml'], given);
    try {
      await until(
        async () => bot.printed(),
        (text) => text.includes(name) && text.includes('Sowhat is running'),
        40_000,
      );
    } finally {
      await stopped(bot);
    }
    expect(secretsIn(bot.printed(), given)).toEqual([]);
  },
);

test.each([
  ['a database that cannot be reached', { DATABASE_URL: 'postgres://bot:hush-db-password@127.0.0.1:1/x' }],
  ['a token with a wrong beginning', { SLACK_APP_TOKEN: 'wrong-beginning-of-a-token-12345' }],
])('%s: the error says what to do, and no secret', async (_what, wrong) => {
  const given = { ...env, ...wrong };
  const folder = ownersFolder(settings(''));
  const bot = startProgram(folder, ['start', '--config', 'sowhat.yaml'], given);
  expect(await bot.ended).toBe(1);
  expect(bot.printed()).not.toBe('');
  expect(secretsIn(bot.printed(), given)).toEqual([]);
  expect(bot.printed()).not.toContain('hush-db-password');
});

test.each(['doctor', 'doctor --json', 'status', 'post --channel ko', 'check', 'preview --channel dc'])(
  'no secret in what “%s” says, where the database cannot be reached',
  async (command) => {
    const given = { ...env, DATABASE_URL: 'postgres://bot:hush-db-password@127.0.0.1:1/x' };
    const folder = ownersFolder(settings(''));
    const run = startProgram(folder, [...command.split(' '), '--config', 'sowhat.yaml'], given);
    await run.ended;
    expect(run.printed()).not.toBe('');
    expect(secretsIn(run.printed(), given)).toEqual([]);
    expect(run.printed()).not.toContain('hush-db-password');
  },
);

test('a private repository that cannot be reached: its token is in no error', async () => {
  const given = { ...env };
  const text = settings('').replace(/^briefs:.*$/m, 'briefs: { git: "https://127.0.0.1:1/team/briefs.git" }');
  const folder = ownersFolder(text);
  const check = startProgram(folder, ['check', '--config', 'sowhat.yaml'], given);
  expect(await check.ended).toBe(1);
  expect(check.printed()).toContain('cannot be read');
  expect(secretsIn(check.printed(), given)).toEqual([]);
});
