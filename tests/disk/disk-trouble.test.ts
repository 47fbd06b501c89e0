import { describe, expect, test } from 'vitest';
import { diskTrouble } from '../../src/disk/disk-trouble.ts';

const full = 'There is no room left in data: free some on its disk, and try again.';
const shut =
  'data cannot be written to: let the account that runs Sowhat write there (chown -R "$USER" data), or name another folder.';

describe('what the disk refused', () => {
  test.each<[object, string | null]>([
    [{ code: 'SQLITE_FULL' }, full],
    [Object.assign(new Error('write'), { code: 'ENOSPC' }), full],
    [new Error('outer', { cause: new Error('database or disk is full') }), full],
    [new Error('cannot rollback - no transaction is active'), full],
    [new Error('ConnectionFailed("Unable to open connection to local database data/x.db: 14")'), shut],
    [Object.assign(new Error('EACCES: permission denied, unlink'), { code: 'EACCES' }), shut],
    [Object.assign(new Error('no'), { code: 'ENOENT', syscall: 'mkdir' }), shut],
    [Object.assign(new Error('no'), { code: 'ENOENT', syscall: 'open' }), null],
    [new TypeError('a bug'), null],
  ])('%s', (error, sentence) => {
    expect(diskTrouble(error, 'data')).toBe(sentence);
  });

  test('a caller that cannot say whether it wrote asks for a full disk alone', () => {
    expect(diskTrouble({ code: 'EACCES' }, 'data', 'full')).toBeNull();
    expect(diskTrouble({ code: 'ENOSPC' }, 'data', 'full')).toBe(full);
    expect(diskTrouble('no error', 'data')).toBeNull();
  });
});
