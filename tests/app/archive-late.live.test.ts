import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { archivePath } from '../../src/archive/archive-path.ts';
import { sowhat } from './sowhat.ts';
import { quickSandbox, startBot, temporaryFolder, until } from './start-bot.ts';

const archived = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\d{4}.*\.md$/.test(file))
    : [];

/** A bot that has posted to four channels while a file stood where its archive belongs. */
async function unarchived() {
  const sandbox = await quickSandbox();
  const stateDir = temporaryFolder('late');
  writeFileSync(path.join(stateDir, 'digests'), '');
  const bot = await startBot({ sandbox, stateDir, postAtStart: true });
  await until(bot.store.unarchivedEditions, (keys) => keys.length === 4);
  expect(await bot.store.postedEditions(9)).toEqual([]);
  return bot;
}

test('what was posted while the archive could not be written comes into it by itself', async () => {
  const bot = await unarchived();
  try {
    rmSync(bot.archiveDir);
    await until(
      () => bot.store.postedEditions(9),
      (editions) => editions.length === 4,
    );
    expect(archived(bot.archiveDir)).toHaveLength(4);
  } finally {
    await bot.stop();
    await bot.sandbox.close();
  }
});

test('an edition whose file cannot be written keeps no other out of the archive', async () => {
  const bot = await unarchived();
  try {
    const [stuck] = await bot.store.posted((await bot.store.unarchivedEditions()).slice(0, 1));
    if (!stuck) throw new Error('nothing waits for the archive');
    const inTheWay = path.join(
      path.dirname(bot.archiveDir),
      'in-the-way',
      archivePath(stuck.edition, stuck.edition.rules.language),
    );
    mkdirSync(inTheWay, { recursive: true });
    rmSync(bot.archiveDir);
    renameSync(path.join(path.dirname(bot.archiveDir), 'in-the-way'), bot.archiveDir);
    await until(
      () => bot.store.postedEditions(9),
      (editions) => editions.length === 3,
    );
    expect(await bot.store.unarchivedEditions()).toEqual([stuck.edition.key]);
    rmSync(path.join(bot.archiveDir, archivePath(stuck.edition, stuck.edition.rules.language)), {
      recursive: true,
    });
    await until(bot.store.unarchivedEditions, (keys) => keys.length === 0);
  } finally {
    await bot.stop();
    await bot.sandbox.close();
  }
});

test('what was posted while the archive could not be written comes into it by the command', async () => {
  const bot = await unarchived();
  await bot.stop();
  await bot.sandbox.close();
  rmSync(bot.archiveDir);
  expect((await sowhat(bot, 'archive')).out).toBe('4 editions written to digests\n');
  expect(archived(bot.archiveDir)).toHaveLength(4);
  expect((await sowhat(bot, 'archive')).out).toBe('4 editions written to digests\n');
});
