import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { configExport, configReset } from '../../src/cli/config.ts';
import { readSettings } from '../../src/config/read-settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../app/start-bot.ts';

afterEach(() => vi.restoreAllMocks());

/** What the command prints. */
async function printed(run: () => Promise<void>): Promise<string> {
  const out: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  await run();
  vi.restoreAllMocks();
  return out.join('');
}

test('export prints what counts; reset takes back one channel, then all, and leaves the log', async () => {
  const folder = temporaryFolder('config');
  const config = path.join(folder, 'sowhat.yaml');
  const data = path.join(folder, 'data');
  mkdirSync(data);
  writeFileSync(
    config,
    `briefs: { folder: ./briefs }
channels:
  - { name: team, platform: slack, channel: C0123456789, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`,
  );
  const flags = { config, data };
  // Without tokens the state is the sandbox's.
  const store = await openStore({ dataDir: path.join(data, 'sandbox'), clock: Date.now });
  await store.setValue('workspace:slack', 'T1');
  const spot = (channel: string) => ({ platform: 'slack', workspace: 'T1', channel }) as const;
  const by = { id: 'U1', name: 'Ada' };
  const made = { name: 'sales', schedule: '0 9 * * *', timezone: 'UTC', language: 'en' };
  const change = { by, at: 1, unset: [] };
  await store.changeOverrides({ ...change, id: 'c1', spot: spot('C0123456789'), set: { language: 'en' } });
  await store.changeOverrides({ ...change, id: 'c2', spot: spot('C0NEW00000'), set: made });

  const { settings } = readSettings(await printed(() => configExport(flags)));
  expect(settings?.channels.map(({ name, language }) => `${name} ${language}`)).toEqual([
    'team en',
    'sales en',
  ]);

  expect(await printed(() => configReset({ ...flags, channel: 'sales' }))).toBe(
    'sales: was set up in the chat alone, and gets no editions any more.\n',
  );
  await expect(configReset({ ...flags, channel: 'sales' })).rejects.toThrow('there is: team');
  expect(await printed(() => configReset(flags))).toBe('team: the settings file counts again (language).\n');
  expect(await printed(() => configReset(flags))).toBe('Nothing was set in the chat; nothing is changed.\n');
  expect(await store.overrides('slack', 'T1')).toEqual([]);
  expect((await store.changesOf(spot('C0NEW00000'), 5)).map(({ entries }) => entries.length)).toEqual([4, 4]);
  await store.close();
});
