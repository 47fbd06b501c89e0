import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnvironment, readVariables } from '../../src/config/environment.ts';

describe('readEnvironment', () => {
  test('nothing set means neither platform', () => {
    expect(readEnvironment({ SLACK_BOT_TOKEN: '', DISCORD_TOKEN: '' }).environment).toEqual({
      slack: null,
      discord: null,
      databaseUrl: null,
      gitToken: null,
      logLevel: 'info',
    });
  });

  test('the real services are the default addresses', () => {
    const { environment } = readEnvironment({
      SLACK_BOT_TOKEN: 'xoxb-1-invented',
      SLACK_APP_TOKEN: 'xapp-1-invented',
      DISCORD_TOKEN: 'invented',
    });
    expect(environment?.slack?.apiUrl).toBe('https://slack.com/api/');
    expect(environment?.discord?.apiUrl).toBe('https://discord.com/api');
  });

  test('spaces, quotes and “Bot” around a token are no part of it', () => {
    const { environment } = readEnvironment({
      SLACK_BOT_TOKEN: ' "xoxb-1-invented"\r\n',
      SLACK_APP_TOKEN: "'xapp-1-invented'",
      DISCORD_TOKEN: 'Bot invented',
      DATABASE_URL: '" "',
    });
    expect(environment?.slack).toMatchObject({ botToken: 'xoxb-1-invented', appToken: 'xapp-1-invented' });
    expect(environment?.discord?.token).toBe('invented');
    expect(environment?.databaseUrl).toBeNull();
  });

  test.each([
    [
      { SLACK_BOT_TOKEN: 'xoxp-the-token-of-a-person', SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN starts with xoxb- (OAuth & Permissions → Bot User OAuth Token)',
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      'Slack needs both tokens: add SLACK_APP_TOKEN (xapp-…) to .env, or remove the other one',
    ],
    [
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_BOT_TOKEN starts with xoxb- (OAuth & Permissions → Bot User OAuth Token)',
    ],
    [
      { SLACK_API_URL: 'http://127.0.0.1:1/slack' },
      'SLACK_API_URL is an address that ends in /api/; leave it out for the real service',
    ],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL starts with postgres://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is one of trace, debug, info, warn, error, silent'],
  ])('%o is refused with a sentence', (variables, sentence) => {
    expect(readEnvironment(variables as Record<string, string>).problems).toEqual([sentence]);
  });
});

describe('readVariables', () => {
  test('takes .env below the variables of the process, and needs no file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sowhat-env-'));
    const file = path.join(folder, '.env');
    writeFileSync(file, 'DISCORD_TOKEN="from file"\nPATH=/nowhere\n');
    const variables = readVariables(file);
    expect(variables.DISCORD_TOKEN).toBe('from file');
    expect(variables.PATH).toBe(process.env.PATH);
    expect(readVariables(path.join(folder, 'none')).DISCORD_TOKEN).toBeUndefined();
  });

  test('takes the file as Windows writes it', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'sowhat-env-')), '.env');
    writeFileSync(file, '\uFEFFDISCORD_TOKEN=a\r\nSLACK_BOT_TOKEN=b\r\n');
    expect(readVariables(file)).toMatchObject({ DISCORD_TOKEN: 'a', SLACK_BOT_TOKEN: 'b' });
  });

  test.each(['DISCORD_TOKEN: abc', 'DISCORD_TOKEN abc', 'export DISCORD_TOKEN : abc'])(
    '%s sets nothing, and is not passed over',
    (line) => {
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'sowhat-env-')), '.env');
      writeFileSync(file, `LOG_LEVEL=info\n${line}\n`);
      expect(() => readVariables(file)).toThrow(
        `${file}:2: DISCORD_TOKEN is not set, for no equals sign follows it: write DISCORD_TOKEN=… there`,
      );
    },
  );

  test.each(['DISCORD_TOKEN', '# DISCORD_TOKEN: abc', 'DISCORD_TOKEN = abc'])('%s is no slip', (lines) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'sowhat-env-')), '.env');
    writeFileSync(file, lines);
    expect(() => readVariables(file)).not.toThrow();
  });

  test('says what to do about a file that cannot be read', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sowhat-env-'));
    expect(() => readVariables(folder)).toThrow(
      `${folder} cannot be read (EISDIR): make it a file that the account that runs Sowhat may read.`,
    );
  });
});
