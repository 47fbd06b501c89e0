import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openLiveSettings } from '../../src/app/live-settings.ts';
import { settingsFile } from '../../src/config/watch-settings.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from './start-bot.ts';

const text = (language: string) => `briefs: { folder: ./briefs }
channels:
  - { name: team, platform: slack, channel: C0123456789, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ${language} }
`;
const spot = { platform: 'slack', workspace: 'T1', channel: 'C0123456789' } as const;
const by = { id: 'U1', name: 'Ada' };

/** What one program on a ledger goes by. */
async function program(folder: string, file: string) {
  const store = await openStore({ dataDir: folder, clock: Date.now });
  const watched = settingsFile(file);
  const { settings } = watched.read();
  if (settings === null) throw new Error('the settings of this test are wrong');
  const live = await openLiveSettings({
    file: watched,
    path: file,
    settings,
    store,
    workspaces: new Map([['slack', 'T1']]),
    logger: pino({ level: 'silent' }),
  });
  return { store, live, entry: () => live.now().settings.channels[0] };
}

test('a change counts for every program on the ledger at its next look, and outlives a change of the file', async () => {
  const folder = temporaryFolder('live');
  const file = path.join(folder, 'sowhat.yaml');
  writeFileSync(file, text('ko'));
  const one = await program(folder, file);
  const other = await program(folder, file);

  await one.store.changeOverrides({ id: 'c1', spot, by, at: 1, set: { language: 'en' }, unset: [] });
  await one.live.refresh();
  expect(one.entry()?.language).toBe('en');
  expect(other.entry()?.language).toBe('ko');
  expect(await other.live.reload()).toEqual({ isChanged: true, mistakes: null });
  expect(other.entry()?.language).toBe('en');
  expect(await other.live.reload()).toEqual({ isChanged: false, mistakes: null });

  writeFileSync(file, `${text('both')}# and a comment, for another size\n`);
  expect(await other.live.reload()).toEqual({ isChanged: false, mistakes: [] });
  expect(other.live.fromFile().channels[0]?.language).toBe('both');
  expect(other.entry()?.language).toBe('en');

  writeFileSync(file, 'channels: nonsense');
  const { mistakes } = await other.live.reload();
  expect(mistakes?.length).toBeGreaterThan(0);
  expect(other.entry()?.language).toBe('en');

  await one.store.changeOverrides({ id: 'c2', spot, by, at: 2, set: {}, unset: ['language'] });
  await other.live.refresh();
  expect(other.entry()?.language).toBe('both');
  await one.store.close();
  await other.store.close();
});
