import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { backUpLedger } from '../../src/backup/back-up-ledger.ts';
import { restoreLedger } from '../../src/backup/restore-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { scratch } from '../git/briefs-repository.ts';

const clock = () => Date.parse('2026-03-10T00:00:00Z');

async function ledgerWith(value: string, dataDir = scratch('ledger')): Promise<string> {
  const store = await openStore({ dataDir, clock });
  await store.setValue('told', value);
  await store.close();
  return dataDir;
}

async function valueIn(dataDir: string): Promise<string | null> {
  const store = await openStore({ dataDir, clock });
  try {
    return await store.value('told');
  } finally {
    await store.close();
  }
}

describe('backing up', () => {
  test('a ledger that is being written to: the copy is one moment of it, in one file, without the sandbox', async () => {
    const dataDir = scratch('ledger');
    mkdirSync(path.join(dataDir, 'sandbox'));
    await ledgerWith('of the sandbox', path.join(dataDir, 'sandbox'));
    const store = await openStore({ dataDir, clock });
    const folder = scratch('backups');
    const file = path.join(folder, 'monday.db');
    await store.setValue('told', '0');
    const writing = (async () => {
      for (let count = 1; count <= 200; count += 1) await store.setValue('told', String(count));
    })();
    const bytes = await backUpLedger(dataDir, file);
    await writing;
    await store.close();
    expect(bytes).toBeGreaterThan(10_000);
    expect(readdirSync(folder)).toEqual(['monday.db']);
    const other = scratch('other');
    await restoreLedger(file, other, clock);
    expect(Number(await valueIn(other))).toBeLessThanOrEqual(200);
    expect(await valueIn(other)).toMatch(/^\d+$/);
  });

  test('what cannot be backed up is said in a sentence, and no file is overwritten', async () => {
    const empty = scratch('empty');
    await expect(backUpLedger(empty, path.join(empty, 'x.db'))).rejects.toThrow(
      /no ledger in .*not run there yet/,
    );
    mkdirSync(path.join(empty, 'sandbox'));
    writeFileSync(path.join(empty, 'sandbox', 'sowhat.db'), '');
    await expect(backUpLedger(empty, path.join(empty, 'x.db'))).rejects.toThrow(
      `There is no ledger in ${empty}: the bot has run there in its sandbox alone, whose ledger is copied with --data ${path.join(empty, 'sandbox')}.`,
    );
    const dataDir = await ledgerWith('a');
    const file = path.join(scratch('backups'), 'kept.db');
    writeFileSync(file, 'mine');
    await expect(backUpLedger(dataDir, file)).rejects.toThrow(/is there already/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await expect(backUpLedger(dataDir, empty)).rejects.toThrow(`${empty} is a folder: name a file in it`);
    await expect(backUpLedger(dataDir, '/nonexistent/x.db')).rejects.toThrow(/could not be written/);
  });
});

describe('restoring', () => {
  test('there and back: the backup is the ledger, and the one before is kept', async () => {
    const dataDir = await ledgerWith('monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    await ledgerWith('tuesday', dataDir);
    const { before } = await restoreLedger(file, dataDir, clock);
    expect(await valueIn(dataDir)).toBe('monday');
    expect(before).toBe(path.join(dataDir, 'sowhat.db.before-2026-03-10T000000'));
    const kept = scratch('kept');
    await restoreLedger(before ?? '', kept, clock);
    expect(await valueIn(kept)).toBe('tuesday');
  });

  test('who may read and write the ledger stays as it was, whoever restores it', async () => {
    const dataDir = await ledgerWith('monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    chmodSync(file, 0o644);
    const ledger = path.join(dataDir, 'sowhat.db');
    chmodSync(ledger, 0o600);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(ledger, 12_345, 12_346);
    const { before } = await restoreLedger(file, dataDir, clock);
    for (const each of [ledger, before ?? '']) {
      const { mode, uid, gid } = statSync(each);
      expect(mode & 0o777).toBe(0o600);
      if (isRoot) expect([uid, gid]).toEqual([12_345, 12_346]);
    }
    if (!isRoot) return;
    const fresh = scratch('fresh');
    chownSync(fresh, 12_345, 12_346);
    await restoreLedger(file, fresh, clock);
    expect(statSync(path.join(fresh, 'sowhat.db')).uid).toBe(12_345);
  });

  test('a damaged ledger is replaced, and kept as it lies there', async () => {
    const dataDir = await ledgerWith('monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    const kept: [string, string][] = [];
    for (const damage of ['no database any more', 'nor this, by a disk that broke'.repeat(100)]) {
      writeFileSync(path.join(dataDir, 'sowhat.db'), damage);
      writeFileSync(path.join(dataDir, 'sowhat.db-wal'), 'its log');
      const { before } = await restoreLedger(file, dataDir, clock);
      expect(await valueIn(dataDir)).toBe('monday');
      kept.push([before ?? '', damage]);
    }
    // Two in one second are two.
    for (const [before, damage] of kept) expect(readFileSync(before, 'utf8')).toBe(damage);
  });

  test('a ledger that cannot be opened, or is locked, is no damaged one, and stays as it is', async () => {
    const dataDir = await ledgerWith('monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    const closed = scratch('closed');
    mkdirSync(path.join(closed, 'sowhat.db'));
    const locked = scratch('locked');
    const other = new Database(path.join(locked, 'sowhat.db'));
    other.exec('create table kept (x); begin exclusive');
    for (const folder of [closed, locked]) {
      await expect(restoreLedger(file, folder, clock)).rejects.toThrow(/Stop it, and restore again/);
      expect(readdirSync(folder).filter((name) => /restore|before/.test(name))).toEqual([]);
    }
    other.close();
  });

  test('the log of a ledger that is gone is kept, and not read into the backup', async () => {
    const dataDir = scratch('ledger');
    const store = await openStore({ dataDir, clock });
    await store.setValue('told', 'monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    await store.setValue('told', 'tuesday');
    const wal = readFileSync(path.join(dataDir, 'sowhat.db-wal'));
    expect(wal.length).toBeGreaterThan(0);
    const broken = scratch('broken');
    writeFileSync(path.join(broken, 'sowhat.db-wal'), wal);
    await store.close();
    const { before } = await restoreLedger(file, broken, clock);
    expect(await valueIn(broken)).toBe('monday');
    expect(readFileSync(`${before}-wal`)).toEqual(wal);
  });

  test('is refused while the bot runs, and changes nothing', async () => {
    const dataDir = await ledgerWith('monday');
    const file = path.join(scratch('backups'), 'monday.db');
    await backUpLedger(dataDir, file);
    const running = await openStore({ dataDir, clock });
    await running.setValue('told', 'tuesday');
    expect(await running.hold('lane', 'bot', clock(), clock() + 30_000)).toBe(true);
    await expect(restoreLedger(file, dataDir, clock)).rejects.toThrow(/is running on this ledger.* Stop it/);
    await running.setValue('told', 'wednesday');
    await running.close();
    expect(await valueIn(dataDir)).toBe('wednesday');
    expect(readdirSync(dataDir).filter((name) => /restore|before/.test(name))).toEqual([]);
  });

  test('a folder is no backup', async () => {
    const dataDir = await ledgerWith('as it was');
    await expect(restoreLedger(scratch('backups'), dataDir, clock)).rejects.toThrow(
      /is no file: name the file that the backup command wrote\.$/,
    );
    expect(await valueIn(dataDir)).toBe('as it was');
  });

  test('no backup, a damaged one, one of something else, and one of a newer program are refused', async () => {
    const dataDir = await ledgerWith('monday');
    const folder = scratch('backups');
    const file = path.join(folder, 'monday.db');
    await backUpLedger(dataDir, file);
    const damaged = path.join(folder, 'damaged.db');
    const bytes = readFileSync(file);
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 4096).fill(0x55, 4096));
    const text = path.join(folder, 'text.db');
    writeFileSync(text, 'not a database, but long enough to be looked at as one'.repeat(40));
    const foreign = path.join(folder, 'foreign.db');
    const db = new Database(foreign);
    db.exec('create table recipes (name text)');
    db.close();
    for (const wrong of [damaged, text, foreign])
      await expect(restoreLedger(wrong, dataDir, clock), wrong).rejects.toThrow(
        /is no whole backup of a ledger .* Nothing was changed/,
      );
    await expect(restoreLedger(path.join(folder, 'none.db'), dataDir, clock)).rejects.toThrow(/no file/);

    const newer = new Database(file);
    newer.exec("insert into kysely_migration values ('999-future', '2030-01-01')");
    newer.close();
    await expect(restoreLedger(file, dataDir, clock)).rejects.toThrow(/written by a newer Sowhat/);
    expect(await valueIn(dataDir)).toBe('monday');
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.restore'))).toEqual([]);
  });
});

test('a downgrade is refused with a sentence, and the ledger stays as it is', async () => {
  const dataDir = await ledgerWith('monday');
  const file = new Database(path.join(dataDir, 'sowhat.db'));
  file.exec("insert into kysely_migration values ('999-future', '2030-01-01')");
  await expect(openStore({ dataDir, clock })).rejects.toThrow(
    /written by a newer Sowhat \(it has 999-future\)\. Start that version again, or restore a backup/,
  );
  file.exec("delete from kysely_migration where name = '999-future'");
  file.close();
  expect(await valueIn(dataDir)).toBe('monday');
});
