import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles, readListedFile } from '../../src/briefs/list-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'list-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, content: string | Uint8Array = 'text'): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

const names = () => listFiles(folder).files.map(({ file }) => file);

describe('listFiles', () => {
  test('finds text of four kinds at any depth, in order of the path, and nothing hidden', () => {
    for (const file of ['b.md', 'a/z.txt', 'a/b/c.markdown', 'B.HTML', 'a.htm']) put(file);
    for (const file of ['.git/x.md', '.draft.md', 'a/.obsidian/y.md', 'a/picture.png', 'notes', 'c.md.tmp'])
      put(file);
    expect(names()).toEqual(['B.HTML', 'a.htm', 'a/b/c.markdown', 'a/z.txt', 'b.md']);
    expect(listFiles(folder).problems).toEqual([]);
  });

  test('tells size and time of each file', () => {
    put('a.md', '가나');
    expect(listFiles(folder).files[0]).toMatchObject({ size: 6, path: path.join(folder, 'a.md') });
    expect(listFiles(folder).files[0]?.mtimeMs).toBeGreaterThan(1.6e12);
  });

  test('a name written in parts is the same name', () => {
    put('증류/공격.md'.normalize('NFD'));
    const [listed] = listFiles(folder).files;
    expect(listed?.file).toBe('증류/공격.md');
    expect(readListedFile(listed!)).toMatchObject({ text: 'text' });
  });

  test('two spellings of one name are a problem, not one brief hiding the other', () => {
    put('공격.md', 'one');
    put('공격.md'.normalize('NFD'), 'two');
    const listing = listFiles(folder);
    expect(listing.files).toHaveLength(1);
    expect(listing.problems).toEqual([{ file: '공격.md', reason: expect.stringContaining('rename one') }]);
  });

  test('follows links to folders and files once, also where they lead in a circle', () => {
    put('z/real.md');
    symlinkSync('z', path.join(folder, 'a'));
    symlinkSync('..', path.join(folder, 'z', 'up'));
    symlinkSync(path.join(folder, 'z', 'real.md'), path.join(folder, 'linked.md'));
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'));
    writeFileSync(path.join(outside, 'o.md'), 'x');
    symlinkSync(outside, path.join(folder, 'outside'));
    expect(names()).toEqual(['linked.md', 'outside/o.md', 'z/real.md']);
    rmSync(outside, { recursive: true });
  });

  test('a link to nothing and a folder that is named like a file', () => {
    symlinkSync('nothing.md', path.join(folder, 'broken.md'));
    symlinkSync('nothing', path.join(folder, 'broken'));
    put('folder.md/inside.md');
    const listing = listFiles(folder);
    expect(listing.files.map(({ file }) => file)).toEqual(['folder.md/inside.md']);
    expect(listing.problems).toEqual([
      { file: 'broken.md', reason: 'It cannot be read (ENOENT): mend the link or remove it.' },
    ]);
  });

  test('a folder that does not exist, or is a file, gives one clear sentence', () => {
    const missing = path.join(folder, 'missing');
    expect(listFiles(missing)).toEqual({
      files: [],
      problems: [
        {
          file: missing,
          reason:
            'The folder does not exist. Create it, or give the right one as briefs.folder in the settings.',
        },
      ],
      unknown: [''],
    });
    put('file.md');
    expect(listFiles(path.join(folder, 'file.md')).problems[0]?.reason).toMatch(
      /^This is a file, not a folder\./,
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'an unreadable folder and file are problems, and the others are read',
    () => {
      put('closed/a.md');
      put('closed.md');
      put('open.md');
      chmodSync(path.join(folder, 'closed'), 0);
      chmodSync(path.join(folder, 'closed.md'), 0);
      const listing = listFiles(folder);
      chmodSync(path.join(folder, 'closed'), 0o755);
      expect(listing.unknown).toEqual(['closed']);
      expect(listing.problems[0]?.reason).toBe(
        'The folder cannot be read (EACCES): check that the bot may read it.',
      );
      expect(listing.files.map(({ file }) => file)).toEqual(['closed.md', 'open.md']);
      expect(readListedFile(listing.files[0]!)).toEqual({
        reason: 'It cannot be read (EACCES): check that the bot may read it.',
      });
    },
  );
});

describe('readListedFile', () => {
  const read = (content: string | Uint8Array) => {
    put('a.md', content);
    return readListedFile(listFiles(folder).files[0]!);
  };

  test('gives text without a byte-order mark and a hash of the bytes', () => {
    const plain = read('가');
    const marked = read('\uFEFF가');
    expect([plain, marked]).toMatchObject([{ text: '가' }, { text: '가' }]);
    expect(plain).not.toEqual(marked);
  });

  test('reads the line ends of old Macs', () => {
    expect(read('---\rtitle: a\r---\r\rb\r\nc')).toMatchObject({ text: '---\ntitle: a\n---\n\nb\r\nc' });
  });

  test('reads what Windows saves as Unicode', () => {
    const text = '가 – a';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(read(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toMatchObject({ text });
    expect(read(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toMatchObject({ text });
  });

  test('a Korean file in an old encoding says how to save it', () => {
    expect(read(Buffer.from([0xc1, 0xf5, 0xb7, 0xf9]))).toEqual({
      reason: 'It is not UTF-8 text: save it again with the encoding UTF-8.',
    });
  });

  test('a file that is no text, one that is too large, and one that is gone', () => {
    expect(read('a\0b')).toMatchObject({ reason: expect.stringMatching(/^It is not a text file/) });
    expect(read(new Uint8Array(8 * 1024 * 1024 + 1))).toMatchObject({
      reason: expect.stringMatching(/^It is over 8 MB/),
    });
    put('a.md', 'x');
    const [listed] = listFiles(folder).files;
    rmSync(path.join(folder, 'a.md'));
    expect(readListedFile(listed!)).toMatchObject({ reason: expect.stringContaining('ENOENT') });
  });
});
