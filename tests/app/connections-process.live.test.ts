import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import {
  control,
  discordKo,
  fourChannels,
  posted,
  slackKo,
  temporaryFolder,
  until,
  world,
} from './start-bot.ts';

// Each starts whole programs, on a machine that may be busy.
vi.setConfig({ testTimeout: 150_000 });

const bin = path.resolve('bin/sowhat.js');
const briefs = path.resolve('config/sample-briefs');

interface Run {
  child: ChildProcess;
  /** Standard output and error so far. */
  output(): string;
  /** The exit code, when it has ended; null where a signal ended it. */
  ended: Promise<number | null>;
}

let sandbox: Sandbox;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await control(sandbox, 'reset', {});
});
afterAll(() => sandbox.close());

function run(words: string[], variables: Record<string, string>, folder = temporaryFolder('process')): Run {
  const config = path.join(folder, 'sowhat.yaml');
  writeFileSync(config, fourChannels);
  const child = spawn(
    process.execPath,
    [bin, ...words, '--config', config, '--briefs', briefs, '--data', path.join(folder, 'data')],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += String(data)));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, output: () => text, ended };
}

function tokens(change: Record<string, string> = {}): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: sandbox.slackBotToken,
    SLACK_APP_TOKEN: sandbox.slackAppToken,
    SLACK_API_URL: sandbox.slackApiUrl,
    DISCORD_TOKEN: sandbox.discordToken,
    DISCORD_API_URL: sandbox.discordApiUrl,
    LOG_LEVEL: 'debug',
    ...change,
  };
}

function expectNoSecret(text: string, variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (name.endsWith('_TOKEN')) expect(text).not.toContain(value);
  }
}

async function says(started: Run, words: RegExp): Promise<void> {
  await until(
    async () => started.output(),
    (text) => words.test(text),
    40_000,
  );
}

describe('the only platform’s token is refused: that ends the program with one sentence', () => {
  test.each([
    [
      'SLACK_BOT_TOKEN',
      'xoxb-refused-0123456789',
      /Slack refuses the token: copy .*xoxb-.* into SLACK_BOT_TOKEN/,
    ],
    [
      'SLACK_APP_TOKEN',
      'xapp-refused-0123456789',
      /Slack refuses the app token .* put it into SLACK_APP_TOKEN/,
    ],
    ['DISCORD_TOKEN', 'refused.0123456789.abc', /Discord refuses the token: .*Reset Token.* DISCORD_TOKEN/],
  ])('%s', async (name, value, sentence) => {
    const other = name === 'DISCORD_TOKEN' ? 'SLACK' : 'DISCORD';
    const all = Object.entries(tokens({ [name]: value }));
    const variables = Object.fromEntries(all.filter(([variable]) => !variable.startsWith(other)));
    const started = run(['start'], variables);
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(sentence);
    expect(started.output()).not.toMatch(/\n\s+at .*\.js:\d+/);
    expectNoSecret(started.output(), variables);
  });
});

test('a missing scope and a channel the bot is not in are said at the start, with what to do', async () => {
  const { scopes } = await world(sandbox, 'slack');
  await control(sandbox, 'slack/seed', {
    scopes: scopes.filter((scope) => scope !== 'reactions:read'),
    channels: [{ id: slackKo, botIsMember: false }],
  });
  await control(sandbox, 'discord/seed', { channels: [{ id: discordKo, denied: ['VIEW_CHANNEL'] }] });
  const variables = tokens();
  const started = run(['start'], variables);
  await says(started, /scope is missing \(reactions:read\): add it under .*Reinstall to Workspace/);
  await says(started, /not in the Slack channel C0SANDBOXKO: type “\/invite @Sowhat” there/);
  await says(started, /cannot see the Discord channel 100000000000000101: give its role “View Channel”/);
  await says(started, /Sowhat is running/);
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  expectNoSecret(started.output(), variables);
});

test('SIGTERM ends it within ten seconds, with frozen sockets and a request under way', async () => {
  const folder = temporaryFolder('process');
  const variables = tokens();
  const first = run(['post', '--channel', 'slack-ko'], variables, folder);
  expect(await first.ended).toBe(0);
  const skim = (await posted(sandbox, 'slack'))[0];
  const started = run(['start'], variables, folder);
  await says(started, /Sowhat is running/);
  await control(sandbox, 'slack/faults', {
    match: { method: 'chat.postMessage' },
    kind: 'slow-before',
    afterMs: 30_000,
  });
  await control(sandbox, 'slack/act/react', {
    person: 'U0EMMA',
    channel: slackKo,
    message: skim?.id,
    emoji: 'us',
  });
  await until(
    () => control<unknown[]>(sandbox, 'slack/faults'),
    (faults) => JSON.stringify(faults).includes('slow-before') === false,
  );
  for (const platform of ['slack', 'discord']) {
    await control(sandbox, `${platform}/connections`, { do: 'freeze' });
  }
  const askedAt = performance.now();
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(10_000);
  expectNoSecret(started.output(), variables);
});
