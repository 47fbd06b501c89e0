import { expect, test } from 'vitest';
import { gateBrief } from '../../../src/briefs/gate.ts';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

import { readRoundupItem } from '../../../src/briefs/readers/roundup-item.ts';

/** What people write takes a few ms; what is made to be slow to read must not hold up the bot. */
const limitMs = 1_000;
const news = (words: string) => `# Harbour weekly

## Ports

- **Harbor Motors opens a hub** — it handles 120,000 orders a year ${words}
- **${words}** and
- ${words} and
- **Cedar Market buys Quill** — the grocer pays 40 million dollars for it
- **Lantern ships a model** — it is in use in 2,400 stores by now
- **Willow orders freighters** — twenty of them, for 3.1 billion dollars`;
const article = (words: string) => `Harbor Motors opens a hub

Harbor Motors opened a hub on Monday. ${words} It handles 120,000 orders a year.`;
const page = (words: string) =>
  `<!doctype html><html><body><article><h1>Harbor opens</h1><p>Harbor opened a hub. ${words} It is new.</p></article></body></html>`;
const mail = (words: string) => `From: ${words}\nSubject: ${words}\nDate: Thu, 12 Mar 2026\n\n${words}`;

test.each([
  ['addresses one behind the other, in an item', news('https://'.repeat(100))],
  ['spaces in an item', news(' '.repeat(100_000))],
  ['wide spaces in an item', news('\u3000'.repeat(100_000))],
  ['openings of links in an item', news('['.repeat(100_000))],
  ['openings of images in an item', news('!['.repeat(50_000))],
  ['images without an end in an item', news('![a]('.repeat(20_000))],
  ['initials in an item', news('A. '.repeat(30_000))],
  ['openings of links', article('['.repeat(200_000))],
  ['openings of images', article('!['.repeat(50_000))],
  ['images without an end', article('![a]('.repeat(20_000))],
  ['links without an end', article('[a]('.repeat(50_000))],
  ['initials', article('A. '.repeat(30_000))],
  ['a million lines of one letter', article('a\n'.repeat(1_000_000))],
  ['as many in an item', news('a\n'.repeat(1_000_000))],
  ['spaces in a heading', `# ${' '.repeat(100_000)}`],
  ['words on a line without end', article('Harbor Motors opened a hub on Monday. '.repeat(140_000))],
  ['Korean words so', article('항구가 열렸다. '.repeat(600_000))],
  ['paragraphs in a page', page('<p>a</p>'.repeat(10_000))],
  ['bold letters in a page', page('<b>x</b>'.repeat(10_000))],
  ['marks of tags in a page', page('>'.repeat(400_000))],
  ['openings of tags in a page', page('<'.repeat(400_000))],
  ['entities in a page', page('&#'.repeat(200_000))],
  ['openings of addresses in a mail', mail('<a '.repeat(60_000))],
  ['comments without an end in a mail', mail('<!--'.repeat(50_000))],
])('%s', (_name, text) => {
  const begun = performance.now();
  const { briefs, written } = readSource({ file: 'port.md', text, hash: 'h' }, documentReaders);
  for (const [at, brief] of briefs.entries()) gateBrief(brief, { arrivedAt: 0, raw: written?.[at] ?? text });
  expect(performance.now() - begun).toBeLessThan(limitMs);
});

test('a word that ends as one for a source does stays whole before an address', () => {
  const { text, url } = readRoundupItem(
    'Harbor Motors opens its plant in Bolivia https://port.example/plant',
  );
  expect([text, url]).toEqual(['Harbor Motors opens its plant in Bolivia', 'https://port.example/plant']);
});
