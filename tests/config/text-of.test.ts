import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { textOf } from '../../src/config/text-of.ts';
import { settingsFile } from '../../src/config/watch-settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sowhat-text-'));

test('a file is read without the mark that Windows puts in front; one that is not there is none', () => {
  const file = path.join(folder, 'marked');
  writeFileSync(file, '\uFEFF관세');
  expect(textOf(file)).toBe('관세');
  expect(textOf(path.join(folder, 'none'))).toBeNull();
});

test.each([
  ['EUC-KR', Buffer.from('746f706963733a205bb0fcbcbc5d0a', 'hex')],
  ['UTF-16', Buffer.from('\uFEFFtopics: [관세]\n', 'utf16le')],
  ['nothing at all', Buffer.from([0x80, 0xff, 0x00, 0xc3])],
])('a file in %s is said to be so, instead of read with other letters', (_encoding, bytes) => {
  const file = path.join(folder, 'other');
  writeFileSync(file, bytes);
  expect(() => textOf(file)).toThrow(`${file} is not UTF-8 text: save it again with the encoding UTF-8.`);
  expect(settingsFile(file).read().problems).toEqual([
    expect.objectContaining({
      message: 'the file is not UTF-8 text: save it again with the encoding UTF-8.',
    }),
  ]);
});
